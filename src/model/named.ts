import type { EntityNode } from './graph.js';
import type { Vocabulary } from './vocabulary.js';

/** An entity as a sentence names it, with what the verb goes by. */
export interface Named {
  readonly text: string;
  /** Its name stands for several: "comics are", "the Allies are". */
  readonly several: boolean;
  /** It happens again and again, so that the present tells of it: a festival of every year. */
  readonly recurs: boolean;
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
  };
}

/** Something that is told by its id, or by words that need no form. */
export function plainly(text: string): Named {
  return { text, several: false, recurs: false };
}

/** A title between quotation marks, with those within it single. */
function quoted(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
