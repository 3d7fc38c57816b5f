import { DataFactory, Writer, type Quad_Object } from 'n3';
import type { GraphSource } from './graph-source.js';
import { PREFIXES, resources, type Resource, type Term } from './rdf.js';

/** Turtle, written by N3.js a page of resources at a time. */
export async function* turtle(source: GraphSource): AsyncGenerator<string> {
  const chunks: string[] = [];
  const writer = new Writer({ write: (chunk: string) => chunks.push(chunk), end: () => undefined }, { prefixes: PREFIXES, end: false });
  for await (const page of resources(source)) {
    for (const item of page) write(writer, item);
    yield chunks.splice(0).join('');
  }
  writer.end();
  yield `${chunks.splice(0).join('')}\n`;
}

function write(writer: Writer, { id, types, values }: Resource): void {
  const subject = DataFactory.namedNode(id);
  for (const type of types) writer.addQuad(DataFactory.quad(subject, DataFactory.namedNode(`${PREFIXES.rdf}type`), DataFactory.namedNode(type)));
  for (const [property, term] of values) writer.addQuad(DataFactory.quad(subject, DataFactory.namedNode(property), object(term)));
}

function object(term: Term): Quad_Object {
  if ('id' in term) return DataFactory.namedNode(term.id);
  if ('text' in term) return DataFactory.literal(term.text, term.lang);
  return DataFactory.literal(term.value, DataFactory.namedNode(term.type === 'EDTF' ? `${PREFIXES.edtf}EDTF` : PREFIXES.xsd + term.type));
}
