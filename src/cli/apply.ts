import { Command } from 'commander';
import type { Neo4jStore } from '../graph/neo4j/neo4j-store.js';
import { applyByFiles } from './apply-by-files.js';
import { comparing } from './compared.js';
import { dataOption, datasetOption, documentsOption, seedOption } from './options.js';
import { progressReport } from './progress.js';
import { chosenNames, chosenSets, madeOf, wantedIn, withNeo4j, type ChoiceOptions } from './target.js';

interface Options extends ChoiceOptions {
  readonly force?: boolean;
  readonly viaCsv?: boolean;
}

/** `entente apply`: makes Neo4j hold what the seeds and the imported data sets say. */
export function applyCommand(): Command {
  return new Command('apply')
    .description('make the Neo4j that NEO4J_URI names hold what the seeds and the imported data sets say; may be interrupted and run again')
    .option('--force', 'compare all with the database, although the same was applied to it last')
    .option('--via-csv', 'fill an empty database of the server that `entente neo4j start` started here with neo4j-admin, many times faster')
    .addOption(datasetOption())
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action((options: Options) => (options.viaCsv ? applyByFiles(options) : withNeo4j((store) => applyTo(store, options))));
}

/**
 * Makes a store hold what is at hand; what it holds of other data sets stays. Takes disk for all of it, and memory for a
 * part. Where the same was applied last and nobody has written since, only the files are looked at.
 */
export async function applyTo(store: Neo4jStore, options: Options): Promise<void> {
  const names = chosenNames(options);
  const [made, before] = [madeOf(options, names), await store.applied()];
  if (!options.force && names.every((name) => before.datasets[name] === made[name])) {
    console.log('nothing to do: the database holds what the same files said, and nobody has written to it since; --force compares all the same');
    console.log(`digest ${before.digest}`);
    return;
  }
  const { report, end } = progressReport();
  const [sets, held] = [await wantedIn(store, chosenSets(options)), await store.held()];
  await comparing(sets, held, { order: 'written', progress: report }, async ({ gathered, changes, disputes }) => {
    const written = await store.applyInOrder(changes, report);
    end();
    await store.tell(await disputes.all(gathered));
    await store.noteApplied({ datasets: { ...before.datasets, ...made }, digest: changes.digest, writings: before.writings + written });
    console.log(changes.total === 0 ? 'nothing to do' : `${String(changes.put)} written, ${String(changes.removed)} removed`);
    console.log(`digest ${changes.digest}`);
  });
}
