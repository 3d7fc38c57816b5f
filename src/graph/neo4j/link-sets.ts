import type { Vocabulary } from '../../model/vocabulary.js';
import type { Filter, NestedFilter } from '../filter.js';
import type { Expanded, ExpandKey, ExpandQuestion, LinkSet, Page } from '../store.js';
import { newestPlace } from './bounds.js';
import { integer, type Question } from './connection.js';
import { pageOf, sought, startAt, type Asking } from './entity-sets.js';
import { ALL, Nesting } from './nested.js';
import { entityFilter, linkFilter, startPlace } from './properties.js';
import * as statements from './reads.js';
import { seeksFor, type Seek } from './seek.js';
import type { Statement, Parameters } from '../statements.js';

/** So many relationships of an entity are looked at for a page that is filtered; then its far ends are sought. */
const MOST_WALKED = 100;

/** The same for a count, which looks at all of them; and how many far ends it looks at. */
const MOST_WALKED_TO_COUNT = 1_000;
const MOST_COUNTED = 50_000;

const SIDES = { OUT: 'from', IN: 'to', BOTH: '' } as const;

/** An entity, and the place in the list of its relationships behind which a page begins. */
interface Place {
  readonly id: string;
  readonly place: string;
}

interface Filters {
  readonly linkFilter: Filter;
  readonly farFilter: NestedFilter;
}

/** Lists and counts relationships at entities: walked in their order, or, at a hub, sought from their far ends. */
export class LinkSets {
  private readonly vocabulary: Vocabulary;
  private readonly columns: ReadonlyMap<string, boolean>;
  private readonly bounding: ReadonlySet<string>;

  /** `columns`: those that the index of columns decides, and whether each holds lists. `bounding`: those that bound an entity's day. */
  constructor(vocabulary: Vocabulary, columns: ReadonlyMap<string, boolean>, bounding: ReadonlySet<string>) {
    this.vocabulary = vocabulary;
    this.columns = columns;
    this.bounding = bounding;
  }

