import type { Filter, Intended, LinkTest, NestedFilter, Test } from '../graph/filter.js';
import { normalForm, type Expression } from '../graph/normal-form.js';
import { hasCertainty } from '../model/lens.js';
import { spelt } from '../model/spellings.js';
import type { Kind, Properties, Reading, Vocabulary } from '../model/vocabulary.js';
import type { Scalar } from '../model/value.js';
import { badInput } from './errors.js';
import { calledElsewhere } from './called-elsewhere.js';
import { kindConstant, kindField } from './names.js';
import { bounds, checkBounds, inRange, inRangeOfOne, type Bounds, isNull, refuseNulls, test, textTests, type DateRange } from './ranges.js';
import type { Scope } from './scope.js';
import { narrow, refusing } from './wide-filters.js';
import { lies } from './where.js';

export type Input = Readonly<Record<string, unknown>>;

type Nested = Expression<Test | LinkTest>;

/** The filters on a relationship and on what stands at its far end. */
export interface LinkFilters {
  readonly linkFilter: Filter;
  readonly farFilter: NestedFilter;
}

/** Turns the inputs that `Wheres` publishes into filters that stores evaluate. */
export class Filters {
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The filter on entities of a kind, or of any, of which they may be `among` some only. */
  ofEntities(scope: Scope, kind: Kind | null, where: Input | null | undefined, intended: Intended, among = this.vocabulary.kinds): NestedFilter {
    return refusing(() => narrow(normalForm(this.entity(scope, kind, where ?? {}, intended, among))));
  }

  /** The filters on relationships of a reading. */
  ofLinks(scope: Scope, reading: Reading, where: Input | null | undefined, intended: Intended): LinkFilters {
    return refusing(() => {
      const { link, far } = this.parts(scope, reading, where ?? {}, intended);
      return { linkFilter: normalForm({ all: link }), farFilter: narrow(normalForm({ all: far })) };
    });
  }

  private entity(scope: Scope, kind: Kind | null, where: Input, intended: Intended, among = this.vocabulary.kinds): Nested {
    const readings = kind ? this.vocabulary.readings(kind) : [];
    if (kind === null) this.refuseTwo('entities', where, this.vocabulary.kinds);
    const own: Nested[] = Object.entries(where).flatMap(([name, raw]): Nested[] => {
      if (raw === undefined) return [];
      if (raw === null) throw isNull(name, kind?.properties[name]);
      const nested = (item: unknown) => this.entity(scope, kind, item as Input, intended, among);
      switch (name) {
        case 'and':
          return [{ all: (raw as unknown[]).map(nested) }];
        case 'or':
          return [{ any: (raw as unknown[]).map(nested) }];
        case 'not':
          return [{ not: nested(raw) }];
        case 'id':
          return [test('id', 'IN', raw as string[])];
        case 'named':
          noteName(scope, raw as string, kind);
          return [test('spellings', 'HAS', spelt(raw as string))];
        case 'label':
          return textTests('label', raw, { folded: 'sortLabel' });
        case 'kind':
          return [test('kind', 'IN', this.kindsAmong(kind, raw as string[]))];
        case 'certainty':
          return [certainty(scope, raw as string[])];
        case 'involves':
          return involves(raw);
        case 'within':
          return this.within(kind, raw);
      }
      if (kind === null && name === 'when')
        return [
          inRangeOfOne(
            among.flatMap(({ orderedBy }) => orderedBy ?? []),
            raw,
          ),
        ];
      const one = kind ? undefined : this.vocabulary.kinds.find((item) => kindField(item) === name);
      if (one) return [this.ofKind(scope, one, raw as Input, intended)];
      const reading = readings.find(({ field }) => field === name);
      return reading ? this.quantified(scope, kind, reading, raw as Input, intended) : [];
    });
    return { all: [...own, ...(kind ? propertyTests(kind.properties, where) : [])] };
  }

  /** What is asked of an entity's relationships; a record that is intended has its own without asking. */
  private quantified(scope: Scope, near: Kind | null, reading: Reading, { some, none, every, count }: Input, below: Intended): Nested[] {
    const intended = near?.record && below !== 'EXCLUDE' ? 'INCLUDE' : below;
    const parts = (where: unknown) => this.parts(scope, reading, (where ?? {}) as Input, intended);
    const links = (link: readonly Expression[], far: readonly Nested[], where: unknown, least: number, most: number | null): Nested => ({
      test: {
        type: reading.relationship.type,
        direction: reading.direction,
        intended,
        linkFilter: normalForm({ all: link }),
        farLabels: this.farLabels(reading, (where ?? {}) as Input),
        farFilter: normalForm({ all: far }),
        least,
        most,
        negated: false,
      },
    });
    const such = (where: unknown, least: number, most: number | null) => {
      const { link, far } = parts(where);
      return links(link, far, where, least, most);
    };
    refuseNulls({ some, none, every, count });
    const { from, to } = counted(`${reading.field}.count`, count ?? {});
    // None is unlike them in what it is itself, and none in what it leads to.
    const unlike = every === undefined ? null : parts(every);
    return [
      ...(count !== undefined ? [such(some, Math.max(0, from ?? 0), to ?? null)] : some !== undefined ? [such(some, 1, null)] : []),
      ...(none === undefined ? [] : [such(none, 0, 0)]),
      ...(unlike && unlike.link.length > 0 ? [links([{ not: { all: unlike.link } }], [], {}, 0, 0)] : []),
      ...(unlike && unlike.far.length > 0 ? [links([], [{ not: { all: unlike.far } }], {}, 0, 0)] : []),
    ];
  }

