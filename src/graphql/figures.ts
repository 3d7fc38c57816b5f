import type { ObjectRef } from '@pothos/core';
import { passes, statesOf } from '../graph/filter.js';
import { normalForm } from '../graph/normal-form.js';
import { among } from '../graph/read-claims.js';
import { factKey } from '../model/claim.js';
import { figureInWords } from '../model/figure.js';
import type { EntityNode } from '../model/graph.js';
import { compareText } from '../model/text.js';
import { decimal, type Quantity } from '../model/values.js';
import { publishEnum, type DeclaredInput, type Types } from './builder.js';
import { listOf, type Connection, type Edge } from './connection.js';
import type { PageArgs } from './cursor.js';
import { entityList } from './entity-lists.js';
import { badInput } from './errors.js';
import type { FactHandle } from './evidence.js';
import { wholeOf } from './facets.js';
import type { Input } from './filters.js';
import { publishList } from './list-type.js';
import { priced } from './price.js';
import type { Publisher } from './publisher.js';
import { bounds, isNull, textTests } from './ranges.js';
import { countingIn, scopeOf, type Scope, type Subject } from './scope.js';
import { listIn } from './values.js';

interface FigureHandle extends Quantity {
  readonly about: Subject;
  readonly fact: FactHandle;
}

type FigureList = Connection<Edge<FigureHandle>>;

interface Figures {
  readonly list: ObjectRef<Types, FigureList>;
  readonly where: DeclaredInput;
}

const AMOUNT = decimal('The number, whatever its hedge.');

/** The predicate of claims that state figures. */
const FIGURE = 'figure';

/** How many claims of figures are read, where it is not said whose figures are asked for. */
const MOST_READ = 1_000;

/** Publishes what figures are, how lists of them are narrowed, and the list of all. */
export function publishFigures(publisher: Publisher): Figures {
  const { builder, evidence, wheres, entity } = publisher;
  const figure = builder.objectRef<FigureHandle>('Figure').implement({
    description: 'A number that somebody states, with its hedge.',
    fields: (t) => ({
      about: t.field({ type: entity, description: 'Of what it is stated.', resolve: ({ about }) => about }),
      measure: t.exposeString('measure', { description: 'What is measured, in our own words, such as population.' }),
      amount: t.exposeFloat('amount', { description: 'The number, in `unit`, as it is stated: `comparator` tells its hedge.' }),
      unit: t.exposeString('unit', { description: 'What it counts, such as people, or the unit that it is measured in.' }),
      comparator: t.field({ type: evidence.comparator, description: 'How the number hedges, such as ABOUT.', resolve: (stated) => stated.comparator }),
      text: t.string({ description: 'The figure in words, such as: about 22 partnerships signed.', resolve: figureInWords }),
      fact: t.field({ type: evidence.fact, description: 'Who states it, when and how.', resolve: ({ fact }) => fact }),
    }),
  });
  const list = publishList<FigureHandle>(builder, { name: 'Figure', of: 'figures', type: figure });
  const where = wheres.input('FigureWhere', 'Narrows figures: all that is given must hold.', () => ({
    measure: { type: wheres.texts, description: 'What is measured, such as participants.' },
    unit: { type: wheres.texts, description: 'What is counted, or the unit: in the singular, such as person or percent.' },
    amount: { type: wheres.decimals, description: AMOUNT.about },
    about: { type: wheres.of(null), description: 'Stated of such an entity.' },
  }));
  const order = publishEnum(builder, 'FigureOrder', 'The order of figures.', {
    LABEL_ASC: 'By the label of what they are about, A first; the default.',
    AMOUNT_ASC: 'Smallest first, whatever the unit.',
    AMOUNT_DESC: 'Largest first, whatever the unit.',
  });
  builder.queryField('figures', (t) =>
    t.field({
      type: list,
      extensions: priced(200),
      description: `Numbers that are stated of anything. At most ${String(MOST_READ)} claims are read; of more, \`about: { id }\` says whose.`,
      args: {
        ...t.arg.connectionArgs(),
        where: t.arg({ type: where, required: false }),
        orderBy: t.arg({ type: order, required: false }),
        intended: t.arg({ type: wheres.intended, required: false }),
      },
      resolve: (root, { where: asked, intended, orderBy, ...args }, request) => {
        const { scope } = countingIn(scopeOf(root, request), intended);
        return figuresAtHand(['figures', asked, orderBy, scope.intended], args, async () => sorted(await figuresAbout(publisher, scope, asked, null), orderBy));
      },
    }),
  );
  return { list, where };
}

