import type { GraphReader } from '../graph/store.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { hint } from '../model/text.js';
import { ExportRefused } from './refused.js';
import { formatOf, partOf, sourceOf } from './request.js';

/** Entities that one request may bring. */
export const MOST_EXPORTED = 5_000;
/** Exports that are written at once: each holds a connection as long as its client reads. */
const AT_ONCE = 4;

/** An answer whose body is written as fast as the client reads it. */
export interface ExportAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<string> | string;
  /** To be called once the body is written or nobody reads it any more. */
  readonly done: () => void;
}

/** Parameters that may be given once, and those that may be repeated. */
const ONCE = ['format', 'part', 'hops', 'as-of', 'known-by', 'according-to'];
const REPEATED = ['around', 'source'];

/**
 * Answers `GET /export?format=…&around=…&hops=…&part=…`; several centres by repeating `around`. With `as-of`, `known-by`,
 * `according-to` or `source` it is what is seen through that lens.
 */
export type ExportHandler = (query: URLSearchParams, reader: GraphReader) => Promise<ExportAnswer>;

/** Makes the handler of `/export`; refusals are 400 with a message, more than four at once 503. */
export function exportHandler(vocabulary: Vocabulary, most: number = MOST_EXPORTED): ExportHandler {
  let writing = 0;
  return async (query, reader) => {
    if (writing >= AT_ONCE) return refusal(503, 'too many exports at once; try again soon', { 'retry-after': '5' });
    writing += 1;
    let isHeld = true;
    const done = () => {
      if (isHeld) writing -= 1;
      isHeld = false;
    };
    try {
      return { ...(await answer(vocabulary, reader, query, most)), done };
    } catch (error) {
      done();
      if (error instanceof ExportRefused) return refusal(400, error.message);
      throw error;
    }
  };
}

async function answer(vocabulary: Vocabulary, reader: GraphReader, query: URLSearchParams, most: number): Promise<Omit<ExportAnswer, 'done'>> {
  checkParameters(query);
  const format = formatOf(query.get('format') ?? '');
  const part = partOf(format, query.get('part'));
  const hops = query.get('hops');
  if (hops !== null && !/^\d{1,3}$/.test(hops)) throw new ExportRefused('hops: expected a whole number');
  const request = {
    format: part.name,
    around: query.getAll('around'),
    hops: hops === null ? null : Number(hops),
    asOf: query.get('as-of') ?? undefined,
    knownBy: query.get('known-by') ?? undefined,
    accordingTo: query.get('according-to') ?? undefined,
    sources: query.getAll('source'),
  };
  const source = await sourceOf(vocabulary, reader, request, most);
  return {
    status: 200,
    type: part.mediaType,
    headers: {
      'content-disposition': `attachment; filename="${part.file}"`,
      'x-entente-truncated': String(source.truncated !== null),
      'cache-control': 'no-store',
    },
    body: part.write(source),
  };
}

function checkParameters(query: URLSearchParams): void {
  const all = [...ONCE, ...REPEATED];
  for (const name of new Set(query.keys())) {
    if (!all.includes(name)) throw new ExportRefused(`unknown parameter "${name.slice(0, 40)}"${hint(name.slice(0, 40), all)}; there are ${all.join(', ')}`);
    if (ONCE.includes(name) && query.getAll(name).length > 1) throw new ExportRefused(`${name} is given more than once`);
  }
}

function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): ExportAnswer {
  return { status, type: 'text/plain; charset=utf-8', headers, body: `${message}\n`, done: () => undefined };
}
