import { Command } from 'commander';
import type { Neo4jStore } from '../graph/neo4j/neo4j-store.js';
import { comparing } from './compared.js';
import { dataOption, datasetOption, documentsOption, seedOption } from './options.js';
import { progressReport } from './progress.js';
import { chosenSets, wantedIn, withNeo4j, type ChosenSets, type SeedOptions } from './target.js';

interface Options extends SeedOptions {
  readonly dataset?: readonly string[];
}

/** `entente apply`: makes Neo4j hold what the seeds and the imported data sets say. */
export function applyCommand(): Command {
  return new Command('apply')
    .description('make the Neo4j that NEO4J_URI names hold what the seeds and the imported data sets say; may be interrupted and run again')
    .addOption(datasetOption())
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action((options: Options) => {
      const chosen = chosenSets(options);
      return withNeo4j((store) => applyTo(store, chosen));
    });
}

/** Makes a store hold what is at hand; what it holds of other data sets stays. Takes disk for all of it, and memory for a part. */
export async function applyTo(store: Neo4jStore, chosen: ChosenSets): Promise<void> {
  const { report, end } = progressReport();
  const [sets, held] = [await wantedIn(store, chosen), await store.held()];
  await comparing(sets, held, { order: 'written', progress: report }, async ({ gathered, changes, disputes }) => {
    await store.applyInOrder(changes, report);
    end();
    await store.tell(await disputes.all(gathered));
    console.log(changes.total === 0 ? 'nothing to do' : `${String(changes.put)} written, ${String(changes.removed)} removed`);
    console.log(`digest ${changes.digest}`);
  });
}
