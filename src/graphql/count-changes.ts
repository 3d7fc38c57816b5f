import { graphql, type GraphQLSchema } from 'graphql';
import { EmbeddedStore } from '../graph/embedded/embedded-store.js';
import { contentOf, everything } from '../load/plan.js';
import type { CountVerdict } from '../disputes/count-check.js';
import type { Dataset } from '../model/dataset.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { Scope } from './scope.js';

/** What a count check comes to, by the figure's claim. */
export interface CountOutcome {
  readonly verdict: CountVerdict;
  readonly explanation: string;
}

/** A count check that a change turns; absent on a side where the figure is not stated. */
export interface CountTurn {
  readonly claim: string;
  readonly before: CountOutcome | null;
  readonly after: CountOutcome | null;
}

interface Answer {
  readonly countChecks: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: CountOutcome & { readonly claim: { readonly id: string } } }[];
  };
}

const QUESTION = `query ($after: String) {
  countChecks(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { verdict explanation claim { id } } } }
}`;

/** Every count check of a data set, by the id of its claim, for a change to be compared with what was before. */
export async function countOutcomes(schema: GraphQLSchema, vocabulary: Vocabulary, dataset: Dataset): Promise<ReadonlyMap<string, CountOutcome>> {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(everything(contentOf(vocabulary, dataset)));
  const contextValue = new Scope(vocabulary, store, new Map());
  const outcomes = new Map<string, CountOutcome>();
  for (let after: string | null = null, more = true; more;) {
    const { data, errors } = await graphql({ schema, source: QUESTION, variableValues: { after }, contextValue });
    if (errors?.[0]) throw errors[0];
    const { edges, pageInfo } = answerIn(data).countChecks;
    for (const { node } of edges) outcomes.set(node.claim.id, { verdict: node.verdict, explanation: node.explanation });
    more = pageInfo.hasNextPage;
    after = pageInfo.endCursor;
  }
  return outcomes;
}

/** What the question asked for; the executor does not know it. */
function answerIn(data: unknown): Answer {
  return data as Answer;
}

/** The count checks that come to something else after a change. */
export function turnedCounts(before: ReadonlyMap<string, CountOutcome>, after: ReadonlyMap<string, CountOutcome>): readonly CountTurn[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((claim) => ({ claim, before: before.get(claim) ?? null, after: after.get(claim) ?? null }))
    .filter((turn) => turn.before?.verdict !== turn.after?.verdict);
}
