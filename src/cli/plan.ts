import { Command } from 'commander';
import { disputeRules } from '../../schema/disputes/rules.js';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { compareDisputes, disputesOf } from '../disputes/find.js';
import { datasetOf } from '../graph/dataset-of.js';
import { countOutcomes, turnedCounts } from '../graphql/count-changes.js';
import { reportChanges } from '../load/report.js';
import type { Dataset } from '../model/dataset.js';
import { EXIT } from './exit.js';
import { dataOption, datasetOption, documentsOption, seedOption } from './options.js';
import { comparing } from './compared.js';
import { progressReport } from './progress.js';
import { chosenSets, MOST_AT_ONCE, wantedIn, withNeo4j, type SeedOptions } from './target.js';

/** `entente plan`: what `apply` would change in Neo4j, and what becomes of disputes and count checks. */
export function planCommand(): Command {
  return new Command('plan')
    .description('print what apply would add, change and remove in the Neo4j that NEO4J_URI names, and which disputes and count checks turn')
    .option('--exit-code', 'exit with 3 when there is something to do')
    .addOption(datasetOption())
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action(async (options: SeedOptions & { exitCode?: boolean; dataset?: readonly string[] }) => {
      const chosen = chosenSets(options);
      await withNeo4j(async (store) => {
        const { report, end } = progressReport();
        await comparing(await wantedIn(store, chosen), await store.held(), { order: 'told', progress: report }, async ({ gathered, changes }) => {
          end();
          for (const line of reportChanges(changes.all())) console.log(line);
          if (changes.total === 0) return;
          if (options.exitCode) process.exitCode = EXIT.changes;
          if ((await store.claimTotal()) + gathered.size > MOST_AT_ONCE) {
            console.log(`disputes and count checks are compared of at most ${String(MOST_AT_ONCE)} claims; apply finds the disputes`);
            return;
          }
          for (const line of await disagreements(datasetOf(vocabulary, await store.testimony()), gathered.whole())) console.log(line);
        });
      });
    });
}

async function disagreements(before: Dataset, after: Dataset): Promise<string[]> {
  const [earlier, later] = [before, after].map((dataset) => disputesOf(vocabulary, dataset, disputeRules));
  const { created, settled } = compareDisputes(earlier ?? [], later ?? []);
  const turned = turnedCounts(await countOutcomes(schema, vocabulary, before), await countOutcomes(schema, vocabulary, after));
  return [
    ...created.map(({ explanation }) => `dispute created: ${explanation}`),
    ...settled.map(({ explanation }) => `dispute settled: ${explanation}`),
    ...turned.map(
      (turn) => `count check: ${turn.before?.verdict ?? 'none'} becomes ${turn.after?.verdict ?? 'none'}. ${(turn.after ?? turn.before)?.explanation ?? ''}`,
    ),
  ];
}
