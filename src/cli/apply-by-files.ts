import { join } from 'node:path';
import { vocabulary } from '../../schema/vocabulary.js';
import { ImportFolder } from '../export/import-folder.js';
import type { LocalServer } from '../graph/neo4j/local.js';
import type { Progress } from '../graph/store.js';
import { Digest } from '../load/digest.js';
import { Gathered } from '../load/gathered.js';
import { partsOf } from '../load/parts.js';
import { readConfig } from '../server/config.js';
import { DisputesTold } from './disputes-told.js';
import { InputError } from './exit.js';
import { progressReport } from './progress.js';
import { chosenNames, chosenSets, madeOf, withNeo4j, type ChoiceOptions } from './target.js';
import { inWorkFolder } from './work-folder.js';

/** Makes an empty database of a local server hold what is at hand, as `applyTo` would, from files that neo4j-admin reads. */
export async function applyByFiles(options: ChoiceOptions): Promise<void> {
  const [{ FOLDER, localStatus }, { fillLocal }] = await Promise.all([import('../graph/neo4j/local.js'), import('../graph/neo4j/local-import.js')]);
  const server = ownServer(localStatus(FOLDER));
  const names = chosenNames(options);
  const [made, { sets }] = [madeOf(options, names), chosenSets(options)];
  await whileEmpty();
  const { report, end } = progressReport();
  await inWorkFolder(async (folder) => {
    const gathered = await Gathered.of(vocabulary, sets, join(folder, 'gathered'), (claims) => {
      report(claims, 0, 'claims read');
    });
    const disputes = new DisputesTold(join(folder, 'disputes'));
    try {
      const { digest, files, count } = await writeFiles({ gathered, disputes, folder }, report);
      await whileEmpty();
      report(0, 0, 'neo4j-admin reads the files');
      await fillLocal(server, FOLDER, files);
      report(0, 0, 'indexes are made');
      await withNeo4j(
        async (store) => {
          const writings = await store.noteFilled();
          await store.tell(await disputes.all(gathered));
          await store.noteApplied({ datasets: made, digest, writings });
        },
        (store) => store.prepare(),
      );
      end();
      console.log(`${String(count)} written, 0 removed`);
      console.log(`digest ${digest}`);
    } finally {
      for (const open of [gathered, disputes]) open.close();
    }
  });
}

function ownServer(server: LocalServer | null): LocalServer {
  const { neo4j } = readConfig(process.env);
  if (server !== null && neo4j?.uri === server.uri) return server;
  throw new InputError(
    `--via-csv: neo4j-admin works on the files of a server, so NEO4J_URI must name the one that \`entente neo4j start\` started in this folder${server ? `, ${server.uri}` : '; none runs'}`,
  );
}

async function whileEmpty(): Promise<void> {
  const isEmpty = await withNeo4j(
    (store) => store.isEmpty(),
    () => Promise.resolve(),
  );
  if (!isEmpty) throw new InputError('--via-csv: the database is not empty; without it, apply makes it what it should be');
}

interface Parts {
  readonly gathered: Gathered;
  readonly disputes: DisputesTold;
  readonly folder: string;
}

/** Writes the files part by part; gives them with the digest of all that stands in them, and how many items these are. */
async function writeFiles({ gathered, disputes, folder }: Parts, report: Progress) {
  const [written, digest] = [new ImportFolder(vocabulary, join(folder, 'csv')), new Digest(join(folder, 'sorting-digest'))];
  let [done, count] = [0, 0];
  for await (const part of partsOf(vocabulary, gathered)) {
    await written.add(part.content, (sort, data) => {
      digest.add(sort, data);
      count += 1;
    });
    disputes.add(part, gathered);
    done += part.content.claims.length;
    report(done, gathered.size, 'claims written to files');
  }
  return { files: await written.end(), digest: await digest.end(), count };
}
