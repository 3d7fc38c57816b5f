import { Command } from 'commander';
import { disputeRules } from '../../schema/disputes/rules.js';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { compareDisputes, disputesOf } from '../disputes/find.js';
import { datasetOf } from '../graph/dataset-of.js';
import { countOutcomes, turnedCounts } from '../graphql/count-changes.js';
import { contentOf, difference, isEmpty } from '../load/plan.js';
import { reportChanges } from '../load/report.js';
import type { Dataset } from '../model/projection.js';
import { EXIT } from './exit.js';
import { dataOption, datasetOption, documentsOption, seedOption } from './options.js';
import { chosenSets, wantedIn, withNeo4j, type SeedOptions } from './target.js';

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
        const now = await store.content();
        const wanted = wantedIn(now, chosen);
        const changes = difference(now, contentOf(vocabulary, wanted));
        for (const line of reportChanges(vocabulary, now, changes)) console.log(line);
        if (isEmpty(changes)) return;
        for (const line of await disagreements(datasetOf(vocabulary, now), wanted)) console.log(line);
        if (options.exitCode) process.exitCode = EXIT.changes;
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
