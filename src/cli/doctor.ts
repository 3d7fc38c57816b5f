import { Command } from 'commander';
import { vocabulary } from '../../schema/vocabulary.js';
import { contentOf, difference, isEmpty } from '../load/plan.js';
import { readConfig, SETTINGS } from '../server/config.js';
import { EXIT } from './exit.js';
import { dataOption, documentsOption, seedOption, textsIn } from './options.js';
import { chosenSets, wantedContent, wantedIn, withNeo4j, type SeedOptions } from './target.js';

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
      const wanted = wantedContent(options);
      const texts = textsIn(options.documents);
      const hashes = wanted.entities.map(({ columns }) => columns['sha256']).filter((hash) => typeof hash === 'string');
      console.log(`\nNode ${process.version}`);
      console.log(`seeds: ${String(wanted.entities.length)} entities, ${String(wanted.links.length)} relationships, ${String(wanted.claims.length)} claims`);
      console.log(`texts at hand: ${String(hashes.filter((hash) => texts.has(hash)).length)} of ${String(hashes.length)}`);
      if (!config.neo4j) {
        console.log('engine: embedded');
        return;
      }
      const problems = await withNeo4j(async (store) => {
        const now = await store.content();
        const isSame = isEmpty(difference(now, contentOf(vocabulary, wantedIn(now, chosenSets(options)))));
        return [...(await store.problems()), ...(isSame ? [] : ['Neo4j does not hold what the seeds and the data sets say; run entente apply'])];
      });
      console.log(`engine: Neo4j${problems.length === 0 ? ', no problems' : ''}`);
      for (const problem of problems) console.log(`problem: ${problem}`);
      if (problems.length > 0) process.exitCode = EXIT.wrongEnvironment;
    });
}
