import * as declared from './index.js';
import { publish, type Extension } from '../src/graphql/publish.js';
import { vocabulary } from './vocabulary.js';

function isExtension(item: unknown): item is Extension {
  return typeof item === 'object' && item !== null && 'is' in item && item.is === 'extension';
}

/** The hand-written fields of this folder's files. */
export const extensions = Object.values(declared as Record<string, unknown>).filter(isExtension);

/** The GraphQL schema of the vocabulary, with these. */
export const schema = publish(vocabulary, extensions);
