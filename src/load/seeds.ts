import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Claim } from '../model/claim.js';
import type { Dataset, Identity, Source } from '../model/projection.js';
import { compareText, hint } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { coverage, refusedExcuse } from './coverage.js';
import { checkIdentities, type PlacedIdentity } from './identities.js';
import { SeedError, type Problem } from './problem.js';
import { entityFileShape, sourceFileShape } from './shapes.js';
import { readSource } from './sources.js';
import type { Texts } from './texts.js';
import { YamlFile, type Path } from './yaml-file.js';

/** What the seeds say, and everything that is wrong with them. */
export interface Seeds {
  readonly dataset: Dataset;
  readonly problems: readonly Problem[];
}

/** Reads and checks a folder of seeds; collects every problem. Texts at hand let spans be checked against words. */
export function readSeeds(vocabulary: Vocabulary, folder: string, texts: Texts): Seeds {
  const problems: Problem[] = [];
  const open = (part: string) => openFolder(join(folder, part), `${folder}/${part}`, problems);
  const entityFiles = open('entities');
  const identities = readIdentities(entityFiles, vocabulary);
  const byId = new Map(identities.map((identity) => [identity.id, identity]));
  const sources: Source[] = [];
  const claims: Claim[] = [];
  const before = problems.length;
  const sourceFiles = open('sources');
  let isWhole = problems.length === before;
  const files = new Map<string, string>();
  for (const file of sourceFiles) {
    const shaped = shape(file, sourceFileShape);
    if (!shaped) {
      isWhole = false;
      continue;
    }
    const read = readSource(shaped, { file, vocabulary, identities: byId, texts });
    const twin = files.get(read.source.id);
    if (twin !== undefined) file.refuse(['source', 'id'], `the source "${read.source.id}" stands in ${twin} too`);
    files.set(read.source.id, file.file);
    checkCoverage(file, read.source, read.claims, texts);
    sources.push(read.source);
    claims.push(...read.claims);
  }
  checkIdentities(vocabulary, identities, { sources, claims, isWhole });
  const all = [...problems, ...[...entityFiles, ...sourceFiles].flatMap((file) => file.problems)];
  return { dataset: dataset(identities, sources, claims), problems: all.sort(byPlace) };
}

/** Reads seeds that must be right; throws a SeedError with every problem otherwise. */
export function readGoodSeeds(vocabulary: Vocabulary, folder: string, texts: Texts): Dataset {
  const { dataset: read, problems } = readSeeds(vocabulary, folder, texts);
  if (problems.length > 0) throw new SeedError(problems);
  return read;
}

/** Every sentence has a claim or an excuse that holds; not asked of a file with other problems, whose claims are not all read. */
function checkCoverage(file: YamlFile, source: Source, claims: readonly Claim[], texts: Texts): void {
  if (file.problems.length > 0) return;
  const sentences = coverage(source, claims);
  const text = texts.get(String(source.header['sha256']));
  for (const [index, sentence] of sentences.entries()) {
    const refused = refusedExcuse(sentence, sentences, text);
    if (refused !== null) file.refuse(['sentences', index, 'at'], refused);
  }
}

function dataset(identities: readonly Identity[], sources: readonly Source[], claims: readonly Claim[]): Dataset {
  return {
    identities: identities.map(({ id, kind, label }) => ({ id, kind, label })).sort((a, b) => compareText(a.id, b.id)),
    sources: [...sources].sort((a, b) => compareText(a.id, b.id)),
    claims: [...new Map(claims.map((claim) => [claim.id, claim])).values()].sort((a, b) => compareText(a.id, b.id)),
  };
}

function openFolder(path: string, shown: string, problems: Problem[]): YamlFile[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    problems.push({ file: shown, line: 1, column: 1, path: '', message: 'no such folder' });
    return [];
  }
  return readdirSync(path)
    .sort(compareText)
    .flatMap((name): YamlFile[] => {
      const file = `${shown}/${name}`;
      if (!/\.ya?ml$/.test(name)) {
        if (name !== 'README.md') problems.push({ file, line: 1, column: 1, path: '', message: 'not a seed; seeds end in .yml' });
        return [];
      }
      const read = YamlFile.read(join(path, name), file);
      if (!Array.isArray(read)) return [read];
      problems.push(...read);
      return [];
    });
}

/** Checks a file's shape; notes each problem at its place and gives null when there is any. */
function shape<S extends z.ZodType>(file: YamlFile, expected: S): z.infer<S> | null {
  if (file.problems.length > 0) return null;
  const result = expected.safeParse(file.values());
  if (result.success) return result.data;
  for (const issue of result.error.issues) refuseIssue(file, issue, []);
  return null;
}

const KEYS = [
  'fact',
  'value',
  'with',
  'when',
  'at',
  'summary',
  'by',
  'modality',
  'polarity',
  'rank',
  'reason',
  'counts',
  'claims',
  'excuse',
  'source',
  'sentences',
  'kind',
  'label',
  'edtf',
  'asWritten',
  'rule',
];

function refuseIssue(file: YamlFile, issue: z.core.$ZodIssue, before: Path): void {
  const path = [...before, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const isIdentity = path.length === 1 && String(path[0]).includes('/');
      file.refuse([...path, key], isIdentity ? `"${key}" is shown without a claim: state it in a source` : `unknown key "${key}"${hint(key, KEYS)}`);
    }
  } else if (issue.code === 'invalid_union') {
    const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    for (const inner of nearest) refuseIssue(file, inner, path);
  } else file.refuse(path, issue.message);
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));
}

function readIdentities(files: readonly YamlFile[], vocabulary: Vocabulary): PlacedIdentity[] {
  const identities: PlacedIdentity[] = [];
  for (const file of files) {
    const shaped = shape(file, entityFileShape);
    if (!shaped) continue;
    for (const [id, entry] of Object.entries(shaped)) {
      const { kind: kindName, label } = typeof entry === 'string' ? { kind: undefined, label: entry } : entry;
      const root = vocabulary.rootOf(id);
      const kind = kindName === undefined ? root : vocabulary.kind(kindName);
      identities.push({ id, kind: kind?.name ?? '', label, file, writtenKind: kindName ?? null });
    }
  }
  return identities;
}

function byPlace(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}
