import { bad, good, isBad, isEmpty, joint, type Bound, type Good, type Names } from './bound.js';
import type { Maker } from './mapping-values.js';
import { NO_LETTER } from './rows/bytes.js';
import type { Row } from './rows/row.js';

/** Notes that a column was asked for, whether the row has it, and whether it may be missing. */
export type Asked = (column: string, isThere: boolean, isOptional: boolean) => void;

/** The name of the file stands for a column too: some sets say in it what a row is about. */
const FILE = '$file';

/** What a part of a row is by itself, where it is a list in a list. */
const ITSELF = '$list';

/** The cells of a row by column; those of a row joined to it by its name, a full stop and the column. `under` is the column that a part of a row stands in. */
export function cellsOf(file: string, row: Row, joined: ReadonlyMap<string, Row | null>, asked: Asked, under = ''): Names {
  return (column, isOptional = false) => {
    if (column === FILE) return good(file, { cells: { [FILE]: file }, words: [] });
    if (column === ITSELF) return listOf(file, row, asked, under);
    const stop = column.indexOf('.');
    const name = stop > 0 ? column.slice(0, stop) : '';
    const from = joined.has(name) ? joined.get(name) : row;
    const own = joined.has(name) ? column.slice(stop + 1) : column;
    const [cells, place] = [from?.cells(own) ?? [], under + column];
    const parts = () => from?.parts?.(own).map((part) => cellsOf(file, part, new Map(), asked, `${place}.`)) ?? [];
    if (from) asked(place, cells.length > 0 || (from.parts?.(own).length ?? 0) > 0, isOptional);
    const [only = ''] = cells;
    const text = cells.length > 1 ? cells.join('; ') : only;
    if (text.includes(NO_LETTER))
      return bad(place, text, 'holds bytes that are no letters of the encoding of the file; say which it has, such as latin1 or windows-1252');
    const grounds = { cells: text === '' ? {} : { [place]: text }, words: [] };
    return { ...good(cells.length > 1 ? cells : only, grounds), ...(from?.parts ? { parts } : {}) };
  };
}

/** A row that is a list within a row; nothing where it is none. */
function listOf(file: string, row: Row, asked: Asked, under: string): Good {
  if (row.isList !== true) return good('');
  const cells = row.cells('');
  const parts = () => row.parts?.('').map((part) => cellsOf(file, part, new Map(), asked, under)) ?? [];
  return { ...good([...cells], { cells: { [under.slice(0, -1)]: cells.join('; ') }, words: [] }), parts };
}

/**
 * What the names of a block stand for: its own, made when first asked for, then those around it. What is made of a row
 * does not see the entities that are made of it, so that it means the same whenever it is asked for.
 */
export class Scope {
  private readonly around: Names;
  private readonly makers: ReadonlyMap<string, Maker>;
  private readonly make: (maker: Maker, name: string, names: Names) => Bound;
  private readonly wordsOf: (id: string, part: 'label' | 'called') => string | undefined;
  private readonly entities = new Map<string, Bound>();
  private readonly known = new Map<string, Bound>();
  private readonly making = new Set<string>();

  constructor(
    around: Names,
    makers: ReadonlyMap<string, Maker>,
    make: (maker: Maker, name: string, names: Names) => Bound,
    wordsOf: (id: string, part: 'label' | 'called') => string | undefined,
  ) {
    this.wordsOf = wordsOf;
    this.around = around;
    this.makers = makers;
    this.make = make;
  }

  set(name: string, bound: Bound): void {
    this.entities.set(name, bound);
  }

  readonly names: Names = (name, isOptional) => {
    const outer = name.slice(0, Math.max(name.indexOf('.'), 0));
    const entity = this.entities.get(name);
    if (entity) return entity;
    const whole = outer === '' ? undefined : this.entities.get(outer);
    return whole ? this.part(whole, name.slice(outer.length + 1), isOptional) : this.beforeEntities(name, isOptional);
  };

  private readonly beforeEntities: Names = (name, isOptional) => {
    const known = this.known.get(name);
    if (known) return known;
    const maker = this.makers.get(name);
    // While a name is made, it stands for what it stands for around: a column of the same name.
    if (maker && !this.making.has(name)) return this.made(name, maker);
    const stop = name.indexOf('.');
    const outer = stop > 0 ? name.slice(0, stop) : '';
    if (outer !== '' && (this.known.has(outer) || this.makers.has(outer)))
      return this.part(this.beforeEntities(outer, isOptional), name.slice(stop + 1), isOptional);
    return this.around(name, isOptional);
  };

  /** A part of an object or element, or of what a pattern found; or the label of an entity, or what a sentence calls it. */
  private part(bound: Bound, key: string, isOptional = false): Bound {
    if (isBad(bound)) return bound;
    const { value } = bound;
    const [within] = bound.parts?.() ?? [];
    if (within) return within(key, isOptional);
    const isWorded = key === 'label' || key === 'called';
    if (isWorded && typeof value === 'string') return good(this.wordsOf(value, key) ?? '', bound);
    if (isWorded && Array.isArray(value)) return good((value as readonly unknown[]).map((id) => this.wordsOf(String(id), key) ?? '').join(' and '), bound);
    const part = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Good['value']>>)[key] : undefined;
    return good(part ?? '', bound);
  }

  private made(name: string, maker: Maker): Bound {
    this.making.add(name);
    const bound = this.make(maker, name, this.beforeEntities);
    this.making.delete(name);
    this.known.set(name, bound);
    return bound;
  }
}

/** The items of a list; of objects or elements each with the cells that are its own. */
export function itemsOf(list: Good): readonly Good[] {
  const parts = list.parts?.() ?? [];
  const length = Array.isArray(list.value) ? (list.value as readonly unknown[]).length : Number(!isEmpty(list));
  if (parts.length === 0) return Array.from({ length }, (_item, at) => itemOf(list, at));
  // An element has a text too, an object has none.
  return parts.map((part, at) => {
    const inner = part(ITSELF);
    if (!isBad(inner) && inner.parts) return inner;
    return { ...(parts.length === length ? itemOf(list, at) : good('')), parts: () => [part] };
  });
}

/** One item of a list, with the words that are its own. */
function itemOf(list: Good, at: number): Good {
  const { value, words, cells } = list;
  const items = Array.isArray(value) ? (value as readonly Good['value'][]) : [value];
  const own = words.length === items.length ? words.slice(at, at + 1) : words;
  return good(items[at] ?? '', joint([{ cells, words: own }]));
}
