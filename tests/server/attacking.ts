import { expect } from 'vitest';
import type { Answer } from './serving.js';

/** What holds for the answer to any attack: one clear error or an empty answer, and nothing of the server's insides. */
export function expectClean(answer: Answer): void {
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toMatch(/node_modules|\.(ts|js):\d+|at \w+ \(|originalError|TypeError|RangeError|SyntaxError/);
  for (const error of answer.json.errors ?? []) expect(error.extensions['code']).toMatch(/^[A-Z_]+$/);
}

/** The codes of an answer's errors, each once. */
export const codes = ({ json }: Answer) => [...new Set((json.errors ?? []).map(({ extensions }) => extensions['code']))];

/** Expects one code, and the status that belongs to it. */
export async function expectRefused(answer: Promise<Answer> | Answer, code: string, status = 400): Promise<void> {
  const got = await answer;
  expectClean(got);
  expect({ status: got.status, codes: codes(got) }).toEqual({ status, codes: [code] });
}
