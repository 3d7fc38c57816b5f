import type { Search } from '../data/addresses.ts';
import { useWords } from '../words/words.tsx';

interface Props {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly labels?: { readonly from: string; readonly to: string };
  readonly onChange: (part: Search) => void;
}

/** From when and until when: a year, a month or a day each, taken when one leaves the field or presses Enter. */
export function YearFields({ onChange, labels, ...given }: Props) {
  const { list, lens } = useWords();
  const fields = (['from', 'to'] as const).map((end) => {
    const value = given[end] ?? '';
    const take = (text: string) => text !== value && onChange({ [end]: text.trim() });
    return (
      <label key={end}>
        <span>{(labels ?? list)[end]}</span>
        <input
          key={value}
          className="short"
          defaultValue={value}
          placeholder={lens.such(end === 'from' ? '2004' : '2025')}
          onBlur={({ target }) => take(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget.value)}
        />
      </label>
    );
  });
  return <div className="years">{fields}</div>;
}
