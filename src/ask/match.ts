import type { Grammar } from './grammar.js';
import { isClosed, layouts } from './layouts.js';
import type { Mention, Reading, TimeMeant } from './mentions.js';
import { TIER, type Candidate, type Tier } from './names.js';
import { draw, weightsOf, type Pattern } from './patterns.js';
import { Rules } from './rules.js';
import { ANYTHING, DAY, PLACE, TEXT, type Slot, type Wording } from './wording.js';
import type { Question } from './catalogue.js';
import { stemOf, type Lexicon, type Sense } from './words.js';

/** What fills a slot: words of the text, and what they may mean, nearest first. */
export interface Filling {
  readonly slot: Slot;
  readonly mention: Mention;
  readonly entities: readonly Candidate[];
  readonly times: readonly TimeMeant[];
  /** For a slot that takes words as they are. */
  readonly words: string | null;
}

/** A wording laid over a text. */
export interface Match {
  readonly question: Question;
  readonly wording: Wording;
  /** Absent where nothing in the text fits the slot. */
  readonly fillings: readonly (Filling | null)[];
  /** From 0 to 1, a little more where the words around the slots agree too. */
  readonly score: number;
  /** Whether every slot is filled and enough of the wording's own words are in the text. */
  readonly isWhole: boolean;
  /** Words of the text that no wording knows and that say something. */
  readonly unread: readonly string[];
}

/** How much a filled slot counts, beside words of weight up to 1. */
const SLOT = 0.5;
/** What a slot that stays empty costs. */
const EMPTY_SLOT = 1;
/** Words of the wording that the text lacks cost less than words of the text that the wording lacks. */
const LACKING = 0.7;
/** How well a slot is filled by the tier of what fills it. */
const WORTH: Readonly<Record<Tier, number>> = {
  [TIER.label]: 1,
  [TIER.name]: 1,
  [TIER.part]: 0.9,
  [TIER.words]: 0.75,
  [TIER.almost]: 0.6,
  [TIER.noun]: 0.6,
};
/** How well by what is only called so, where something else has the name for its label: France by "Paris". */
const CALLED = 0.9;
/** How well by a name of which every word is one that questions use. */
const WEAK = 0.8;
/** How far words that ask for something else may outweigh those that match. */
const STRAY = 0.3;
/** What is left of a word's weight where another wording of the same question has it. */
const ELSEWHERE = 0.4;
const UNKNOWN_WORD = 1.2;
const NAME_WORD = 1.4;
const WEIGHTY_WORD = 2;
const SYNONYM = 0.9;
const KIN = 0.7;
const OTHER_QUESTION_WORD = 0.2;
const NOT_ASKED = 0.08;
const CUE = 0.05;
const OUT_OF_ORDER = 0.05;
const LEAST_WORDS = 0.45;
/** Words that change nothing in a question of stop words. */
const ASIDE: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this', 'these', 'exactly', 'actually', 'really']);
const TENSES: ReadonlyMap<string, string> = new Map([
  ['was', 'is'],
  ['were', 'are'],
]);

/** The wordings of a catalogue, ready to be laid over texts. */
export class Matcher {
  private readonly lexicon: Lexicon;
  private readonly groups: Readonly<Record<string, readonly string[]>>;
  private readonly questionWords: ReadonlySet<string>;
  private readonly weighty: ReadonlySet<string>;
  /** Words that do not say what is asked by themselves: "who", "since". */
  private readonly faint: ReadonlySet<string>;
  private readonly titled: ReadonlySet<string>;
  private readonly picked: ReadonlySet<string>;
  /** Words that ask for a number. */
  private readonly counting: ReadonlySet<string>;
  private readonly light: ReadonlySet<string>;
  private readonly keys: ReadonlySet<string>;
  private readonly rules: Rules;
  private readonly patterns: readonly Pattern[];
  private readonly kin: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly read = new WeakMap<Reading, Map<string, readonly Sense[]>>();
  /** The words of all wordings of a question. */
  private readonly owned = new Map<Question, Set<string>>();
  private readonly weights: ReadonlyMap<string, number>;
  /** Words that wordings use, apart from stop words. */
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;