  /** What lies in nothing is found for a place itself alone. */
  private within(kind: Kind | null, { any, self }: WithinInput): Expression[] {
    if (any === null) throw isNull('within.any');
    if (kind && self !== true && !lies(this.vocabulary, kind)) {
      const fields = this.vocabulary.readings(kind).flatMap(({ field, direction }) => (direction === 'OUT' ? [field] : []));
      const by = calledElsewhere('within').filter((name) => fields.includes(name));
      throw badInput(`within: ${kind.plural} lie in nothing${by.length > 0 ? `; ask for those that have to do with a place by ${by.join(' or ')}` : ''}`);
    }
    if (!any) return [];
    return [self === true ? { any: [test('within', 'HAS', any), test('id', 'IN', any)] } : test('within', 'HAS', any)];
  }

  /** What is asked of a relationship itself, and of its far end. */
  private parts(scope: Scope, reading: Reading, where: Input, intended: Intended): { readonly link: readonly Expression[]; readonly far: readonly Nested[] } {
    const { relationship, far, field } = reading;
    const { during, certainty: wanted, entity, not, or } = where;
    for (const [name, value] of Object.entries(where)) {
      if (value === null) throw isNull(name, relationship.properties[name]);
      // An input that several relationships share has keys for the far ends of all.
      const isElsewhere = this.vocabulary.kinds.some((kind) => kindField(kind) === name) && !Object.hasOwn(relationship.properties, name);
      if (value !== undefined && isElsewhere && !far.some((kind) => kindField(kind) === name))
        throw badInput(`${field}: no ${name} can stand there; ${far.map(kindField).join(', ')} can`);
    }
    this.refuseTwo(field, where, far);
    const ofKinds = far.flatMap((kind): Nested[] => {
      const asked = where[kindField(kind)] as Input | undefined;
      if (asked === undefined) return [];
      return [far.length > 1 ? this.ofKind(scope, kind, asked, intended) : this.entity(scope, kind, asked, intended)];
    });
    const unlike = not === undefined ? { link: [], far: [] } : this.unlike(scope, reading, not as Input, intended);
    const either = or === undefined ? { link: [], far: [] } : this.either(scope, reading, or as readonly Input[], intended);
    return {
      link: [
        ...either.link,
        ...propertyTests(relationship.properties, where),
        ...(during === undefined ? [] : [inRange('when', during as DateRange)]),
        ...(wanted === undefined ? [] : [certainty(scope, wanted as string[])]),
        ...unlike.link,
      ],
      far: [
        ...either.far,
        ...unlike.far,
        ...(entity === undefined
          ? []
          : [
              this.entity(
                scope,
                null,
                entity as Input,
                intended,
                far.flatMap((kind) => this.vocabulary.concrete(kind)),
              ),
            ]),
        ...ofKinds,
      ],
    };
  }

  /** What is of a kind, and such as is asked. */
  private ofKind(scope: Scope, kind: Kind, asked: Input, intended: Intended): Nested {
    const kinds = this.vocabulary.concrete(kind).map(({ name }) => name);
    return { all: [test('kind', 'IN', kinds), this.entity(scope, kind, asked, intended)] };
  }

  /** Nothing is of two kinds: whoever asks for two beside one another means one of them, or one within the other. */
  private refuseTwo(what: string, where: Input, kinds: readonly Kind[]): void {
    const keyed = kinds.map(kindField).filter((key) => where[key] !== undefined);
    if (keyed.length < 2) return;
    const either = keyed.map((key) => `{ ${key}: … }`).join(', ');
    throw badInput(`${what}: nothing is ${keyed.join(' and ')} at once; ask for either with or: [${either}], or for one within the other with within`);
  }

  /** What is asked of a relationship in several ways, of which one must hold: of what it is, or of what it leads to. */
  private either(scope: Scope, reading: Reading, wheres: readonly Input[], intended: Intended): ReturnType<Filters['parts']> {
    const ways = wheres.map((where) => this.parts(scope, reading, where, intended));
    const link = ways.map((way) => ({ all: way.link }));
    if (ways.every(({ far }) => far.length === 0)) return { link: [{ any: link }], far: [] };
    if (ways.every((way) => way.link.length === 0)) return { link: [], far: [{ any: ways.map(({ far }) => ({ all: far })) }] };
    throw badInput(
      `${reading.field}: the alternatives of or ask all of the relationship itself or all of its far end; for both in one, put or around ${reading.field}: or: [{ ${reading.field}: { some: … } }, …]`,
    );
  }

