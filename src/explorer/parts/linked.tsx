import { Fragment } from 'react';
import type { Named } from '../data/named.ts';
import { EntityLink } from './entity-link.tsx';

interface Props {
  readonly text: string;
  readonly entities: readonly Named[];
  /** Whose page it is on. */
  readonly here?: string;
  /** The language of the sentence; the API makes its sentences in English. */
  readonly lang?: string;
}

/**
 * A sentence with the names in it as links; where one name holds another, the longer counts, and of a name
 * that stands twice the last: before it, it may be part of what something else is called. The name of what the page is about leads nowhere.
 */
export function Linked({ text, entities, here, lang = 'en' }: Props) {
  const byName = new Map(entities.flatMap((entity) => [[entity.label, entity] as const, [entity.name, entity] as const]));
  const names = [...byName.keys()].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  if (names.length === 0) return <span lang={lang}>{text}</span>;
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  // A particle may follow a name in Korean; in Latin script, a word that goes on is another.
  const parts = text.split(new RegExp(`(?<!\\p{L})(${alternatives})(?!\\p{Script=Latin})`, 'u'));
  const linked = parts.map((part, at) => {
    const entity = byName.get(part);
    const key = `${String(at)} ${part}`;
    return entity && entity.id !== here && parts.lastIndexOf(part) === at ? (
      <EntityLink key={key} entity={{ ...entity, name: part }} />
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
  return <span lang={lang}>{linked}</span>;
}
