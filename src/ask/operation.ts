import type { GraphQLSchema } from 'graphql';
import { constant, kindConstant } from '../graphql/names.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import type { Head, Lens, Plan, Set, Some } from './plan.js';
import { idsOf } from './sets.js';
import { CLAIMS, MOST_LISTED, MOST_SHOWN, SAYING, Selections, type Listing } from './selections.js';
import { familiesOf, kindOf, linkWhere, readingOf } from './where.js';

/** How many things are compared with one another, or with what sources say of them. */
const MOST_COMPARED = 100;
/** How many things that a description fits are told of in brief. */
const MOST_BRIEFED = 3;

/** A GraphQL operation with its variables. */
export interface Operation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Compiles a plan to one operation of the API, which any client could send. */
export function operationOf(vocabulary: Vocabulary, schema: GraphQLSchema, plan: Plan, language: Language): Operation {
  return new Compiler(vocabulary, schema, language).compile(plan);
}

/** One operation that asks several plans at once: each under its own alias, `m0` on. */
export function operationOfAll(vocabulary: Vocabulary, schema: GraphQLSchema, plans: readonly Plan[], language: Language): Operation {
  return new Compiler(vocabulary, schema, language).compileAll(plans);
}

class Compiler extends Selections {
  compile({ heads, lens, intended }: Plan): Operation {
    const fields = this.fields(heads, intended === true);
    return this.operation(isSet(lens) ? `view(${this.lens(lens)}) {\n${fields}\n}` : fields);
  }

  compileAll(plans: readonly Plan[]): Operation {
    return this.operation(
      plans
        .map(
          ({ heads, lens, intended }, at) => `m${String(at)}: view${isSet(lens) ? `(${this.lens(lens)})` : ''} {\n${this.fields(heads, intended === true)}\n}`,
        )
        .join('\n'),
    );
  }

  private fields(heads: readonly Head[], isIncluded: boolean): string {
    this.isIncluded = isIncluded;
    return heads.map((head, at) => this.head(head, `h${String(at)}`)).join('\n');
  }

  private operation(body: string): Operation {
    const declared = this.variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    return {
      text: `query Ask${declared === '' ? '' : `(${declared})`} {\n${body}\n}`,
      variables: Object.fromEntries(this.variables.map(({ name, value }) => [name, value])),
    };
  }

  private lens({ asOf, knownBy, accordingTo, sources }: Lens): string {
    const given = { asOf: ['EDTF', asOf], knownBy: ['EDTF', knownBy], accordingTo: ['ID', accordingTo], source: ['[ID!]', sources] } as const;
    const named = Object.entries(given).filter(([, [, value]]) => value !== undefined);
    return named.map(([name, [type, value]]) => `${name}: ${this.variable(name, type, value)}`).join(', ');
  }

  private head(head: Head, alias: string): string {
    this.claims = head.head === 'said' ? SAYING : CLAIMS;
    this.shown = head.head === 'list' && head.pairs === true ? MOST_LISTED : MOST_SHOWN;
    this.isTimed = head.head === 'when' && head.property === undefined;
    const listed = 'set' in head && head.head !== 'group' ? [this.lists(head.set, alias, this.listing(head))] : [];
    return [...listed, ...this.beside(head, alias)].join('\n');
  }

  /** How a head lists its set: in which order, how many, and what it asks of each. */
  private listing(head: Head & { set: Set }): Listing {
    const order = ('order' in head ? head.order : undefined) ?? null;
    const more = (text: string): Listing => ({ order, first: order ? 1 : MOST_LISTED, more: text });
    switch (head.head) {
      case 'when':
        return more(head.property === undefined ? '' : this.dated(head.set, head.property));
      case 'where':
        return more(this.placed(head.set));
      case 'value':
        return more(this.valued(head.set, head.property));
      case 'qualified':
        return more(this.qualified(head.set, head.by, head.property));
      case 'most':
        return { ...more(this.counted(head.set, head.by)), first: MOST_COMPARED, having: head.by };
      case 'denied':
      case 'stated':
        return { ...more(''), first: MOST_COMPARED };
      default:
        return more('');
    }
  }

