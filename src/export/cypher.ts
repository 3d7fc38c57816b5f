import { claimProperties, entityProperties, labelFor, linkProperties, typeFor } from '../graph/neo4j/properties.js';
import type { Scalar } from '../model/value.js';
import type { GraphSource } from './graph-source.js';
import { push } from '../model/groups.js';

/** Rows of one statement. */
const BATCH = 100;

type Literal = Scalar | readonly Literal[] | { readonly [name: string]: Literal };

/**
 * A script for cypher-shell, Neo4j Browser or the driver, one statement after the other, each ended by a semicolon at
 * the end of a line. It writes exactly what the store would hold, so that the database can be served; running it
 * twice changes nothing. Neo4j 5.26 or later.
 */
export async function* cypherScript(source: GraphSource): AsyncGenerator<string> {
  yield `// ${source.about.replace(/\s+/g, ' ')}\n`;
  yield 'CREATE CONSTRAINT `entente_entity_id` IF NOT EXISTS FOR (x:`Entity`) REQUIRE x.`id` IS UNIQUE;\n';
  yield 'CREATE CONSTRAINT `entente_claim_id` IF NOT EXISTS FOR (x:`Claim`) REQUIRE x.`id` IS UNIQUE;\n';
  for await (const entities of source.entities()) {
    const rows = entities.map((entity): Literal => ({
      labels: entity.labels.map((label) => labelFor(label, entity.intended)),
      properties: entityProperties(entity),
    }));
    for (const batch of batches(rows))
      yield `UNWIND ${literal(batch)} AS row\nMERGE (n:Entity {id: row.properties.id})\nSET n = row.properties\nSET n:$(row.labels);\n`;
  }
  for await (const links of source.links()) {
    const groups = new Map<string, Literal[]>();
    for (const link of links) {
      const type = typeFor(link.type, link.intended);
      push(groups, type, { from: link.from, to: link.to, properties: linkProperties(link) });
    }
    for (const [type, rows] of groups) {
      for (const batch of batches(rows)) {
        yield `UNWIND ${literal(batch)} AS row\nMATCH (a:Entity {id: row.from})\nMATCH (b:Entity {id: row.to})\nMERGE (a)-[r:\`${type}\` {key: row.properties.key}]->(b)\nSET r = row.properties;\n`;
      }
    }
  }
  for await (const claims of source.claims()) {
    const rows = claims.map((claim): Literal => ({ id: claim.id, properties: { ...claimProperties(source.vocabulary, claim) } }));
    for (const batch of batches(rows)) yield `UNWIND ${literal(batch)} AS row\nMERGE (c:Claim {id: row.id})\nSET c = row.properties;\n`;
  }
}

/** The statements of a script; none of them has a semicolon at the end of a line inside. */
export function statementsOf(script: string): string[] {
  return script
    .split(/;\n/)
    .map((statement) => statement.replace(/^\/\/.*\n/, '').trim())
    .filter((statement) => statement !== '');
}

function* batches(rows: readonly Literal[]): Generator<readonly Literal[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

function literal(value: Literal): string {
  if (typeof value === 'string') return text(value);
  // The driver sends every number as a float, so the store holds no other.
  if (typeof value === 'number') return value.toExponential();
  if (typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(literal).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, item]) => `\`${name}\`: ${literal(item)}`)
    .join(', ')}}`;
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

/** A string literal on one line: whatever could end it, or the statement, is written as an escape. */
function text(value: string): string {
  const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  const written = value.replace(/[\\'\n\r\t]/g, (character) => escapes[character] ?? character);
  return `'${written.replace(/[\u0000-\u001f\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;
}
