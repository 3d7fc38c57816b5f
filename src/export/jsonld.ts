import type { GraphSource } from './graph-source.js';
import { PREFIXES, resources, type Resource, type Term } from './rdf.js';

/** JSON-LD 1.1: one node object a line inside `@graph`; terms are written with the prefixes of the context. */
export async function* jsonld(source: GraphSource): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(PREFIXES)},\n"@graph":[`;
  let separator = '\n';
  for await (const page of resources(source)) {
    if (page.length === 0) continue;
    yield separator + page.map((item) => JSON.stringify(nodeObject(item))).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

function nodeObject({ id, types, values }: Resource): Record<string, unknown> {
  const node: Record<string, unknown[]> = {};
  for (const [property, term] of values) (node[compact(property)] ??= []).push(valueObject(term));
  return { '@id': id, ...(types.length > 0 ? { '@type': types.map(compact) } : {}), ...node };
}

function valueObject(term: Term): Record<string, unknown> {
  if ('id' in term) return { '@id': term.id };
  if ('text' in term) return { '@value': term.text, ...(term.lang === undefined ? {} : { '@language': term.lang }) };
  return { '@value': term.value, '@type': term.type === 'EDTF' ? 'edtf:EDTF' : `xsd:${term.type}` };
}

function compact(term: string): string {
  const [prefix, base] = Object.entries(PREFIXES).find(([name, start]) => name !== 'id' && term.startsWith(start)) ?? [];
  return prefix === undefined || base === undefined ? term : `${prefix}:${term.slice(base.length)}`;
}
