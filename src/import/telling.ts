import { sentenceOfClaim } from '../model/clause.js';
import { capitalised } from '../model/sentence.js';
import { namedAs, plainly, type Named, type Naming } from '../model/named.js';
import type { Identity } from '../model/dataset.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Known } from '../load/draft.js';

/** What a draft of a row is checked against; without a summary of its own it is told in the vocabulary's sentence. */
export function knownFrom(vocabulary: Vocabulary, identities: ReadonlyMap<string, Identity>): Known {
  const name: Naming = (id) => {
    const identity = identities.get(id);
    return identity ? calledIn(vocabulary, identity) : plainly(id);
  };
  return { vocabulary, identities, knowsAll: true, told: (claim) => sentenceOfClaim(vocabulary, claim, name).slice(0, 400) };
}

/** What a sentence calls an entity by what the sets and documents say of its name. */
export function calledIn(vocabulary: Vocabulary, identity: Identity): Named {
  const { called, several } = identity;
  return namedAs(vocabulary, { ...identity, columns: { ...(called === undefined ? {} : { called }), ...(several === undefined ? {} : { several }) } });
}

/** A sentence with a capital at its start, without what an empty slot leaves behind: marks in a row, a bracket around nothing. */
export function tidied(sentence: string): string {
  const told = sentence
    .replace(/ *\( *\)/g, '')
    .replace(/[\s,;]+\./g, '.')
    .replace(/\.\.$/, '.')
    .replace(/\s{2,}/g, ' ')
    .trim();
  return capitalised(told);
}
