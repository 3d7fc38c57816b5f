import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import type { Set, Some, Test } from './plan.js';
import { familiesOf, isIntended, linkWhere, readingOf, unfolded, whereOf } from './where.js';

/** How many entities of a list are told, how many relationships are shown as its evidence, and how many claims of a fact. */
export const MOST_LISTED = 50;
export const MOST_SHOWN = 5;
const MOST_CLAIMS = 3;
/** How deep evidence is shown: a person, an event, its other participants. */
const DEEPEST = 3;

export const CLAIMS = `claims(first: ${String(MOST_CLAIMS)}) { nodes { id } }`;
/** Claims with what they say, for questions of who says so. */
export const SAYING = 'claims(first: 5) { nodes { id value summary assertedBy { id label } source { label } } }';

/** How a set is listed: in which order, how many of it, what more is told of each, and what each has to have beside. */
export interface Listing {
  readonly order: 'first' | 'last' | null;
  readonly first: number;
  readonly more: string;
  readonly having?: Some;
}

/** The alias of the name of an entity in the language of the question. */
export const CALLED = 'called';

/** What an operation selects of entities: their rows, with the relationships and claims that prove what is asked of them. */
export class Selections {
  protected readonly vocabulary: Vocabulary;
  protected readonly query: GraphQLObjectType;
  protected readonly variables: { readonly name: string; readonly type: string; readonly value: unknown }[] = [];
  protected isIncluded = false;
  protected claims = CLAIMS;
  protected shown = MOST_SHOWN;
  /** Whether the times of relationships are asked for, with those that other sources give. */
  protected isTimed = false;
  /** An entity's id with its label, and its name in the language of the question. */
  protected readonly named: string;
  protected readonly language: Language;
  private readonly schema: GraphQLSchema;

  constructor(vocabulary: Vocabulary, schema: GraphQLSchema, language: Language) {
    this.vocabulary = vocabulary;
    this.schema = schema;
    this.language = language;
    this.named = language === 'en' ? 'id label' : `id label ${CALLED}: name(lang: "${language}")`;
    const query = schema.getQueryType();
    if (!query) throw new Error('a schema without queries');
    this.query = query;
  }

  protected get fact(): string {
    return `fact { status when { edtf } disputed ${this.isTimed ? 'history(first: 5) { nodes { when { edtf } value } } ' : ''}${this.claims} }`;
  }

  protected variable(name: string, type: string, value: unknown): string {
    const same = this.variables.find((own) => own.type === type && JSON.stringify(own.value) === JSON.stringify(value));
    if (same) return `$${same.name}`;
    const own = this.variables.some((known) => known.name === name) ? `${name}${String(this.variables.length)}` : name;
    this.variables.push({ name: own, type, value });
    return `$${own}`;
  }

  protected id(id: string): string {
    return this.variable('id', 'ID!', id);
  }

  protected lists(set: Set, alias: string, how: Listing): string {
    return familiesOf(this.vocabulary, set)
      .map(({ root, set: own }, at) => {
        const where = how.having ? { ...own, tests: [...own.tests, how.having] } : own;
        return this.list(root, where, `${alias}_${String(at)}`, how);
      })
      .join('\n');
  }

  private list(root: Kind, set: Set, alias: string, { order, first, more }: Listing): string {
    const sort = root.orderedBy === null ? 'LABEL_ASC' : order === 'last' ? 'DATE_DESC' : 'DATE_ASC';
    // What is named is told of even where it is only planned, and who is in a record that is named.
    const isNamed = set.tests.some((test) => test.is === 'id' || (test.is === 'some' && test.set.tests.some(({ is }) => is === 'id') && familiesOf(this.vocabulary, test.set).every(({ root: own }) => own.record))); // prettier-ignore
    const intended = isIntended(set) ? ', intended: ONLY' : this.isIncluded || isNamed ? ', intended: INCLUDE' : '';
    const selected = `${this.row(root)} ${this.evidence(root, set.tests, 0)} ${more}`;
    return `${alias}: ${root.plural}(${this.where(root, set)}first: ${String(first)}, orderBy: ${sort}${intended}) { totalCount nodes { ${selected} } }`;
  }

