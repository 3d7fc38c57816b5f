import { printable } from '../model/text.js';

/** One thing wrong with a seed, and where. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the file's structure, such as `sentences[3].claims[0].at`. */
  readonly path: string;
  readonly message: string;
}

/** `file:line:column path: message`, which editors open on a click. */
export function formatProblem({ file, line, column, path, message }: Problem): string {
  return printable(`${file}:${String(line)}:${String(column)} ${path === '' ? '' : `${path}: `}${message}`);
}

/** Thrown when seeds cannot be used; carries every problem found. */
export class SeedError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'SeedError';
    this.problems = problems;
  }
}
