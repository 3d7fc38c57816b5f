import { createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { vocabulary } from '../../schema/vocabulary.js';
import { FORMATS } from '../export/formats.js';
import { ExportRefused } from '../export/refused.js';
import { formatOf, partOf, sourceOf } from '../export/request.js';
import type { GraphReader } from '../graph/store.js';
import { claimRow, entityRows } from '../load/export.js';
import { readConfig } from '../server/config.js';
import { InputError } from './exit.js';
import { dataOption, documentsOption, seedOption } from './options.js';
import { wantedContent, wantedDataset, withNeo4j } from './target.js';

interface Options {
  readonly seed: string;
  readonly data: string;
  readonly documents: string;
  readonly format?: string;
  readonly around: readonly string[];
  readonly hops?: number;
  readonly part?: string;
  readonly most: number;
  readonly output?: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly accordingTo?: string;
  readonly source: readonly string[];
}

/** `entente export claims|entities|graph`: the seeds' content as JSON lines, or the graph in a format that other programs read. */
export function exportCommand(): Command {
  return new Command('export')
    .description('print all claims or entities as JSON lines, or write the graph for another program')
    .addArgument(new Argument('<what>', 'what to print').choices(['claims', 'entities', 'graph']))
    .addOption(new Option('--format <format>', `jsonl for claims and entities; for the graph ${Object.keys(FORMATS).join(', ')}`))
    .option('-o, --output <file>', 'write to a file instead of the terminal; a folder for formats of several files')
    .option('--around <id>', 'graph: only what surrounds this entity; may be given several times', repeated, [])
    .option('--hops <number>', 'graph: how many steps around; 1 unless said', whole)
    .option('--most <number>', 'graph: how many entities around at most', positive, 100_000)
    .option('--part <name>', 'graph: which file of a format of several: entities, relationships, claims')
    .option('--as-of <date>', 'graph: only what held at some time within this day, month or year')
    .option('--known-by <date>', 'graph: only what sources published by then say')
    .option('--according-to <id>', 'graph: only what this person, body, country or city says')
    .option('--source <id>', 'graph: only what this source says; may be given several times', repeated, [])
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action((what: string, options: Options) => {
      checkFolder(options.output);
      return what === 'graph' ? exportGraph(options) : exportLines(what, options);
    });
}

async function exportLines(what: string, { format = 'jsonl', seed, data, documents, output, ...options }: Options): Promise<void> {
  const { asOf, knownBy, accordingTo, source } = options;
  if ([asOf, knownBy, accordingTo, source[0]].some((given) => given !== undefined))
    throw new InputError(`${what} are printed as the seeds state them; a lens is for \`entente export graph\``);
  if (format !== 'jsonl') throw new InputError(`${what} are printed as jsonl; "${format}" is for \`entente export graph\``);
  const dataset = wantedDataset({ seed, data, documents });
  const rows = what === 'claims' ? dataset.claims.map(claimRow(vocabulary, dataset)) : entityRows(dataset);
  await write(
    rows.map((row) => `${JSON.stringify(row)}\n`),
    output,
  );
}

/** From Neo4j when the environment names one, else from the seeds. */
async function exportGraph(options: Options): Promise<void> {
  try {
    if (readConfig(process.env).neo4j) await withNeo4j((store) => writeGraph(store, options));
    else {
      const [{ EmbeddedStore }, { everything }] = await Promise.all([import('../graph/embedded/embedded-store.js'), import('../load/plan.js')]);
      const store = new EmbeddedStore(vocabulary);
      await store.apply(everything(wantedContent(options)));
      await writeGraph(store, options);
    }
  } catch (error) {
    throw error instanceof ExportRefused ? new InputError(error.message) : error;
  }
}

async function writeGraph(reader: GraphReader, options: Options): Promise<void> {
  const { format: name = '', around, hops = null, most, part, output, asOf, knownBy, accordingTo, source: sources } = options;
  const format = formatOf(name);
  const source = await sourceOf(vocabulary, reader, { format: name, around, hops, asOf, knownBy, accordingTo, sources }, around.length === 0 ? Infinity : most);
  if (source.truncated !== null) console.error(`not complete: ${source.truncated}`);
  if (part === undefined && format.parts.length > 1 && output !== undefined) {
    if (existsSync(output) && !statSync(output).isDirectory()) throw new InputError(`${output} is a file; name a folder, or one file with --part`);
    mkdirSync(output, { recursive: true });
    for (const item of format.parts) await write(item.write(source), join(output, item.file));
    return;
  }
  await write(partOf(format, part ?? null).write(source), output);
}

async function write(lines: Iterable<string> | AsyncIterable<string>, output: string | undefined): Promise<void> {
  if (output === undefined) await pipeline(Readable.from(lines), process.stdout, { end: false });
  else await pipeline(Readable.from(lines), createWriteStream(output)).catch(explain(output));
}

/** Refuses a file in a folder that is not there, before anything is read. */
function checkFolder(output: string | undefined): void {
  if (output !== undefined && !existsSync(dirname(output))) throw new InputError(`${output}: there is no folder ${dirname(output)}`);
}

/** Says in one line why a file could not be written. */
function explain(output: string): (error: unknown) => never {
  const reasons: Readonly<Record<string, string>> = {
    EISDIR: 'is a folder; name a file',
    EACCES: 'may not be written',
    ENOTDIR: 'does not lie in a folder',
    ENOSPC: 'there is no room left',
  };
  return (error) => {
    const reason = error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined;
    throw reason === undefined ? error : new InputError(`${output}: ${reason}`);
  };
}

function repeated(id: string, ids: readonly string[]): readonly string[] {
  return [...ids, id];
}

function positive(text: string): number {
  const number = whole(text);
  if (number === 0) throw new InvalidArgumentError('expected a whole number from 1');
  return number;
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
}
