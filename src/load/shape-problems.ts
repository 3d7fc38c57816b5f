import type { z } from 'zod';
import { hint } from '../model/text.js';
import type { Path, YamlFile } from './yaml-file.js';

/** Checks a file's shape; notes each problem at its place and gives null when there is any. A misspelled key is held against `keys`. */
export function shaped<S extends z.ZodType>(file: YamlFile, expected: S, keys: readonly string[] = KEYS): z.infer<S> | null {
  if (file.problems.length > 0) return null;
  const result = expected.safeParse(file.values(), { error: tellIssue });
  if (result.success) return result.data;
  refuseIssues(file, result.error.issues, [], keys);
  return null;
}

const IDENTITY_KEYS = ['kind', 'label', 'called', 'several', 'was'];

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
  'inferred',
  'doubt',
  'counts',
  'claims',
  'excuse',
  'source',
  'sentences',
  ...IDENTITY_KEYS,
  'edtf',
  'asWritten',
  'rule',
];

/** Notes issues of the part of a file that stands at `before`. */
export function refuseIssues(file: YamlFile, issues: readonly z.core.$ZodIssue[], before: Path, keys: readonly string[] = KEYS): void {
  for (const issue of issues) refuseIssue(file, issue, before, keys);
}

function refuseIssue(file: YamlFile, issue: z.core.$ZodIssue, before: Path, keys: readonly string[]): void {
  const path = [...before, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const isIdentity = path.length === 1 && String(path[0]).includes('/');
      const near = hint(key, isIdentity ? IDENTITY_KEYS : keys);
      file.refuse([...path, key], isIdentity && near === '' ? `"${key}" is shown without a claim: state it in a source` : `unknown key "${key}"${near}`);
    }
  } else if (issue.code === 'invalid_union') {
    const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    refuseIssues(file, nearest, path, keys);
  } else file.refuse(path, issue.message);
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

/** What an issue says where its shape has no words of its own. */
export function tellIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'too_big') return `at most ${String(issue.maximum)} ${issue.origin === 'array' ? 'entries' : 'characters'}`;
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)} ${issue.origin === 'array' ? 'entries' : 'characters'}`;
  if (issue.code !== 'invalid_type') return undefined;
  const expected = EXPECTED[issue.expected] ?? issue.expected;
  return issue.input === undefined ? `missing; expected ${expected}` : `expected ${expected}, got ${shown(issue.input)}`;
}

function shown(value: unknown): string {
  if (value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
