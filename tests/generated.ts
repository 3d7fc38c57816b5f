import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { LocatedIn } from '../schema/organization.js';
import { schema } from '../schema/schema.js';
import { vocabulary } from '../schema/vocabulary.js';
import { printed } from '../src/graphql/printed.js';
import { cldrSeed } from '../src/load/cldr.js';
import { geonamesSeed } from '../src/load/geonames.js';
import { dictionary } from '../src/model/dictionary.js';

/** Every committed file that is written by a program, and what it should hold. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return { 'schema/schema.graphql': `${printed(schema)}\n`, 'docs/vocabulary.md': dictionary(vocabulary) };
}

/** Names of countries depend on the platform's CLDR release, so these are written on demand and not compared. */
export function referenceSeeds(): Readonly<Record<string, string>> {
  const ids = Object.keys(parse(readFileSync('seed/entities/countries.yml', 'utf8')) as Record<string, unknown>);
  return { 'seed/sources/unicode-cldr.yml': cldrSeed(ids), 'seed/sources/geonames.yml': geonamesSeed(LocatedIn.type) };
}
