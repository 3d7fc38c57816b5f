import type { EntityNode } from './graph.js';
import type { Column } from './value.js';
import { inWords } from './sentence.js';
import type { Vocabulary } from './vocabulary.js';

/** An entity as a sentence names it, with what the verb goes by. */
export interface Named {
  readonly text: string;
  /** Its name stands for several: "comics are", "the Allies are". */
  readonly several: boolean;
  /** It happens again and again, so that the present tells of it: a festival of every year. */
  readonly recurs: boolean;
  /** How its time is told where nobody brings it about. */
  readonly fallsSays: string | null;
  /** What it is by those who made it, for where its name would say what is told of it: "a statement by Ada". */
  readonly byMakers?: string | undefined;
  /** A noun for what it is, where that is narrower than its kind: "district". */
  readonly sort?: string | undefined;
}

export type Naming = (id: string) => Named;

/** What an entity is called in a sentence: a record or a work that no phrase is known for by its label, between quotation marks. */
export function namedAs(vocabulary: Vocabulary, { kind, label, columns }: Pick<EntityNode, 'kind' | 'label' | 'columns'>): Named {
  const known = vocabulary.kind(kind);
  const isTitled = known?.record === true || known?.properties['title'] !== undefined;
  const { called, several } = columns;
  return {
    text: typeof called === 'string' ? called : (known?.phrase?.replace('{label}', label) ?? (isTitled ? quoted(label) : label)),
    several: known?.several === true || several === true,
    recurs: typeof known?.recursBy === 'string' && columns[known.recursBy] !== undefined,
    fallsSays: known?.fallsSays ?? null,
    ...byMakers(kind, columns['madeBy']),
    ...sortOf(known?.sortedBy ?? null, columns),
  };
}

function byMakers(kind: string, makers: Column | undefined): Pick<Named, 'byMakers'> {
  return Array.isArray(makers) ? { byMakers: `a ${kind.toLowerCase()} by ${listed(makers.map(String))}` } : {};
}

function sortOf(property: string | null, columns: EntityNode['columns']): Pick<Named, 'sort'> {
  const sort = property === null ? undefined : columns[property];
  return typeof sort === 'string' ? { sort: inWords(sort) } : {};
}

/** Several names as a sentence lists them. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** Something that is told by its id, or by words that need no form. */
export function plainly(text: string): Named {
  return { text, several: false, recurs: false, fallsSays: null };
}

/** A title between quotation marks, with those within it single. */
function quoted(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** What an entity is called in a language: by its label where that is a name in it, in full rather than by initials; by its label where it has no name there. */
export function nameIn({ label, columns }: Pick<EntityNode, 'label' | 'columns'>, lang: string | null): string {
  const [names = [], langs = []] = [columns['name'], columns['nameLang']].map((list) => [list ?? []].flat().map(String));
  // The nearest that there is, as RFC 4647 looks up: fr-CA, else fr.
  for (let asked = lang ?? ''; asked !== ''; asked = asked.slice(0, Math.max(0, asked.lastIndexOf('-')))) {
    const own = names.filter((_name, at) => isLanguage(langs[at] ?? '', asked));
    if (own.includes(label)) return label;
    const found = own.find((name) => !/^\p{Lu}+$/u.test(name)) ?? own[0];
    if (found !== undefined) return found;
  }
  return label;
}

/** Whether a language is the one asked for or one of its varieties, as zh-Hant is of zh; capitals do not count. */
export function isLanguage(own: string, asked: string): boolean {
  return `${own}-`.toLowerCase().startsWith(`${asked}-`.toLowerCase());
}
