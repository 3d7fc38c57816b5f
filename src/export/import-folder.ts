import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../graph/store.js';
import { canonicalJson } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { importSheets } from './neo4j-csv.js';

/** Files for `neo4j-admin database import`, written a part of the content at a time. */
export class ImportFolder {
  private readonly sheets: ReturnType<typeof importSheets>;
  private readonly files: Readonly<Record<keyof Content, WriteStream>>;

  constructor(vocabulary: Vocabulary, folder: string) {
    mkdirSync(folder, { recursive: true });
    const sheets = importSheets(vocabulary);
    const begun = ({ file, header }: { readonly file: string; readonly header: string }) => {
      const stream = createWriteStream(join(folder, file));
      stream.write(header);
      return stream;
    };
    this.sheets = sheets;
    this.files = { entities: begun(sheets.entities), links: begun(sheets.links), claims: begun(sheets.claims) };
  }

  /** Takes in a part; `each` hears of every item as canonical JSON. */
  async add({ entities, links, claims }: Content, each: (sort: keyof Content, data: string) => void): Promise<void> {
    await this.write('entities', entities, this.sheets.entities.line, each);
    await this.write('links', links, this.sheets.links.line, each);
    await this.write('claims', claims, this.sheets.claims.line, each);
  }

  /** Ends the files; gives their paths. */
  async end(): Promise<{ readonly nodes: readonly string[]; readonly relationships: readonly string[] }> {
    const { entities, links, claims } = this.files;
    for (const file of [entities, links, claims]) {
      file.end();
      await once(file, 'close');
    }
    return { nodes: [String(entities.path), String(claims.path)], relationships: [String(links.path)] };
  }

  private async write<T>(
    sort: keyof Content,
    items: readonly T[],
    line: (item: T, data: string) => string,
    each: (sort: keyof Content, data: string) => void,
  ): Promise<void> {
    const lines = items.map((item) => {
      const data = canonicalJson(item);
      each(sort, data);
      return line(item, data);
    });
    if (!this.files[sort].write(lines.join(''))) await once(this.files[sort], 'drain');
  }
}
