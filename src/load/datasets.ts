import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../model/claim.js';
import { SEEDS, type Dataset, type Identity, type Source } from '../model/dataset.js';
import { compareText } from '../model/text.js';
import { FilesAtHand } from './files-at-hand.js';
import { linesOf } from './lines.js';
import { bytesOf, mustBeReadable, reasonOf } from './regular-file.js';

/** A data set whose claims are read one after the other. */
export interface Lines {
  readonly sources: readonly Source[];
  readonly identities: Iterable<Identity>;
  readonly claims: Iterable<Claim>;
}

/** What an import leaves beside its claims: where they came from, and what became of each record. */
export interface Manifest {
  readonly format: 1;
  readonly name: string;
  readonly source: Source;
  /** The folder that the files were read from. */
  readonly from: string;
  readonly files: readonly { readonly file: string; readonly sha256: string; readonly rows: number }[];
  /** How many rows were read, taken, refused, taken with a doubt, and left out by a condition of the mapping. */
  readonly records: { readonly read: number; readonly taken: number; readonly refused: number; readonly doubtful: number; readonly left: number };
  readonly reasons: Readonly<Record<string, number>>;
  readonly claims: number;
  readonly identities: number;
  /** Hashes of all that it followed from, and of what was written, where that can be relied on. */
  readonly made?: { readonly from: string; readonly into: string };
}

export const PARTS = { manifest: 'dataset.json', claims: 'claims.jsonl', identities: 'identities.jsonl' } as const;

/** The manifests of the data sets in a folder, by name; an absent folder holds none. */
export function readManifests(folder: string): readonly Manifest[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw new Error(`${folder}: is no folder`);
  return readdirSync(folder)
    .sort(compareText)
    .map((name) => join(folder, name, PARTS.manifest))
    .filter((path) => existsSync(path))
    .map((path) => readManifest(path));
}

/** Reads one manifest; throws when it cannot be read, or another release wrote it. */
export function readManifest(path: string): Manifest {
  const manifest = parsed(bytesOf(path).toString(), path) as Manifest;
  if ((manifest.format as number) !== 1) throw new Error(`${path}: of another release; import the data set again`);
  return manifest;
}

/** What one data set of a folder says, read line by line: of any size, and anew by whoever asks again. */
export function linesOfDataset(folder: string, { name, source }: Pick<Manifest, 'name' | 'source'>): Lines {
  const items = <T>(part: string): Iterable<T> => ({ [Symbol.iterator]: () => itemsOf<T>(join(folder, name, part)) });
  return { identities: items<Identity>(PARTS.identities), sources: [source], claims: items<Claim>(PARTS.claims) };
}

/** The same at once, in memory. */
export function readDataset(folder: string, manifest: Pick<Manifest, 'name' | 'source'>): Dataset {
  const { sources, identities, claims } = linesOfDataset(folder, manifest);
  return { sources, identities: [...identities], claims: [...claims] };
}

function* itemsOf<T>(path: string): Generator<T> {
  mustBeReadable(path);
  let at = 0;
  try {
    for (const line of linesOf(path)) {
      at += 1;
      if (line !== '') yield parsed(line, `${path}:${String(at)}`) as T;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Error(`${path}: ${reasonOf(error)}`, { cause: error });
    throw error;
  }
}

/** What an import wrote, as far as it is still JSON. */
function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${place}: is no JSON; import the data set again`, { cause: error });
  }
}

/** Several data sets as one; where two give an identity, the first one's label shows. */
export function together(datasets: readonly Dataset[]): Dataset {
  const [only] = datasets;
  if (only && datasets.length === 1) return only;
  const firstOf = <T extends { readonly id: string }>(items: readonly T[]) =>
    [...new Map([...items].reverse().map((item) => [item.id, item])).values()].sort((a, b) => compareText(a.id, b.id));
  return {
    identities: firstOf(datasets.flatMap(({ identities }) => identities)),
    sources: firstOf(datasets.flatMap(({ sources }) => sources)),
    claims: firstOf(datasets.flatMap(({ claims }) => claims)),
  };
}

/** The data set that a source belongs to. */
export function datasetName({ header }: Pick<Source, 'header'>): string {
  return typeof header['dataset'] === 'string' ? header['dataset'] : SEEDS;
}

/** What a data set holds of the claims of these data sets alone, with the identities that they need. */
export function partOf(dataset: Dataset, isOf: (name: string) => boolean): Dataset {
  const sources = dataset.sources.filter((source) => isOf(datasetName(source)));
  const named = new Map(dataset.sources.map((source) => [source.id, datasetName(source)]));
  return { identities: dataset.identities, sources, claims: dataset.claims.filter(({ source }) => isOf(named.get(source) ?? SEEDS)) };
}

/** The files that the data sets of a folder were read from. */
export function filesOf(manifests: readonly Manifest[]): FilesAtHand {
  return new FilesAtHand(new Map(manifests.flatMap(({ from, files }) => files.map(({ file, sha256 }) => [sha256, join(from, file)] as const))));
}
