import { SaxesParser } from 'saxes';
import { UnreadableFile, tidy, type Row } from './row.js';
import { elementsAt, parseXmlPath, select, matches, type Element } from './xml-path.js';

/**
 * The elements of an XML text that a path matches, such as `visit`, `chiefs/chief` or `div[@type=timeline]`; prefixes of
 * names are left out. Only the row itself is kept whole, and of what surrounds it what is no row, so that a row can read
 * what stands before it: `../../territory-id`.
 */
export async function* xmlRows(text: AsyncIterable<string>, path: string): AsyncGenerator<Row> {
  const steps = parseXmlPath(path);
  const ready: Element[] = [];
  let open: Element | null = null;
  let rowsOpen = 0;
  const parser = new SaxesParser({ fragment: false });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name: local(name), attributes: unprefixed(attributes), parent: open, children: [], isRow: false };
    if (open) open.children.push(element);
    open = element;
    if (matches(element, steps)) {
      element.isRow = true;
      rowsOpen += 1;
    }
  });
  const write = (words: string) => {
    if (open && (rowsOpen > 0 || words.trim() !== '')) open.children.push(words);
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => {
    const closed = open;
    if (!closed) return;
    open = closed.parent;
    if (!closed.isRow) return;
    rowsOpen -= 1;
    ready.push(closed);
    // What is a row of its own is not kept with what surrounds it, unless it stands within another row.
    if (open && rowsOpen === 0) open.children.splice(open.children.indexOf(closed), 1);
  });
  let number = 0;
  try {
    for await (const chunk of text) {
      parser.write(chunk);
      for (const element of ready.splice(0)) yield rowOf((number += 1), element);
    }
    parser.close();
  } catch (error) {
    for (const element of ready.splice(0)) yield rowOf((number += 1), element);
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(`is no XML behind row ${String(number)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function rowOf(number: number, element: Element): Row {
  const known = new Map<string, readonly string[]>();
  return {
    number,
    columns: () => [
      ...element.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name])),
      ...Object.keys(element.attributes).map((name) => `@${name}`),
    ],
    cells: (column) => {
      let cells = known.get(column);
      if (!cells) known.set(column, (cells = select(element, parseXmlPath(column)).map(tidy)));
      return cells;
    },
    parts: (column) => {
      const elements = elementsAt(element, parseXmlPath(column));
      return elements.some(hasColumns) ? elements.map((part) => rowOf(number, part)) : [];
    },
  };
}

function hasColumns({ attributes, children }: Element): boolean {
  return Object.keys(attributes).length > 0 || children.some((child) => typeof child !== 'string');
}

function unprefixed(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), String(value)]));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
