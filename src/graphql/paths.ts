import {
  findPaths,
  MOST_ENDS,
  MOST_HOPS,
  MOST_PATHS,
  MOST_THROUGH,
  MOST_VARIANTS,
  OUTCOMES,
  RANKINGS,
  type FoundPath,
  type PathAnswer,
  type Ranking,
} from '../graph/paths.js';
import type { Claim } from '../model/claim.js';
import { publishEnum, type ChoiceRef } from './builder.js';
import { CERTAINTY_OF_ITEM, certaintyIn, leastSure } from './certainty.js';
import { badInput } from './errors.js';
import { checkIds, checkRange, kindNames, typeNames, type LinkTypes } from './link-type.js';
import { narrate, type Narrative } from './narrative.js';
import { atMost, priced } from './price.js';
import type { Publisher } from './publisher.js';
import { countingIn, scopeOf, type Scope, type Subject } from './scope.js';
import { namedIn } from '../model/clause.js';

interface PathHandle {
  readonly scope: Scope;
  readonly path: FoundPath;
  readonly narrative: () => Promise<Narrative>;
}

interface Result extends PathAnswer {
  readonly scope: Scope;
}

const MOST_AVOIDED = 100;
const DEFAULT_HOPS = 3;

/** A search between two sets takes longer with each hop, and with the pairs that it joins. */
const PRICE_OF_A_HOP = 150;
const many = (ids: unknown) => Math.min(Array.isArray(ids) ? ids.length : 1, MOST_ENDS);

