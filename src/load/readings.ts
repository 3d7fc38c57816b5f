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

/** What in the seeds is worth a second reading: one voice in two modalities, and words that do not name whom they are about. */
export function readings(vocabulary: Vocabulary, dataset: Dataset, texts: Texts): readonly Reading[] {
  return [...twoModalities(dataset), ...unnamedSubjects(vocabulary, dataset, texts)].sort((a, b) => compareText(a.source, b.source) || compareText(a.at, b.at));
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

/** Claims whose words, further spans included, have none of the names of what they are about. */
function unnamedSubjects(vocabulary: Vocabulary, { identities, sources, claims }: Dataset, texts: Texts): Reading[] {
  const kinds = new Map(identities.map(({ id, kind }) => [id, vocabulary.kind(kind)]));
  const names = new Map<string, string[]>();
  for (const { predicate, subject, value } of claims) {
    if (predicate === 'name') names.set(subject, [...(names.get(subject) ?? []), fold(valueText(value) ?? '')]);
  }
  const textOf = new Map(sources.map(({ id, header }) => [id, texts.get(String(header['sha256']))]));
  return claims.flatMap((claim): Reading[] => {
    const text = textOf.get(claim.source);
    const own = (names.get(claim.subject) ?? []).filter((name) => name !== '');
    if (!text || kinds.get(claim.subject)?.named !== true || claim.spans.length === 0 || own.length === 0) return [];
    const words = fold(claim.spans.map(({ start, end }) => text.slice(start, end)).join(' '));
    const parts = own.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 3);
    if ([...own, ...parts].some((name) => words.includes(name))) return [];
    return [{ source: claim.source, at: place(claim), message: `the words do not name ${claim.subject}, of which they say ${claim.predicate}` }];
  });
}

function place({ spans: [main] }: Claim): string {
  return main ? `${String(main.start)}-${String(main.end)}` : '';
}
