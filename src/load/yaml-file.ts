import { readFileSync } from 'node:fs';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type YAMLMap } from 'yaml';
import type { Problem } from './problem.js';
import { reasonOf, stateOf } from './regular-file.js';

const LARGEST = 5_000_000;

export type Path = readonly (string | number)[];

/** A YAML file read strictly, which can say where each of its parts stands. */
export class YamlFile {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly problems: Problem[] = [];
  private readonly lines: LineCounter;
  private readonly indexed = new WeakMap<object, ReadonlyMap<string, unknown>>();

  private constructor(file: string, text: string) {
    this.file = file;
    this.lines = new LineCounter();
    // Where an error stands is told before it, once.
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false, uniqueKeys: false, version: '1.2', schema: 'core' });
    const tooDeep = this.document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    if (tooDeep) {
      // What follows from it alone, such as a missing bracket for each level, is not told.
      this.refuseAt(tooDeep.pos[0], '', 'YAML: nests too deep to be read');
      return;
    }
    for (const error of [...this.document.errors, ...this.document.warnings]) {
      this.refuseAt(error.pos[0], '', `YAML: ${error.message}`);
    }
    this.checkNormalisation(text);
    visit(this.document, {
      Pair: (_key, { key }) => {
        if (isScalar(key) && key.value === '__proto__') this.refuseAt(key.range?.[0] ?? 0, '', 'YAML: the key __proto__ is not read');
      },
      Node: (_key, node) => {
        const start = node.range?.[0] ?? 0;
        if (isAlias(node) || node.anchor) this.refuseAt(start, '', 'YAML: anchors and aliases are not read; write it out');
        else if (node.tag) this.refuseAt(start, '', `YAML: the tag ${node.tag} is not read`);
        if (isMap(node)) this.checkKeys(node);
      },
    });
  }

  /** Reads a file; what cannot be read at all comes back as problems. One that says nothing is none, unless it may be empty. */
  static read(path: string, shown: string, { mayBeEmpty = false } = {}): YamlFile | Problem[] {
    const refused = (message: string): Problem[] => [{ file: shown, line: 1, column: 1, path: '', message }];
    const stated = stateOf(path);
    if ('refused' in stated) return refused(stated.refused);
    const { size } = stated;
    if (size > LARGEST) return refused(`file of ${String(size)} bytes; at most ${String(LARGEST)} are read`);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      return refused(reasonOf(error));
    }
    if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return refused('begins with a byte order mark; save it as plain UTF-8');
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return refused('is not UTF-8');
    }
    const yaml = new YamlFile(shown, text);
    if (yaml.problems.length === 0 && yaml.document.contents === null && !mayBeEmpty) return refused('is empty');
    return yaml;
  }

  /** Plain values of the whole file. */
  values(): unknown {
    return this.document.toJS({ maxAliasCount: 0 });
  }

  /** The keys at the top of the file, as far as it could be read. */
  keys(): readonly string[] {
    const { contents } = this.document;
    if (!isMap(contents)) return [];
    return [...new Set(contents.items.flatMap(({ key }) => (isScalar(key) && typeof key.value === 'string' ? [key.value] : [])))];
  }

  /** The text at a place in the file, where there is one. */
  textAt(path: Path): string | null {
    const found = this.document.getIn(path);
    return typeof found === 'string' ? found : null;
  }

  /** Notes a problem at a part of the file. */
  refuse(path: Path, message: string): void {
    this.refuseAt(this.offset(path), formatPath(path), message);
  }

  private refuseAt(offset: number, path: string, message: string): void {
    const { line, col } = this.lines.linePos(offset);
    this.problems.push({ file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), path, message });
  }

  /** The parser compares each key with all others, which takes long where there are many. */
  private checkKeys({ items }: YAMLMap): void {
    const seen = new Set<unknown>();
    for (const { key } of items) {
      if (!isScalar(key)) continue;
      if (seen.has(key.value)) this.refuseAt(key.range?.[0] ?? 0, '', 'YAML: Map keys must be unique');
      seen.add(key.value);
    }
  }

  /** Two spellings of one name must not differ in Unicode normalisation alone, so only NFC is read. */
  private checkNormalisation(text: string): void {
    const normal = text.normalize('NFC');
    if (normal === text) return;
    let at = 0;
    while (text[at] === normal[at]) at += 1;
    const word = /\S*$/u.exec(text.slice(0, at))?.[0] ?? '';
    this.refuseAt(at, '', `"${word}${/^\S*/u.exec(text.slice(at))?.[0] ?? ''}" differs from its NFC form only in Unicode normalisation; write it in NFC`);
  }

  /** Where a part begins; where it is missing, where the nearest part around it does. */
  private offset(path: Path): number {
    let node: unknown = this.document.contents;
    let found = this.document.contents?.range[0] ?? 0;
    for (const part of path) {
      node = this.inner(node, part);
      if (isNode(node) && node.range) found = node.range[0];
    }
    return found;
  }

  /** A map with many keys is asked for many of them, so they are indexed. */
  private inner(node: unknown, part: string | number): unknown {
    if (isSeq(node)) return node.items[Number(part)];
    if (!isMap(node)) return undefined;
    const known = this.indexed.get(node) ?? new Map(node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value]));
    this.indexed.set(node, known);
    return known.get(String(part));
  }
}

function formatPath(path: Path): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${String(part)}]` : index === 0 ? part : `.${part}`)).join('');
}
