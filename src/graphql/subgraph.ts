import { between, counterparts, type Between, type BetweenQuestion, type Shared } from '../graph/between.js';
import { MOST_PATHS } from '../graph/paths.js';
import { MOST_LINKS, MOST_NODES, MOST_RINGS, subgraph, type Subgraph } from '../graph/subgraph.js';
import type { ChoiceRef } from './builder.js';
import { CERTAINTY_OF_ITEM, certaintyIn, leastSure } from './certainty.js';
import { LARGEST_PAGE, pageSize } from './cursor.js';
import { checkIds, checkRange, kindNames, typeNames, type LinkTypes } from './link-type.js';
import { publishCounterparts } from './between-counterparts.js';
import { atMost, priced } from './price.js';
import type { Publisher } from './publisher.js';
import { countingIn, scopeOf, type Scope } from './scope.js';

const MOST_CENTRES = 20;

/** A ring reads what surrounds up to 400 entities; what two share is read from both sides. */
const PRICE_OF_A_RING = 300;
const PRICE_OF_BETWEEN = 300;

interface SharedHandle extends Shared {
  readonly scope: Scope;
}

interface BetweenHandle extends Between {
  readonly scope: Scope;
  readonly question: BetweenQuestion;
}

/** Publishes `subgraph`. */
export function publishSubgraph(publisher: Publisher, types: LinkTypes): void {
  const { builder, entity } = publisher;
  const { link } = types;
  const drawn = builder.objectRef<Subgraph & { scope: Scope }>('Subgraph').implement({
    description: 'Entities and the relationships among them, each once, ready to draw.',
    fields: (t) => ({
      nodes: t.field({
        extensions: atMost(MOST_NODES),
        type: [entity],
        description: 'The centres first, then what surrounds them: nearer before farther, most telling first.',
        resolve: async ({ scope, nodes }) => (await Promise.all(nodes.map((id) => scope.entity(id)))).filter((subject) => subject !== null),
      }),
      links: t.field({
        extensions: atMost(MOST_LINKS),
        type: [link],
        description: 'All relationships among the nodes that were read, at most 1,000.',
        resolve: ({ scope, links }) => links.map((item) => ({ scope, link: item, others: [] })),
      }),
      unknown: t.field({
        type: [types.unknown],
        extensions: atMost(MOST_CENTRES),
        description: 'Ids that are not there.',
        resolve: ({ scope, unknown }) => unknown.map((id) => ({ scope, id })),
      }),
      explored: t.field({ type: types.explored, description: 'What was looked at.', resolve: ({ explored }) => explored }),
      truncated: t.boolean({ description: 'Whether there is more than is shown.', resolve: ({ truncated }) => truncated }),
      reason: t.string({ nullable: true, description: 'What is not shown.', resolve: ({ reason }) => reason }),
    }),
  });
  builder.queryField('subgraph', (t) =>
    t.field({
      type: drawn,
      extensions: {
        mayBeAbsent: ['around'],
        toldIn: ['unknown'],
        ...priced(({ hops }) => PRICE_OF_A_RING * Number(hops), { counts: `${String(PRICE_OF_A_RING)} for each of \`hops\`` }),
      },
      description: 'What surrounds some entities, with the relationships among all of it.',
      args: {
        around: t.arg.idList({ required: true, description: `The centres, at most ${String(MOST_CENTRES)}.` }),
        hops: t.arg.int({ defaultValue: 1, description: `How far, 1 to ${String(MOST_RINGS)} steps.` }),
        kind: t.arg({ type: [publisher.kindEnum], required: false, description: 'Only entities of these kinds; the centres may be of any.' }),
        type: t.arg({ type: [types.relationshipType], required: false, description: 'Only relationships of these types.' }),
        first: t.arg.int({ defaultValue: 100, description: `How many entities, at most ${String(MOST_NODES)}.` }),
        intended: t.arg({ type: publisher.wheres.intended, required: false }),
      },
      resolve: async (root, args, request) => {
        const { scope, intended } = countingIn(scopeOf(root, request), args.intended);
        const [hops, limit] = [args.hops ?? 1, args.first ?? 100];
        checkIds('around', args.around, MOST_CENTRES, 1);
        checkRange('hops', hops, 1, MOST_RINGS);
        checkRange('first', limit, 1, MOST_NODES);
        const found = await subgraph(scope.reader, {
          around: args.around,
          hops,
          limit,
          kinds: kindNames(publisher, args.kind),
          types: typeNames(publisher, args.type),
          intended,
        });
        return { ...found, scope };
      },
    }),
  );
}

