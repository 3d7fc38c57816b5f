import { isIntended, valueText, type Claim } from '../model/claim.js';
import { groupBy } from '../model/groups.js';
import type { Dataset } from '../model/projection.js';
import { compareText, fold, inWords } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Texts } from './texts.js';

/** Something that a reader should look at once more; no mistake for certain. */
export interface Reading {
  readonly source: string;
  /** Where the words stand. */
  readonly at: string;
  readonly message: string;
}

/** What in the seeds is worth a second reading: one voice in two modalities, words that do not name whom they are about, and pronouns that stand alone. */
export function readings(vocabulary: Vocabulary, dataset: Dataset, texts: Texts): readonly Reading[] {
  const found = [...twoModalities(dataset), ...unnamedEnds(vocabulary, dataset, texts), ...lonePronouns(dataset, texts)];
  return found.sort((a, b) => compareText(a.source, b.source) || compareText(a.at, b.at));
}

/**
 * Facts that one voice gives in one document in more than one modality. What is so in one place and meant to go on in
 * another is no such fact: "trade has grown", "they mean to trade more".
 */
function twoModalities({ claims }: Dataset): Reading[] {
  const said = groupBy(
    claims.filter(({ polarity, basis, object }) => polarity === 'AFFIRMED' && basis === 'STATED' && object !== null),
    ({ factKey, source, assertedBy }) => [factKey, source, assertedBy].join(' '),
  );
  return [...said.values()].flatMap((all): Reading[] => {
    const own = all.filter((claim) => all.some((other) => areAtOdds(claim, other)));
    const modalities = [...new Set(own.map(({ modality }) => modality))].sort(compareText);
    const [first] = own;
    return first
      ? [
          {
            source: first.source,
            at: place(first),
            message: `${first.factKey} is ${modalities.map(inWords).join(' and ')}, by one voice (${own.map(place).join(', ')})`,
          },
        ]
      : [];
  });
}

/** Whether two claims of one fact differ in how sure they are, or take the same words once for what is and once for what is meant. */
function areAtOdds(a: Claim, b: Claim): boolean {
  if (a.modality === b.modality) return false;
  const [one, other] = [a.spans[0], b.spans[0]];
  return isIntended(a) === isIntended(b) || (one !== undefined && other !== undefined && one.start < other.end && other.start < one.end);
}

/** Claims whose words, further spans included, have none of the names of what they are about, nor any of whom they join it with. */
function unnamedEnds(vocabulary: Vocabulary, { identities, sources, claims }: Dataset, texts: Texts): Reading[] {
  const kinds = new Map(identities.map(({ id, kind }) => [id, vocabulary.kind(kind)]));
  const names = new Map<string, string[]>();
  for (const { predicate, subject, value } of claims) {
    const name = predicate === 'name' ? fold(valueText(value) ?? '') : '';
    if (name !== '') names.set(subject, [...(names.get(subject) ?? []), name]);
  }
  const wordsOf = wordsIn(sources, texts);
  return claims.flatMap((claim): Reading[] => {
    const words = wordsOf(claim);
    if (words === null) return [];
    const folded = fold(words.join(' '));
    const isUnnamed = (id: string) => {
      const own = (kinds.get(id)?.named === true && names.get(id)) || [];
      return own.length > 0 && ![...own, ...own.flatMap(partsOf).filter((part) => part.length > 3)].some((name) => folded.includes(name));
    };
    const told = (id: string, rest: string) => [{ source: claim.source, at: place(claim), message: `the words do not name ${id}, ${rest} ${claim.predicate}` }];
    if (isUnnamed(claim.subject)) return told(claim.subject, 'of which they say');
    const { object } = claim;
    if (object === null || !isUnnamed(object)) return [];
    const starts = (names.get(object) ?? []).flatMap(partsOf).map(consonants);
    const isAdjective = partsOf(folded).some((part) => starts.some((start) => start.length > 1 && consonants(part).startsWith(start)));
    return isAdjective ? [] : told(object, 'to which they join it by');
  });
}

function partsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u);
}

/** The first consonants of a word, which an adjective made of a name keeps: France, French, Franco-, français. */
function consonants(word: string): string {
  return word.replace(/[aeiouy]/g, '').slice(0, 3);
}

/** Claims on words that begin with a pronoun, where no further span tells what it stands for. */
function lonePronouns({ sources, claims }: Dataset, texts: Texts): Reading[] {
  const wordsOf = wordsIn(sources, texts);
  return claims.flatMap((claim): Reading[] => {
    const [main, ...further] = wordsOf(claim) ?? [];
    const [pronoun] = /^(they|their|it(?! is\b)|its|he|his|she|her|both|the two)\b/iu.exec(main ?? '') ?? [];
    if (pronoun === undefined || further.length > 0) return [];
    return [{ source: claim.source, at: place(claim), message: `no further span tells what “${pronoun}” stands for, of which they say ${claim.predicate}` }];
  });
}

/** The words of each span of a claim; null where its text is not at hand or it stands on none. */
function wordsIn(sources: Dataset['sources'], texts: Texts): (claim: Claim) => readonly string[] | null {
  const textOf = new Map(sources.map(({ id, header }) => [id, texts.get(String(header['sha256']))]));
  return ({ source, spans }) => {
    const text = textOf.get(source);
    return text && spans.length > 0 ? spans.map(({ start, end }) => text.slice(start, end)) : null;
  };
}

function place({ spans: [main] }: Claim): string {
  return main ? `${String(main.start)}-${String(main.end)}` : '';
}
