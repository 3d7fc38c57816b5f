import { useLayoutEffect, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, type Key } from 'react-aria-components';
import { useQuery } from 'urql';
import { beginsLike } from '../data/called.ts';
import { LONGEST, searchQuery } from '../operations/search.ts';
import { kindName } from '../words/terms.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import type { Named } from '../data/named.ts';
import { SearchWait } from './search-wait.tsx';
import type { Entered } from './use-entered.ts';
import { useSettled } from './use-settled.ts';

/** How long after the last key something is looked up, in milliseconds. */
const PAUSE = 160;

const ASK = 'ask:';

/** What a box is for. */
export interface Box {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly placeholder?: string;
  readonly onPick: (entity: Named) => void;
  /** Where the text itself may be taken, too: as a question. */
  readonly onText?: (text: string) => void;
}

interface Props extends Box {
  /** What had been written before there was anything to complete it. */
  readonly begun: string;
  /** Whether one is writing here. */
  readonly isFocused: boolean;
  /** What becomes of a text that is entered. */
  readonly entered: Entered;
}

/** A box that completes names in any script as one types. */
export function CompletingBox({ label, isLabelShown = false, placeholder = '', onPick, onText, begun, isFocused, entered }: Props) {
  const words = useWords();
  const lang = useNameLang();
  const [text, setText] = useState('');
  // Set once the box stands, for it opens at what changes.
  useLayoutEffect(() => setText(begun), []);
  const wanted = useSettled(text.trim().slice(0, LONGEST), PAUSE);
  const [{ data }] = useQuery({ query: searchQuery, variables: { text: wanted, lang }, pause: wanted === '' });
  const found = wanted === '' ? [] : (data?.search.edges.map(({ node }) => node) ?? []);
  const asked = onText && text.trim() !== '' ? [{ id: ASK, name: words.ask.askThis(text.trim()), label: '', kind: '' }] : [];
  // What begins like a name is one, rather than a question.
  const isName = beginsLike(found, text.trim());
  const items = isName ? [...found, ...asked] : [...asked, ...found];
  const take = (key: Key) => {
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
      onInputChange={(next) => {
        if (next !== text) entered.forget();
        setText(next);
      }}
      value={null}
      onChange={(key) => {
        if (key !== null) take(key);
      }}
      autoFocus={isFocused}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
    >
      {isLabelShown ? <Label className="search-label">{label}</Label> : null}
      <div className="search-field">
        <Input
          placeholder={placeholder}
          maxLength={LONGEST}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.currentTarget.getAttribute('aria-activedescendant') !== null) return;
            void entered.enter(event.currentTarget.value.trim()).then((isPicked) => isPicked && setText(''));
          }}
        />
      </div>
      {entered.isWaiting ? <SearchWait /> : null}
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
