import type { GraphReader } from '../graph/store.js';
import { hint } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { FORMATS, type Format, type Part } from './formats.js';
import { PartOfGraph, WholeGraph, type GraphSource } from './graph-source.js';
import { seenThrough, type LensRequest } from './lens.js';
import { ExportRefused, refuseUnknown } from './refused.js';
import { surroundings } from './surroundings.js';

export const MOST_HOPS = 6;
export const MOST_CENTRES = 20;

/** What is to be exported, as people write it. */
export interface ExportRequest extends LensRequest {
  readonly format: string;
  readonly around: readonly string[];
  /** How far around; one step unless said. */
  readonly hops: number | null;
}

/** The format of a name; throws ExportRefused with a near miss. */
export function formatOf(name: string): Format {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format)
    throw new ExportRefused(`unknown format "${name.slice(0, 40)}"${hint(name, Object.keys(FORMATS))}; there are ${Object.keys(FORMATS).join(', ')}`);
  return format;
}

/** The part of a format that is one file; throws ExportRefused when the format has several and none is named. */
export function partOf(format: Format, name: string | null): Part {
  const [only, ...others] = format.parts;
  if (name === null && only && others.length === 0) return only;
  const part = format.parts.find((item) => item.name === name);
  if (!part) throw new ExportRefused(`name the part: ${format.parts.map((item) => item.name).join(', ')}`);
  return part;
}

/**
 * The graph, or what is within so many steps of some entities, as seen through a lens if one is asked for. Throws ExportRefused for unknown ids (with what may be
 * meant), numbers out of range, and a whole graph of more than `most` entities.
 */
export async function sourceOf(
  vocabulary: Vocabulary,
  whole: GraphReader,
  request: ExportRequest,
  most: number,
): Promise<GraphSource & { readonly truncated: string | null }> {
  const { around } = request;
  const hops = request.hops ?? 1;
  if (most < 1) throw new ExportRefused('most: expected a whole number from 1');
  if (!Number.isInteger(hops) || hops < 0 || hops > MOST_HOPS) throw new ExportRefused(`hops: expected a whole number from 0 to ${String(MOST_HOPS)}`);
  if (around.length > MOST_CENTRES) throw new ExportRefused(`around: at most ${String(MOST_CENTRES)} ids`);
  if (around.length === 0 && request.hops !== null) throw new ExportRefused('hops says how far around an entity; name one with around');
  const { reader, lens } = await seenThrough(vocabulary, whole, request);
  const seen = lens === null ? '' : ` Seen ${lens}.`;
  if (around.length === 0) {
    await refuseLarge(vocabulary, reader, most);
    const graph = new WholeGraph(vocabulary, reader);
    return Object.assign(graph, { about: graph.about + seen, truncated: null });
  }
  const part = await surroundings(vocabulary, reader, around, hops, most);
  const [unknown] = part.unknown;
  if (unknown !== undefined) await refuseUnknown(vocabulary, reader, unknown, lens);
  const graph = new PartOfGraph(vocabulary, reader, part);
  return Object.assign(graph, { about: graph.about + seen, truncated: part.truncated });
}

async function refuseLarge(vocabulary: Vocabulary, reader: GraphReader, most: number): Promise<void> {
  if (most === Infinity) return;
  const counts = await Promise.all(vocabulary.roots.map(({ name }) => reader.count({ label: name, filter: [], intended: false })));
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > most)
    throw new ExportRefused(`the graph has ${String(total)} entities, more than ${String(most)}: name some with around, or use \`entente export graph\``);
}
