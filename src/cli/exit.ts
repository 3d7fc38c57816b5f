import { formatProblem, SeedError } from '../load/problem.js';
import { numbered } from '../model/text.js';

/** Exit codes: the input is wrong, the environment is wrong, there is something to do. */
export const EXIT = { wrongInput: 1, wrongEnvironment: 2, changes: 3 } as const;

/** What the person asked for cannot be done as asked. */
export class InputError extends Error {}

/** Ends quietly when whoever reads the output goes away, such as `head` after ten lines. */
export function endWithReader(): void {
  process.stdout.on('error', (error) => {
    if (!isGoneReader(error)) throw error;
    process.exit();
  });
}

function isGoneReader(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/** Says on stderr what went wrong and sets the exit code that fits. */
export function reportFailure(error: unknown): void {
  if (isGoneReader(error)) return;
  if (error instanceof SeedError) {
    for (const problem of error.problems) console.error(formatProblem(problem));
    console.error(numbered(error.problems.length, 'problem'));
    process.exitCode = EXIT.wrongInput;
    return;
  }
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof InputError ? EXIT.wrongInput : EXIT.wrongEnvironment;
}
