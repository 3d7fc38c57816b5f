import { isIntended, valueText, type Claim, type Span } from '../model/claim.js';
import { groupBy } from '../model/groups.js';
import type { Dataset } from '../model/dataset.js';
import { compareText, inWords } from '../model/text.js';
import type { Value } from '../model/value.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { namesInWords, type NamesInWords } from './names-in-words.js';
import type { Texts } from './texts.js';

/** The words of each span of a claim; null where its text is not at hand or it stands on none. */
type WordsOf = (claim: Claim) => readonly string[] | null;

/** Something that a reader should look at once more; no mistake for certain. */
export interface Reading {
  readonly source: string;
  /** Where the words stand. */
  readonly at: string;
  readonly message: string;
}

/**
 * What in the seeds is worth a second reading: one voice in two modalities, words that do not name whom they or their
 * texts are about or who says them, pronouns that stand alone, times whose words show no year, descriptions that repeat,
 * words borrowed from afar, one quotation mark without the other, what is inferred although somebody is said to say it
 * or a source without words states it, and what a statement is about or is classed as told again in one document.
 */
export function readings(vocabulary: Vocabulary, dataset: Dataset, texts: Texts): readonly Reading[] {
  const names = namesInWords(vocabulary, dataset);
  const wordsOf = wordsIn(dataset.sources, texts);
  const found = [
    ...twoModalities(dataset),
    ...unnamedEnds(names, dataset, wordsOf),
    ...unnamedVoices(names, dataset, wordsOf),
    ...unnamedInTexts(vocabulary, names, dataset, wordsOf),
    ...lonePronouns(dataset, wordsOf),
    ...yearless(dataset, wordsOf),
    ...yearsUnsaid(vocabulary, dataset, wordsOf),
    ...describedTwice(vocabulary, dataset),
    ...borrowed(names, dataset, wordsOf),
    ...halfQuoted(dataset, wordsOf),
    ...inferredInVain(dataset),
    ...toldAgain(vocabulary, dataset),
  ];
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
    return first ? [readingOf(first, `${first.factKey} is ${modalities.map(inWords).join(' and ')}, by one voice (${own.map(place).join(', ')})`)] : [];
  });
}

/** Whether two claims of one fact differ in how sure they are, or take the same words once for what is and once for what is meant. */
function areAtOdds(a: Claim, b: Claim): boolean {
  if (a.modality === b.modality) return false;
  const [one, other] = [a.spans[0], b.spans[0]];
  return isIntended(a) === isIntended(b) || (one !== undefined && other !== undefined && one.start < other.end && other.start < one.end);
}

/** Claims whose words, further spans included, have none of the names of what they are about, nor any of whom they join it with. */
function unnamedEnds(names: NamesInWords, { claims }: Dataset, wordsOf: WordsOf): Reading[] {
  return claims.flatMap((claim): Reading[] => {
    const words = wordsOf(claim)?.join(' ');
    if (words === undefined) return [];
    const told = (id: string, rest: string) => [readingOf(claim, `the words do not name ${id}, ${rest} ${claim.predicate}`)];
    if (names.isUnnamed(claim.subject, words)) return told(claim.subject, 'of which they say');
    const { object } = claim;
    if (object === null || !names.isUnnamed(object, words) || names.isAdjective(object, words)) return [];
    return told(object, 'to which they join it by');
  });
}

/** Claims that somebody is said to make, on words that do not name that voice. */
function unnamedVoices(names: NamesInWords, { claims }: Dataset, wordsOf: WordsOf): Reading[] {
  return claims.flatMap((claim): Reading[] => {
    const words = wordsOf(claim)?.join(' ');
    const { assertedBy } = claim;
    if (words === undefined || assertedBy === null || !names.isUnnamed(assertedBy, words) || names.isAdjective(assertedBy, words)) return [];
    return [readingOf(claim, `the words do not name ${assertedBy}, who says ${claim.predicate}`)];
  });
}

/** Texts that tell of somebody or some place whose name is not in the words that they stand on. */
function unnamedInTexts(vocabulary: Vocabulary, names: NamesInWords, { claims }: Dataset, wordsOf: WordsOf): Reading[] {
  return claims.flatMap((claim): Reading[] => {
    const words = wordsOf(claim)?.join(' ');
    if (words === undefined || textProperty(vocabulary, claim) === undefined) return [];
    const missing = names.mentionedIn(valueText(claim.value) ?? '').filter(({ text, ids }) => !names.hold(words, text, ids));
    return missing.map(({ text }) => readingOf(claim, `the words do not name ${text}, of which ${claim.predicate} tells`));
  });
}