  /** What is asked of a relationship by what it is not, or does not lead to: of one of the two, since they are looked at apart. */
  private unlike(scope: Scope, reading: Reading, where: Input, intended: Intended): ReturnType<Filters['parts']> {
    const { link, far } = this.parts(scope, reading, where, intended);
    if (link.length > 0 && far.length > 0)
      throw badInput(`${reading.field}: not asks either of the relationship itself or of its far end; ask for both with none beside some`);
    return { link: link.length > 0 ? [{ not: { all: link } }] : [], far: far.length > 0 ? [{ not: { all: far } }] : [] };
  }

  /** The kinds that some kinds and families stand for; refuses what no member of a family is of. */
  private kindsAmong(family: Kind | null, names: readonly string[]): string[] {
    const own = family ? this.vocabulary.concrete(family) : this.vocabulary.kinds;
    const stranger = names.find((name) => !own.some((kind) => this.concrete([name]).includes(kind.name)));
    const wrong = stranger === undefined ? undefined : this.vocabulary.kind(stranger);
    if (family && wrong)
      throw badInput(`kind: no ${kindField(family)} is of the kind ${kindConstant(wrong)}; its kinds are ${own.map(kindConstant).join(', ')}`);
    return this.concrete(names);
  }

  /** The kinds that some kinds and families stand for. */
  private concrete(names: readonly string[]): string[] {
    return names
      .flatMap((name) => this.vocabulary.kinds.filter((kind) => kind.name === name))
      .flatMap((kind) => this.vocabulary.concrete(kind).map((one) => one.name));
  }

  /** The kinds that stand at the far end, less those that the filter itself rules out. */
  private farLabels(reading: Reading, where: Input): string[] {
    const { far } = reading;
    const ways = (where['or'] as readonly Input[] | undefined)?.flatMap((way) => this.farLabels(reading, way));
    const keyed = far.filter((kind) => where[kindField(kind)] !== undefined);
    const asked = (where['entity'] as { readonly kind?: readonly string[] } | undefined)?.kind;
    const wanted = asked && this.concrete(asked);
    return (keyed.length > 0 ? keyed : far)
      .filter((kind) => !wanted || this.vocabulary.concrete(kind).some(({ name }) => wanted.includes(name)))
      .map(({ name }) => name)
      .filter((name) => !ways || ways.includes(name));
  }
}

/** How many are asked for; of what exists there is at least one. */
function counted(name: string, { exists, from, to }: Bounds): Bounds {
  checkBounds(name, from, to);
  if (exists === undefined) return { from, to };
  if (exists === null || typeof from === 'number' || typeof to === 'number') throw badInput(`${name}: ask for exists or for from and to, not for both`);
  return exists ? { from: 1, to: null } : { from: 0, to: 0 };
}

function propertyTests(properties: Properties, where: Input): Expression[] {
  return Object.entries(properties).flatMap(([name, value]): Expression[] => {
    const raw = where[name];
    if (raw === undefined) return [];
    if (raw === null) throw isNull(name, value);
    if (value.asking === 'TIME') return [inRange(name, raw)];
    if (value.asking === 'RANGE') return bounds(name, raw);
    if (value.asking === 'TEXT') return textTests(name, raw, { many: value.many });
    const among = test(name, value.many ? 'HAS' : 'IN', raw as Scalar[]);
    const isStated = value.otherwise === undefined || !(raw as Scalar[]).includes(value.otherwise);
    return [isStated ? among : { any: [among, { not: test(name, 'CONTAINS', ['']) }] }];
  });
}

/** Keeps a name that is asked for: where nothing has it, what may be meant is told beside the answer. */
function noteName({ notes: { named } }: Scope, name: string, kind: Kind | null): void {
  named.set(name, (named.get(name) ?? new Set()).add(kind?.name ?? ''));
}

/** A filter on how sure items of a list are; only a view that looks at time knows. */
export function certainty({ lens }: Scope, wanted: readonly string[]): Expression {
  if (!hasCertainty(lens)) throw badInput('certainty is known only within a view with asOf or knownBy');
  return test('certainty', 'IN', wanted);
}

/** Whom a list has to do with: each of some, and one or more of others. */
export interface Around {
  readonly all?: readonly string[] | null;
  readonly any?: readonly string[] | null;
}

interface WithinInput {
  readonly any?: readonly string[] | null;
  readonly self?: boolean | null;
}

function involves(asked: Around): Expression[] {
  refuseNulls(asked, 'involves.');
  const { all, any } = asked;
  return [...(all ?? []).map((id) => test('involves', 'HAS', [id])), ...(any ? [test('involves', 'HAS', any)] : [])];
}
