import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An answer worked out by hand from the documents, and how it is picked out of what the operation gives. */
export interface Case {
  /** The public question that it answers, such as Q11. */
  readonly public?: string;
  readonly question?: string;
  /** The example's, unless given. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** JMESPath over the data. */
  readonly pick: string;
  readonly answer: unknown;
  /** Whether order and repeats in lists do not matter. */
  readonly set?: boolean;
}

export interface Answers {
  readonly name: string;
  readonly cases: readonly Case[];
}

const FOLDER = 'tests/questions/answers';

type Read = Case & { readonly cases?: readonly Case[] };

/** Every file of answers: one case, or several under `cases`. */
export function readAnswers(): readonly Answers[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => {
      const read = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Read;
      return { name: file.replace(/\.json$/, ''), cases: read.cases ?? [read] };
    });
}

/** Lists without repeats, in one order, at every depth. */
export function asSet(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = new Map(value.map((item) => [JSON.stringify(asSet(item)), asSet(item)]));
    return [...items].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, item]) => [key, asSet(item)]),
  );
}
