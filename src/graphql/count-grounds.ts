import { EmbeddedStore, inOrder } from '../graph/embedded/embedded-store.js';
import { turns } from '../graph/turns.js';
import type { Claim } from '../model/claim.js';
import type { Dataset, Source } from '../model/dataset.js';
import { projectInSteps } from '../model/projection.js';
import type { Steps } from '../model/steps.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { Scope } from './scope.js';

/** What a figure is compared with: what sources state, without what a rule makes of their words. */
export async function statedOnly(scope: Scope, dataset: Dataset): Promise<Scope> {
  const inferred = dataset.claims.some(({ basis }) => basis === 'INFERRED');
  return inferred ? without(scope, dataset, ({ basis }) => basis === 'INFERRED') : scope.inProcess();
}

/** The same without the sentence that states the figure, which cannot bear itself out; null where it says nothing else. */
export async function apartFrom(figure: Claim, scope: Scope, dataset: Dataset): Promise<Scope | null> {
  const own = ownSentence(figure, dataset.sources);
  const isOwn = (claim: Claim) => own !== null && claim.source === figure.source && claim.id !== figure.id && own(claim);
  if (!dataset.claims.some(isOwn)) return null;
  return without(scope, dataset, (claim) => claim.basis === 'INFERRED' || isOwn(claim));
}

/** Whether a claim of the figure's source stands on the figure's sentence. */
function ownSentence({ source, spans: [main] }: Claim, sources: readonly Source[]): ((claim: Claim) => boolean) | null {
  const sentences = sources.find(({ id }) => id === source)?.sentences ?? [];
  const own = main && sentences.find(({ start, end }) => start <= main.start && main.start < end);
  return own ? ({ spans: [at] }) => at !== undefined && own.start <= at.start && at.start < own.end : null;
}

async function without(scope: Scope, dataset: Dataset, isLeftOut: (claim: Claim) => boolean): Promise<Scope> {
  const { vocabulary, texts, lens, plain } = scope;
  const claims = dataset.claims.filter((claim) => !isLeftOut(claim));
  const store = await turns.take(storeOf(vocabulary, { ...dataset, claims }), plain.signal);
  return new Scope(vocabulary, store, texts).through(lens);
}

function* storeOf(vocabulary: Vocabulary, dataset: Dataset): Steps<EmbeddedStore> {
  const graph = yield* projectInSteps(vocabulary, dataset);
  return new EmbeddedStore(vocabulary, yield* inOrder({ ...graph, claims: dataset.claims }));
}
