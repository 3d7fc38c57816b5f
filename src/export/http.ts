import type { GraphReader } from '../graph/store.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { ExportRefused, formatOf, partOf, sourceOf } from './request.js';

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

/** Answers `GET /export?format=…&around=…&hops=…&part=…`; several centres by repeating `around`. */
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
  const format = formatOf(query.get('format') ?? '');
  const part = partOf(format, query.get('part'));
  const hops = query.get('hops') ?? '1';
  if (!/^\d{1,3}$/.test(hops)) throw new ExportRefused('hops: expected a whole number');
  const source = await sourceOf(vocabulary, reader, { format: part.name, around: query.getAll('around'), hops: Number(hops) }, most);
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

function refusal(status: number, message: string, headers: Readonly<Record<string, string>> = {}): ExportAnswer {
  return { status, type: 'text/plain; charset=utf-8', headers, body: `${message}\n`, done: () => undefined };
}
