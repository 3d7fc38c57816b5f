import type { Filter } from '../graph/filter.js';
import { figureInWords } from '../disputes/hedge.js';
import { factKey } from '../model/claim.js';
import type { EntityNode } from '../model/projection.js';
import { compareText, hint } from '../model/text.js';
import type { Quantity } from '../model/values.js';
import { COMMON, type Kind, type Vocabulary } from '../model/vocabulary.js';
import type { Builder } from './builder.js';
import { badInput } from './errors.js';
import type { FactHandle } from './evidence.js';
import type { Publisher } from './publisher.js';
import type { Scope, Subject } from './scope.js';
import { listIn, type ChoiceRef } from './values.js';

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

interface FigureHandle extends Quantity {
  readonly fact: FactHandle;
}

interface Mention {
  readonly scope: Scope;
  readonly source: string;
  readonly claims: number;
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
  const figure = builder.objectRef<FigureHandle>('Figure').implement({
    description: 'A number that somebody states, with its hedge.',
    fields: (t) => ({
      measure: t.exposeString('measure', { description: 'What is measured.' }),
      amount: t.exposeFloat('amount', { description: 'The number.' }),
      unit: t.exposeString('unit', { description: 'Of what.' }),
      comparator: t.exposeString('comparator', { description: 'EXACTLY, ABOUT, ALMOST, LESS_THAN, MORE_THAN or AT_LEAST.' }),
      text: t.string({ description: 'The figure in words, such as: about 22 partnerships signed.', resolve: figureInWords }),
      fact: t.field({ type: evidence.fact, description: 'Who states it, when and how.', resolve: ({ fact }) => fact }),
    }),
  });
  const mention = builder.objectRef<Mention>('Mention').implement({
    description: 'A source that claims something of an entity.',
    fields: (t) => ({
      source: t.field({
        type: publisher.entity as never,
        nullable: true,
        description: 'The source.',
        resolve: ({ scope, source }) => scope.entity(source) as never,
      }),
      claims: t.exposeInt('claims', { description: 'How many claims of it.' }),
    }),
  });
  (publisher.entity as unknown as { implement: (options: unknown) => void }).implement({
    description: 'Anything with an identity: a person, a country, an event, an agreement, a statement.',
    interfaces: [builder.nodeInterfaceRef()],
    resolveType: (subject: Subject) => subject.entity.kind,
    fields: (t: Parameters<Parameters<Builder['interfaceFields']>[1]>[0]) => ({
      id: t.id({ description: 'Readable and stable, such as country/fr.', resolve: (subject) => entityOf(subject).id }),
      kind: t.field({ type: publisher.kindEnum, description: 'What kind of entity it is.', resolve: (subject) => entityOf(subject).kind }),
      was: t.idList({
        description: 'Ids that it had before it was renamed, or that were merged into it; each of them still finds it.',
        resolve: (subject) => [entityOf(subject).columns['was'] ?? []].flat().map(String),
      }),
      label: t.string({ description: 'What it is called here.', resolve: (subject) => entityOf(subject).label }),
      name: t.string({
        description: 'Its name in a language, or its label where it has none in that language.',
        args: { lang: t.arg.string({ required: false, description: 'A language such as fr or ko.' }) },
        resolve: (subject, { lang }) => nameIn(entityOf(subject), lang ?? null),
      }),
      names: t.field({
        type: [name],
        description: 'All names and aliases.',
        args: { lang: t.arg.string({ required: false, description: 'Only names in this language.' }) },
        resolve: (subject, { lang }) => namesOf(subject as Subject).filter((item) => !lang || item.lang === lang),
      }),
      descriptions: t.field({ type: [description], description: 'What else is said of it.', resolve: (subject) => descriptionsOf(subject as Subject) }),
      figures: t.field({
        type: [figure],
        description: 'Numbers stated about it.',
        args: { measure: t.arg.stringList({ required: false, description: 'Only these measures.' }) },
        resolve: (subject, { measure }) => figuresOf(subject as Subject).filter((item) => !measure || measure.includes(item.measure)),
      }),
      mentions: t.field({
        type: [mention],
        description: 'The sources that claim something of it, with how many claims; most first. At most 1,000 claims are read.',
        args: {
          predicate: t.arg.stringList({
            required: false,
            description: 'Only claims of these properties or relationship types; name, for the sources that name it.',
          }),
        },
        resolve: (subject, { predicate }) => mentionsOf(subject as Subject, predicate ?? null),
      }),
      intended: t.boolean({ description: 'Whether it is only planned or hoped for.', resolve: (subject) => entityOf(subject).intended }),
      fact: t.field({
        type: evidence.fact,
        nullable: true,
        description: 'The evidence for one of its properties; without a property, for the record as a whole (null for what is no record).',
        args: { property: t.arg.string({ required: false, description: 'A property with one value, such as since or when.' }) },
        resolve: (subject, { property }) => factOf(publisher.vocabulary, subject as Subject, property ?? null),
      }),
      claims: t.field({
        type: evidence.claimConnection,
        description: 'What is claimed about it.',
        args: {
          ...evidence.claimArgs(t as never),
          side: t.arg({ type: sideEnum(builder), required: false, description: 'As what it stands in the claims; DESCRIBED by default.' }),
        },
        resolve: (subject, { side, ...args }) => {
          const { scope, entity } = subject as Subject;
          return evidence.claimList(scope, (side ?? 'describes') as never, entity.id, args);
        },
      }),
    }),
  });
}

