import { describedIn } from '../model/intended.js';
import type { GraphReader } from '../graph/store.js';
import { isActual, type Claim } from '../model/claim.js';
import { overlap, parseTime } from '../model/edtf.js';
import { groupBy } from '../model/groups.js';
import { namedBy, type EntityNode } from '../model/projection.js';
import { compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { poolAround, type ClaimPool } from './claim-pool.js';
import type { Grammar } from './grammar.js';
import { timesIn, type Days } from './times.js';
import { cleaned, keyOf, Lexicon, wordsOf, type Sense } from './words.js';

/** Claims that together say what some words ask about, best first, and what of it they do not say. */
export interface ClaimsFound {
  readonly claims: readonly Claim[];
  /** The entities that they name, of those asked about. */
  readonly about: readonly EntityNode[];
  /** Words of the text, and times in it, that they have nothing of. */
  readonly missing: readonly string[];
}

/** What a claim has to have a share in: an entity, a word, a time, or what a question word asks for. */
interface Wanted {
  readonly written: string;
  readonly weight: number;
  readonly isIn: (told: Told) => boolean;
}

/** A claim with all that it is found by. */
interface Told {
  readonly claim: Claim;
  /** Entities that it names, itself a record's included. */
  readonly named: readonly EntityNode[];
  readonly senses: ReadonlySet<string>;
  readonly summary: string;
}

const ENTITY = 3;
const TIME = 2;
const ASKED = 2;
/** What the commonest word weighs. */
const LEAST = 0.5;

/** Words of which one begins the other are the same from so many letters on. */
const BEGINNING = 6;

/** Passages that come this near to the best one are read as well. */
const NEAR = 0.999;
const MOST_PASSAGES = 3;

/** How words are read that claims are to have: those that say little of what is asked need not be in them. */
export function claimLexicon(grammar: Grammar): Lexicon {
  const { stopWords, fillers, lightWords, openings } = grammar;
  return new Lexicon({ ...grammar, stopWords: [...stopWords, ...lightWords], fillers: [...fillers, ...openings] });
}

/** Finds claims by the entities that they name and by words, in their summaries, in names and in kinds. */
export class ClaimSearch {
  private readonly vocabulary: Vocabulary;
  private readonly lexicon: Lexicon;
  /** What each question word asks for. */
  private readonly asked: ReadonlyMap<string, Grammar['asked'][string]>;

  constructor(vocabulary: Vocabulary, grammar: Grammar) {
    this.vocabulary = vocabulary;
    this.lexicon = claimLexicon(grammar);
    const asked = Object.entries(grammar.asked).flatMap(([word, kinds]) => this.lexicon.senses([word]).map(({ canon }) => [canon, kinds] as const));
    this.asked = new Map(asked);
  }

  /**
   * The claims that have most of what is asked: first the sentence of a source, or the record, whose claims together have
   * most of it, then of these the fewest claims that do. `about`: ids of entities, of which as many as can be are named.
   */
  async find(reader: GraphReader, about: readonly string[], text: string, first: number): Promise<ClaimsFound> {
    const pool = await poolAround(this.vocabulary, reader, about);
    const told = pool.claims.map((claim) => this.told(pool, claim));
    const own = about.flatMap((id) => pool.entities.get(id) ?? []);
    const wanted = [...own.map(byName), ...this.wanted(text, new Set(about), told)];
    const groups = this.passages(pool, told)
      .map((passage) => ({ passage, worth: worthOf(passage, wanted) }))
      .sort((a, b) => b.worth - a.worth || a.passage.length - b.passage.length || compareText(a.passage[0]?.claim.id ?? '', b.passage[0]?.claim.id ?? ''));
    const best = groups[0]?.worth ?? 0;
    const near = best === 0 ? [] : groups.filter(({ worth }) => worth >= best * NEAR).slice(0, MOST_PASSAGES);
    const [main = [], ...others] = near.map(({ passage }) => covering(passage, wanted));
    const claims = distinct([...main, ...others.flat(), ...alike(near, told, wanted)]).slice(0, first);
    const has = ({ isIn }: Wanted) => main.some(isIn);
    return {
      claims: claims.map(({ claim }) => claim),
      about: own.filter((entity) => has(byName(entity))),
      missing: wanted.slice(own.length).flatMap((item) => (has(item) ? [] : [item.written])),
    };
  }

  private told({ entities }: ClaimPool, claim: Claim): Told {
    const named = [...new Set([describedIn(this.vocabulary, claim), ...namedBy(this.vocabulary, claim)])].flatMap((id) => entities.get(id) ?? []);
    const words = (text: string) => this.lexicon.senses(wordsOf(cleaned(text)).map(({ folded }) => folded)).flatMap(({ canon, stem }) => [canon, stem]);
    const values = [
      claim.predicate,
      claim.modality,
      claim.polarity,
      ...Object.values(claim.qualifiers).map(String),
      typeof claim.value === 'string' ? claim.value : '',
    ];
    return {
      claim,
      named,
      summary: ` ${keyOf(claim.summary)} `,
      senses: new Set([claim.summary, ...named.map(({ label }) => label), ...values.map((value) => value.replace(/_/g, ' '))].flatMap(words)),
    };
  }

  /** What a text asks for, besides entities. */
  private wanted(text: string, about: ReadonlySet<string>, told: readonly Told[]): Wanted[] {
    const words = wordsOf(cleaned(text));
    const { phrases } = timesIn(cleaned(text), words);
    const isTime = (at: number) => phrases.some(({ start, end }) => at >= start && at < end);
    const senses = this.lexicon.senses(words.map(({ folded }, at) => (isTime(at) ? null : folded)));
    const isAlternative = ({ from }: Sense) => words[from - 1]?.folded === 'or';
    const plain = senses.flatMap((sense, at): Wanted[] => {
      const next = senses[at + 1];
      if (this.asked.has(sense.canon) || isAlternative(sense)) return [];
      const alternatives = next && isAlternative(next) ? [sense, next] : [sense];
      return [this.word(writtenOf(words, sense.from, alternatives.at(-1)?.to ?? sense.to), alternatives, about, told)];
    });
    // A number or a day answers only where something else that is asked about stands with it.
    const isBeside = (item: Told) => plain.length === 0 || plain.some(({ isIn }) => isIn(item));
    const asked = senses.flatMap(({ canon, from, to }): Wanted[] => {
      const kinds = this.asked.get(canon);
      return kinds ? [{ written: writtenOf(words, from, to), weight: ASKED, isIn: (item) => isAsked(kinds, about, item) && isBeside(item) }] : [];
    });
    const times = phrases.map((phrase): Wanted => ({ written: writtenOf(words, phrase.start, phrase.end), weight: TIME, isIn: during(phrase) }));
    return [...times, ...plain, ...asked];
  }

  /** A word, or one of two with "or" between them; the fewer claims have it, the more it weighs. */
  private word(written: string, senses: readonly Sense[], about: ReadonlySet<string>, told: readonly Told[]): Wanted {
    const has = (item: Told) =>
      senses.some(({ canon, stem }) => hasWord(item.senses, canon) || hasWord(item.senses, stem) || isOfKind(item, about, canon, this.lexicon));
    const holders = told.filter(has).length;
    return { written, weight: Math.log((1 + told.length) / (1 + holders)) + LEAST, isIn: has };
  }

  /** Claims that stand in one sentence of a source, and claims that describe one record. */
  private passages({ entities }: ClaimPool, told: readonly Told[]): readonly (readonly Told[])[] {
    const starts = new Map([...entities].map(([id, entity]) => [id, sentenceStarts(entity)]));
    const sentenceOf = ({ claim: { source, spans } }: Told) => {
      const start = spans[0]?.start ?? 0;
      return `${source} ${String((starts.get(source) ?? []).findLastIndex((from) => from <= start))}`;
    };
    const records = told.filter(({ claim }) => this.vocabulary.kind(entities.get(describedIn(this.vocabulary, claim))?.kind ?? '')?.record);
    return [...groupBy(told, sentenceOf).values(), ...groupBy(records, ({ claim }) => describedIn(this.vocabulary, claim)).values()];
  }
}

function byName(entity: EntityNode): Wanted {
  const names = Array.isArray(entity.columns['name']) ? entity.columns['name'].map(String) : [];
  const keys = [entity.label, ...names].map((name) => ` ${keyOf(name)} `).filter((key) => key.length > 4);
  return {
    written: entity.label,
    weight: ENTITY,
    isIn: ({ named, summary }) => named.includes(entity) || keys.some((key) => summary.includes(key)),
  };
}

function worthOf(passage: readonly Told[], wanted: readonly Wanted[]): number {
  return wanted.reduce((sum, { weight, isIn }) => sum + (passage.some(isIn) ? weight : 0), 0);
}

/** The fewest claims that have all that the passage has, those that say most first; what is so before what is only said to be. */
function covering(passage: readonly Told[], wanted: readonly Wanted[]): readonly Told[] {
  const chosen: Told[] = [];
  let open = wanted.filter(({ isIn }) => passage.some(isIn));
  const whole = (item: Told) => worthOf([item], wanted);
  while (open.length > 0) {
    const [best] = passage
      .filter((item) => !chosen.includes(item))
      .map((item) => ({ item, gain: worthOf([item], open) }))
      .sort((a, b) => b.gain - a.gain || whole(b.item) - whole(a.item) || Number(isActual(b.item.claim)) - Number(isActual(a.item.claim)));
    if (!best || best.gain === 0) break;
    chosen.push(best.item);
    open = open.filter(({ isIn }) => !isIn(best.item));
  }
  return chosen;
}

/** Claims elsewhere that say by themselves as much as the best of a passage do: the others of a list. */
function alike(near: readonly { readonly passage: readonly Told[] }[], told: readonly Told[], wanted: readonly Wanted[]): readonly Told[] {
  const most = Math.max(0, ...near.flatMap(({ passage }) => passage.map((item) => worthOf([item], wanted))));
  return most === 0 ? [] : told.filter((item) => worthOf([item], wanted) >= most);
}

/** The first of claims that have the same words. */
function distinct(all: readonly Told[]): readonly Told[] {
  const seen = new Set<string>();
  return all.filter(({ summary }) => !seen.has(summary) && seen.add(summary));
}

/** Whether a word is there, or one that it begins, or that begins it: "partner" and "partnership". */
function hasWord(senses: ReadonlySet<string>, word: string): boolean {
  if (senses.has(word)) return true;
  return word.length >= BEGINNING && [...senses].some((other) => other.length >= BEGINNING && (other.startsWith(word) || word.startsWith(other)));
}

/** Whether a claim holds at some time within days: its own time, a time that it states, or a year in its words. */
function during({ from, to }: Days): (told: Told) => boolean {
  return ({ claim, named, summary }) => {
    const stated = typeof claim.value === 'string' ? parseTime(claim.value) : null;
    const years = summary.match(/\b[12]\d{3}\b/g) ?? [];
    const dates = named.flatMap(({ columns }) => (typeof columns['sortDate'] === 'string' && columns['sortDate'] !== '' ? [columns['sortDate']] : []));
    return (
      [claim.when, stated].some((time) => time !== null && overlap(time, from, to) !== 'NO') ||
      dates.some((day) => day >= from && day <= to) ||
      years.some((year) => `${year}-12-31` >= from && `${year}-01-01` <= to)
    );
  };
}

/** Whether a claim has what a question word asks for: an entity of some kinds that was not named, a time, or a number. */
function isAsked(kinds: Grammar['asked'][string], about: ReadonlySet<string>, { claim, named, summary }: Told): boolean {
  if (kinds === 'number') return /\d/.test(summary) || (typeof claim.value === 'object' && claim.value !== null);
  if (kinds === 'time') return claim.when !== null || (typeof claim.value === 'string' && parseTime(claim.value) !== null) || /\b[12]\d{3}\b/.test(summary);
  return named.some(({ id, labels }) => !about.has(id) && labels.some((label) => kinds.includes(label)));
}

/** Whether a claim names something of a kind that a word stands for, besides what the text names. */
function isOfKind({ named }: Told, about: ReadonlySet<string>, canon: string, lexicon: Lexicon): boolean {
  return named.some(({ id, labels }) => !about.has(id) && labels.some((label) => lexicon.senses([label.toLowerCase()]).some((sense) => sense.canon === canon)));
}

function sentenceStarts({ columns }: EntityNode): readonly number[] {
  const spans = columns['sentences'];
  return Array.isArray(spans) ? spans.map((span) => Number(String(span).split('-')[0])) : [];
}

function writtenOf(words: readonly { readonly written: string }[], start: number, end: number): string {
  return words
    .slice(start, end)
    .map(({ written }) => written)
    .join(' ');
}
