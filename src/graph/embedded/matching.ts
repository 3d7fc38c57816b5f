import { columnOf, isLinkTest, looksInto, passes, statesOf, type Filter, type LinkTest, type NestedFilter, type Test } from '../filter.js';
import { turns } from '../turns.js';
import { wanting, type Columns, type Wanted } from './columns.js';
import type { Held, Indexes, Tables } from './indexes.js';

/** After how many steps a walk looks at the clock. */
const STRIDE = 2_000;

/** Decides filters on entities and on relationships, both given by their numbers. Long work lets others in between. */
export class Matching {
  private readonly held: Held;
  private readonly index: Indexes;
  private readonly signal: AbortSignal | undefined;
  private readonly prepare: (...tables: readonly (keyof Tables)[]) => Promise<void>;

  /** `prepare` makes what is looked up in, where it is not there yet. */
  constructor({ content, index }: { readonly content: Held; readonly index: Indexes }, signal: AbortSignal | undefined, prepare: Matching['prepare']) {
    this.held = content;
    this.index = index;
    this.signal = signal;
    this.prepare = prepare;
  }

  async entities(filter: NestedFilter): Promise<Wanted> {
    if (filter.length === 0) return () => true;
    const links = new Map<LinkTest, Wanted>();
    for (const test of new Set(filter.flat())) if (isLinkTest(test)) links.set(test, await this.withLinks(test));
    await this.prepare('entityColumns', 'entityIds', 'names');
    const columns = this.index.columns('entityColumns');
    const { entities } = this.held;
    return wanting<Test | LinkTest>(
      cheapestFirst(filter, (test) => isLinkTest(test) || isId(test) || isName(test) || isDecided(columns, test)),
      (test) => {
        if (isLinkTest(test)) return links.get(test) ?? (() => false);
        if (isId(test)) return this.byId(test);
        if (isName(test)) return this.byName(test);
        if (isDecided(columns, test)) return columns.test(test);
        return (number) => {
          const entity = entities.at(number);
          return entity !== undefined && passes([[test]], columnOf(entity));
        };
      },
    );
  }

  async links(filter: Filter): Promise<Wanted> {
    if (filter.length === 0) return () => true;
    await this.prepare('linkColumns');
    const columns = this.index.columns('linkColumns');
    const { links } = this.held;
    return wanting(
      cheapestFirst(filter, (test) => isDecided(columns, test)),
      (test) => {
        if (isDecided(columns, test)) return columns.test(test);
        return (number) => {
          const link = links.at(number);
          return link !== undefined && passes([[test]], (column) => (column === 'at' ? link.at : link.columns[column]));
        };
      },
    );
  }

  private byId({ values, negated }: Test): Wanted {
    const numbers = new Set(values.flatMap((id) => this.index.numberOf(String(id)) ?? []));
    return (number) => numbers.has(number) !== negated;
  }

  private byName(test: Test): Wanted {
    const { entities } = this.held;
    const has = (number: number) => {
      const entity = entities.at(number);
      return entity !== undefined && passes([[{ ...test, negated: false }]], columnOf(entity));
    };
    const numbers = new Set(test.values.flatMap((word) => [...this.index.names.holding(String(word))].filter(has)));
    return (number) => numbers.has(number) !== test.negated;
  }

  /** Who has such relationships with so many others: from the far ends where these are given by id, else by a walk over all. */
  private async withLinks(test: LinkTest): Promise<Wanted> {
    await this.prepare('entityIds', 'adjacency');
    const { adjacency } = this.index;
    const [isLink, isFar] = [await this.links(test.linkFilter), remembered(await this.entities(test.farFilter))];
    const { length } = this.held.entities;
    const counts = new Uint32Array(length);
    // Whether there are any needs no knowledge of which.
    const isCounted = test.least > 1 || (test.most ?? 0) > 0;
    const joined = new Set<number>();
    const count = (near: number, far: number, link: number) => {
      if (!isFar(far) || !isLink(link)) return;
      const pair = near * length + far;
      if (isCounted && joined.has(pair)) return;
      if (isCounted) joined.add(pair);
      counts[near] = (counts[near] ?? 0) + 1;
    };
    const given = test.farFilter.flatMap(([only, ...others]) =>
      only && others.length === 0 && !isLinkTest(only) && isId(only) && !only.negated ? [only] : [],
    )[0];
    let steps = 0;
    for (const intended of statesOf(test.intended)) {
      const walk = given
        ? adjacency.from(new Set(given.values.flatMap((id) => this.index.numberOf(String(id)) ?? [])), { ...test, intended })
        : adjacency.all({ ...test, intended });
      for (const [near, far, link] of walk) {
        count(near, far, link);
        if ((steps += 1) % STRIDE === 0 && turns.areDue) await turns.next(this.signal);
      }
    }
    const { least, most, negated } = test;
    return (number) => {
      const found = counts[number] ?? 0;
      return (found >= least && found <= (most ?? Infinity)) !== negated;
    };
  }
}

function isId({ column, op }: Test): boolean {
  return column === 'id' && op === 'IN';
}

/** Spellings are words of names; what has several words is none. */
function isName({ column, op, values }: Test): boolean {
  return column === 'spellings' && op === 'HAS' && values.every((value) => typeof value === 'string' && value !== '' && !value.includes(' '));
}

/** Whether a column tells by itself: what looks into texts needs the record. */
function isDecided(columns: Columns, test: Test): boolean {
  return columns.has(test.column) && !looksInto(test);
}

/** Clauses that need no record come first, so that few are made objects. */
function cheapestFirst<T>(filter: Filter<T>, isCheap: (test: T) => boolean): Filter<T> {
  const cheap = (clause: readonly T[]) => clause.every(isCheap);
  return [...filter.filter(cheap), ...filter.filter((clause) => !cheap(clause))];
}

function remembered(isWanted: Wanted): Wanted {
  const known = new Map<number, boolean>();
  return (number) => {
    const found = known.get(number) ?? isWanted(number);
    known.set(number, found);
    return found;
  };
}
