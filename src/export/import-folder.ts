import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../graph/store.js';
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

  async add({ entities, links, claims }: Content): Promise<void> {
    await this.write('entities', entities.map(this.sheets.entities.line));
    await this.write('links', links.map(this.sheets.links.line));
    await this.write('claims', claims.map(this.sheets.claims.line));
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

  private async write(sort: keyof Content, lines: readonly string[]): Promise<void> {
    if (!this.files[sort].write(lines.join(''))) await once(this.files[sort], 'drain');
  }
}