  /** What a head asks beside the things of its set. */
  private beside(head: Head, alias: string): readonly string[] {
    switch (head.head) {
      case 'yesno':
        return this.refuted(head.set, alias);
      case 'group':
        return [this.grouped(head.set, alias, head.by)];
      case 'brief':
        return this.briefs(head.sets, alias);
      case 'compare':
        return head.of.map(({ set, property }, at) => this.lists(set, `${alias}_${String(at)}`, { order: 'first', first: 2, more: this.dated(set, property) }));
      case 'paths':
        return [this.paths(head, alias)];
      case 'between':
        return [this.between(head.a, head.b, alias)];
      case 'denied':
        return [`${alias}: entity(id: ${this.id(head.id)}) { ${this.named} ${this.denied(head.type)} }`];
      case 'disputes':
        return (head.about.length > 0 ? head.about : [null]).map(
          (id, at) =>
            `${alias}_${String(at)}: disputes(${id === null ? '' : `about: ${this.id(id)}, `}first: 20) { totalCount nodes { explanation about { ${this.named} } claims(first: 5) { nodes { id predicate qualifiers { name value } } } } }`,
        );
      case 'stated':
        return [`${alias}: countChecks(first: 20) { nodes { stated measure list members(first: 50) { nodes { id label } } claim { id value } } }`];
      case 'mentioned':
        return [`${alias}: entity(id: ${this.id(head.id)}) { ${this.named} mentions(first: 50) { nodes { claimCount source { ${this.named} } } } }`];
      case 'figure':
        return this.figures(head.id, alias);
      case 'changed':
        return this.changed(head, alias);
      default:
        return [];
    }
  }

  /** What sources deny of the relationship that a yes would need. */
  private refuted({ tests }: Set, alias: string): readonly string[] {
    const [own] = tests.flatMap((test) => (test.is === 'id' ? test.ids : []));
    const some = tests.find((test) => test.is === 'some');
    return own !== undefined && some?.is === 'some' && some.set.tests.some(({ is }) => is === 'id')
      ? [`${alias}: entity(id: ${this.id(own)}) { ${this.named} ${this.denied(some.type)} }`]
      : [];
  }

  private denied(type: string): string {
    return `claims(where: { polarity: DENIED, predicate: ["${type}"] }, first: 100) { nodes { id summary subject { ${this.named} } object { ${this.named} } } }`;
  }

  private dated(set: Set, property: string): string {
    const kinds = familiesOf(this.vocabulary, set);
    return kinds.length > 0
      ? `time: ${property} { edtf asWritten } tf: fact(property: "${property}") { ${CLAIMS} history(first: 5) { nodes { when { edtf } value claims(first: 2) { nodes { id } } } } }`
      : '';
  }

  /** Where things of a set are: the relationships from them to places that are no parties to them. */
  private placed(set: Set): string {
    const [family] = familiesOf(this.vocabulary, set);
    if (!family) return '';
    const isPlace = (kind: Kind) => this.vocabulary.relationships.some((item) => item.nests && this.vocabulary.fits(kind, item.to));
    const readings = this.vocabulary.readings(family.root).filter(({ relationship, direction, far }) => {
      return (
        direction === 'OUT' &&
        far.some(isPlace) &&
        (relationship.nests || (family.root.record && !relationship.involves && !relationship.loose && relationship.describes === 'from'))
      );
    });
    return readings.map(({ field }, at) => `p${String(at)}: ${field}(first: 10) { edges { ${this.fact} node { ${this.named} } } }`).join(' ');
  }

  private valued(set: Set, property: string): string {
    const value = kindOf(this.vocabulary, set.kinds[0] ?? '').properties[property];
    return `value: ${property} ${value?.many === true && value.choice === undefined ? `vf: claims(where: { predicate: ["${property}"] }, first: 5) { nodes { id } }` : `vf: fact(property: "${property}") { ${CLAIMS} }`}`;
  }

  private grouped(set: Set, alias: string, by: string): string {
    const [family] = familiesOf(this.vocabulary, set);
    if (!family) throw new Error('nothing to group');
    const facet = constant(by === 'year' ? `${family.root.orderedBy ?? ''}Year` : by);
    return `${alias}_0: ${family.root.plural}(${this.where(family.root, family.set)}first: 1) { totalCount facets(by: ${facet}, first: 20) { nodes { key count } } }`;
  }

  private counted(set: Set, by: Some): string {
    const { field, args } = this.linked(set, by);
    return `n: ${field}${args === '' ? '' : `(${args})`} { totalCount }`;
  }

  private qualified(set: Set, by: Some, property: string): string {
    const { field, args } = this.linked(set, by);
    return `q0: ${field}(${args}first: 100, intended: INCLUDE) { edges { ${this.fact} node { ${this.named} } ${property} { ${this.named} } } }`;
  }

