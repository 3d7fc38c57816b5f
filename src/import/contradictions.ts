import { join } from 'node:path';
import { SortedFile } from '../load/sorted-file.js';
import type { Claim } from '../model/claim.js';
import { meet } from '../model/coverage.js';
import { timeValue } from '../model/edtf.js';
import type { Identity } from '../model/dataset.js';
import { canonicalJson } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Block, Mapping } from './mapping.js';
import type { Place, ToldAt } from './told.js';

/** What a row says of something of which another row may say otherwise. */
interface Saying {
  readonly claim: Pick<Claim, 'subject' | 'predicate' | 'object' | 'polarity' | 'value' | 'when' | 'assertedBy'>;
  readonly isTime: boolean;
  readonly place: Place;
}

/** How many different sayings of one thing are laid side by side. */
const MOST = 20;

/**
 * What rows of one set say of one thing and cannot both mean: that it is so and that it is not, or two values where there
 * is one. Sorted on the disk, so that it takes no memory for what most sets have: rows that agree.
 */
export class Contradictions {
  private readonly vocabulary: Vocabulary;
  /** Relationships of which the mapping denies some. */
  private readonly denied: ReadonlySet<string>;
  private readonly sayings: SortedFile<readonly Saying[]>;

  constructor(vocabulary: Vocabulary, { rows }: Mapping, into: string) {
    this.vocabulary = vocabulary;
    this.denied = new Set(deniedIn(rows.map(({ block }) => block)));
    this.sayings = new SortedFile<readonly Saying[]>(join(into, 'sorting-sayings'), (first, next) =>
      [...first, ...next.filter((saying) => !first.some((known) => saysOf(known) === saysOf(saying)))].slice(0, MOST),
    );
  }

  /** Takes in what a row says. */
  add(claims: readonly Claim[], identities: ReadonlyMap<string, Identity>, place: Place): void {
    for (const { subject, predicate, object, polarity, modality, value, when, assertedBy, factKey } of claims) {
      const kind = this.vocabulary.kind(identities.get(subject)?.kind ?? '');
      const property = object === null && kind ? this.vocabulary.property(kind, predicate) : undefined;
      const mayDiffer = object === null ? property?.many === false : this.denied.has(predicate);
      if (!mayDiffer || modality !== 'ASSERTED') continue;
      const claim = { subject, predicate, object, polarity, value, when, assertedBy };
      this.sayings.add(factKey, [{ claim, isTime: property?.sort === 'time', place }]);
    }
  }

  /** One for each thing of which rows say otherwise, told at the later row. */
  async *found(): AsyncGenerator<ToldAt> {
    for await (const { json } of this.sayings.entries()) {
      const sayings = JSON.parse(json) as readonly Saying[];
      const pairs = sayings.flatMap((first, at) => sayings.slice(at + 1).map((next) => [first, next] as const));
      const [one, other] = pairs.find(([first, next]) => exclude(first, next)) ?? [];
      if (!one || !other) continue;
      const { subject, predicate, object } = other.claim;
      const value = [subject, ...(object === null ? [] : [object])].join(', ');
      const reason = `another row says otherwise of the same: ${shown(other)} here, ${shown(one)} in row ${String(one.place.row)} of ${one.place.file}`;
      yield { place: other.place, told: { level: 'doubtful', place: 'claims', column: predicate, value, reason, candidates: [] } };
    }
  }
}

function deniedIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ claims, each }) => [...claims.flatMap(({ polarity, predicate }) => (polarity === 'DENIED' ? [predicate] : [])), ...deniedIn(each)]);
}

function saysOf({ claim }: Saying): string {
  return canonicalJson(claim);
}

/** Whether one voice says both of one time, and they cannot both be. */
function exclude({ claim, isTime }: Saying, { claim: other }: Saying): boolean {
  if (claim.assertedBy !== other.assertedBy || !meet(claim.when, other.when)) return false;
  if (claim.polarity !== other.polarity) return claim.object !== null || canonicalJson(claim.value) === canonicalJson(other.value);
  if (claim.object !== null || claim.polarity === 'DENIED') return false;
  return isTime ? !meet(timeValue(claim.value), timeValue(other.value)) : canonicalJson(claim.value) !== canonicalJson(other.value);
}

function shown({ claim: { object, polarity, value } }: Saying): string {
  if (object !== null) return polarity === 'DENIED' ? 'it is not so' : 'it is so';
  return `${polarity === 'DENIED' ? 'not ' : ''}${typeof value === 'string' ? value : canonicalJson(value)}`;
}