/** Descriptions on words that carry a text of their own already, such as what a statement says. */
function describedTwice(vocabulary: Vocabulary, { claims }: Dataset): Reading[] {
  const told = groupBy(
    claims.filter((claim) => claim.spans.length > 0 && textProperty(vocabulary, claim) !== undefined),
    ({ source }) => source,
  );
  return [...told.values()].flatMap((own) => {
    const others = own.filter((claim) => textProperty(vocabulary, claim)?.many === false);
    return own.flatMap((claim): Reading[] => {
      const other = claim.predicate === 'description' ? others.find(({ spans: [main] }) => main && overlaps(main, claim.spans[0])) : undefined;
      return other ? [readingOf(claim, `the description stands on words of ${other.predicate} of ${other.subject}`)] : [];
    });
  });
}

/** How many characters away words are taken for another mention's. */
const FAR = 2_000;

/** How many words may say no more than who speaks: “as the mayor, Ada Example, points out”. */
const BRIEF = 12;

/** Claims at a mention that does not say so, on words from afar on which the same fact stands already. */
function borrowed(names: NamesInWords, { claims }: Dataset, wordsOf: WordsOf): Reading[] {
  const alike = groupBy(
    claims.filter(({ spans, basis }) => spans.length > 0 && basis === 'STATED'),
    ({ factKey, source, assertedBy }) => [factKey, source, assertedBy].join(' '),
  );
  return [...alike.values()].flatMap((own) =>
    own.flatMap((claim): Reading[] => {
      const [main] = claim.spans;
      const words = wordsOf(claim);
      if (!words) return [];
      const tellsWho = (text: string) =>
        names.isName(text) || (text.split(/\s+/u).length <= BRIEF && names.mentionedIn(text).some(({ ids }) => ids.includes(claim.subject)));
      const far = claim.spans.filter(({ start }, at) => main && Math.abs(start - main.start) > FAR && !tellsWho(words[at] ?? ''));
      const lent = far.some((span) => own.some((other) => other !== claim && overlaps(span, other.spans[0])));
      return lent ? [readingOf(claim, `${claim.factKey} stands on its own words elsewhere already`)] : [];
    }),
  );
}

/** Claims on words that take in one quotation mark without the other; a remark on the source itself may be about the mark. */
function halfQuoted({ claims }: Dataset, wordsOf: WordsOf): Reading[] {
  return claims.flatMap((claim): Reading[] => {
    const half = claim.subject === claim.source ? undefined : wordsOf(claim)?.find(isHalfQuoted);
    return half === undefined ? [] : [readingOf(claim, `one quotation mark lacks the other in “${half.slice(0, 40)}”, of which they say ${claim.predicate}`)];
  });
}

function isHalfQuoted(words: string): boolean {
  const count = (mark: string) => words.split(mark).length - 1;
  return count('“') !== count('”') || count('"') % 2 === 1;
}

/** Claims that are inferred although somebody is named as saying so, or although a source without words, such as a gazetteer, states the same. */
function inferredInVain({ claims }: Dataset): Reading[] {
  const inReference = new Set(claims.filter(({ basis, spans }) => basis === 'STATED' && spans.length === 0).map(({ factKey }) => factKey));
  return claims.flatMap((claim): Reading[] => {
    if (claim.basis !== 'INFERRED' || claim.spans.length === 0) return [];
    if (claim.assertedBy !== null) return [readingOf(claim, `${claim.factKey} is inferred, so ${claim.assertedBy} does not say it`)];
    return inReference.has(claim.factKey) ? [readingOf(claim, `${claim.factKey} is inferred, and stated by a source of reference`)] : [];
  });
}