/** Publishes `paths`. */
export function publishPaths(publisher: Publisher, types: LinkTypes): { readonly outcome: ChoiceRef } {
  const { builder, evidence, entity } = publisher;
  const ranking = publishEnum(
    builder,
    'PathRanking',
    'What makes one path better than another. Ties: fewest hops (or the price), then the ids along the path.',
    RANKINGS,
  );
  const outcome = publishEnum(builder, 'PathOutcome', 'What a search for paths came to.', OUTCOMES);

  const path = builder.objectRef<PathHandle>('Path');
  path.implement({
    description: 'A way from one entity to another, over relationships that each have their evidence.',
    fields: (t) => ({
      length: t.int({ description: 'How many steps, as `maxHops` counts them.', resolve: (handle) => handle.path.length }),
      price: t.float({ description: 'What it costs as AVOID_HUBS counts: the less, the more it says.', resolve: (handle) => handle.path.price }),
      certainty: t.field({
        type: publisher.wheres.certainty,
        nullable: true,
        description: `${CERTAINTY_OF_ITEM} A path is as sure as the least sure of its steps.`,
        resolve: ({ path: { steps } }) => leastSure(steps.map(({ link }) => certaintyIn(link.columns))),
      }),
      entities: t.field({
        type: [entity],
        extensions: atMost(2 * MOST_HOPS + 1),
        description: 'What it runs through, both ends included.',
        args: {
          kind: t.arg({
            type: [publisher.kindEnum],
            required: false,
            description: 'Only those of these kinds: with PERSON, a chain of meetings is a chain of people.',
          }),
        },
        resolve: async ({ scope, path: { entities } }, { kind }) => {
          const wanted = kindNames(publisher, kind);
          const found = await Promise.all(entities.map((id) => scope.entity(id)));
          return found.filter((subject): subject is Subject => subject !== null && (wanted === null || wanted.has(subject.entity.kind)));
        },
      }),
      links: t.field({
        extensions: atMost(2 * MOST_HOPS),
        type: [types.link],
        description: 'Its relationships in order, each in its own direction.',
        resolve: ({ scope, path: { steps } }) => steps.map(({ link, others }) => ({ scope, link, others })),
      }),
      narrative: t.string({ description: 'It in words; [1] is the first of `citations`.', resolve: async ({ narrative }) => (await narrative()).text }),
      citations: t.field({
        extensions: atMost(4 * MOST_HOPS),
        type: [evidence.claim],
        description: 'The claims that the numbers of the narrative stand for.',
        resolve: async ({ scope, narrative }) => (await narrative()).citations.map((claim) => ({ scope, claim })),
      }),
      variants: t.field({
        type: [path],
        extensions: atMost(MOST_VARIANTS),
        description: 'With distinctBy: other paths through the same entities of those kinds, best first; at most 20.',
        resolve: ({ scope, path: { variants } }) => variants.map((variant) => handleOf(publisher, scope, variant)),
      }),
    }),
  });

  const result = builder.objectRef<Result>('PathResult').implement({
    description: 'Paths between two sets of entities, and what the search came to.',
    fields: (t) => ({
      outcome: t.field({ type: outcome, description: 'What it came to.', resolve: (answer) => answer.outcome }),
      paths: t.field({
        extensions: atMost(MOST_PATHS),
        type: [path],
        description: 'The paths, best first.',
        resolve: ({ scope, paths }) => paths.map((item) => handleOf(publisher, scope, item)),
      }),
      unknown: t.field({
        type: [types.unknown],
        extensions: atMost(2 * MOST_ENDS + MOST_THROUGH + MOST_AVOIDED),
        description: 'Ids that are not there.',
        resolve: ({ scope, unknown }) => unknown.map((id) => ({ scope, id })),
      }),
      explored: t.field({ type: types.explored, description: 'What was looked at.', resolve: (answer) => answer.explored }),
      truncated: t.boolean({ description: 'Whether better or further paths may be missing.', resolve: (answer) => answer.truncated }),
      reason: t.string({ nullable: true, description: 'Why they may be missing, or why there are none.', resolve: (answer) => answer.reason }),
    }),
  });

  builder.queryField('paths', (t) =>
    t.field({
      type: result,
      extensions: {
        mayBeAbsent: ['from', 'to'],
        toldIn: ['unknown', 'outcome'],
        ...priced(({ from, to, maxHops }) => PRICE_OF_A_HOP * Number(maxHops) * Math.sqrt(many(from) * many(to)), {
          counts: `${String(PRICE_OF_A_HOP)} for each of \`maxHops\`, times the root of the number of pairs`,
        }),
      },
      description:
        'How entities are connected: the best paths between them over relationships that the vocabulary lets paths run over, never through documents.',
      args: {
        from: t.arg.idList({ required: true, description: `Where paths begin: ids of one or several entities, at most ${String(MOST_ENDS)}.` }),
        to: t.arg.idList({ required: true, description: `Where paths end: ids of one or several entities, at most ${String(MOST_ENDS)}.` }),
        type: t.arg({ type: [types.relationshipType], required: false, description: 'Only over these types of relationship.' }),
        kind: t.arg({
          type: [publisher.kindEnum],
          required: false,
          description: 'Only through entities of these kinds; the ends may be of any, and so may the records between two, unless a kind of record is named.',
        }),
        through: t.arg.idList({ required: false, description: `Only paths that pass, or end at, each of these; at most ${String(MOST_THROUGH)}.` }),
        avoid: t.arg.idList({ required: false, description: `Never through these; at most ${String(MOST_AVOIDED)}.` }),
        maxHops: t.arg.int({
          defaultValue: DEFAULT_HOPS,
          description: `The most steps, 1 to ${String(MOST_HOPS)}. Two who met, or are partners, are one step apart: a record between them is no step of its own.`,
        }),
        first: t.arg.int({ defaultValue: 3, description: `How many paths, 1 to ${String(MOST_PATHS)}.` }),
        rankBy: t.arg({ type: ranking, defaultValue: 'AVOID_HUBS', description: 'Which are best.' }),
        intended: t.arg({ type: publisher.wheres.intended, required: false }),
        distinctBy: t.arg({
          type: [publisher.kindEnum],
          required: false,
          description:
            'Paths through the same entities of these kinds count as one, with the others as its variants: [PERSON] tells who knows whom, not at which of their meetings.',
        }),
      },
      resolve: async (root, args, request) => {
        const { scope, intended } = countingIn(scopeOf(root, request), args.intended);
        const [maxHops, k] = [args.maxHops ?? DEFAULT_HOPS, args.first ?? 3];
        checkIds('from', args.from, MOST_ENDS, 1);
        checkIds('to', args.to, MOST_ENDS, 1);
        checkIds('through', args.through ?? [], MOST_THROUGH);
        checkIds('avoid', args.avoid ?? [], MOST_AVOIDED);
        checkAvoided(args.avoid ?? [], { from: args.from, to: args.to, through: args.through ?? [] });
        checkRange('maxHops', maxHops, 1, MOST_HOPS);
        checkRange('first', k, 1, MOST_PATHS);
        const answer = await findPaths(publisher.vocabulary, scope.reader, {
          from: args.from,
          to: args.to,
          types: typeNames(publisher, args.type),
          kinds: kindNames(publisher, args.kind),
          through: args.through ?? [],
          avoid: args.avoid ?? [],
          maxHops,
          k,
          rankBy: (args.rankBy ?? 'AVOID_HUBS') as Ranking,
          intended,
          distinctBy: kindNames(publisher, args.distinctBy),
        });
        return { ...answer, scope };
      },
    }),
  );
  return { outcome };
}

/** Refuses to avoid what a path has to have. */
function checkAvoided(avoid: readonly string[], needed: Readonly<Record<string, readonly string[]>>): void {
  for (const [argument, ids] of Object.entries(needed)) {
    const both = ids.find((id) => avoid.includes(id));
    if (both !== undefined) throw badInput(`avoid: "${both}" is also in ${argument}`);
  }
}

function handleOf({ vocabulary }: Publisher, scope: Scope, path: FoundPath): PathHandle {
  let told: Promise<Narrative> | undefined;
  const tell = async (): Promise<Narrative> => {
    const named = new Set([...path.entities, ...path.steps.flatMap(({ link }) => namedIn(vocabulary, link))]);
    const subjects = await Promise.all([...named].map((id) => scope.entity(id)));
    const byId = new Map(subjects.filter((subject): subject is Subject => subject !== null).map(({ entity }) => [entity.id, entity]));
    const keys = path.steps.map(({ link }) => link.key);
    const claims = new Map<string, readonly Claim[]>(await Promise.all(keys.map(async (key) => [key, await scope.claims(key)] as const)));
    const entity = (id: string) => {
      const found = byId.get(id);
      if (!found) throw new Error(`${id} is on a path but is not there`);
      return found;
    };
    return narrate(vocabulary, { steps: path.steps, entity, claims: (key) => claims.get(key) ?? [] });
  };
  return { scope, path, narrative: () => (told ??= tell()) };
}