  async expand(reader: Asking, TYPE: string, question: ExpandQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Expanded>[]> {
    const filters = filtersOf(question);
    const [way] = seeksFor(filters.farFilter, null, this.columns);
    const places = keys.map(({ id, after }) => ({ id, place: this.placeOf(question, filters, after) }));
    const found = await walked(reader, TYPE, { ...question, ...filters }, places, way ? MOST_WALKED : ALL);
    const short = places.filter((_key, at) => found[at]?.isHub === true && found[at].items.length <= question.first);
    if (!way || short.length === 0) return found.map(({ items }) => pageOf(items, question.first));
    const pages = new Map(await Promise.all(short.map(async (key) => [key, await this.reached(reader, TYPE, { ...question, ...filters }, key)] as const)));
    return places.map((key, at) => pages.get(key) ?? pageOf(found[at]?.items ?? [], question.first));
  }

  async degrees(reader: Asking, TYPE: string, set: LinkSet, ids: readonly string[]): Promise<readonly (readonly [string, number])[]> {
    const isPlain = set.linkFilter.length === 0 && set.farFilter.length === 0;
    const isBoth = set.direction === 'BOTH';
    const [a, b] = set.direction === 'IN' ? ['b', 'a'] : ['a', 'b'];
    if (isPlain) return reader.ask({ statement: isBoth ? statements.degreeBoth : statements.degree, placeholders: { TYPE, a }, parameters: { ids } });
    const filters = filtersOf(set);
    const isSought = seeksFor(filters.farFilter, null, this.columns).length > 0;
    const counted = (some: readonly string[], most: number) => {
      const { statement, parameters } = joined(isBoth ? statements.degreeBothFiltered : statements.degreeFiltered, filters);
      return reader.ask({ statement, placeholders: { TYPE, a, b }, parameters: { ...parameters, ids: some, walk: integer(most) } });
    };
    const found = await counted(ids, isSought ? MOST_WALKED_TO_COUNT : ALL);
    return Promise.all(
      found.map(async ([id, count]): Promise<readonly [string, number]> => {
        if (count >= 0) return [id, count];
        return (await this.countReached(reader, TYPE, { ...set, ...filters }, id)) ?? (await counted([id], ALL))[0] ?? [id, 0];
      }),
    );
  }

  /** How many there are at a hub, from the far ends that may pass the filter; null where too many may. */
  private async countReached(reader: Asking, TYPE: string, set: LinkSet & Filters, id: string): Promise<readonly [string, number] | null> {
    for (const seek of seeksFor(set.farFilter, null, this.columns)) {
      const rows = await sought(reader, ofReached(statements.degreeReached, TYPE, set, seek, { id, most: integer(MOST_COUNTED) }));
      const [row = { isCut: rows === null, count: 0 }] = rows ?? [];
      if (!row.isCut) return [id, row.count];
    }
    return null;
  }

  /** Where a page begins: a relationship that describes its far end is listed by the day of that. */
  private placeOf({ type, direction, descending }: ExpandQuestion, { farFilter }: Filters, after: ExpandKey['after']): string {
    const place = startPlace(after, descending);
    const describes = this.vocabulary.relationship(type)?.describes;
    const isFarDescribed = (direction === 'OUT' && describes === 'to') || (direction === 'IN' && describes === 'from');
    return descending && isFarDescribed ? newestPlace(place, farFilter, this.bounding) : place;
  }

  /** A page at a hub, from the far ends that may pass the filter; walked as a whole where too many may. */
  private async reached(reader: Asking, TYPE: string, question: ExpandQuestion & Filters, { id, place }: Place): Promise<Page<Expanded>> {
    const { descending, first } = question;
    for (const seek of seeksFor(question.farFilter, null, this.columns)) {
      const statement = descending ? statements.expandReachedNewest : statements.expandReachedOldest;
      const rows = await sought(reader, ofReached(statement, TYPE, question, seek, { id, place, limit: integer(first + 1) }));
      const [row = { isCut: rows === null, page: [] }] = rows ?? [];
      if (!row.isCut) return pageOf(row.page, first);
    }
    const [whole] = await walked(reader, TYPE, question, [{ id, place }], ALL);
    return pageOf(whole?.items ?? [], first);
  }
}

/** For each key the relationships of its page, and whether it has more than are looked at. */
async function walked(
  reader: Asking,
  TYPE: string,
  { descending, first, direction, linkFilter: onLinks, farFilter }: ExpandQuestion & Filters,
  keys: readonly Place[],
  most: number,
): Promise<readonly { readonly items: readonly Expanded[]; readonly isHub: boolean }[]> {
  const both = descending ? statements.expandBothNewest : statements.expandBothOldest;
  const one = descending ? statements.expandNewest : statements.expandOldest;
  const { statement, parameters } = joined(direction === 'BOTH' ? both : one, { linkFilter: onLinks, farFilter });
  const [NEAR, a, b] = direction === 'IN' ? ['to', 'b', 'a'] : ['from', 'a', 'b'];
  const rows = await reader.ask({
    statement,
    placeholders: { TYPE, NEAR, a, b },
    parameters: {
      ...parameters,
      keys: keys.map((key, index) => ({ ...key, index: integer(index) })),
      limit: integer(first + 1),
      walk: integer(most),
      isFiltered: most !== ALL,
    },
  });
  const pages = keys.map(() => ({ items: [] as Expanded[], isHub: false }));
  for (const { index, item } of rows) {
    const page = pages[index];
    if (item) page?.items.push(item);
    else if (page) page.isHub = true;
  }
  return pages;
}

/** A question of the relationships of a hub whose far ends are sought. */
function ofReached<T>(statement: Statement<T>, TYPE: string, { direction, linkFilter: onLinks }: LinkSet & Filters, seek: Seek, more: Parameters): Question<T> {
  const nesting = new Nesting();
  const made = nesting.join(statement, { steps: nesting.walk(seek.steps), far: nesting.of(seek.filter, 'far'), r: nesting.plain(onLinks, 'r') });
  return { statement: made.statement, placeholders: { TYPE }, parameters: { ...made.parameters, ...startAt(seek), side: SIDES[direction], ...more } };
}

/** A statement with what it asks of relationships and of their far ends. */
function joined<T>(statement: Statement<T>, { linkFilter: onLinks, farFilter }: Filters): Pick<Question<T>, 'statement' | 'parameters'> {
  const nesting = new Nesting();
  return nesting.join(statement, { r: nesting.plain(onLinks, 'r'), far: nesting.of(farFilter, 'far') });
}

function filtersOf({ linkFilter: onLinks, farFilter }: LinkSet): Filters {
  return { linkFilter: linkFilter(onLinks), farFilter: entityFilter(farFilter) };
}
