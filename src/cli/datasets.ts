import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { readManifests, type Manifest } from '../load/datasets.js';
import { SEEDS } from '../model/dataset.js';
import { hint } from '../model/text.js';
import { InputError } from './exit.js';
import { dataOption, documentsOption, seedOption } from './options.js';
import { seedsAlone, type SeedOptions } from './target.js';

/** `entente datasets`: what the graph is filled from, data set by data set. */
export function datasetsCommand(): Command {
  return new Command('datasets')
    .description('list the data sets: the seeds and each import, with counts, origin, hash, licence and when it was loaded')
    .option('--json', 'print one JSON object a line')
    .option('--remove <name>', 'remove an imported data set; nothing of the others changes')
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action((options: SeedOptions & { readonly json?: boolean; readonly remove?: string }) => {
      if (options.remove !== undefined) {
        remove(options.data, options.remove);
        return;
      }
      const seeds = seedsAlone(options);
      const rows = [{ name: SEEDS, claims: seeds.claims.length, entities: seeds.identities.length }, ...readManifests(options.data).map(rowOf)];
      for (const row of rows) console.log(options.json ? JSON.stringify(row) : shown(row));
    });
}

function rowOf({ name, claims, identities, files, records, from, source: { header } }: Manifest) {
  const { title, url, licence, attribution, covered, loaded, sha256 } = header;
  return { name, claims, entities: identities, title, licence, attribution, url, covered, loaded, sha256, from, files: files.length, records };
}

function shown({ name, claims, entities, ...more }: ReturnType<typeof rowOf> | { name: string; claims: number; entities: number }): string {
  const lines = Object.entries(more).filter(([, value]) => value !== undefined);
  const told = lines.map(([key, value]) => `  ${key.padEnd(12)} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [`${name}: ${String(claims)} claims, ${String(entities)} entities`, ...told].join('\n');
}

function remove(data: string, name: string): void {
  const names = readManifests(data).map((manifest) => manifest.name);
  if (!names.includes(name) || !existsSync(join(data, name))) throw new InputError(`no data set "${name}" in ${data}${hint(name, names)}`);
  rmSync(join(data, name), { recursive: true });
  console.log(`${name} is removed; where Neo4j holds it, \`entente apply --dataset ${name}\` removes it there`);
}
