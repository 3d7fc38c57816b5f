import { Command } from 'commander';
import { disputeRules } from '../../schema/disputes/rules.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { disputesOf } from '../disputes/find.js';
import { toldOf } from '../disputes/told.js';
import type { Neo4jStore } from '../graph/neo4j/neo4j-store.js';
import { contentOf, difference, digest, isEmpty } from '../load/plan.js';
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

/** Makes a store hold what is at hand; what it holds of other data sets stays. */
export async function applyTo(store: Neo4jStore, chosen: ChosenSets): Promise<void> {
  const now = await store.content();
  const dataset = wantedIn(now, chosen);
  const wanted = contentOf(vocabulary, dataset);
  const changes = difference(now, wanted);
  const { report, end } = progressReport();
  await store.apply(changes, report);
  end();
  const involved = new Map(wanted.entities.map(({ id, columns }) => [id, [columns['involves'] ?? []].flat().map(String)]));
  const disputes = disputesOf(vocabulary, { ...dataset, claims: wanted.claims }, disputeRules);
  await store.tell(toldOf(disputes, (id) => involved.get(id) ?? []));
  const { entities, links, claims } = changes;
  const put = entities.put.length + links.put.length + claims.put.length;
  const removed = entities.remove.length + links.remove.length + claims.remove.length;
  console.log(isEmpty(changes) ? 'nothing to do' : `${String(put)} written, ${String(removed)} removed`);
  console.log(`digest ${digest(await store.content())}`);
}
