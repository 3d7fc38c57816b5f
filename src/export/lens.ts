import { LensUnavailable } from '../graph/read-claims.js';
import { refusedName } from '../graph/lens-names.js';
import type { GraphReader } from '../graph/store.js';
import { Scope } from '../graphql/scope.js';
import { parseTime, refusedTime, type Time } from '../model/edtf.js';
import { isClear, NO_LENS, type Lens } from '../model/lens.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { ExportRefused } from './refused.js';

const MOST_SOURCES = 100;

/** The point of view of an export, as people write it. */
export interface LensRequest {
  readonly asOf?: string | undefined;
  readonly knownBy?: string | undefined;
  readonly accordingTo?: string | undefined;
  readonly sources?: readonly string[] | undefined;
}

/** What is seen through a lens, and the lens in words; null when it shows everything. */
interface Seen {
  readonly reader: GraphReader;
  readonly lens: string | null;
}

/**
 * The graph as seen through the lens asked for, the same as `view` shows in GraphQL. Throws ExportRefused for dates that
 * are none, ids that are not there or say nothing, and graphs too large for a lens.
 */
export async function seenThrough(vocabulary: Vocabulary, reader: GraphReader, request: LensRequest): Promise<Seen> {
  const { accordingTo = null, sources = [] } = request;
  if (sources.length > MOST_SOURCES) throw new ExportRefused(`source: at most ${String(MOST_SOURCES)} ids`);
  const lens: Lens = {
    ...NO_LENS,
    asOf: timeOf('as-of', request.asOf),
    knownBy: timeOf('known-by', request.knownBy),
    accordingTo,
    sources: sources.length > 0 ? sources : null,
  };
  if (isClear(lens)) return { reader, lens: null };
  const refused = await refusedName(vocabulary, reader, lens);
  if (refused?.isUnknown) throw new ExportRefused(`there is no "${refused.id.slice(0, 80)}"${refused.reason}`);
  if (refused) throw new ExportRefused(`according-to: "${refused.id}" ${refused.reason}`);
  try {
    // An export asks for everything, so it needs the whole view.
    const view = await new Scope(vocabulary, reader, new Map()).views.view(lens);
    return { reader: reader.signal ? view.within(reader.signal) : view, lens: inWords(lens) };
  } catch (error) {
    throw error instanceof LensUnavailable ? new ExportRefused(error.message) : error;
  }
}

function timeOf(name: string, text: string | undefined): Time | null {
  if (text === undefined) return null;
  const time = parseTime(text);
  if (!time) throw new ExportRefused(`${name}: ${refusedTime(text)}`);
  return time;
}

function inWords({ asOf, knownBy, accordingTo, sources }: Lens): string {
  return [
    ...(asOf ? [`as of ${asOf.edtf}`] : []),
    ...(knownBy ? [`as known by ${knownBy.edtf}`] : []),
    ...(accordingTo === null ? [] : [`according to ${accordingTo}`]),
    ...(sources === null ? [] : [`from ${sources.join(', ')}`]),
  ].join(', ');
}