  protected where(root: Kind, set: Set): string {
    const where = whereOf(this.vocabulary, root, set);
    if (Object.keys(where).length === 0) return '';
    return `where: ${this.variable('where', this.whereType(this.query, root.plural), where)}, `;
  }

  /** The type of the filter of a field. */
  protected whereType(type: GraphQLObjectType, field: string): string {
    return String(type.getFields()[field]?.args.find(({ name }) => name === 'where')?.type);
  }

  /** What is told of every entity: its name and, of a record, its time. */
  private row(kind: Kind): string {
    const dated = kind.orderedBy === null ? '' : `date: ${kind.orderedBy} { edtf }`;
    const gist = Object.entries(kind.properties).find(([, value]) => kind.record && value.sort === 'text' && !value.many)?.[0];
    return `${this.named} kind ${kind.record ? 'intended' : ''} ${dated} ${gist === undefined ? '' : `text: ${gist}`} certainty`;
  }

  /** The relationships and properties that tests ask for, with their claims. */
  private evidence(kind: Kind, tests: readonly Test[], depth: number): string {
    return tests.map((test, at) => this.proof(kind, unfolded(this.vocabulary, test), `e${String(at)}`, depth)).join(' ');
  }

  private proof(kind: Kind, test: Test, alias: string, depth: number): string {
    if (test.is === 'all' || test.is === 'any')
      return test.tests.map((own, at) => this.proof(kind, unfolded(this.vocabulary, own), `${alias}_${String(at)}`, depth)).join(' ');
    const property = 'property' in test && test.property === '' ? (kind.orderedBy ?? '') : 'property' in test ? test.property : '';
    // What a document itself says of itself has no claims.
    if (property !== '' && kind.properties[property]?.given) return '';
    if (kind.properties[property]?.many) return `${alias}: claims(where: { predicate: ["${property}"] }, first: 5) { nodes { id } }`;
    if (test.is === 'time' || test.is === 'text' || test.is === 'choice' || (test.is === 'exists' && test.exists))
      return `${alias}: fact(property: "${property}") { status ${test.is === 'choice' ? SAYING : this.claims} }`;
    if (test.is === 'involves') return this.involving(kind, alias);
    if (test.is !== 'some' || depth >= DEEPEST) return '';
    const reading = readingOf(this.vocabulary, kind, test);
    if (!reading) return '';
    const far = reading.far.length === 1 ? (reading.far[0] ?? null) : null;
    const where = linkWhere(this.vocabulary, reading, test);
    const args = Object.keys(where).length === 0 ? '' : `where: ${this.variable('link', this.linkType(kind, reading.field), where)}, `;
    const below = familiesOf(this.vocabulary, test.set)
      .map(({ root, set }) => {
        const own = root.orderedBy === null ? '' : `date_${root.orderedBy}: ${root.orderedBy} { edtf }`;
        const deeper = `${own} ${this.evidence(root, set.tests, depth + 1)}`.trim();
        return deeper === '' ? '' : far === root ? deeper : `... on ${root.name} { ${deeper} }`;
      })
      .join(' ');
    return `${alias}: ${reading.field}(${args}first: ${String(this.shown)}) { edges { ${this.fact} node { ${this.named} ${below} } } }`;
  }

  /** Who takes part in a record, as the proof that it involves somebody. */
  private involving(kind: Kind, alias: string): string {
    const readings = this.vocabulary
      .readings(kind)
      .filter(({ relationship, direction }) => relationship.involves && relationship.describes === 'to' && direction === 'IN');
    return readings
      .map(({ field }, at) => `${alias}_i${String(at)}: ${field}(first: ${String(MOST_SHOWN)}) { edges { ${this.fact} node { ${this.named} } } }`)
      .join(' ');
  }

  protected linkType(kind: Kind, field: string): string {
    return this.whereType(this.schema.getType(kind.name) as GraphQLObjectType, field);
  }
}
