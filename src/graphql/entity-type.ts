import type { ArgBuilder } from '@pothos/core';
import type { Filter } from '../graph/filter.js';
import type { ClaimSide } from '../graph/store.js';
import { factKey } from '../model/claim.js';
import type { EntityNode } from '../model/graph.js';
import { isLanguage, namedAs, nameIn } from '../model/named.js';
import { compareText } from '../model/text.js';
import { COMMON, type Kind, type Vocabulary } from '../model/vocabulary.js';
import { alikeIn } from './alike.js';
import { publishEnum, type ChoiceRef, type Types } from './builder.js';
import { claimsAt, PRICE_OF_ORDER } from './claim-lists.js';
import { listOf } from './connection.js';
import { figuresAbout, figuresAtHand, publishFigures } from './figures.js';
import { publishList } from './list-type.js';
import { sourceOf, type FactHandle } from './evidence.js';
import { checkPredicates, checkProperty } from './predicates.js';
import { priced } from './price.js';
import type { Publisher } from './publisher.js';
import type { Scope, Subject } from './scope.js';
import { listIn, scalarIn, timeIn } from './values.js';

interface NameHandle {
  readonly text: string;
  readonly lang: string;
  readonly script: string;
  readonly fact: FactHandle;
}

interface TextHandle {
  readonly text: string;
  readonly fact: FactHandle;
}

interface Mention {
  readonly scope: Scope;
  readonly source: string;
  readonly claimCount: number;
}

const MOST_MENTIONS = 1_000;

