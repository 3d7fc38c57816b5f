import { Fragment } from 'react';
import { EntityLink, type Named } from './entity-link.tsx';

/**
 * A sentence with the names in it as links; where one name holds another, the longer counts, and of a name
 * that stands twice the last: before it, it may be part of what something else is called. The name of what the page is about leads nowhere.
 */
export function Linked({ text, entities, here }: { text: string; entities: readonly Named[]; here?: string }) {
  const byName = new Map(entities.flatMap((entity) => [[entity.label, entity] as const, [entity.name, entity] as const]));
  const names = [...byName.keys()].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  // A particle may follow a name in Korean; in Latin script, a word that goes on is another.
  const parts = text.split(new RegExp(`(?<!\\p{L})(${alternatives})(?!\\p{Script=Latin})`, 'u'));
  return parts.map((part, at) => {
    const entity = byName.get(part);
    const key = `${String(at)} ${part}`;
    return entity && entity.id !== here && parts.lastIndexOf(part) === at ? (
      <EntityLink key={key} entity={{ ...entity, name: part }} />
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