  /** The field of things of a set that a test is on, with its filter as an argument. */
  private linked(set: Set, by: Some): { field: string; args: string } {
    const [family] = familiesOf(this.vocabulary, set);
    const reading = family ? readingOf(this.vocabulary, family.root, by) : undefined;
    if (!family || !reading) throw new Error('no such relationship');
    const where = linkWhere(this.vocabulary, reading, by);
    const args = Object.keys(where).length === 0 ? '' : `where: ${this.variable('link', this.linkType(family.root, reading.field), where)}, `;
    return { field: reading.field, args };
  }

  private briefs(sets: readonly Set[], alias: string): readonly string[] {
    const each = sets.map((set, at) => this.lists(set, `${alias}_${String(at)}`, { order: null, first: MOST_BRIEFED, more: this.brief(set) }));
    const [a, b] = sets.flatMap((set) => idsOf(set) ?? []);
    return [...each, ...(a !== undefined && b !== undefined ? [this.between(a, b, `${alias}_b`)] : [])];
  }

  /** What is known of things of a set, in a few words. */
  private brief(set: Set): string {
    const [family] = familiesOf(this.vocabulary, set);
    const choices = Object.entries(family?.root.properties ?? {}).filter(([, value]) => value.choice && !value.many).map(([name]) => `c_${name}: ${name}`); // prettier-ignore
    return `${choices.join(' ')} descriptions(first: 5) { nodes { text fact { ${CLAIMS} } } } claims(side: DESCRIBED, first: 12) { nodes { id summary } } neighbours(first: 12) { nodes { type field count ${this.language === 'en' ? 'sentence(first: 4)' : `entities(first: 4) { ${this.named} }`} } } ${this.language === 'en' ? 'inText: called' : ''}`;
  }

  private paths({ from, to, types, avoid, through, kinds, intended }: Head & { head: 'paths' }, alias: string): string {
    const lists = {
      avoid: ['[ID!]', avoid],
      through: ['[ID!]', through],
      type: ['[RelationshipType!]', types],
      kind: ['[EntityKind!]', [...new globalThis.Set(kinds.flatMap((name) => this.vocabulary.concrete(kindOf(this.vocabulary, name)).map(kindConstant)))]],
    } as const;
    const more = Object.entries(lists).flatMap(([name, [type, ids]]) => (ids.length > 0 ? [`, ${name}: ${this.variable(name, type, ids)}`] : [])).join(''); // prettier-ignore
    return `${alias}: paths(from: [${this.id(from)}], to: [${this.id(to)}]${more}${types.length > 0 ? ', rankBy: FEWEST_HOPS' : ''}${intended ? ', intended: INCLUDE' : ''}, first: 3) { outcome reason truncated paths { narrative entities { ${this.named} } citations { id } } }`;
  }

  private between(a: string, b: string, alias: string): string {
    return `${alias}: between(a: ${this.id(a)}, b: ${this.id(b)}, first: 20) { outcome reason truncated direct { sentence ${this.fact} } shared { entity { ${this.named} } withA { sentence ${this.fact} } withB { sentence ${this.fact} } } }`;
  }

  /** The figures of an entity, and of the records that it takes part in. */
  private figures(id: string, alias: string): readonly string[] {
    const figures = `id label figures(first: 20) { nodes { measure unit text ${this.fact} } }`;
    const records = this.vocabulary.roots.filter(({ record }) => record);
    const lists = records.map((root, at) => {
      return `${alias}_${String(at)}: ${root.plural}(where: ${this.variable('where', this.whereType(this.query, root.plural), { involves: { all: [id] } })}, first: 50) { nodes { ${figures} } }`;
    });
    return [`${alias}_e: entity(id: ${this.id(id)}) { ${figures} }`, ...lists];
  }

  private changed({ id, from, to }: Head & { head: 'changed' }, alias: string): readonly string[] {
    const claims = (day: string, name: string) =>
      `${alias}_${name}: view(knownBy: ${this.variable('knownBy', 'EDTF', day)}) { entity(id: ${this.id(id ?? '')}) { ${this.named} claims(side: DESCRIBED, first: 100) { totalCount nodes { id summary } } } }`;
    if (id !== undefined) return [claims(from, 'before'), claims(to, 'after')];
    const range = this.variable('published', 'SourceWhere', { published: { from, to } });
    return [`${alias}_0: sources(where: ${range}, first: 50, orderBy: DATE_ASC) { totalCount nodes { ${this.named} date: published { edtf } } }`];
  }
}

/** Whether a lens is one: it changes something. */
export function isSet(lens: Lens | undefined): lens is Lens {
  return lens !== undefined && Object.keys(lens).length > 0;
}
