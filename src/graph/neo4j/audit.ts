import { canonicalJson } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { Connection } from './connection.js';
import { everyPage, linkCounts } from './pages.js';
import { entityProperties, labelFor, linkProperties, typeFor, withoutEmpty } from './properties.js';
import { auditEntities, auditLinks } from './reads.js';
import { typesOf } from './schema.js';

/**
 * Compares what Neo4j itself cannot guarantee without its Enterprise edition: that the properties of entities and
 * relationships are those that follow from their `data`, that labels do, and that the ids a relationship carries
 * are those of its real ends. Gives a sentence for each that is not so. Reads everything.
 */
export async function auditProblems(connection: Connection, vocabulary: Vocabulary): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { entity, properties, labels } of await everyPage(connection, auditEntities)) {
    const wanted = ['Entity', ...entity.labels.map((label) => labelFor(label, entity.intended))].sort();
    if (!isEqual([...labels].sort(), wanted)) problems.push(`${entity.id}: has the labels ${[...labels].sort().join(', ')}, not ${wanted.join(', ')}`);
    if (!isEqual(withoutEmpty(properties), entityProperties(entity))) problems.push(`${entity.id}: its properties differ from its data`);
  }
  for (const [type, count] of await linkCounts(connection, typesOf(vocabulary))) problems.push(...(await auditType(connection, type, count)));
  return problems;
}

async function auditType(connection: Connection, TYPE: string, count: number): Promise<string[]> {
  const links = await everyPage(connection, auditLinks, { TYPE });
  const problems = links.flatMap(({ link, properties, from, to }) => {
    if (properties['from'] !== from || properties['to'] !== to)
      return [`${link.key}: says ${String(properties['from'])} to ${String(properties['to'])}, runs from ${from} to ${to}`];
    if (!isEqual(withoutEmpty(properties), linkProperties(link)) || typeFor(link.type, link.intended) !== TYPE)
      return [`${link.key}: its properties differ from its data`];
    return [];
  });
  return count === links.length ? problems : [...problems, `${TYPE}: ${String(count - links.length)} relationships have no key`];
}

function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
