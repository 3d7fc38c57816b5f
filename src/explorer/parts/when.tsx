import { spoken } from '../data/when.ts';
import { useLang, useWords } from '../words/words.tsx';

/** A time in words; how it is written in EDTF shows on pointing at it. */
export function When({ when }: { when: { readonly edtf: string } | null | undefined }) {
  const { time } = useWords();
  const lang = useLang();
  if (!when) return null;
  return (
    <time className="when" title={when.edtf}>
      {spoken(when.edtf, lang, time)}
    </time>
  );
}
