import { Command } from 'commander';
import { vocabulary } from '../../schema/vocabulary.js';
import { SORTS } from '../load/digest.js';
import { Gathered } from '../load/gathered.js';
import { partsOf } from '../load/parts.js';
import { readConfig, SETTINGS } from '../server/config.js';
import { comparing } from './compared.js';
import { EXIT } from './exit.js';
import { dataOption, documentsOption, seedOption, textsIn } from './options.js';
import { progressReport } from './progress.js';
import { chosenSets, wantedIn, withNeo4j, type SeedOptions } from './target.js';
import { inWorkFolder } from './work-folder.js';

/** `entente doctor`: whether everything is as it should be, and every setting. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check the environment, the seeds and, where NEO4J_URI is set, the schema and content of Neo4j; print every setting')
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action(async (options: SeedOptions) => {
      const config = readConfig(process.env);
      for (const { name, default: standard, about } of SETTINGS) {
        const state = process.env[name] === undefined ? `default ${standard}` : 'set';
        console.log(`${name.padEnd(28)} ${state.padEnd(24)} ${about}`);
      }
      const chosen = chosenSets(options);
      const [counts, hashes] = [{ entities: 0, links: 0, claims: 0 }, new Set<string>()];
      await inWorkFolder(async (folder) => {
        const gathered = await Gathered.of(vocabulary, chosen.sets, folder);
        for await (const { content } of partsOf(vocabulary, gathered)) {
          for (const sort of SORTS) counts[sort] += content[sort].length;
          for (const { columns } of content.entities) if (typeof columns['sha256'] === 'string') hashes.add(columns['sha256']);
        }
        gathered.close();
      });
      const texts = textsIn(options.documents);
      console.log(`\nNode ${process.version}`);
      console.log(`seeds: ${String(counts.entities)} entities, ${String(counts.links)} relationships, ${String(counts.claims)} claims`);
      console.log(`texts at hand: ${String([...hashes].filter((hash) => texts.has(hash)).length)} of ${String(hashes.size)}`);
      if (!config.neo4j) {
        console.log('engine: embedded');
        return;
      }
      const problems = await withNeo4j(async (store) => {
        const { report, end } = progressReport();
        const isSame = await comparing(
          await wantedIn(store, chosen),
          await store.held(),
          { order: 'told', progress: report },
          ({ changes }) => changes.total === 0,
        );
        end();
        return [...(await store.problems()), ...(isSame ? [] : ['Neo4j does not hold what the seeds and the data sets say; run entente apply'])];
      });
      console.log(`engine: Neo4j${problems.length === 0 ? ', no problems' : ''}`);
      for (const problem of problems) console.log(`problem: ${problem}`);
      if (problems.length > 0) process.exitCode = EXIT.wrongEnvironment;
    });
}
