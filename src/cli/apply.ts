import { Command } from 'commander';
import { difference, digest, isEmpty } from '../load/plan.js';
import { dataOption, documentsOption, seedOption } from './options.js';
import { progressReport } from './progress.js';
import { wantedContent, withNeo4j, type SeedOptions } from './target.js';

/** `entente apply`: makes Neo4j hold what the seeds say, and nothing else. */
export function applyCommand(): Command {
  return new Command('apply')
    .description('make the Neo4j that NEO4J_URI names hold what the seeds say; may be interrupted and run again')
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action(async (options: SeedOptions) => {
      const wanted = wantedContent(options);
      await withNeo4j(async (store) => {
        const changes = difference(await store.content(), wanted);
        const { report, end } = progressReport();
        await store.apply(changes, report);
        end();
        const { entities, links, claims } = changes;
        const put = entities.put.length + links.put.length + claims.put.length;
        const removed = entities.remove.length + links.remove.length + claims.remove.length;
        console.log(isEmpty(changes) ? 'nothing to do' : `${String(put)} written, ${String(removed)} removed`);
        console.log(`digest ${digest(await store.content())}`);
      });
    });
}
