import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { vocabulary } from '../../schema/vocabulary.js';
import { changesBetween } from '../import/changes.js';
import { readDecisions } from '../import/decisions.js';
import { readMapping, type Mapping, type RowPlan } from '../import/mapping.js';
import type { Outcome } from '../import/row-work.js';
import type { Row } from '../import/rows/row.js';
import { hashOfFile } from '../import/rows/bytes.js';
import { ImportError } from '../import/import-error.js';
import { runImport, type Imported } from '../import/run.js';
import { linesOfDataset, PARTS, readManifest, readManifests, together, type Lines, type Manifest } from '../load/datasets.js';
import type { Said } from '../load/gathered.js';
import { HeldContent } from '../load/held-content.js';
import { SeedError } from '../load/problem.js';
import { contentOf } from '../load/plan.js';
import { reportChanges } from '../load/report.js';
import { canonicalJson, hint, numbered } from '../model/text.js';
import type { HeldRanges } from '../graph/store.js';
import { readConfig } from '../server/config.js';
import { applyTo } from './apply.js';
import { asMade, importedFrom, importedInto } from './as-made.js';
import { comparing } from './compared.js';
import { EXIT, InputError } from './exit.js';
import { dataOption, documentsOption, mappingsOption, seedOption } from './options.js';
import { progressReport } from './progress.js';
import { seedsAlone, wantedIn, withNeo4j, type SeedOptions } from './target.js';
import { ownFolder } from './work-folder.js';
import { keepMemorySteady } from './steady-memory.js';

interface Options extends SeedOptions {
  readonly from?: string;
  readonly mappings: string;
  readonly sample?: string;
  readonly plan?: boolean;
  readonly force?: boolean;
}

/** How many changed rows are printed; all of them stand in the claims that are written. */
const MOST_CHANGES = 40;

/** `entente import <mapping> --from <folder>`: a data set's files become claims beside the seeds. */
export function importCommand(): Command {
  return new Command('import')
    .description('read the files of a data set by a mapping, and keep what they say beside the seeds; again with the same files, nothing changes')
    .argument('<mapping>', 'name of a folder below seed/imports that holds mapping.yml, or the path of such a folder')
    .option('--from <folder>', 'folder that the files of the data set lie in; what the mapping says, else its own, unless given')
    .option('--sample <rows>', 'print so many rows beside the claims that come of them, and keep nothing')
    .option('--plan', 'print what would be added, changed and removed, and keep nothing')
    .option('--force', 'read the files although nothing changed since, and keep what was read although an expectation of the mapping is not met')
    .addOption(mappingsOption())
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action(runCommand);
}

