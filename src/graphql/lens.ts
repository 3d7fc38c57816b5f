import { LensUnavailable } from '../graph/read-claims.js';
import { refusedName } from '../graph/lens-names.js';
import { parseTime, refusedTime } from '../model/edtf.js';
import { FALLBACKS, LENS_RANKS, NO_LENS, type Lens } from '../model/lens.js';
import { SEEDS } from '../model/dataset.js';
import { sourcesOf } from './datasets.js';
import { badInput, tooComplex, unknownId } from './errors.js';
import { publishEnum } from './builder.js';
import { priced } from './price.js';
import type { Publisher } from './publisher.js';
import { scopeOf, type Scope } from './scope.js';

/** The most ids that a lens may name. */
const MOST_SOURCES = 100;

/** A lens that nobody has looked through yet is worked out from all claims. */
const PRICE_OF_A_LENS = 1_800;

interface LensArgs {
  readonly asOf?: string | null | undefined;
  readonly knownBy?: string | null | undefined;
  readonly accordingTo?: string | null | undefined;
  readonly fallback?: string | null | undefined;
  readonly source?: readonly string[] | null | undefined;
  readonly dataset?: readonly string[] | null | undefined;
  readonly except?: readonly string[] | null | undefined;
  readonly rank?: string | null | undefined;
}

/** Publishes `view`. */
export function publishLens(publisher: Publisher): void {
  const { builder } = publisher;
  const fallback = publishEnum(builder, 'LensFallback', 'What happens to facts about which the party of a lens says nothing.', FALLBACKS);
  const rank = publishEnum(builder, 'LensRank', 'Which claims of a fact a lens shows, by their rank.', LENS_RANKS);

  builder.queryField('view', (t) =>
    t.field({
      // An unknown name of a lens is refused with the near miss among those that would do.
      extensions: {
        mayBeAbsent: ['accordingTo', 'source', 'dataset', 'except'],
        ...priced(PRICE_OF_A_LENS, { counts: `${String(PRICE_OF_A_LENS)}, once for all views through one lens` }),
      },
      type: publisher.query,
      description:
        'Everything that can be asked, as seen through a lens: every list, count, property and piece of evidence below it answers under the lens. Ask it several times by alias to compare. A view inside a view keeps the outer lens and replaces those of its settings that are given; null clears one.',
      args: {
        asOf: t.arg({
          type: 'EDTF',
          required: false,
          description:
            'Only what held at some time within this day, month or year. What is dated nowhere is POSSIBLE; what carries a point in time holds then and at no other time.',
        }),
        knownBy: t.arg({
          type: 'EDTF',
          required: false,
          description: 'Only what sources published by the end of this day, month or year say. A source of uncertain date is POSSIBLE.',
        }),
        accordingTo: t.arg.id({
          required: false,
          description:
            'Only what this person, body, country or city says: claims that quote it, and claims of documents that it published or wrote which quote nobody. That it made a Statement is what the source says: `statements` of it, outside such a view, list these.',
        }),
        fallback: t.arg({
          type: fallback,
          required: false,
          description: 'With accordingTo: what happens to facts about which it says nothing; NONE by default.',
        }),
        source: t.arg.idList({ required: false, description: `Only what these sources say, at most ${String(MOST_SOURCES)}.` }),
        dataset: t.arg.stringList({
          required: false,
          description: `Only what these data sets say, with \`source\` those too; the documents are together called ${SEEDS}.`,
        }),
        except: t.arg.idList({ required: false, description: `Nothing that only these sources say, at most ${String(MOST_SOURCES)}.` }),
        rank: t.arg({ type: rank, required: false, description: 'Which claims of a fact show, by their rank; ALL by default.' }),
      },
      resolve: async (root, args, request) => {
        const outer = scopeOf(root, request);
        const lens = await lensOf(publisher, outer, args);
        return { scope: await orRefuse(() => outer.through(lens)) };
      },
    }),
  );
}

/** The lens that the arguments ask for, inside that of the scope; refuses unknown sources and parties. */
async function lensOf(publisher: Publisher, scope: Scope, { dataset, ...asked }: LensArgs): Promise<Lens> {
  const ofSets = dataset ? await sourcesOf(scope, dataset) : null;
  const args = ofSets ? { ...asked, source: [...new Set([...(asked.source ?? []), ...ofSets])] } : asked;
  const outer = scope.lens;
  const given = <T, U>(value: T | null | undefined, kept: U, cleared: U, read: (value: T) => U): U =>
    value === undefined ? kept : value === null ? cleared : read(value);
  const lens: Lens = {
    asOf: given(args.asOf, outer.asOf, null, (text) => timeOf('asOf', text)),
    knownBy: given(args.knownBy, outer.knownBy, null, (text) => timeOf('knownBy', text)),
    accordingTo: given(args.accordingTo, outer.accordingTo, null, String),
    fallback: given(args.fallback, outer.fallback, NO_LENS.fallback, (value) => value as Lens['fallback']),
    sources: given(args.source, outer.sources, null, (ids) => [...ids]),
    except: given(args.except, outer.except, NO_LENS.except, (ids) => [...ids]),
    rank: given(args.rank, outer.rank, NO_LENS.rank, (value) => value as Lens['rank']),
  };
  if (args.fallback && lens.accordingTo === null) throw badInput('fallback says what accordingTo falls back to; name a party with accordingTo');
  await checkNames(publisher, scope, { sources: args.source ?? null, except: args.except ?? [], accordingTo: args.accordingTo ?? null });
  return lens;
}

function timeOf(argument: string, text: string): NonNullable<ReturnType<typeof parseTime>> {
  const time = parseTime(text);
  if (!time) throw badInput(`${argument}: ${refusedTime(text)}`);
  return time;
}

async function checkNames({ vocabulary }: Publisher, { views }: Scope, lens: Pick<Lens, 'sources' | 'except' | 'accordingTo'>): Promise<void> {
  const count = (lens.sources ?? []).length + lens.except.length;
  if (count > MOST_SOURCES) throw badInput(`a lens names at most ${String(MOST_SOURCES)} sources, got ${String(count)}`);
  const refused = await refusedName(vocabulary, views.store, lens);
  if (refused?.isUnknown) throw unknownId(refused.id, refused.reason);
  if (refused) throw badInput(`accordingTo: "${refused.id}" ${refused.reason}`);
}

/** Turns the refusal of a view into an error that the client sees. */
export async function orRefuse<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    throw error instanceof LensUnavailable ? tooComplex(error.message) : error;
  }
}