/** Claims of what a statement is about, or of what sort it is, beside others of the same in one document: on its translation, or where it is told again. */
function toldAgain(vocabulary: Vocabulary, { claims }: Dataset): Reading[] {
  const spoken = vocabulary.relationships.flatMap(({ voices, describes, from, to }) => (voices ? (describes === 'to' ? to : from) : []));
  const own = claims.filter((claim) => {
    const root = vocabulary.rootOf(claim.subject);
    if (root === undefined || !spoken.includes(root)) return false;
    return vocabulary.relationship(claim.predicate)?.treats === true || typeof propertyOf(vocabulary, claim)?.coded === 'string';
  });
  const alike = groupBy(own, ({ factKey, source }) => `${factKey} ${source}`);
  return [...alike.values()].flatMap(([first, ...more]) =>
    more.map((claim) => readingOf(claim, `${claim.factKey} is told at ${first ? place(first) : ''} already`)),
  );
}

function textProperty(vocabulary: Vocabulary, claim: Claim): Value | undefined {
  const property = propertyOf(vocabulary, claim);
  return property?.sort === 'text' && !property.given ? property : undefined;
}

function propertyOf(vocabulary: Vocabulary, { subject, predicate, object }: Claim): Value | undefined {
  const root = object === null ? vocabulary.rootOf(subject) : undefined;
  return root && vocabulary.property(root, predicate);
}

function overlaps(a: Span, b: Span | undefined): boolean {
  return b !== undefined && a.start < b.end && b.start < a.end;
}

/** Claims on words that begin with a pronoun, where no further span tells what it stands for. */
function lonePronouns({ claims }: Dataset, wordsOf: WordsOf): Reading[] {
  return claims.flatMap((claim): Reading[] => {
    const [main, ...further] = wordsOf(claim) ?? [];
    const [pronoun] = /^(they|their|it(?! is\b)|its|he|his|she|her|both|the two)\b/iu.exec(main ?? '') ?? [];
    if (pronoun === undefined || further.length > 0) return [];
    return [readingOf(claim, `no further span tells what “${pronoun}” stands for, of which they say ${claim.predicate}`)];
  });
}

/** A year in figures. */
const YEAR = /\d{4}/u;

/** Claims of a day, month or year that a rule makes of what is written, where the words show no year to count from. */
function yearless({ claims }: Dataset, wordsOf: WordsOf): Reading[] {
  return claims.flatMap((claim): Reading[] => {
    const words = wordsOf(claim)?.join(' ');
    const { when } = claim;
    if (words === undefined || when === null || when.rule === null || !YEAR.test(when.edtf) || YEAR.test(words)) return [];
    return [readingOf(claim, `the words show no year from which ${when.edtf} of ${claim.predicate} is counted`)];
  });
}

/** Claims that are STATED of a time, by no rule that resolves it, on words that hold none of its years. */
function yearsUnsaid(vocabulary: Vocabulary, { claims }: Dataset, wordsOf: WordsOf): Reading[] {
  return claims.flatMap((claim): Reading[] => {
    const words = wordsOf(claim)?.join(' ');
    if (words === undefined || claim.basis !== 'STATED' || (claim.when?.rule ?? null) !== null) return [];
    // “198X” is a decade: three digits of it are written, the fourth is not.
    const years = `${claim.when?.edtf ?? ''} ${timeValue(vocabulary, claim)}`.match(/\b\d{3}[\dX]\b/gu) ?? [];
    if (years.length === 0 || years.some((year) => words.includes(year.replace('X', '')))) return [];
    return [readingOf(claim, `the words do not hold ${[...new Set(years)].join(' or ')}, of which they say ${claim.predicate}`)];
  });
}

/** What a claim gives a property of time as its value; nothing where it gives none. */
function timeValue(vocabulary: Vocabulary, claim: Claim): string {
  return propertyOf(vocabulary, claim)?.sort === 'time' ? (valueText(claim.value) ?? '') : '';
}

/** The words of each span of a claim; null where its text is not at hand or it stands on none. */
function wordsIn(sources: Dataset['sources'], texts: Texts): WordsOf {
  const textOf = new Map(sources.map(({ id, header }) => [id, texts.get(String(header['sha256']))]));
  return ({ source, spans }) => {
    const text = textOf.get(source);
    return text && spans.length > 0 ? spans.map(({ start, end }) => text.slice(start, end)) : null;
  };
}

function readingOf(claim: Claim, message: string): Reading {
  return { source: claim.source, at: place(claim), message };
}

function place({ spans: [main] }: Claim): string {
  return main ? `${String(main.start)}-${String(main.end)}` : '';
}
