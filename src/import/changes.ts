import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
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
export async function changesBetween(before: string, after: string, most: number): Promise<Changed> {
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
  let [left, right] = [await nextOf(old), await nextOf(now)];
  while (left || right) {
    const order = !left ? 1 : !right ? -1 : compareText(left.id, right.id);
    if (left && order < 0) {
      note('removed', '-', left);
      left = await nextOf(old);
    } else if (right && order > 0) {
      note('added', '+', right);
      right = await nextOf(now);
    } else {
      // The same claim on other rows is a change of evidence; a row that only moved is none.
      if (left && right && evidenceOf(left) !== evidenceOf(right)) note('changed', '~', right);
      [left, right] = [await nextOf(old), await nextOf(now)];
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

async function* claimsIn(path: string): AsyncGenerator<Claim, undefined> {
  if (!existsSync(path)) return;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) if (line !== '') yield JSON.parse(line) as Claim;
}

async function nextOf(claims: AsyncGenerator<Claim, undefined>): Promise<Claim | null> {
  const { value } = await claims.next();
  return value ?? null;
}