/** Publishes `between`. */
export function publishBetween(publisher: Publisher, types: LinkTypes, outcomes: ChoiceRef): void {
  const { builder, entity } = publisher;
  const { link } = types;
  const shared = builder.objectRef<SharedHandle>('Shared').implement({
    description: 'Something that two entities both have to do with.',
    fields: (t) => ({
      entity: t.field({
        type: entity,
        nullable: true,
        description: 'What it is: an event, an agreement, a topic, a neighbour.',
        resolve: ({ scope, id }) => scope.entity(id),
      }),
      certainty: t.field({
        type: publisher.wheres.certainty,
        nullable: true,
        description: `${CERTAINTY_OF_ITEM} As sure as the less sure of what the two have to do with it.`,
        resolve: ({ withA, withB }) => leastSure([withA, withB].map((told) => certaintyIn(told.link.columns))),
      }),
      price: t.float({ description: 'As a step of a path that avoids hubs: the less, the more it says.', resolve: ({ price }) => price }),
      withA: t.field({ type: link, description: 'What the first has to do with it.', resolve: ({ scope, withA }) => ({ scope, ...withA }) }),
      withB: t.field({ type: link, description: 'What the second has to do with it.', resolve: ({ scope, withB }) => ({ scope, ...withB }) }),
    }),
  });
  const counterpartList = publishCounterparts(publisher);
  const common = builder.objectRef<BetweenHandle>('Between').implement({
    description: 'What two entities have in common.',
    fields: (t) => ({
      outcome: t.field({ type: outcomes, description: 'What the search came to.', resolve: ({ outcome }) => outcome }),
      direct: t.field({
        type: link,
        nullable: true,
        description: 'What joins the two themselves, with further relationships in its `others`.',
        resolve: ({ scope, direct }) => (direct ? { scope, ...direct } : null),
      }),
      shared: t.field({
        type: [shared],
        extensions: atMost(LARGEST_PAGE),
        description: 'What both have to do with, most telling first.',
        resolve: ({ scope, shared: items }) => items.map((item) => ({ ...item, scope })),
      }),
      counterparts: t.field({
        type: counterpartList,
        extensions: priced(PRICE_OF_BETWEEN),
        description: 'For two of one kind, such as two people who never met: others of that kind whom each of them met, or otherwise had to do with.',
        args: { first: t.arg.int({ defaultValue: MOST_PATHS, description: `How many, 1 to ${String(MOST_PATHS)}.` }) },
        resolve: async ({ scope, question }, args) => {
          const first = args.first ?? MOST_PATHS;
          checkRange('first', first, 1, MOST_PATHS);
          return { ...(await counterparts(publisher.vocabulary, scope.reader, { ...question, first })), scope };
        },
      }),
      unknown: t.field({
        type: [types.unknown],
        extensions: atMost(MOST_CENTRES),
        description: 'Ids that are not there.',
        resolve: ({ scope, unknown }) => unknown.map((id) => ({ scope, id })),
      }),
      explored: t.field({ type: types.explored, description: 'What was looked at.', resolve: ({ explored }) => explored }),
      truncated: t.boolean({ description: 'Whether there is more.', resolve: ({ truncated }) => truncated }),
      reason: t.string({ nullable: true, description: 'Why there may be more, or why there is nothing.', resolve: ({ reason }) => reason }),
    }),
  });
  builder.queryField('between', (t) =>
    t.field({
      type: common,
      extensions: { mayBeAbsent: ['a', 'b'], toldIn: ['unknown', 'outcome'], ...priced(PRICE_OF_BETWEEN) },
      description: 'What two entities have in common: shared events, agreements, topics and neighbours.',
      args: {
        a: t.arg.id({ required: true, description: 'The id of the first.' }),
        b: t.arg.id({ required: true, description: 'The id of the second.' }),
        kind: t.arg({ type: [publisher.kindEnum], required: false, description: 'Only what is of these kinds.' }),
        type: t.arg({ type: [types.relationshipType], required: false, description: 'Only over these types of relationship.' }),
        first: t.arg.int({ defaultValue: 20, description: 'How many, at most 100.' }),
        intended: t.arg({ type: publisher.wheres.intended, required: false }),
      },
      resolve: async (root, args, request) => {
        const { scope, intended } = countingIn(scopeOf(root, request), args.intended);
        checkIds('a', [args.a], 1);
        checkIds('b', [args.b], 1);
        const question: BetweenQuestion = {
          a: args.a,
          b: args.b,
          first: pageSize({ first: args.first }).size,
          kinds: kindNames(publisher, args.kind),
          types: typeNames(publisher, args.type),
          intended,
        };
        return { ...(await between(publisher.vocabulary, scope.reader, question)), scope, question };
      },
    }),
  );
}
