import { Fragment } from 'react';
import { EntityLink, type Named } from './entity-link.tsx';

/** A sentence with the names in it as links; where one name holds another, the longer counts. */
export function Linked({ text, entities }: { text: string; entities: readonly Named[] }) {
  const byName = new Map(entities.flatMap((entity) => [[entity.label, entity] as const, [entity.name, entity] as const]));
  const names = [...byName.keys()].filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const parts = text.split(new RegExp(`(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`));
  return parts.map((part, at) => {
    const entity = byName.get(part);
    return entity ? <EntityLink key={`${String(at)} ${part}`} entity={{ ...entity, name: part }} /> : <Fragment key={`${String(at)} ${part}`}>{part}</Fragment>;
  });
}
