import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes that are read at once. */
const CHUNK = 65_536;

const LINE_FEED = 10;

/** The lines of a file of any size, one after the other. A line ends with a line feed and nothing else: JSON may hold what other readers take for an end. */
export function* linesOf(path: string): Generator<string, undefined> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let begun: Buffer[] = [];
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at >= 0 && at < read; at = chunk.indexOf(LINE_FEED, from)) {
        // Most lines lie within what was read at once.
        yield begun.length === 0 ? chunk.toString('utf8', from, at) : Buffer.concat([...begun, chunk.subarray(from, at)]).toString();
        if (begun.length > 0) begun = [];
        from = at + 1;
      }
      if (from < read) begun.push(Buffer.from(chunk.subarray(from, read)));
    }
    if (begun.length > 0) yield Buffer.concat(begun).toString();
  } finally {
    closeSync(file);
  }
}
