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
  /** Whether entities that the sentence calls otherwise than by their names follow it as links. */
  readonly isWhole?: boolean;
}

/**
 * A sentence with the names in it as links; where one name holds another, the longer counts. Of a name that stands twice
 * it is the one that begins a sentence, else the last: another may be part of what something else is called. The name of
 * what the page is about leads nowhere.
 */
export function Linked({ text, entities, here, lang = 'en', isWhole = false }: Props) {
  const byName = new Map(entities.flatMap((entity) => [[entity.label, entity] as const, [entity.name, entity] as const]));
  const names = [...byName.keys()].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  if (names.length === 0) return <span lang={lang}>{text}</span>;
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  // A particle may follow a name in Korean; in Latin script, a word that goes on is another.
  const parts = text.split(new RegExp(`(?<!\\p{L})(${alternatives})(?!\\p{Script=Latin})`, 'u'));
  const chosen = new Map(names.map((name) => [name, linkedAt(parts, name)]));
  const linked = parts.map((part, at) => {
    const entity = byName.get(part);
    const key = `${String(at)} ${part}`;
    return entity && entity.id !== here && chosen.get(part) === at ? (
      <EntityLink key={key} entity={{ ...entity, name: part }} />
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
  const said = new Set(parts.flatMap((part) => byName.get(part)?.id ?? []));
  const others = isWhole ? [...new Map(entities.map((entity) => [entity.id, entity])).values()].filter(({ id }) => id !== here && !said.has(id)) : [];
  return (
    <>
      <span lang={lang}>{linked}</span>
      {others.map((entity) => (
        <span key={entity.id} className="aside">
          {' '}
          <EntityLink entity={entity} />
        </span>
      ))}
    </>
  );
}

/** Which of the pieces of a text that are this name is to be the link. */
function linkedAt(parts: readonly string[], name: string): number {
  const opening = parts.findIndex((part, at) => part === name && /(?:^|[.!?] )$/.test(parts[at - 1] ?? ''));
  return opening >= 0 ? opening : parts.lastIndexOf(name);
}