/** Publishes the interface that every kind implements: identity, names, figures, evidence. */
export function publishEntity(publisher: Publisher): void {
  const { evidence, builder } = publisher;
  const name = builder.objectRef<NameHandle>('Name').implement({
    description: 'A name or alias, as somebody writes it.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'The name.' }),
      lang: t.exposeString('lang', { description: 'Its language (BCP 47).' }),
      script: t.exposeString('script', { description: 'Its script (ISO 15924).' }),
      fact: t.field({ type: evidence.fact, description: 'Who writes it so.', resolve: ({ fact }) => fact }),
    }),
  });
  const description = builder.objectRef<TextHandle>('Description').implement({
    description: 'Something said of an entity that no other field holds.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'What is said.' }),
      fact: t.field({ type: evidence.fact, description: 'Who says it.', resolve: ({ fact }) => fact }),
    }),
  });
  const mention = builder.objectRef<Mention>('Mention').implement({
    description: 'A source that claims something of an entity.',
    fields: (t) => ({
      source: t.field({
        type: publisher.source,
        description: 'The source.',
        resolve: ({ scope, source }) => sourceOf(scope, source),
      }),
      claimCount: t.exposeInt('claimCount', { description: 'How many claims of it.' }),
    }),
  });
  const figures = publishFigures(publisher);
  const [names, descriptions, mentions] = [
    publishList<NameHandle>(builder, { name: 'Name', of: 'names', type: name }),
    publishList<TextHandle>(builder, { name: 'Description', of: 'descriptions', type: description }),
    publishList<Mention>(builder, { name: 'Mention', of: 'mentions', type: mention }),
  ];
  const side = sideEnum(publisher);
  // Every kind has these lists: what they take alike is made once.
  const page = (t: { readonly arg: ArgBuilder<Types> }, field: string) =>
    alikeIn(builder).args.of('page', { type: 'Entity', field }, () => t.arg.connectionArgs());
  publisher.entity.implement({
    description: 'Anything with an identity: a person, a country, an event, an agreement, a statement.',
    interfaces: [builder.nodeInterfaceRef()],
    resolveType: (subject) => publisher.typeOf(subject),
    fields: (t) => ({
      id: t.id({ description: 'Readable and stable, such as country/fr.', resolve: (subject) => subject.entity.id }),
      when: t.field({
        type: evidence.when,
        nullable: true,
        description: 'When it took place, was signed, began, was said or published, or is to: by what lists of its kind are ordered.',
        resolve: ({ entity }) => timeIn(entity.columns, publisher.vocabulary.kind(entity.kind)?.orderedBy ?? ''),
      }),
      kind: t.field({ type: publisher.kindEnum, description: 'What kind of entity it is.', resolve: (subject) => subject.entity.kind }),
      formerIds: t.idList({
        description: 'Ids that it had before it was renamed, or that were merged into it; each of them still finds it.',
        resolve: ({ entity }) => [entity.columns['was'] ?? []].flat().map(String),
      }),
      label: t.string({
        description: 'What it is called where no language is asked for: in lists and orders.',
        resolve: (subject) => subject.entity.label,
      }),
      called: t.string({
        description: 'What an English sentence calls it: “the European Union”, “the meeting of Ada and Bo”; its label where it needs no more.',
        resolve: ({ scope, entity }) => namedAs(scope.vocabulary, entity).text,
      }),
      name: t.string({
        description: 'Its name in a language (fr-CA: else in fr), or its label where it has none.',
        args: { lang: t.arg.string({ required: false, description: 'A language such as fr or ko.' }) },
        resolve: (subject, { lang }) => nameIn(subject.entity, lang ?? null),
      }),
      names: t.field({
        type: names,
        description: 'All names and aliases.',
        args: { ...page(t, 'names'), lang: t.arg.string({ required: false, description: 'Only names in this language and its varieties.' }) },
        resolve: (subject, { lang, ...args }) =>
          listOf<NameHandle, NameHandle>({
            list: ['names', subject.entity.id, lang],
            args,
            all: () => namesOf(subject).filter((item) => !lang || isLanguage(item.lang, lang)),
            id: ({ fact }) => fact.key,
            node: (item) => item,
          }),
      }),
      descriptions: t.field({
        type: descriptions,
        description: 'What is said of it that no other field holds, in our own words.',
        args: page(t, 'descriptions'),
        resolve: (subject, args) =>
          listOf<TextHandle, TextHandle>({
            list: ['descriptions', subject.entity.id],
            args,
            all: () => descriptionsOf(subject),
            id: ({ fact }) => fact.key,
            node: (item) => item,
          }),
      }),
      figures: t.field({
        type: figures.list,
        description: 'Numbers stated about it.',
        args: { ...page(t, 'figures'), where: t.arg({ type: figures.where, required: false }) },
        resolve: (subject, { where, ...args }) =>
          figuresAtHand(['figures', subject.entity.id, where], args, () => figuresAbout(publisher, subject.scope, where, [subject.entity.id])),
      }),
      mentions: t.field({
        type: mentions,
        extensions: priced(50),
        description: 'The documents and data sets that claim something of it, with how many claims; most first. At most 1,000 claims are read.',
        args: {
          ...page(t, 'mentions'),
          predicate: t.arg.stringList({
            required: false,
            description: 'Only claims of these predicates, as in ClaimWhere; name, for the sources that name it.',
          }),
          reference: t.arg.boolean({
            required: false,
            description: 'Whether sources without a text count as well, such as gazetteers and lists of codes.',
          }),
        },
        resolve: (subject, { predicate, reference, ...args }) =>
          listOf<Mention, Mention>({
            list: ['mentions', subject.entity.id, predicate, reference],
            args,
            all: () => mentionsOf(subject, predicate ?? null, reference === true),
            id: ({ source }) => source,
            node: (item) => item,
          }),
      }),
      intended: t.boolean({ description: 'Whether it is only planned or hoped for.', resolve: (subject) => subject.entity.intended }),
      fact: t.field({
        type: evidence.fact,
        nullable: true,
        description: 'The evidence for one of its properties; without a property, for the record as a whole (null for what is no record).',
        args: { property: t.arg.string({ required: false, description: 'A property with one value, such as since or when.' }) },
        resolve: (subject, { property }) => factOf(publisher.vocabulary, subject, property ?? null),
      }),
      claims: t.field({
        type: evidence.claimConnection,
        extensions: priced(({ orderBy }) => (orderBy ? PRICE_OF_ORDER : 0)),
        description: 'What is claimed about it, by it or in it.',
        args: {
          ...evidence.claimArgs(t),
          side: t.arg({ type: side, required: false, description: 'As what it stands in the claims; ANY by default.' }),
        },
        resolve: ({ scope, entity }, { side: wanted, ...args }) => claimsAt(scope, sidesOf(wanted), entity.id, args),
      }),
    }),
  });
}

