import { Command } from 'commander';
import { vocabulary } from '../../schema/vocabulary.js';
import { difference, isEmpty } from '../load/plan.js';
import { reportChanges } from '../load/report.js';
import { EXIT } from './exit.js';
import { documentsOption, seedOption } from './options.js';
import { wantedContent, withNeo4j, type SeedOptions } from './target.js';

/** `entente plan`: what `apply` would change in Neo4j. */
export function planCommand(): Command {
  return new Command('plan')
    .description('print what apply would add, change and remove in the Neo4j that NEO4J_URI names')
    .option('--exit-code', 'exit with 3 when there is something to do')
    .addOption(seedOption())
    .addOption(documentsOption())
    .action(async (options: SeedOptions & { exitCode?: boolean }) => {
      const wanted = wantedContent(options);
      await withNeo4j(async (store) => {
        const now = await store.content();
        const changes = difference(now, wanted);
        for (const line of reportChanges(vocabulary, now, changes)) console.log(line);
        if (options.exitCode && !isEmpty(changes)) process.exitCode = EXIT.changes;
      });
    });
}