function sideEnum(builder: Builder): ChoiceRef {
  return builder.enumType('ClaimSide', {
    description: 'As what an entity stands in claims.',
    values: {
      DESCRIBED: { value: 'describes', description: 'The claims say what it is, who takes part in it, when it was.' },
      SUBJECT: { value: 'subject', description: 'It is the first end, or has the property.' },
      OBJECT: { value: 'object', description: 'It is the far end of a relationship.' },
      SPEAKER: { value: 'assertedBy', description: 'It is quoted as saying so.' },
      SOURCE: { value: 'source', description: 'The claims stand in it.' },
    },
  });
}

async function factOf(vocabulary: Vocabulary, { scope, entity }: Subject, property: string | null): Promise<FactHandle | null> {
  const kind = kindOf(vocabulary, entity);
  if (property === null) return kind.record ? { scope, key: entity.id, record: { scope, entity } } : null;
  const properties = vocabulary.properties(kind);
  const value = Object.hasOwn(properties, property) ? properties[property] : undefined;
  const single = Object.keys(properties).filter((name) => !properties[name]?.many && !properties[name]?.given);
  if (!value || value.many || value.given) throw badInput(`unknown property "${property.slice(0, 40)}" of ${kind.name}${hint(property, single)}`);
  const key = factKey(property, entity.id, '', '');
  return (await scope.claims(key)).length > 0 ? { scope, key, record: null } : null;
}

function kindOf(vocabulary: Vocabulary, entity: EntityNode): Kind {
  const kind = vocabulary.kind(entity.kind);
  if (!kind) throw new Error(`the store holds the unknown kind ${entity.kind}`);
  return kind;
}

function entityOf(parent: unknown): EntityNode {
  return (parent as Subject).entity;
}

function nameIn(entity: EntityNode, lang: string | null): string {
  const at = lang === null ? -1 : listIn(entity.columns, 'nameLang').indexOf(lang);
  return at < 0 ? entity.label : String(listIn(entity.columns, 'name')[at]);
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

function figuresOf({ scope, entity }: Subject): FigureHandle[] {
  const { columns, id } = entity;
  return listIn(columns, 'figure').map((measure, at) => ({
    measure: String(measure),
    amount: Number(listIn(columns, 'figureAmount')[at]),
    unit: String(listIn(columns, 'figureUnit')[at]),
    comparator: String(listIn(columns, 'figureComparator')[at]),
    fact: { scope, key: factKey('figure', id, '', String(measure)), record: null },
  }));
}

async function mentionsOf({ scope, entity }: Subject, predicate: readonly string[] | null): Promise<Mention[]> {
  const filter: Filter = predicate ? [[{ column: 'predicate', op: 'IN', values: predicate, negated: false }]] : [];
  const key = { id: entity.id, after: null };
  const [own, others] = await Promise.all((['subject', 'object'] as const).map((side) => scope.claimPage({ side, filter, first: MOST_MENTIONS }, key)));
  const counts = new Map<string, number>();
  for (const { source } of [...(own?.items ?? []), ...(others?.items ?? [])]) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].map(([source, claims]) => ({ scope, source, claims })).sort((a, b) => b.claims - a.claims || compareText(a.source, b.source));
}
