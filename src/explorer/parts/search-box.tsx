import { useState, type ReactNode } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, type Key } from 'react-aria-components';
import { useQuery } from 'urql';
import { searchQuery } from '../operations/search.ts';
import { kindName } from '../words/terms.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import type { Named } from './entity-link.tsx';
import { useSettled } from './use-settled.ts';

/** How long after the last key something is looked up, in milliseconds. */
const PAUSE = 160;

/** Longest text that the API looks up. */
const LONGEST = 200;

const ASK = 'ask:';

interface Props {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly placeholder?: string;
  readonly initial?: string;
  readonly onPick: (entity: Named) => void;
  /** Where the text itself may be taken, too: as a question. */
  readonly onText?: (text: string) => void;
  readonly children?: ReactNode;
}

/** One box that completes names in any script as one types. */
export function SearchBox({ label, isLabelShown = false, placeholder = '', initial = '', onPick, onText, children }: Props) {
  const words = useWords();
  const lang = useNameLang();
  const [text, setText] = useState(initial);
  const wanted = useSettled(text.trim().slice(0, LONGEST), PAUSE);
  const [{ data }] = useQuery({ query: searchQuery, variables: { text: wanted, lang }, pause: wanted === '' });
  const found = wanted === '' ? [] : (data?.search.edges.map(({ node }) => node) ?? []);
  const items = [...(onText && text.trim() !== '' ? [{ id: ASK, name: words.ask.askThis(text.trim()), label: '', kind: '' }] : []), ...found];
  const take = (key: Key | null) => {
    const entity = found.find(({ id }) => id === key);
    if (entity) {
      setText('');
      onPick(entity);
    } else if (text.trim() !== '') onText?.(text.trim());
  };
  return (
    <ComboBox
      className="search-box"
      aria-label={isLabelShown ? undefined : label}
      items={items}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        if (key !== null) take(key);
      }}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
    >
      {isLabelShown ? <Label>{label}</Label> : null}
      <div className="search-field">
        <Input
          placeholder={placeholder}
          maxLength={LONGEST}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && onText && event.currentTarget.getAttribute('aria-activedescendant') === null) take(null);
          }}
        />
        {children}
      </div>
      <Popover className="popover">
        <ListBox<Named> className="options">
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className="option">
              <span className="option-name">{item.name}</span>
              {item.kind === '' ? null : (
                <span className="option-kind">
                  {item.label === item.name ? '' : `${item.label} · `}
                  {kindName(words, item.kind)}
                </span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