async function runCommand(name: string, options: Options): Promise<void> {
  keepMemorySteady();
  const { folder, mapping, book } = mappingOf(name, options.mappings);
  const from = options.from ?? resolve(folder, mapping.spec.from ?? '');
  if (!existsSync(from) || !statSync(from).isDirectory()) throw new InputError(`${from}: no such folder; name the one that the files lie in with --from`);
  const others = readManifests(options.data).filter((manifest) => manifest.name !== mapping.name);
  const seen = mapping.spec.alone ? [] : others.map((manifest) => manifest.name);
  // What keeps nothing need not read all the files for their hash first.
  const isKept = !options.plan && options.sample === undefined;
  const madeFrom = isKept ? importedFrom({ mapping, folder, from, seed: options.seed, data: options.data, others: seen }) : null;
  const before = madeFrom === null || options.force ? null : asMade(join(options.data, mapping.name), madeFrom);
  if (before) {
    printCounts(before);
    console.log('nothing to do: it was made of the same files by the same mapping, beside the same; --force reads them all the same');
    await carry(mapping, options);
    return;
  }
  const all = [seedsAlone(options), ...others.map((manifest) => linesOfDataset(options.data, manifest))];
  const known = mapping.spec.alone ? all.slice(0, 1) : all;
  const into = ownFolder(options.data, '.importing-');
  const sample = options.sample === undefined ? null : wholeNumber(options.sample);
  try {
    const imported = await runImport({
      mapping,
      from,
      vocabulary,
      known,
      book,
      today: new Date().toISOString().slice(0, 10),
      into,
      progress: (rows, file) =>
        process.stderr.write(process.stderr.isTTY ? `\r${String(rows)} rows, ${file}      ` : rows % 100_000 === 0 ? `${String(rows)} rows\n` : ''),
      ...(sample === null ? {} : { most: sample, onRow: printRow }),
    });
    await finish(mapping, imported, { into, madeFrom, others: all, isSample: sample !== null }, options);
  } catch (error) {
    throw error instanceof ImportError ? new InputError(error.message) : error;
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

function mappingOf(name: string, mappings: string) {
  const folder = existsSync(join(name, 'mapping.yml')) ? name : join(mappings, name);
  if (!existsSync(join(folder, 'mapping.yml'))) {
    const there = existsSync(mappings) ? readdirSync(mappings) : [];
    throw new InputError(`no mapping "${name}"${hint(name, there)}; there ${there.length === 0 ? 'is none' : `are ${there.join(', ')}`} in ${mappings}`);
  }
  const { mapping, problems } = readMapping(folder, basename(folder), vocabulary);
  const decisions = readDecisions(join(folder, 'decisions.yml'), vocabulary);
  const all = [...problems, ...decisions.problems];
  if (all.length > 0 || !mapping) throw new SeedError(all);
  return { folder, mapping, book: decisions.book };
}

/** What was written, and what it stands beside. */
interface Work {
  readonly into: string;
  /** Hash of all that it followed from; null where nothing is kept. */
  readonly madeFrom: string | null;
  /** The seeds and the other data sets at hand. */
  readonly others: readonly Lines[];
  readonly isSample: boolean;
}

/** Tells what came of the files, and keeps it unless that was not asked for. */
async function finish(
  mapping: Mapping,
  { manifest, failed, firsts, unused, unread }: Imported,
  { into, madeFrom, others, isSample }: Work,
  options: Options,
): Promise<void> {
  if (process.stderr.isTTY) process.stderr.write('\r');
  printCounts(manifest);
  for (const [reason, count] of Object.entries(manifest.reasons)) console.log(`  ${String(count).padStart(6)}  ${reason} (${firsts.get(reason) ?? ''})`);
  if (isSample) return;
  for (const columns of unread) console.log(columns);
  for (const decision of unused) console.log(`decision without use: ${decision}`);
  for (const expectation of failed) console.log(`expectation not met: ${expectation}`);
  const home = join(options.data, mapping.name);
  if (options.plan) {
    await printPlan(home, manifest, { into, others });
    return;
  }
  const { lines, ...counts } = changesBetween(join(home, PARTS.claims), join(into, PARTS.claims), MOST_CHANGES);
  const changed = counts.added + counts.removed + counts.changed;
  if (existsSync(home) && changed > 0) {
    for (const line of lines) console.log(line);
    if (changed > lines.length) console.log(`… and ${String(changed - lines.length)} more`);
  }
  if (failed.length > 0 && !options.force) {
    renameSync(join(into, 'told.csv'), join(options.data, `${mapping.name}-told.csv`));
    console.log(`nothing is kept; what was told of each row stands in ${join(options.data, `${mapping.name}-told.csv`)}; --force keeps it all the same`);
    process.exitCode = EXIT.wrongInput;
    return;
  }
  const made = failed.length > 0 || madeFrom === null ? {} : { made: { from: madeFrom, into: importedInto(into) } };
  write(into, { ...manifest, ...made });
  if (await saysTheSame(home, into)) {
    write(home, { ...readManifest(join(home, PARTS.manifest)), ...made });
    console.log('nothing to do');
  } else {
    keep(into, home);
    console.log(`${String(counts.added)} claims added, ${String(counts.changed)} changed, ${String(counts.removed)} removed`);
  }
  console.log(`told of each row: ${join(home, 'told.csv')}`);
  await carry(mapping, options);
}

/** Applies the data set to Neo4j, where the environment names one. */
async function carry({ name }: Mapping, options: Options): Promise<void> {
  if (readConfig(process.env).neo4j) await withNeo4j((store) => applyTo(store, { ...options, dataset: [name] }));
}

function printCounts({ records: { read, taken, refused, left, doubtful }, claims, identities }: Manifest): void {
  console.log(
    `${numbered(read, 'row')}: ${String(taken)} taken, ${String(refused)} refused, ${String(left)} left out by the mapping; ${String(doubtful)} of those taken have something refused or doubtful`,
  );
  console.log(`${numbered(claims, 'claim')} about ${String(identities)} entities`);
}

function write(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, PARTS.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What keeping it would change: in Neo4j where the environment names one, else in what is at hand. */
async function printPlan(home: string, manifest: Manifest, { into, others }: Pick<Work, 'into' | 'others'>): Promise<void> {
  const own = linesOfDataset(dirname(into), { name: basename(into), source: manifest.source });
  const { report, end } = progressReport();
  const print = (sets: readonly Said[], held: HeldRanges) =>
    comparing(sets, held, { order: 'told', progress: report }, ({ changes }) => {
      end();
      for (const line of reportChanges(changes.all())) console.log(line);
    });
  if (readConfig(process.env).neo4j) {
    await withNeo4j(async (store) => print(await wantedIn(store, { names: [manifest.name], sets: [own] }), await store.held()));
    return;
  }
  const before = existsSync(home) ? [linesOfDataset(dirname(home), readManifest(join(home, PARTS.manifest)))] : [];
  const held = together([...others, ...before].map(({ sources, identities, claims }) => ({ sources, identities: [...identities], claims: [...claims] })));
  await print([...others, own], new HeldContent(vocabulary, contentOf(vocabulary, held)));
}

/** Whether two folders of one data set hold the same, the day of the import aside. */
async function saysTheSame(home: string, into: string): Promise<boolean> {
  const parts = [PARTS.claims, PARTS.identities, 'told.csv'];
  if (![...parts, PARTS.manifest].every((part) => existsSync(join(home, part)))) return false;
  const [before, after] = await Promise.all(
    [home, into].map(async (folder) => {
      const { source, ...manifest } = readManifest(join(folder, PARTS.manifest));
      return canonicalJson([
        { ...manifest, made: null },
        { ...source.header, loaded: null },
        ...(await Promise.all(parts.map((part) => hashOfFile(join(folder, part))))),
      ]);
    }),
  );
  return before === after;
}

/** Puts what was written in the place of what was there. */
function keep(into: string, home: string): void {
  const old = `${into}-old`;
  if (existsSync(home)) renameSync(home, old);
  renameSync(into, home);
  rmSync(old, { recursive: true, force: true });
}

function printRow(_plan: RowPlan, row: Row, { claims, halves, told }: Outcome): void {
  const [record] = [...claims, ...halves.map(({ draft }) => draft)].flatMap(({ records = [] }) => records);
  console.log(`\n# row ${String(row.number)}${record?.id ? ` (${record.id})` : ''}${record ? ` of ${record.file}` : ''}`);
  const cells = Object.assign({}, ...claims.flatMap(({ records = [] }) => records.map(({ values }) => values))) as Record<string, string>;
  for (const [column, value] of Object.entries(cells)) console.log(`  | ${column}: ${value}`);
  for (const claim of claims) {
    const qualifiers = Object.keys(claim.qualifiers).length > 0 ? ` ${JSON.stringify(claim.qualifiers)}` : '';
    console.log(
      `  + ${claim.factKey}${claim.value === null ? '' : ` = ${JSON.stringify(claim.value)}`}${qualifiers}${claim.when ? ` when ${claim.when.edtf}` : ''}`,
    );
    console.log(`      ${claim.summary}`);
  }
  for (const { way, draft } of halves)
    console.log(`  + ${draft.fact} ${way} ${JSON.stringify(draft.when)}${draft.summary === '' ? '' : `\n      ${draft.summary}`}`);
  for (const { level, column, value, reason, candidates } of told) {
    console.log(`  ! ${level}: ${column}${value === '' ? '' : ` "${value}"`}: ${reason}${candidates.length > 0 ? ` [${candidates.join('; ')}]` : ''}`);
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InputError(`--sample: expected a whole number from 1, got "${text}"`);
  return Number(text);
}
