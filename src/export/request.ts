import { nearMisses } from '../graph/near-misses.js';
import type { GraphReader } from '../graph/store.js';
import { hint } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { FORMATS, type Format, type Part } from './formats.js';
import { PartOfGraph, WholeGraph, type GraphSource } from './graph-source.js';
import { surroundings } from './surroundings.js';

export const MOST_HOPS = 6;
export const MOST_CENTRES = 20;

/** What is to be exported, as people write it. */
export interface ExportRequest {
  readonly format: string;
  readonly around: readonly string[];
  readonly hops: number;
}

/** The request names something that is not there, or asks for too much. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';
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
 * The graph, or what is within so many steps of some entities. Throws ExportRefused for unknown ids (with what may be
 * meant), numbers out of range, and a whole graph of more than `most` entities.
 */
export async function sourceOf(
  vocabulary: Vocabulary,
  reader: GraphReader,
  { around, hops }: ExportRequest,
  most: number,
): Promise<GraphSource & { readonly truncated: string | null }> {
  if (!Number.isInteger(hops) || hops < 0 || hops > MOST_HOPS) throw new ExportRefused(`hops: expected a whole number from 0 to ${String(MOST_HOPS)}`);
  if (around.length > MOST_CENTRES) throw new ExportRefused(`around: at most ${String(MOST_CENTRES)} ids`);
  if (around.length === 0) {
    await refuseLarge(vocabulary, reader, most);
    return Object.assign(new WholeGraph(vocabulary, reader), { truncated: null });
  }
  const part = await surroundings(vocabulary, reader, around, hops, most);
  const [unknown] = part.unknown;
  if (unknown !== undefined) {
    const [nearest] = await nearMisses(vocabulary, reader, unknown.slice(0, 120), 1);
    throw new ExportRefused(`there is no "${unknown.slice(0, 80)}"${nearest ? `; did you mean "${nearest.id}"?` : ''}`);
  }
  return Object.assign(new PartOfGraph(vocabulary, reader, part), { truncated: part.truncated });
}

async function refuseLarge(vocabulary: Vocabulary, reader: GraphReader, most: number): Promise<void> {
  if (most === Infinity) return;
  const counts = await Promise.all(vocabulary.roots.map(({ name }) => reader.count({ label: name, filter: [], intended: false })));
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > most)
    throw new ExportRefused(`the graph has ${String(total)} entities, more than ${String(most)}: name some with around, or use \`entente export graph\``);
}
