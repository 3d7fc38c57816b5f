import * as declared from './index.js';
import { Vocabulary, type Kind, type Relationship } from '../src/model/vocabulary.js';

function isDeclaration(item: unknown): item is Kind | Relationship {
  return typeof item === 'object' && item !== null && 'is' in item && (item.is === 'kind' || item.is === 'relationship');
}

/** All kinds and relationship types that the files of this folder declare. */
export const vocabulary = new Vocabulary(Object.values(declared).filter(isDeclaration));