  constructor(questions: readonly Question[], lexicon: Lexicon, grammar: Grammar) {
    this.lexicon = lexicon;
    this.groups = grammar.groups;
    this.titled = new Set(grammar.calledByTitle);
    this.picked = new Set(grammar.picked);
    const numbers = Object.entries(grammar.asked).flatMap(([word, kinds]) => (kinds === 'number' ? [word] : []));
    this.counting = new Set(lexicon.senses(numbers).map(({ canon }) => canon));
    this.faint = new Set([...grammar.questionWords, ...lexicon.senses(grammar.decisiveWords).map(({ canon }) => canon)]);
    this.keys = new Set(lexicon.senses(grammar.keyWords).map(({ canon }) => canon));
    this.light = new Set(lexicon.senses(grammar.lightWords).map(({ canon }) => canon));
    this.rules = new Rules(lexicon, grammar);
    this.questionWords = new Set(grammar.questionWords);
    this.kin = new Map(grammar.kin.flatMap((words) => words.map((word) => [stemOf(word), new Set(words.map(stemOf))] as const)));
    this.weighty = new Set(lexicon.senses([...grammar.weightyWords]).map(({ canon }) => canon));
    const drawn = questions.flatMap((question) => question.wordings.map((wording) => ({ question, wording, ...draw(lexicon, wording) })));
    for (const { question, senses } of drawn) this.owned.set(question, new Set([...(this.owned.get(question) ?? []), ...senses.map(({ canon }) => canon)]));
    this.weights = weightsOf(drawn);
    this.patterns = drawn.map((item) => ({ ...item, weight: this.sum(item.senses) }));
    const bare = drawn.flatMap(({ folded }) => folded.filter((word) => word !== null && !lexicon.isStopWord(word)));
    this.words = [...new Set(bare.filter((word) => word !== null))];
    this.stems = new Set([
      ...lexicon.words.map(stemOf),
      ...grammar.weightyWords.map(stemOf),
      ...drawn.flatMap(({ senses, folded }) => [
        ...senses.map(({ stem }) => stem),
        ...folded.filter((word) => word !== null).flatMap((word) => lexicon.senses([word]).map(({ stem }) => stem)),
      ]),
    ]);
  }