const ANY_SIDE = 'any';

/** The sides that an entity is looked for on. */
function sidesOf(wanted: string | null | undefined): readonly ClaimSide[] {
  return wanted && wanted !== ANY_SIDE ? [wanted as ClaimSide] : ['subject', 'object', 'assertedBy', 'source'];
}

function sideEnum({ builder }: Publisher): ChoiceRef {
  return publishEnum(builder, 'ClaimSide', 'As what an entity stands in claims.', {
    ANY: { value: ANY_SIDE, description: 'Any of these.' },
    DESCRIBED: { value: 'describes', description: 'The claims say what it is, who takes part in it, when it was.' },
    SUBJECT: { value: 'subject', description: 'It is the first end, or has the property.' },
    OBJECT: { value: 'object', description: 'It is the far end of a relationship.' },
    SPEAKER: { value: 'assertedBy', description: 'It is quoted as saying so.' },
    SOURCE: { value: 'source', description: 'The claims stand in it.' },
  });
}

async function factOf(vocabulary: Vocabulary, { scope, entity }: Subject, property: string | null): Promise<FactHandle | null> {
  const kind = kindOf(vocabulary, entity);
  if (property === null) return kind.record ? { scope, key: entity.id, record: { scope, entity } } : null;
  checkProperty(vocabulary, kind, property);
  const key = factKey(property, entity.id, '', '');
  return (await scope.claims(key)).length > 0 ? { scope, key, record: null } : null;
}

function kindOf(vocabulary: Vocabulary, entity: EntityNode): Kind {
  const kind = vocabulary.kind(entity.kind);
  if (!kind) throw new Error(`the store holds the unknown kind ${entity.kind}`);
  return kind;
}

function namesOf({ scope, entity }: Subject): NameHandle[] {
  const { columns, id } = entity;
  return listIn(columns, 'name').map((text, at) => {
    const lang = String(listIn(columns, 'nameLang')[at]);
    return {
      text: String(text),
      lang,
      script: String(listIn(columns, 'nameScript')[at]),
      fact: { scope, key: factKey('name', id, '', `${String(text)}@${lang}`), record: null },
    };
  });
}

function descriptionsOf({ scope, entity }: Subject): TextHandle[] {
  return listIn(entity.columns, 'description').map((text) => ({
    text: String(text),
    fact: { scope, key: factKey('description', entity.id, '', COMMON.description.key(String(text))), record: null },
  }));
}

async function mentionsOf({ scope, entity }: Subject, predicate: readonly string[] | null, reference: boolean): Promise<Mention[]> {
  checkPredicates(scope.vocabulary, predicate);
  const filter: Filter = predicate ? [[{ column: 'predicate', op: 'IN', values: predicate, negated: false }]] : [];
  const key = { id: entity.id, after: null };
  const [own, others] = await Promise.all(
    (['subject', 'object'] as const).map((side) => scope.claimPage({ side, filter, descending: false, first: MOST_MENTIONS }, key)),
  );
  const counts = new Map<string, number>();
  for (const { source } of [...(own?.items ?? []), ...(others?.items ?? [])]) counts.set(source, (counts.get(source) ?? 0) + 1);
  const hasText = await Promise.all([...counts].map(async ([source]) => scalarIn((await sourceOf(scope, source)).entity.columns, 'sha256') !== null));
  return [...counts]
    .filter((_found, at) => reference || hasText[at])
    .map(([source, claimCount]) => ({ scope, source, claimCount }))
    .sort((a, b) => b.claimCount - a.claimCount || compareText(a.source, b.source));
}
