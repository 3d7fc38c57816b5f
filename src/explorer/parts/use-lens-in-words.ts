import { useQuery } from 'urql';
import type { Lens } from '../data/lens.ts';
import { spoken } from '../data/when.ts';
import { namesQuery } from '../operations/search.ts';
import { useLang, useNameLang, useWords } from '../words/words.tsx';

/** A point of view, said in the language of the page. */
export function useLensInWords({ asOf, knownBy, accordingTo, sources }: Lens): string {
  const { lens: words, time } = useWords();
  const lang = useNameLang();
  const spokenLang = useLang();
  const [{ data }] = useQuery({ query: namesQuery, variables: { ids: [accordingTo ?? ''], lang }, pause: accordingTo === undefined });
  const [party] = data?.nodes ?? [];
  const parts = [
    ...(asOf === undefined ? [] : [words.at.asOf(spoken(asOf, spokenLang, time))]),
    ...(knownBy === undefined ? [] : [words.at.knownBy(spoken(knownBy, spokenLang, time))]),
    ...(accordingTo === undefined ? [] : [words.at.accordingTo(party && 'name' in party ? party.name : accordingTo)]),
    ...(sources === undefined ? [] : [words.at.sources(sources.length)]),
  ];
  return parts.length === 0 ? words.none : parts.join(', ');
}
