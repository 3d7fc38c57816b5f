import type { GraphQLSchema } from 'graphql';
import type { Scope } from '../graphql/scope.js';
import type { EntityNode } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Catalogue, Question } from './catalogue.js';
import type { Grammar } from './grammar.js';
import { ClaimSearch } from './claim-search.js';
import { Composer } from './composer.js';
import { KnownNames } from './known-names.js';
import { LastResort } from './last-resort.js';
import { Matcher, type Match } from './match.js';
import { read, type Reading } from './mentions.js';
import { TIER } from './names.js';
import { picked } from './pick.js';
import { run, type Ran } from './run.js';
import { settle, type Meaning, type Settled } from './settle.js';
import { shownDays } from './times.js';
import { DAY, filled, PERIOD, TEXT, type Slot } from './wording.js';
import { cleaned, Lexicon } from './words.js';

/** How a question in words came out. */
export const OUTCOMES = {
  ANSWERED: 'Understood and answered; the answer may be that nothing is recorded.',
  CITED: 'No kind of question fits; claims of the sources that have its names and words are cited instead.',
  AMBIGUOUS: 'Understood but for a name or a sense that can be meant in several ways with different answers; say which.',
  NOT_UNDERSTOOD: 'Not understood; the nearest questions that can be asked are given.',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** What is answered to a question in words. */
export interface Asked {
  readonly outcome: Outcome;
  /** What was understood, in words. */
  readonly reading: string;
  /** The kind of question; absent when not understood. */
  readonly question: Question | null;
  readonly sentence: string;
  readonly ran: Ran | null;
  /** What an ambiguous name may mean. */
  readonly candidates: readonly { readonly text: string; readonly entity: EntityNode }[];
  /** Questions that can be asked, nearest first. */
  readonly nearest: readonly { readonly text: string; readonly question: Question }[];
}

export const LONGEST_QUESTION = 200;
const NEAREST = 3;
const MOST_TOLD = 4;
/** A match below this is none. */
const LEAST_SCORE = 0.62;
/** Matches nearer to one another than this are told apart by their answers. */
const MARGIN = 0.015;
/** Below this a question is not near at all. */
const NEAR = 0.25;

/** Answers questions in words, from a catalogue and offline; the same words always get the same answer from the same graph. */
export class Asker {
  private readonly vocabulary: Vocabulary;
  private readonly lexicon: Lexicon;
  private readonly matcher: Matcher;
  private readonly names: KnownNames;
  private readonly picked: ReadonlySet<string>;
  private readonly composer: Composer;
  private readonly lastResort: LastResort | null;
  /** Finds claims by words. */
  readonly claims: ClaimSearch;
  private readonly examples: readonly Match[];

  constructor(vocabulary: Vocabulary, catalogue: Catalogue, grammar: Grammar) {
    this.vocabulary = vocabulary;
    this.lexicon = new Lexicon(grammar);
    const { question, first, last } = grammar.composed;
    const composed = new Set([question, first.question, last.question]);
    this.matcher = new Matcher(
      catalogue.questions.filter(({ name }) => !composed.has(name)),
      this.lexicon,
      grammar,
    );
    this.names = new KnownNames(vocabulary, grammar, this.lexicon);
    this.picked = new Set(grammar.picked);
    this.claims = new ClaimSearch(vocabulary, grammar);
    this.composer = new Composer(catalogue, grammar);
    const lastResort = catalogue.get(grammar.lastResort);
    this.lastResort = lastResort ? new LastResort(lastResort, grammar, this.matcher.stems) : null;
    this.examples = grammar.examples.flatMap((name) => catalogue.get(name) ?? []).flatMap(exampleMatch);
  }

  /**
   * Answers a question: by the kind of question whose wordings fit, else by one that is put together from its parts, else
   * by what the sources say with its names and words.
   */
  async ask(raw: string, schema: GraphQLSchema, scope: Scope): Promise<Asked> {
    const asked = await this.fitted(raw, schema, scope);
    const isMissed = asked.outcome === 'NOT_UNDERSTOOD';
    const isAnswered = asked.outcome === 'ANSWERED';
    const isSilent = isAnswered && asked.ran?.isEmpty === true && asked.ran.claims.length === 0;
    if (!isQuestion(raw) || (isAnswered && !isSilent)) return asked;
    const reading = await this.read(scope, raw);
    const names = longest(reading.mentions);
    const composed = isSilent ? null : await this.composer.compose(reading, names, schema, scope);
    if (composed && (isMissed || (composed.settled.is === 'answer' && !composed.settled.ran.isEmpty))) {
      return this.told(reading, { question: composed.question, fillings: [], unread: [] }, composed.settled, scope, []);
    }
    const ran = isMissed || isSilent ? await this.lastResort?.run(reading, names, schema, scope, isSilent) : null;
    if (!ran) return asked;
    const silence = isSilent ? asked.sentence.replace(/[.:]?$/, '.') : 'No kind of question fits.';
    return { ...asked, outcome: 'CITED', question: ran.question, sentence: `${silence} But the sources say: ${ran.sentence}`, ran };
  }

  private async fitted(raw: string, schema: GraphQLSchema, scope: Scope): Promise<Asked> {
    const size = Array.from(raw).length;
    if (size > LONGEST_QUESTION) return refused(`A question may have ${String(LONGEST_QUESTION)} characters; this one has ${String(size)}.`, '');
    if (!isQuestion(raw)) return this.declined(await this.read(scope, ''), scope, 'There is no question here.', []);
    const reading = await this.read(scope, raw);
    const matches = this.matcher.matches(reading).filter(({ question }) => question !== this.lastResort?.question || /["“„«]/.test(raw));
    if (reading.impossible.length > 0) return this.declined(reading, scope, `There is no such day as ${reading.impossible.join(' or ')}.`, matches);
    const [best, ...others] = matches.filter(({ isWhole, score }) => isWhole && score >= LEAST_SCORE);
    if (!best) return this.declined(reading, scope, this.why(reading, matches), matches);
    return this.settled(reading, [best, ...others.filter(({ score }) => score > best.score - MARGIN)].slice(0, NEAREST), schema, scope, matches);
  }

  private async read(scope: Scope, raw: string): Promise<Reading> {
    const names = await this.names.of(scope.reader, raw);
    return read({ vocabulary: this.vocabulary, names, lexicon: this.lexicon, known: this.matcher.stems, knownWords: this.matcher.words }, raw);
  }

  /** Why nothing fits: a word that no question has, where all else does; else the language. */
  private why({ words, mentions }: Reading, matches: readonly Match[]): string {
    const near = matches.find(({ score, unread, fillings }) => score >= LEAST_SCORE && unread.length > 0 && fillings.every((filling) => filling !== null));
    const named = mentions.map(({ written }) => written).join(' ');
    const unknown = (near?.unread ?? []).filter((word) => !named.includes(word));
    if (unknown.length > 0) return nothingAbout(unknown);
    const isEnglish = words.some(({ folded }) => this.lexicon.isStopWord(folded));
    return isEnglish ? 'This is no question that can be answered here.' : 'Questions are understood in English; names may be in any script.';
  }

  /** Answers by the one match, or by the one among equal ones that has an answer. */
  private async settled(reading: Reading, equal: readonly Match[], schema: GraphQLSchema, scope: Scope, matches: readonly Match[]): Promise<Asked> {
    if (equal.some(({ fillings }) => fillings.some((filling) => filling?.times.some(({ from, to }) => from > to)))) {
      return this.declined(reading, scope, 'The time ends before it begins.', matches);
    }
    const outcomes = await Promise.all(
      equal.map(async (match) => ({
        match,
        settled: await settle(
          match,
          (from, to) => shownDays({ from, to }),
          (variables) => run(schema, scope, match.question, variables),
        ),
      })),
    );
    const full = outcomes.filter(({ settled }) => settled.is === 'choice' || (settled.is === 'answer' && !settled.ran.isEmpty));
    const [one] = full.length > 0 ? full : [...outcomes].sort((a, b) => Number(a.settled.is === 'same') - Number(b.settled.is === 'same'));
    if (!one) throw new Error('no match to settle');
    const answers = new Set(full.map(({ settled }) => (settled.is === 'answer' ? JSON.stringify([...settled.ran.items].sort()) : settled.is)));
    if (answers.size > 1) {
      const nearest = await this.nearest(
        full.map(({ match }) => match),
        scope,
      );
      return {
        outcome: 'AMBIGUOUS',
        reading: told(reading, []),
        question: null,
        sentence: 'This can be meant in several ways; ask one of these.',
        ran: null,
        candidates: [],
        nearest,
      };
    }
    return this.told(reading, one.match, one.settled, scope, matches);
  }

  private async told(
    reading: Reading,
    match: Pick<Match, 'question' | 'fillings' | 'unread'>,
    settled: Settled,
    scope: Scope,
    matches: readonly Match[],
  ): Promise<Asked> {
    const { question, unread } = match;
    if (settled.is === 'same') return this.declined(reading, scope, 'The same thing is named twice; this needs two.', matches);
    if (settled.is === 'answer') {
      const { meanings, others } = settled;
      const one = this.picked.has(question.name) ? picked(settled.ran, match, reading, this.lexicon) : null;
      const ran = one ?? settled.ran;
      if (unread.length > 0 && one === null) return this.declined(reading, scope, nothingAbout(unread), matches);
      if (ran.isEmpty && meanings.some(isFarFetched)) return this.declined(reading, scope, 'Nothing is recorded of this as it was read.', matches);
      if (ran.refusal !== null) return this.declined(reading, scope, `${ran.refusal.charAt(0).toUpperCase()}${ran.refusal.slice(1)}.`, matches);
      return {
        outcome: 'ANSWERED',
        reading: `${question.title}: ${told(reading, meanings, others)}`,
        question,
        sentence: sentenceOf(ran),
        ran,
        candidates: [],
        nearest: [],
      };
    }
    const texts = [...new Set(settled.of.map(({ written }) => `"${written}"`))].join(' and ');
    const names = settled.of.map(({ entity }) => entity.label);
    const sentence = names.length === 0 ? 'This can be meant in too many ways; name things in full.' : `Which do you mean by ${texts}: ${joined(names, 'or')}?`;
    const candidates = settled.of.map(({ written, entity }) => ({ text: written, entity }));
    return {
      outcome: 'AMBIGUOUS',
      reading: `${question.title}: ${told(reading, [])}`,
      question,
      sentence,
      ran: null,
      candidates,
      nearest: await this.nearest(matches.slice(0, 1), scope),
    };
  }

  private async declined(reading: Reading, scope: Scope, reason: string, matches = this.matcher.matches(reading)): Promise<Asked> {
    const near = matches.filter(({ score }) => score >= NEAR).slice(0, NEAREST);
    const others = this.examples.filter(({ question }) => !near.some((match) => match.question === question));
    const nearest = await this.nearest([...near, ...others].slice(0, NEAREST), scope);
    return { ...refused(reason, told(reading, [])), nearest };
  }

  /** The first wording of each question, its slots filled from the text where it could be, else from the example. */
  private nearest(matches: readonly Match[], scope: Scope): Promise<Asked['nearest']> {
    return Promise.all(
      matches.map(async ({ question, wording, fillings }) => {
        const texts = new Map<Slot, string>();
        await Promise.all(
          wording.slots.map(async (slot, at) => {
            const found = fillings[at];
            const filling = found?.mention.isWeak === true ? null : found;
            const [time] = filling?.times ?? [];
            const [entity] = filling?.entities ?? [];
            if (filling && slot.type === TEXT) texts.set(slot, `"${filling.words ?? ''}"`);
            else if (time && (slot.type === PERIOD || slot.type === DAY)) texts.set(slot, shownDays(time));
            else if (entity) texts.set(slot, entity.entity.label);
            else texts.set(slot, await exampleOf(question, slot, scope));
          }),
        );
        return { text: filled(wording, (slot) => texts.get(slot) ?? ''), question };
      }),
    );
  }
}

/** Whether there is anything to read, and not too much. */
function isQuestion(raw: string): boolean {
  return Array.from(raw).length <= LONGEST_QUESTION && /[\p{L}\p{N}]/u.test(cleaned(raw));
}

/** Whether a name was taken for something that only has some of its words: then nothing found says little. */
function isFarFetched({ filling, entity }: Meaning): boolean {
  const tier = filling.entities.find((candidate) => candidate.entity === entity)?.tier;
  return tier === TIER.words || tier === TIER.almost;
}

/** A question as its example puts it. */
function exampleMatch(question: Question): Match[] {
  const [wording] = question.wordings;
  return wording ? [{ question, wording, fillings: wording.slots.map(() => null), score: 0, isWhole: false, unread: [] }] : [];
}

async function exampleOf({ example }: Question, { variable, type }: Slot, scope: Scope): Promise<string> {
  if (type === PERIOD) return shownDays({ from: String(example['from']), to: String(example['to']) });
  const value = String(example[variable]);
  return type === DAY || type === TEXT ? value : ((await scope.entity(value))?.entity.label ?? value);
}

function refused(sentence: string, reading: string): Asked {
  return { outcome: 'NOT_UNDERSTOOD', reading, question: null, sentence, ran: null, candidates: [], nearest: [] };
}

function nothingAbout(words: readonly string[]): string {
  return `Nothing here is about ${words.map((word) => `"${word}"`).join(' and ')}.`;
}

/** What the answer says; where it is empty, that nothing is recorded, so that silence is not taken for a no. */
function sentenceOf({ sentence, isEmpty, isCut, question, claims }: Ran): string {
  if (isEmpty && isCut) return 'The search was cut short before it found anything; ask about less.';
  const isSaid =
    /\p{L}{2,}/u.test(sentence) && (!isEmpty || claims.length > 0 || question.category === 'path' || /\b0\b|\b[Nn]o(ne|thing|t|body)?\b/.test(sentence));
  if (isSaid) return sentence;
  if (isEmpty && claims.length > 0) return 'No list answers this; what is cited has to do with it.';
  return isEmpty ? `Nothing is recorded that answers this (${question.title.charAt(0).toLowerCase()}${question.title.slice(1)}).` : sentence;
}

/** What was understood: the meaning of each name and time, what it might have meant, and what was taken for a slip. */
function told({ slips, mentions }: Reading, meanings: readonly Meaning[], others: readonly EntityNode[] = []): string {
  const parts = meanings.map(
    ({ filling, shown, entity }) =>
      `${filling.slot.type === PERIOD || filling.slot.type === DAY ? 'time' : filling.slot.variable} = ${shown}${entity ? ` (${entity.id})` : ''}`,
  );
  const seen = meanings.length > 0 ? [] : longest(mentions).map(({ written }) => `"${written}"`);
  return [
    parts.join(', '),
    seen.length > 0 ? `names found: ${seen.join(', ')}` : '',
    others.length > 0 ? `not meant, for nothing answers for it or the answer is the same: ${few(others.map(({ label }) => label))}` : '',
    ...slips.map(({ written, taken }) => `"${written}" taken for "${taken}"`),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Mentions that no longer one takes in. */
function longest(mentions: Reading['mentions']): Reading['mentions'] {
  const strong = mentions.filter(({ isWeak }) => !isWeak);
  const outer = strong.filter(
    (own) => !strong.some((other) => other !== own && other.start <= own.start && other.end >= own.end && other.end - other.start > own.end - own.start),
  );
  return outer.filter((own, at) => outer.findIndex(({ start, end }) => start === own.start && end === own.end) === at);
}

function few(items: readonly string[]): string {
  return items.length <= MOST_TOLD ? items.join(', ') : `${items.slice(0, MOST_TOLD).join(', ')} and ${String(items.length - MOST_TOLD)} more`;
}

function joined(items: readonly string[], word: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}
