import { batches } from '../../model/groups.js';
import { canonicalJson, sha256 } from '../../model/text.js';
import type { ToldDispute } from '../../model/told-dispute.js';
import type { Parameters } from '../statements.js';
import type { DisputeQuestion, DisputeSet, Page, ToldDisputes } from '../store.js';
import { integer, type Connection, type Question } from './connection.js';
import { pageOf } from './entity-sets.js';
import { eachOfPages } from './pages.js';
import { LAST_PLACE } from './properties.js';
import * as reads from './reads.js';
import { anyOf, MOST_WORDS } from './seek.js';
import * as writes from './writes.js';

/** Disagreements of a batch. */
const BATCH = 2_000;

/** How a reader asks the database. */
type Ask = <T>(question: Question<T>) => Promise<T[]>;

/** Reads what was found to disagree when the content was written. */
export class ToldInNeo4j implements ToldDisputes {
  private readonly ask: Ask;

  constructor(ask: Ask) {
    this.ask = ask;
  }

  async isCurrent(): Promise<boolean> {
    return (await this.ask({ statement: reads.disputesCurrent, parameters: {} }))[0] === 1;
  }

  /** Those of one verdict stand together in an index; narrowed ones are sought. */
  async page({ first, descending, after, ...set }: DisputeQuestion): Promise<Page<ToldDispute>> {
    const [begin, end] = [`${set.verdict}\t`, `${set.verdict}\t${LAST_PLACE}`];
    const limit = integer(first + 1);
    const place = after === null ? (descending ? end : begin) : begin + after;
    const isAll = set.concerns === null && set.rules === null && set.sources === null;
    const question: Question<ToldDispute> = isAll
      ? { statement: descending ? reads.disputesPageBack : reads.disputesPage, parameters: { place, end: descending ? begin : end, limit } }
      : { statement: descending ? reads.disputesFoundBack : reads.disputesFound, parameters: { query: queryOf(set), place, limit } };
    return pageOf(await this.ask(question), first);
  }

  async count(set: DisputeSet): Promise<number> {
    return (await this.ask({ statement: reads.disputesCount, parameters: { query: queryOf(set) } }))[0] ?? 0;
  }

  async isDisputed(claims: readonly string[]): Promise<boolean> {
    for (const ids of batches(claims, MOST_WORDS)) {
      const query = `+${anyOf('verdict', ['DISPUTE'])} +${anyOf('open', ['OPEN'])} +${anyOf('claims', ids)}`;
      const [count = 0] = await this.ask({ statement: reads.disputesCount, parameters: { query } });
      if (count > 0) return true;
    }
    return false;
  }
}

/** Makes the database hold what was found to disagree in the content as it is now. Stopped anywhere, it can be run again. */
export async function writeDisputes(connection: Connection, told: Iterable<ToldDispute>): Promise<void> {
  const held = new Map<string, string>();
  for await (const dispute of eachOfPages(connection, reads.disputesMarks)) held.set(dispute.id, sha256(canonicalJson(dispute)));
  const mark = (isDone: boolean) => connection.write((writing) => writing.run({ statement: writes.markDisputes, parameters: { isDone } }));
  await mark(false);
  let rows: Parameters[] = [];
  const put = async () => {
    if (rows.length > 0) await connection.write((writing) => writing.run({ statement: writes.putDisputes, parameters: { rows } }));
    rows = [];
  };
  for (const dispute of told) {
    if (held.get(dispute.id) !== sha256(canonicalJson(dispute))) rows.push({ id: dispute.id, properties: propertiesOf(dispute) });
    held.delete(dispute.id);
    if (rows.length === BATCH) await put();
  }
  await put();
  for (const ids of batches([...held.keys()], BATCH))
    await connection.write((writing) => writing.run({ statement: writes.removeDisputes, parameters: { ids } }));
  await mark(true);
}

function propertiesOf(dispute: ToldDispute): Parameters {
  const { id, verdict, rule, concerns, sources, isOpen, sides } = dispute;
  return {
    id,
    verdict,
    rule,
    concerns,
    sources,
    open: isOpen ? 'OPEN' : 'SETTLED',
    claims: [...new Set(sides.flatMap(({ claims }) => claims))],
    place: `${verdict}\t${placeOfDispute(dispute)}`,
    data: canonicalJson(dispute),
  };
}

function queryOf({ verdict, concerns, rules, sources }: DisputeSet): string {
  const wanted = Object.entries({ concerns, rule: rules, sources });
  return [`+${anyOf('verdict', [verdict])}`, ...wanted.flatMap(([column, values]) => (values === null ? [] : [`+${anyOf(column, values)}`]))].join(' ');
}

/** Where a disagreement stands in the list of those of its verdict. */
function placeOfDispute({ rule, id }: Pick<ToldDispute, 'rule' | 'id'>): string {
  return `${rule}\t${id}`;
}
