import { describedBy } from '../model/ends.js';
import type { EntityNode, Link } from '../model/graph.js';
import { compareText } from '../model/text.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import { passes, statesOf, type Filter, type Intended, type Test } from './filter.js';
import { dated, undatedLast, type Part } from './undated-last.js';
import type { EntitySet, GraphReader, Neighbourhood, Page, Position } from './store.js';

/** How many relationships of an entity are looked at for records beside it and for dates of their own, newest first. */
const MOST_BESIDE = 1_000;

export interface TimelineQuestion {
  /** Only what each of these has to do with. */
  readonly all: readonly string[];
  /** Only what one of these has to do with; null for whatever it is of. */
  readonly any: readonly string[] | null;
  /** What the time of an entry has to pass, by the column that it stands in. */
  readonly days: (column: string) => Filter;
  /** Kinds of record; null for records of all kinds and for dated relationships. */
  readonly kinds: ReadonlySet<string> | null;
  readonly types: readonly string[];
  /** What entries have to pass besides, such as how sure they are. */
  readonly certainty?: Filter;
  readonly intended: Intended;
  readonly newestFirst?: boolean;
}

/** A dated record, or a dated relationship of what is no record: an office held, a membership. */
export type Entry = { readonly sort: string; readonly id: string } & ({ readonly entity: EntityNode } | { readonly link: Link });

/** Dated things around some entities, or all, in order: by the first day they can be, then by id; those without one last. */
export class Timeline {
  private readonly vocabulary: Vocabulary;
  private readonly reader: GraphReader;
  private readonly question: TimelineQuestion;
  private found: Promise<ReadonlyMap<string, Neighbourhood>> | undefined;

  constructor(vocabulary: Vocabulary, reader: GraphReader, question: TimelineQuestion) {
    this.vocabulary = vocabulary;
    this.reader = reader;
    this.question = question;
  }

  async page(first: number, after: Position | null, isBackward = false): Promise<Page<Entry>> {
    const { newestFirst = false } = this.question;
    const read = (part: Part) => this.part(part, newestFirst !== isBackward);
    return !newestFirst ? undatedLast({ size: first, from: after, isBackward }, read) : read({ first, after });
  }

  private async part({ first, after, isDated }: Part, descending: boolean): Promise<Page<Entry>> {
    const sets = (await this.sets()).map((set) => (isDated === undefined ? set : { ...set, filter: [...set.filter, ...dated('sortDate', isDated)] }));
    const compare = (a: Position, b: Position) => (descending ? compareEntries(b, a) : compareEntries(a, b));
    const pages = await Promise.all(sets.map((set) => this.reader.list({ ...set, sort: 'sortDate', descending, first, after })));
    const records = pages.flatMap(({ items }) => items.map((entity): Entry => ({ sort: String(entity.columns['sortDate'] ?? ''), id: entity.id, entity })));
    const links = (await this.links()).filter(
      (entry) => (isDated === undefined || isDated === (entry.sort !== '')) && (after === null || compare(entry, after) > 0),
    );
    const all = [...records, ...links].sort(compare);
    return { items: all.slice(0, first), more: all.length > first || pages.some(({ more }) => more) };
  }

  async count(): Promise<number> {
    const sets = await this.sets();
    const counts = await Promise.all(sets.map((set) => this.reader.count(set)));
    return counts.reduce((sum, count) => sum + count, (await this.links()).length);
  }

  /** Ids that are not there. */
  async unknown(): Promise<readonly string[]> {
    const found = await this.around();
    return this.of.filter((id) => !found.has(id));
  }

  /** Entities with more relationships than were looked at. */
  async cut(): Promise<readonly string[]> {
    return [...(await this.around())].filter(([, { degree, neighbours }]) => degree > neighbours.length).map(([id]) => id);
  }

  /** Records of each family that involve the entities, or are joined to them by what is not loose, or are they themselves. */
  private async sets(): Promise<readonly EntitySet[]> {
    const { all, any, kinds, certainty = [], days, intended } = this.question;
    const around = await this.around();
    const beside = (id: string) => [
      id,
      ...(around.get(id)?.neighbours ?? [])
        .filter(({ link, kind }) => this.vocabulary.relationship(link.type)?.loose !== true && this.vocabulary.kind(kind)?.record === true)
        .map(({ far }) => far),
    ];
    const touching = (ids: readonly string[]): Test[] => [test('involves', 'HAS', ids), test('id', 'IN', [...new Set(ids.flatMap(beside))])];
    const wanted: Filter = [...all.map((id) => touching([id])), ...(any === null ? [] : [touching(any)])];
    const families = this.vocabulary.roots.filter(
      (root) => root.record && root.orderedBy !== null && (kinds === null || this.vocabulary.concrete(root).some(({ name }) => kinds.has(name))),
    );
    return families.flatMap((root) => {
      const filter: Filter = [...wanted, ...certainty, ...days(root.orderedBy ?? ''), ...(kinds === null ? [] : [[test('kind', 'IN', [...kinds])]])];
      return statesOf(intended).map((isIntended) => ({ label: root.name, filter, intended: isIntended }));
    });
  }

  private async links(): Promise<readonly Entry[]> {
    const { all, any, kinds, certainty = [], days } = this.question;
    if (kinds !== null) return [];
    const wanted = [...certainty, ...days('when')];
    const entries = new Map<string, Entry>();
    for (const [id, { kind, neighbours }] of await this.around()) {
      for (const { link, far, kind: farKind } of neighbours) {
        const described = this.describedKind(link, id, kind, farKind);
        const joins = (other: string) => other === id || other === far;
        if (described?.record === true || !all.every(joins) || any?.some(joins) === false) continue;
        if (passes(wanted, (column) => link.columns[column])) entries.set(link.key, { sort: link.at, id: link.key, link });
      }
    }
    return [...entries.values()].sort(compareEntries);
  }

  private describedKind(link: Link, id: string, kind: string, farKind: string): Kind | undefined {
    const relationship = this.vocabulary.relationship(link.type);
    const described = relationship ? describedBy(relationship, link.from, link.to) : link.from;
    return this.vocabulary.kind(described === id ? kind : farKind);
  }

  private around(): Promise<ReadonlyMap<string, Neighbourhood>> {
    const { types, intended } = this.question;
    return (this.found ??= this.reader.neighbourhood({ types, intended, limit: MOST_BESIDE, beyond: 'NEWEST' }, this.of));
  }

  private get of(): readonly string[] {
    return [...new Set([...this.question.all, ...(this.question.any ?? [])])];
  }
}

function test(column: string, op: Test['op'], values: Test['values']): Test {
  return { column, op, values, negated: false };
}

function compareEntries(a: Position, b: Position): number {
  return compareText(a.sort, b.sort) || compareText(a.id, b.id);
}
