import * as declared from './index.js';
import { compareText } from '../src/model/text.js';
import { Vocabulary, type Kind, type Relationship } from '../src/model/vocabulary.js';

function isDeclaration(item: unknown): item is Kind | Relationship {
  return typeof item === 'object' && item !== null && 'is' in item && (item.is === 'kind' || item.is === 'relationship');
}

/** All kinds and relationship types that the files of this folder declare. */
export const vocabulary = new Vocabulary(
  Object.entries(declared as Readonly<Record<string, unknown>>)
    // Loaders differ in the order of a module's names.
    .sort(([a], [b]) => compareText(a, b))
    .map(([, item]) => item)
    .filter(isDeclaration),
);
