import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { disputeRules } from '../../schema/disputes/rules.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { disputesOf } from '../disputes/find.js';
import { toldOf } from '../disputes/told.js';
import type { Gathered } from '../load/gathered.js';
import { KeyedFile } from '../load/keyed-file.js';
import type { Part } from '../load/parts.js';
import { SortedFile } from '../load/sorted-file.js';
import type { Claim } from '../model/claim.js';
import { describedIn } from '../model/intended.js';
import type { Dataset } from '../model/dataset.js';
import { inSpells } from '../model/spells.js';
import type { ToldDispute } from '../model/told-dispute.js';
import { MOST_AT_ONCE } from './target.js';

/**
 * What disagrees in data sets of any size. Of as many claims as are held at once, all that the rules find. Of more, what
 * they find in the documents, all at once, and what they find in each part of the whole with what stands around it: what
 * two records say that lie in different parts, and of which neither hangs on the other, is not laid side by side.
 */
export class DisputesTold {
  private readonly folder: string;
  private readonly found: SortedFile<ToldDispute>;
  private readonly involved = new Map<string, readonly string[]>();
  private file: KeyedFile<ToldDispute> | null = null;

  constructor(folder: string) {
    this.folder = folder;
    this.found = new SortedFile<ToldDispute>(join(folder, 'sorting-disputes'), (one, next) => (claimsIn(one) < claimsIn(next) ? next : one));
  }

  /** Takes in a part of what was gathered. */
  add({ content: { entities }, dataset }: Part, gathered: Gathered): void {
    const isHeld = heldAtOnce(gathered);
    const apart = new Set(dataset.claims.flatMap((claim) => (isHeld(claim) ? [] : [claim.id])));
    const described = new Set(dataset.claims.filter(isHeld).map((claim) => describedIn(vocabulary, claim)));
    const involved = new Map(entities.map(({ id, columns }) => [id, [columns['involves'] ?? []].flat().map(String)]));
    for (const [id, ids] of involved) if (described.has(id)) this.involved.set(id, ids);
    if (apart.size > 0) this.find(dataset, involved, ({ sides }) => sides.some(({ claims }) => claims.some((id) => apart.has(id))));
  }

  /** All of them, once every part was taken in. */
  async all(gathered: Gathered): Promise<Iterable<ToldDispute>> {
    const isHeld = heldAtOnce(gathered);
    this.find(
      gathered.whole((claim) => (isHeld(claim) ? withoutRecords(claim) : null)),
      this.involved,
      () => true,
    );
    this.file = await KeyedFile.write<ToldDispute>(join(this.folder, 'disputes.jsonl'), this.found.entries());
    return this.file.items();
  }

  close(): void {
    this.file?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private find(dataset: Dataset, involved: ReadonlyMap<string, readonly string[]>, isKept: (dispute: ToldDispute) => boolean): void {
    const disputes = disputesOf(vocabulary, { ...dataset, claims: inSpells(vocabulary, dataset.claims) }, disputeRules);
    for (const dispute of toldOf(disputes, (id) => involved.get(id) ?? [])) if (isKept(dispute)) this.found.add(dispute.id, dispute);
  }
}

/** Which claims are laid side by side all at once: all where they are few, else those of documents. */
function heldAtOnce({ size }: Gathered): (claim: Claim) => boolean {
  return size <= MOST_AT_ONCE ? () => true : ({ spans }) => spans.length > 0;
}

/** The rows that a claim stands on take as much memory as all else of it, and no rule looks at them. */
function withoutRecords(claim: Claim): Claim {
  return { ...claim, records: [] };
}

function claimsIn({ sides }: ToldDispute): number {
  return sides.reduce((sum, { claims }) => sum + claims.length, 0);
}
