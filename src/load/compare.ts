import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, ChangesInOrder, HeldRange, HeldRanges, Placed } from '../graph/store.js';
import { describedByLink, describedIn } from '../model/intended.js';
import { canonicalJson, compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { Digest, SORTS } from './digest.js';
import type { Gathered } from './gathered.js';
import { KeyedFile } from './keyed-file.js';
import { isWithin, partsOf, type FULL, type Part } from './parts.js';
import { SortedFile } from './sorted-file.js';

/** What turns what a store holds into what it should hold, in order, on the disk. Close it when done. */
export interface Comparison extends ChangesInOrder {
  readonly put: number;
  readonly removed: number;
  /** The digest of what it should hold. */
  readonly digest: string;
  close(): void;
}

interface Ways {
  /** Where the files go; it is the caller's to remove. */
  readonly folder: string;
  /** Whether changes stand by what they describe, to be told, or by what must be there first, to be written. */
  readonly order: 'told' | 'written';
  /** Hears of each part that was compared. */
  readonly onPart?: (part: Part) => void;
  /** When a part is full. */
  readonly full?: typeof FULL;
}

/** Sorts behind every id. */
const LAST = '\uFFFF';

/**
 * Compares what data sets say with what a store holds, part by part, and sorts what differs on the disk: in memory that
 * grows with neither. The same as `difference` between both as a whole.
 */
export async function compare(vocabulary: Vocabulary, gathered: Gathered, held: HeldRanges, { folder, order, onPart, full }: Ways): Promise<Comparison> {
  const sorting = join(folder, 'sorting-changes');
  const sorted = new SortedFile<Change>(sorting, (one) => one);
  const digest = new Digest(join(folder, 'sorting-digest'));
  const isWritten = order === 'written';
  let [put, removed] = [0, 0];
  for await (const part of partsOf(vocabulary, gathered, full)) {
    const changes = changesOf(vocabulary, part, await held.between(part.after, part.until), digest);
    for (const change of isWritten ? await inOrder(changes, part, held) : changes) {
      if (change.mark === '-') removed += 1;
      else put += 1;
      sorted.add([change.home, ...(isWritten ? [change.fact] : []), rankOf(change)].join(' '), change);
    }
    onPart?.(part);
  }
  const file = await KeyedFile.write<Change>(join(folder, 'changes.jsonl'), sorted.entries());
  rmSync(sorting, { recursive: true });
  return {
    put,
    removed,
    total: put + removed,
    digest: await digest.end(),
    all: () => file.items(),
    close: () => {
      file.close();
    },
  };
}

function changesOf(vocabulary: Vocabulary, part: Part, held: HeldRange, digest: Digest): readonly Change[] {
  const differing = <T extends Placed['item']>(sort: Placed['sort'], wanted: readonly T[], placed: (item: T) => Placed): readonly Change[] => {
    const gone = new Map(held[sort]);
    const put = wanted.flatMap((item): Change[] => {
      const [text, before] = [canonicalJson(item), gone.get(keyOf(item))];
      digest.add(sort, text);
      gone.delete(keyOf(item));
      return text === before ? [] : [{ ...placed(item), mark: before === undefined ? '+' : '~', length: text.length }];
    });
    return [...put, ...[...gone.values()].map((text): Change => ({ ...placed(JSON.parse(text) as T), mark: '-', length: text.length }))];
  };
  const all = [
    ...differing('entities', part.content.entities, (item) => ({ sort: 'entities', item, home: item.id, fact: '' })),
    ...differing('links', part.content.links, (item) => ({ sort: 'links', item, home: describedByLink(vocabulary, item), fact: item.key })),
    ...differing('claims', part.content.claims, (item) => ({ sort: 'claims', item, home: describedIn(vocabulary, item), fact: item.factKey })),
  ];
  // A store may order letters outside the basic plane otherwise: what it gives of another part is left to that part.
  return all.filter(({ home }) => isWithin(part, home));
}

/**
 * The same with the homes by which they may be written: a relationship to an entity that is not there yet, and comes
 * later, goes with that one, and so do its claims; what goes with its entity comes last, before it.
 */
async function inOrder(changes: readonly Change[], { content }: Part, held: HeldRanges): Promise<readonly Change[]> {
  const far = new Map(
    changes.flatMap(({ sort, mark, item, home }) => {
      if (sort !== 'links' || mark === '-') return [];
      const other = item.from === home ? item.to : item.from;
      return compareText(other, home) > 0 ? [[item.key, other] as const] : [];
    }),
  );
  const there = await held.entitiesAmong([...new Set(far.values())]);
  const kept = new Set(content.entities.map(({ id }) => id));
  return changes.map((change): Change => {
    const later = far.get(change.fact);
    if (later !== undefined && !there.has(later)) return { ...change, home: later };
    if (change.mark !== '-' || kept.has(change.home)) return change;
    return { ...change, home: LAST + change.home, fact: change.sort === 'entities' ? LAST : change.fact };
  });
}

function keyOf(item: Placed['item']): string {
  return 'key' in item ? item.key : item.id;
}

function rankOf({ sort, mark, item }: Change): string {
  return `${String(SORTS.indexOf(sort))}${mark === '-' ? '-' : '+'}${keyOf(item)}`;
}
