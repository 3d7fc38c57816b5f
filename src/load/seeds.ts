import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { valueText, type Claim } from '../model/claim.js';
import { identityWith } from '../model/identity.js';
import type { Dataset, Identity, Source } from '../model/dataset.js';
import { inSpells } from '../model/spells.js';
import { compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { coverage, refusedExcuse } from './coverage.js';
import { checkIdentities } from './identities.js';
import type { CheckCounts } from './counts.js';
import { readIdentities } from './entities.js';
import { SeedError, type Problem } from './problem.js';
import { shaped } from './shape-problems.js';
import { sourceFileShape } from './shapes.js';
import { languageOf, readSource, type ReadSource } from './sources.js';
import { withTensions, type ShapedFile } from './tensions.js';
import type { Texts } from './texts.js';
import { YamlFile } from './yaml-file.js';

/** What the seeds say, and everything that is wrong with them. */
export interface Seeds {
  readonly dataset: Dataset;
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks a folder of seeds; collects every problem. Texts at hand let spans be checked against words, and
 * `checkCounts` what figures declare that they count. What follows from another problem alone is not told: an id whose
 * entry is wrong counts as known, and what claims that could not be read would have said is not missed.
 */
export function readSeeds(vocabulary: Vocabulary, folder: string, texts: Texts, checkCounts: CheckCounts | null = null): Seeds {
  const problems: Problem[] = [];
  const open = (part: string) => openFolder(join(folder, part), `${folder}/${part}`, problems);
  const entityFiles = open('entities');
  const isReadable = (files: readonly YamlFile[]) => files.every((file) => file.problems.length === 0);
  const knowsAll = problems.length === 0 && isReadable(entityFiles);
  const identities = entityFiles.flatMap((file) => readIdentities(file, vocabulary));
  const byId = new Map(identities.map((identity) => [identity.id, identity]));
  const sources: Source[] = [];
  const claims: Claim[] = [];
  const unread = new Set<string>();
  const before = problems.length;
  const sourceFiles = open('sources');
  let isWhole = problems.length === before;
  const files = new Map<string, string>();
  const covered: (ReadSource & { readonly file: YamlFile })[] = [];
  const shapedFiles: ShapedFile[] = [];
  for (const file of sourceFiles) {
    const seed = shaped(file, sourceFileShape);
    if (!seed) {
      isWhole = false;
      continue;
    }
    shapedFiles.push({ file, seed });
    const read = readSource(seed, { file, vocabulary, identities: byId, knowsAll, texts, checkCounts });
    const twin = files.get(read.source.id);
    if (twin !== undefined) file.refuse(['source', 'id'], `the source "${read.source.id}" stands in ${twin} too`);
    files.set(read.source.id, file.file);
    for (const id of read.unread) unread.add(id);
    sources.push(read.source);
    for (const claim of read.claims) claims.push(claim);
    if (read.unread.size === 0) covered.push({ ...read, file });
  }
  const names = [...new Set(claims.flatMap(({ predicate, value }) => (predicate === 'name' ? (valueText(value) ?? []) : [])))];
  for (const { file, source, claims: own } of covered) checkCoverage(file, source, own, { texts, names });
  const told = withTensions(vocabulary, shapedFiles, claims, isWhole && unread.size === 0);
  checkIdentities(vocabulary, identities, { sources, claims, isWhole, unread });
  const all = [...problems, ...[...entityFiles, ...sourceFiles].flatMap((file) => file.problems)];
  return { dataset: dataset(vocabulary, identities, sources, told), problems: all.sort(byPlace) };
}

/** Reads seeds that must be right; throws a SeedError with every problem otherwise. */
export function readGoodSeeds(vocabulary: Vocabulary, folder: string, texts: Texts, checkCounts: CheckCounts | null = null): Dataset {
  const { dataset: read, problems } = readSeeds(vocabulary, folder, texts, checkCounts);
  if (problems.length > 0) throw new SeedError(problems);
  return read;
}

/** The texts at hand, and all names that any source claims. */
interface Spoken {
  readonly texts: Texts;
  readonly names: readonly string[];
}

/** Every sentence has a claim or an excuse that holds; not asked of a file with other problems, whose claims are not all read. */
function checkCoverage(file: YamlFile, source: Source, claims: readonly Claim[], { texts, names }: Spoken): void {
  if (file.problems.length > 0) return;
  const sentences = coverage(source, claims);
  const text = texts.get(String(source.header['sha256']));
  for (const [index, sentence] of sentences.entries()) {
    const refused = refusedExcuse(sentence, sentences, text, { language: languageOf(source.header), names });
    if (refused !== null) file.refuse(['sentences', index, 'at'], refused);
  }
}

function dataset(vocabulary: Vocabulary, identities: readonly Identity[], sources: readonly Source[], claims: readonly Claim[]): Dataset {
  return {
    identities: identities.map((identity) => identityWith(identity)).sort((a, b) => compareText(a.id, b.id)),
    sources: [...sources].sort((a, b) => compareText(a.id, b.id)),
    claims: inSpells(
      vocabulary,
      [...new Map(claims.map((claim) => [claim.id, claim])).values()].sort((a, b) => compareText(a.id, b.id)),
    ),
  };
}

function openFolder(path: string, shown: string, problems: Problem[]): YamlFile[] {
  let names: string[];
  try {
    names = readdirSync(path);
  } catch {
    problems.push({ file: shown, line: 1, column: 1, path: '', message: 'no such folder' });
    return [];
  }
  return names.sort(compareText).flatMap((name): YamlFile[] => {
    const file = `${shown}/${name}`;
    if (!name.endsWith('.yml')) {
      if (name !== 'README.md') problems.push({ file, line: 1, column: 1, path: '', message: 'not a seed; seeds end in .yml' });
      return [];
    }
    const read = YamlFile.read(join(path, name), file);
    if (!Array.isArray(read)) return [read];
    problems.push(...read);
    return [];
  });
}

function byPlace(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}
