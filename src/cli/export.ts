import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, Option } from 'commander';
import { vocabulary } from '../../schema/vocabulary.js';
import { claimRow, entityRows } from '../load/export.js';
import { readGoodSeeds } from '../load/seeds.js';
import { documentsOption, seedOption, textsIn } from './options.js';

interface Options {
  seed: string;
  documents: string;
  output?: string;
}

/** `entente export claims|entities`: the seeds' content, one JSON object a line. */
export function exportCommand(): Command {
  return new Command('export')
    .description('print all claims or entities, one JSON object a line')
    .addArgument(new Argument('<what>', 'what to print').choices(['claims', 'entities']))
    .addOption(new Option('--format <format>', 'how').choices(['jsonl']).default('jsonl'))
    .option('-o, --output <file>', 'write to a file instead of the terminal')
    .addOption(seedOption())
    .addOption(documentsOption())
    .action(async (what: string, options: Options) => {
      const dataset = readGoodSeeds(vocabulary, options.seed, textsIn(options.documents));
      const rows = what === 'claims' ? dataset.claims.map(claimRow(vocabulary, dataset)) : entityRows(dataset);
      const lines = Readable.from(rows.map((row) => `${JSON.stringify(row)}\n`));
      if (options.output === undefined) await pipeline(lines, process.stdout, { end: false });
      else await pipeline(lines, createWriteStream(options.output));
    });
}