  /** The best match of each question, best first; equal ones by the question's name. */
  matches(reading: Reading): readonly Match[] {
    const best = new Map<string, Match>();
    for (const pattern of this.patterns) {
      const match = this.match(pattern, reading);
      const known = best.get(pattern.question.name);
      if (!known || better(match, known)) best.set(pattern.question.name, match);
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.question.name < b.question.name ? -1 : 1));
  }

  private match(pattern: Pattern, reading: Reading): Match {
    let best: Match | null = null;
    for (const mentions of layouts(pattern.wording.slots, reading.mentions, this.fits)) {
      const match = this.laid(pattern, reading, mentions);
      if (!best || better(match, best)) best = match;
    }
    return (
      best ??
      this.laid(
        pattern,
        reading,
        pattern.wording.slots.map(() => null),
      )
    );
  }

  private readonly fits = ({ type }: Slot, { entities }: Mention): boolean => entities.some((candidate) => this.isOf(type, candidate));

  private isOf(type: string, { entity, tier, isCapital }: Candidate): boolean {
    // Words of a title mean the document only where a document is asked for.
    if (type === ANYTHING) return !this.titled.has(entity.kind) || (tier !== TIER.words && tier !== TIER.almost);
    if (type === PLACE && isCapital) return false;
    return (this.groups[type] ?? [type]).some((kind) => entity.labels.includes(kind));
  }

  private laid(pattern: Pattern, reading: Reading, mentions: readonly (Mention | null)[]): Match {
    const { question, wording } = pattern;
    const used = mentions.filter((mention) => mention !== null);
    const rest = reading.words.map(({ folded }, at) => (used.some(({ start, end }) => at >= start && at < end) ? null : folded));
    const texts = wording.slots.flatMap((slot, at) => (slot.type === TEXT ? [{ at, run: this.loose(reading, pattern, rest) }] : []));
    for (const { run } of texts) for (let at = run?.start ?? 0; at < (run?.end ?? 0); at += 1) rest[at] = null;
    const senses = this.sensesOf(reading, rest);
    const { matched, met, told, lacking, surplus, left } = this.compare(pattern, senses, reading);
    const worth = wording.slots.map((slot, at) => this.worth(slot, texts.find((item) => item.at === at)?.run ?? mentions[at] ?? null));
    const gain = 2 * (matched + SLOT * worth.reduce((sum, item) => sum + item, 0));
    const cost = LACKING * lacking + surplus + worth.reduce((sum, item) => sum + EMPTY_SLOT * (1 - item), 0);
    const asked = this.asked(senses);
    const wanted = this.asked(pattern.senses);
    const score =
      (gain === 0 ? 0 : gain / (gain + cost)) +
      this.order(pattern, reading, mentions) -
      ([...asked].some((word) => !wanted.has(word)) ? OTHER_QUESTION_WORD : 0) -
      ([...wanted].some((word) => word !== 'who' && !asked.has(word)) ? NOT_ASKED : 0);
    const fillings = wording.slots.map((slot, at): Filling | null => {
      const text = texts.find((item) => item.at === at);
      const mention = text ? (text.run ?? null) : (mentions[at] ?? null);
      return mention && this.filling(slot, mention, text !== undefined);
    });
    // Words that other questions ask by, and more of them than this one is asked by: it is one of the others.
    const strays = left.filter(({ canon }) => this.weights.has(canon) && this.owned.get(question)?.has(canon) !== true);
    const turns = left.some(({ canon }) => this.weighty.has(canon)) || this.sum(strays) > matched + STRAY;
    const isAbout = pattern.weight === 0 ? surplus === 0 : Math.max(matched / pattern.weight, met / pattern.senses.length) >= LEAST_WORDS;
    const isTurned = pattern.senses.some(({ canon }) => this.weighty.has(canon) && !senses.some((sense) => sense.canon === canon || sense.stem === canon));
    const isFree =
      !turns &&
      !isTurned &&
      !this.leavesName(rest, senses, reading) &&
      !this.rules.forbid(wording, this.owned.get(question) ?? new Set(), { words: rest, left, senses }, reading);
    const unread = left
      .filter(({ canon }) => !this.weights.has(canon) && !this.light.has(canon))
      .map(({ from, to }) =>
        reading.words
          .slice(from, to)
          .map(({ written }) => written)
          .join(' '),
      );
    const lacks = pattern.senses.some(({ canon }) => this.keys.has(canon) && !senses.some((sense) => sense.canon === canon));
    // "How many members has it?" is no answer to what does not ask for a number.
    const [opening] = pattern.senses;
    const isCount = opening !== undefined && this.counting.has(opening.canon);
    const isCounted = !isCount || senses.some(({ canon }) => this.counting.has(canon));
    const isPut = pattern.senses.length > 0 || wording.slots.length > 1 || isAsPut(pattern, rest);
    const isMet = pattern.senses.every(({ canon }) => this.faint.has(canon)) || told;
    const isBare = pattern.senses.length === 0 && rest.some((word) => word !== null && word !== 'the');
    const isByLabel = fillings.some((filling) => (filling?.entities[0]?.tier ?? TIER.label) >= TIER.words);
    const isWhole =
      fillings.every((filling) => filling !== null) &&
      isAbout &&
      isMet &&
      isPut &&
      isCounted &&
      !lacks &&
      isFree &&
      (unread.length === 0 || this.picked.has(question.name)) &&
      !this.rules.isTooVague(question.name, score, isBare ? 1 : isByLabel ? met - Math.ceil(lacking) - 1 : met);
    return { question, wording, fillings, score, isWhole, unread };
  }

  /** How well a slot is filled: 1 by a name, less by words that a name only holds, 0 when empty. */
  private worth(slot: Slot, mention: Mention | null): number {
    if (!mention) return 0;
    const tier = mention.entities.find((candidate) => this.isOf(slot.type, candidate))?.tier;
    const isCalled = tier === TIER.name && mention.entities[0]?.tier === TIER.label;
    return (tier === undefined ? 1 : WORTH[tier]) * (isCalled ? CALLED : 1) * (mention.isWeak && tier !== undefined && tier <= TIER.name ? WEAK : 1);
  }

  /** The senses of the words that are left; the same words are left by many wordings. */
  private sensesOf(reading: Reading, rest: readonly (string | null)[]): readonly Sense[] {
    const known = this.read.get(reading) ?? new Map<string, readonly Sense[]>();
    this.read.set(reading, known);
    const key = rest.map((word) => (word === null ? '0' : '1')).join('');
    const senses = known.get(key) ?? this.lexicon.senses(rest);
    known.set(key, senses);
    return senses;
  }

  private filling(slot: Slot, mention: Mention, isText: boolean): Filling {
    const entities = isText ? [] : mention.entities.filter((candidate) => this.isOf(slot.type, candidate));
    const times = slot.type === DAY ? mention.times.filter(isClosed) : mention.times;
    return { slot, mention, entities, times: isText ? [] : times, words: isText ? mention.written : null };
  }

  /** The words that a slot for a text takes: those in quotation marks, else the longest run that nothing else explains. */
  private loose({ text, words }: Reading, pattern: Pattern, rest: readonly (string | null)[]): Mention | null {
    const quoted = /["“”«„]\s*([^"“”»]+?)\s*["“”»]/u.exec(text);
    const stems = new Set(pattern.senses.map(({ canon }) => canon));
    const isLoose = (at: number) => {
      const word = rest[at] ?? null;
      if (word === null) return false;
      if (quoted?.[1] !== undefined) return (words[at]?.start ?? 0) >= quoted.index && (words[at]?.end ?? 0) <= quoted.index + quoted[0].length;
      return !this.lexicon.isStopWord(word) && this.lexicon.senses([word]).every(({ canon }) => !stems.has(canon));
    };
    let best: { start: number; end: number } | null = null;
    for (let start = 0; start < words.length; start += 1) {
      let end = start;
      while (end < words.length && isLoose(end)) end += 1;
      if (end > start && (!best || end - start > best.end - best.start)) best = { start, end };
      start = Math.max(start, end - 1);
    }
    if (!best) return null;
    const written = text.slice(words[best.start]?.start ?? 0, words[best.end - 1]?.end ?? 0);
    return { ...best, written, entities: [], times: [], isWeak: false, isOneDay: false };
  }

  /** What of the wording is in the text, what is not, and what the text has beside. */
  private compare({ senses: wanted, weight, question }: Pattern, senses: readonly Sense[], reading: Reading) {
    const left = new Set(senses);
    let matched = 0;
    let weighed = 0;
    let met = 0;
    let told = false;
    const take = (same: (own: Sense, other: Sense) => boolean, worth: number, open: readonly Sense[]) =>
      open.filter((own) => {
        const other = [...left].find((item) => same(own, item));
        if (!other) return true;
        left.delete(other);
        matched += worth * this.weightOf(own.canon);
        weighed += this.weightOf(own.canon);
        met += 1;
        told ||= !this.faint.has(own.canon);
        return false;
      });
    const open = take((own, other) => own.stem === other.stem, 1, wanted);
    const other = take((own, sense) => own.canon === sense.canon, SYNONYM, open);
    take((own, sense) => this.kin.get(own.canon)?.has(sense.canon) === true, KIN, other);
    for (const sense of left)
      if (wanted.some(({ canon }) => canon === sense.canon) && senses.some((other) => other !== sense && other.stem === sense.stem)) left.delete(sense);
    const surplus = [...left].reduce(
      (sum, sense) => sum + this.surplus(sense, reading) * (this.owned.get(question)?.has(sense.canon) === true ? ELSEWHERE : 1),
      0,
    );
    return { matched, met, told, lacking: weight - weighed, surplus, left: [...left] };
  }

  private surplus({ canon, from }: Sense, { mentions }: Reading): number {
    if (this.weighty.has(canon)) return WEIGHTY_WORD;
    const isName = mentions.some((mention) => !mention.isWeak && mention.entities.length > 0 && from >= mention.start && from < mention.end);
    return Math.max(this.weights.get(canon) ?? UNKNOWN_WORD, isName ? NAME_WORD : 0);
  }

  /** Whether something that the text names would go unnoticed. */
  private leavesName(rest: readonly (string | null)[], senses: readonly Sense[], { mentions }: Reading): boolean {
    const isLeft = (at: number) => (rest[at] ?? null) !== null && senses.some(({ from, to }) => at >= from && at < to);
    return mentions.some(({ isWeak, start, end }) => !isWeak && Array.from({ length: end - start }, (_, at) => start + at).every(isLeft));
  }

  private asked(senses: readonly Sense[]): Set<string> {
    return new Set(senses.map(({ canon }) => canon).filter((word) => this.questionWords.has(word)));
  }

  private order({ cues }: Pattern, { words }: Reading, mentions: readonly (Mention | null)[]): number {
    const placed = mentions.flatMap((mention, at) => (mention ? [{ mention, cue: cues[at] ?? '' }] : []));
    if (placed.length === 0) return 0;
    const heard = placed.filter(({ mention, cue }) => cue !== '' && cue === (words[mention.start - 1]?.folded ?? '')).length;
    const isInOrder = placed.every(({ mention }, at) => at === 0 || mention.start > (placed[at - 1]?.mention.start ?? -1));
    return (CUE * heard) / placed.length - (isInOrder ? 0 : OUT_OF_ORDER);
  }

  private sum(senses: readonly Sense[]): number {
    return senses.reduce((sum, { canon }) => sum + this.weightOf(canon), 0);
  }

  private weightOf(canon: string): number {
    return this.weights.get(canon) ?? UNKNOWN_WORD;
  }
}

/** Whether a text that a wording of stop words is laid over has those very words and no others: "What is it?" is not "Is it there?". */
function isAsPut({ folded }: Pattern, rest: readonly (string | null)[]): boolean {
  const own = new Set(folded.filter((word) => word !== null));
  const left = rest.filter((word) => word !== null).map((word) => TENSES.get(word) ?? word);
  return [...own].every((word) => left.includes(word)) && left.every((word) => own.has(word) || ASIDE.has(word));
}

function better(a: Match, b: Match): boolean {
  return a.isWhole === b.isWhole ? a.score > b.score : a.isWhole && a.score > b.score - 0.15;
}
