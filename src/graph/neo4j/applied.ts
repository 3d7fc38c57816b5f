import { canonicalJson } from '../../model/text.js';
import { integer, type Connection } from './connection.js';
import * as reads from './reads.js';
import * as writes from './writes.js';

/** What a database was made to hold: of each data set, the hash of what that followed from. */
export interface Applied {
  readonly datasets: Readonly<Record<string, string>>;
  /** The digest of all that it then held. */
  readonly digest: string;
  /** How often the database was written to, so that what others write later is seen. */
  readonly writings: number;
}

interface Noted extends Pick<Applied, 'datasets' | 'digest'> {
  readonly claims: number;
}

/** What the database still holds of what was noted: nothing where it was written to since, or has lost claims. */
export async function readApplied(connection: Connection): Promise<Applied> {
  const [row] = await connection.read({ statement: reads.applied, parameters: {} });
  const { count: writings = 0, taken = -1, data = '{}' } = row ?? {};
  const { datasets = {}, digest = '', claims } = JSON.parse(data) as Partial<Noted>;
  const [total] = await connection.read({ statement: reads.claimTotal, parameters: {} });
  return { datasets: taken === writings && claims === total ? datasets : {}, digest, writings };
}

/** Notes it; it holds as long as nobody else has written in between. */
export async function noteApplied(connection: Connection, { datasets, digest, writings }: Applied): Promise<void> {
  const [claims = 0] = await connection.read({ statement: reads.claimTotal, parameters: {} });
  const noted: Noted = { datasets, digest, claims };
  await connection.write((writing) => writing.run({ statement: writes.noteApplied, parameters: { taken: integer(writings), data: canonicalJson(noted) } }));
}
