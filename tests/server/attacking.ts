import { Kind, parse, print, visit, type ArgumentNode } from 'graphql';
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

/** An operation with another page of the list that is called so, by those that it stands in, or of all its lists that ask for more. */
export function withPages(document: string, list: string | null, page: string, size: number): string {
  const asked: string[] = [];
  return print(
    visit(parse(document), {
      Field: {
        enter(node) {
          const wraps = node.selectionSet?.selections.some((item) => item.kind === Kind.FIELD && ['nodes', 'edges'].includes(item.name.value));
          if (!wraps) return undefined;
          asked.push((node.alias ?? node.name).value);
          const own = node.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
          const isMeant = list === null ? Number(own?.value.kind === Kind.INT ? own.value.value : 20) > size : [asked.join('.'), asked.at(-1)].includes(list);
          if (!isMeant) return undefined;
          const changed: ArgumentNode = {
            kind: Kind.ARGUMENT,
            name: { kind: Kind.NAME, value: own?.name.value ?? page },
            value: { kind: Kind.INT, value: String(size) },
          };
          return { ...node, arguments: [...(node.arguments ?? []).filter((item) => item !== own), changed] };
        },
        leave(node) {
          if (node.selectionSet?.selections.some((item) => item.kind === Kind.FIELD && ['nodes', 'edges'].includes(item.name.value))) asked.pop();
        },
      },
    }),
  );
}
