import { existsSync } from 'node:fs';
import { linesOf } from '../load/lines.js';
import type { Claim } from '../model/claim.js';
import { canonicalJson, compareText } from '../model/text.js';

/** What a newer file changes: of each row, the claims that come and go. */
export interface Changed {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** One line a claim, by file and row; at most as many as were asked for. */
  readonly lines: readonly string[];
}

/** Compares two files of claims that are sorted by id, line by line. */
export function changesBetween(before: string, after: string, most: number): Changed {
  const told: { readonly place: string; readonly line: string }[] = [];
  const counts = { added: 0, removed: 0, changed: 0 };
  const note = (kind: keyof typeof counts, mark: string, claim: Claim) => {
    counts[kind] += 1;
    const [record] = claim.records ?? [];
    const place = record ? `${record.file} row ${String(record.row)}${record.id === null ? '' : ` (${record.id})`}` : claim.source;
    const order = record ? `${record.file}\t${String(record.row).padStart(9, '0')}` : '';
    if (told.length < 100_000) told.push({ place: order, line: `${place}: ${mark} ${claim.summary}` });
  };
  const [old, now] = [claimsIn(before), claimsIn(after)];
  let [left, right] = [nextOf(old), nextOf(now)];
  while (left || right) {
    const order = !left ? 1 : !right ? -1 : compareText(left.id, right.id);
    if (left && order < 0) {
      note('removed', '-', left);
      left = nextOf(old);
    } else if (right && order > 0) {
      note('added', '+', right);
      right = nextOf(now);
    } else {
      // The same claim on other rows is a change of evidence; a row that only moved is none.
      if (left && right && evidenceOf(left) !== evidenceOf(right)) note('changed', '~', right);
      [left, right] = [nextOf(old), nextOf(now)];
    }
  }
  return {
    ...counts,
    lines: told
      .sort((a, b) => compareText(a.place, b.place) || compareText(b.line, a.line))
      .slice(0, most)
      .map(({ line }) => line),
  };
}

function evidenceOf({ records = [] }: Claim): string {
  return records
    .map(({ file, id, values, words }) => canonicalJson({ file, id, values, words }))
    .sort(compareText)
    .join();
}

/** What is no claim any more, in a file that was cut off, was lost, and comes anew. */
function* claimsIn(path: string): Generator<Claim, undefined> {
  if (!existsSync(path)) return;
  for (const line of linesOf(path)) {
    try {
      yield JSON.parse(line) as Claim;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
}

function nextOf(claims: Generator<Claim, undefined>): Claim | null {
  return claims.next().value ?? null;
}
