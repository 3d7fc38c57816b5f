import { describedIn } from '../model/intended.js';
import type { ChangeSet, Changes, Content } from '../graph/store.js';
import type { Claim } from '../model/claim.js';
import { describedBy } from '../model/projection.js';
import { compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { groupBy } from '../model/groups.js';

interface Line {
  /** The entity that the change is about. */
  readonly entity: string;
  readonly mark: '+' | '~' | '-';
  readonly text: string;
}

/** What a change set does, entity by entity and claim by claim, with a last line of counts. */
export function reportChanges(vocabulary: Vocabulary, now: Content, { entities, links, claims }: ChangeSet): string[] {
  const ends = (link: { type: string; from: string; to: string }) => {
    const relationship = vocabulary.relationship(link.type);
    return relationship ? describedBy(relationship, link.from, link.to) : link.from;
  };
  const lines = [
    ...linesOf(
      entities,
      now.entities,
      ({ id }) => id,
      ({ id }) => id,
      ({ label, intended }) => `${label}${intended ? ' (intended)' : ''}`,
    ),
    ...linesOf(
      links,
      now.links,
      ({ key }) => key,
      ends,
      ({ key }) => key,
    ),
    ...linesOf(
      claims,
      now.claims,
      ({ id }) => id,
      (claim: Claim) => describedIn(vocabulary, claim),
      (claim) => `${claim.source}: ${claim.summary}`,
    ),
  ];
  const groups = groupBy(lines, ({ entity }) => entity);
  const told = [...groups].sort(([a], [b]) => compareText(a, b)).flatMap(([entity, own]) => [entity, ...own.map(({ mark, text }) => `  ${mark} ${text}`)]);
  const count = (mark: Line['mark']) => String(lines.filter((line) => line.mark === mark).length);
  return [...told, `${count('+')} added, ${count('~')} changed, ${count('-')} removed`];
}

function linesOf<T>(changes: Changes<T>, now: readonly T[], key: (item: T) => string, entity: (item: T) => string, text: (item: T) => string): Line[] {
  const held = new Map(now.map((item) => [key(item), item]));
  return [
    ...changes.put.map((item): Line => ({ entity: entity(item), mark: held.has(key(item)) ? '~' : '+', text: text(item) })),
    ...changes.remove.flatMap((id): Line[] => {
      const item = held.get(id);
      return item ? [{ entity: entity(item), mark: '-', text: text(item) }] : [];
    }),
  ];
}
