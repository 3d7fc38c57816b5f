import { parse, print, type DocumentNode } from '@0no-co/graphql.web';
import type { Lens } from './lens.ts';
import { viewed } from './view-exchange.ts';

/** The address of an entity's page; its id is its address. */
export function addressOf(id: string): string {
  return `/${id}`;
}

/** Whether a path is the address of what has this id, however it is written; one that cannot be read is nobody's. */
export function isAddressOf(path: string, id: string): boolean {
  try {
    return decodeURIComponent(path) === addressOf(id);
  } catch {
    return false;
  }
}

/** The address at which GraphiQL opens an operation, seen through a lens. */
export function graphiqlAddress(document: unknown, variables: object, lens: Lens): string {
  const parameters = new URLSearchParams({
    query: print(viewed(typeof document === 'string' ? parse(document) : (document as DocumentNode), lens)),
    variables: JSON.stringify(variables, null, 2),
  });
  return `/graphql?${parameters.toString()}`;
}

/** The parameters of an address. */
export type Search = Record<string, string | string[] | undefined>;

/** Parameters of an address as plain text, repeated where there are several: what is shared stays readable. */
export function writeSearch(search: Search): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const item of [value].flat()) if (item !== undefined && item !== '') parameters.append(name, item);
  }
  const text = parameters.toString().replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** The parameters of an address: text, or a list where one is repeated. */
export function readSearch(text: string): Search {
  const parameters = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

/** The values of a parameter that may be repeated. */
export function listOf(value: unknown): string[] {
  return [value ?? []]
    .flat()
    .map(String)
    .filter((item) => item !== '');
}