/** Figures by their numbers, or as they are. */
function sorted(figures: readonly FigureHandle[], orderBy: string | null | undefined): readonly FigureHandle[] {
  if (!orderBy?.startsWith('AMOUNT')) return figures;
  const sign = orderBy === 'AMOUNT_ASC' ? 1 : -1;
  return [...figures].sort((a, b) => sign * (a.amount - b.amount));
}

/** A page of figures. */
export function figuresAtHand(list: unknown, args: PageArgs, all: () => Promise<readonly FigureHandle[]>): FigureList {
  return listOf<FigureHandle, FigureHandle>({ list, args, all, id: ({ fact }) => fact.key, node: (item) => item });
}

/** The figures of some entities, or of all, that pass a filter. */
export async function figuresAbout(publisher: Publisher, scope: Scope, where: Input | null | undefined, of: readonly string[] | null): Promise<FigureHandle[]> {
  const { about, ...own } = where ?? {};
  for (const [name, value] of Object.entries({ about, ...own })) if (value === null) throw isNull(name, name === 'about' ? undefined : AMOUNT);
  const isAsked = test(own);
  const entities = await bearers(publisher, scope, about as Input | undefined, of);
  return entities.flatMap((entity) => figuresOf(scope.subject(entity))).filter(isAsked);
}

/** The entities that figures are stated of, by label. */
async function bearers(publisher: Publisher, scope: Scope, about: Input | undefined, of: readonly string[] | null): Promise<readonly EntityNode[]> {
  const ids = of ?? (about?.['id'] as readonly string[] | undefined) ?? (await statedOf(scope));
  const states = statesOf(scope.intended);
  const found = about
    ? await wholeOf(
        entityList(publisher, scope, null, '', { where: { ...about, and: [...((about['and'] as readonly Input[] | undefined) ?? []), { id: ids }] } }),
      )
    : (await Promise.all(ids.map((id) => scope.entity(id)))).flatMap((subject) =>
        subject && (of ?? states.includes(subject.entity.intended)) ? [subject.entity] : [],
      );
  return of ? found : [...found].sort((a, b) => compareText(String(a.columns['sortLabel']), String(b.columns['sortLabel'])) || compareText(a.id, b.id));
}

async function statedOf(scope: Scope): Promise<readonly string[]> {
  const question = { side: 'predicate', filter: among('polarity', ['AFFIRMED']), descending: false, first: MOST_READ } as const;
  const { items, more } = await scope.claimPage(question, { id: FIGURE, after: null });
  if (more) throw badInput(`figures: more than ${String(MOST_READ)} claims state figures; say with where: { about: { id: […] } } whose`);
  return [...new Set(items.map(({ subject }) => subject))];
}

/** Whether a figure passes what is asked of itself. */
function test({ measure, unit, amount }: Input): (figure: FigureHandle) => boolean {
  const asked = [
    ...(measure ? textTests('measure', measure, {}) : []),
    ...(unit ? textTests('unit', unit, {}) : []),
    ...(amount ? bounds('amount', amount) : []),
  ];
  const filter = normalForm({ all: asked });
  return (figure) => passes(filter, (column) => (column === 'measure' || column === 'unit' || column === 'amount' ? figure[column] : undefined));
}

function figuresOf(about: Subject): FigureHandle[] {
  const { scope, entity } = about;
  const { columns, id } = entity;
  return listIn(columns, FIGURE).map((measure, at) => ({
    about,
    measure: String(measure),
    amount: Number(listIn(columns, 'figureAmount')[at]),
    unit: String(listIn(columns, 'figureUnit')[at]),
    comparator: String(listIn(columns, 'figureComparator')[at]),
    fact: { scope, key: factKey(FIGURE, id, '', String(measure)), record: null },
  }));
}
