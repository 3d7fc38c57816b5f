import type { Rule } from './chart.js';

type Row = readonly [cat: string, of: string, make: string, cost?: number];

/** Nouns, phrases, clauses and questions, whatever the order of words. */
const SHARED: readonly Row[] = [
  ['N', 'noun', 'noun'],
  ['N', 'adjective N', 'adjectiveNoun'],
  ['N', 'ADJ N', 'ownedBefore', 0.02],
  ['N', 'name N', 'ownedBefore', 0.1],
  ['N', 'time N', 'timedNoun', 0.1],
  ['N', 'first N', 'first'],
  ['N', 'last N', 'last'],
  ['N', 'most N', 'mostOf'],
  ['N', 'planned N', 'plannedNoun', 0.01],
  ['N', 'other N', 'otherNoun'],
  ['N', 'count N', 'counted'],
  ['N', 'N ADDED', 'addedNoun', 0.01],
  ['N', 'N NAMES', 'apposed', 0.05],
  ['N', 'N ADJ', 'ownedAfter', 0.04],
  ['N', 'OWNER N', 'ownedBy'],
  ['N', 'skip N', 'second', 0.02],
  ['N', 'N skip', 'firstOf', 0.02],
  ['ADJ', 'dem', 'demonym'],
  ['ADJ', 'ADJ JOINED', 'joined'],
  ['ADJ', 'name JOINED', 'joined', 0.02],
  ['JOINED', 'dash ADJ', 'second'],
  ['JOINED', 'dash name', 'second'],
  ['JOINED', 'and ADJ', 'second', 0.05],
  ['PH', 'N', 'phrase'],
  ['PH', 'det PH', 'second'],
  ['PH', 'no N', 'none'],
  ['PH', 'which N', 'whichOf'],
  ['PH', 'howMany N', 'howManyOf'],
  ['PH', 'who', 'who'],
  ['PH', 'what', 'what'],
  ['PH', 'howMany', 'howManyAlone', 0.2],
  ['PH', 'NAMES', 'firstOf'],
  ['NAMES', 'name', 'firstOf'],
  ['NAMES', 'det NAMES', 'second'],
  ['NAMES', 'NAMES DASHED', 'andPhrase'],
  ['DASHED', 'dash name', 'second'],
  ['NAMES', 'name ADDED', 'placedName', 0.05],
  ['PH', 'both PH', 'bothOf'],
  ['PH', 'PH ANDPH', 'andPhrase'],
  ['PH', 'PH ORPH', 'orPhrase'],
  ['ANDPH', 'and PH', 'second'],
  ['ORPH', 'or PH', 'second'],
  ['P', 'PH', 'firstOf'],
  ['P', 'LP', 'firstOf'],
  ['P', 'verb', 'firstOf'],
  ['P', 'time', 'firstOf'],
  ['P', 'adjective', 'firstOf'],
  ['P', 'WITHOUT', 'firstOf'],
  ['P', 'LENS', 'firstOf'],
  ['P', 'EXCEPT', 'firstOf'],
  ['P', 'WORD', 'firstOf'],
  ['P', 'ANDWORD', 'firstOf'],
  ['P', 'planned', 'plannedPiece'],
  ['P', 'manner', 'firstOf'],
  ['P', 'SUP', 'firstOf'],
  ['SUP', 'first', 'word:first'],
  ['SUP', 'last', 'word:last'],
  ['SUP', 'det SUP', 'second'],
  ['ANDWORD', 'and when', 'when'],
  ['ANDWORD', 'and where', 'where'],
  ['C', 'P', 'clause', 0.03],
  ['C', 'which be', 'whichBe'],
  ['C', 'C P', 'longer', 0.03],
  ['C', 'C CC', 'shared'],
  ['CC', 'and C', 'second'],
  ['CC', 'but C', 'second'],
  ['ADDED', 'LP', 'firstOf'],
  ['ADDED', 'REL', 'firstOf'],
  ['ADDED', 'time', 'firstOf', 0.04],
  ['ADDED', 'adjective', 'firstOf', 0.1],
  ['ADDED', 'WITHOUT', 'firstOf'],
  ['ADDED', 'BY', 'firstOf'],
  ['BY', 'kindOf', 'byKind'],
  ['BY', 'year', 'byYear'],
  ['REL', 'C', 'reduced', 0.06],
  ['WITHOUT', 'without dated', 'withoutDate'],
  ['WITHOUT', 'without PH', 'without'],
  ['EXCEPT', 'except PH', 'except'],
  ['LENS', 'accordingTo NAMES', 'lens'],
  ['Q', 'C', 'asked'],
  ['Q', 'list PH', 'listed'],
  ['Q', 'brief NAMES', 'brief'],
  ['Q', 'sayThat C', 'said'],
  ['Q', 'PH', 'fragment', 0.3],
  ['Q', 'C SECOND', 'two'],
  ['SECOND', 'and Q', 'second'],
  ['Q', 'change time', 'changed'],
  ['Q', 'CHANGE ABOUT', 'changedAbout'],
  ['CHANGE', 'change time', 'second'],
  ['ABOUT', 'LP', 'firstOf'],
  ['Q', 'dispute LP', 'disputes'],
];

/** Prepositions stand before their noun, relative clauses behind it. */
const BEFORE: readonly Row[] = [
  ['LP', 'link PH', 'linked'],
  ['LP', 'link', 'stranded'],
  ['LP', 'through PH', 'linked'],
  ['REL', 'rel C', 'relative'],
  ['REL', 'LPREL C', 'linkedRelative'],
  ['LPREL', 'link rel', 'firstOf'],
  ['REL', 'WHOSE C', 'whoseRelative'],
  ['WHOSE', 'whoseRel N', 'second'],
  ['OWNER', 'PH possessive', 'firstOf'],
];

/** Particles stand behind their noun, what describes it before it. */
const BEHIND: readonly Row[] = [
  ['LP', 'PH link', 'linkedBehind'],
  ['P', 'ARG', 'firstOf'],
  ['ARG', 'PH subject', 'firstOf'],
  ['ARG', 'PH object', 'asObject'],
  ['OWNER', 'PH possessive', 'firstOf'],
  ['N', 'REL N', 'describedBefore', 0.02],
  ['N', 'LP N', 'describedBefore', 0.06],
  ['ADJ', 'name', 'demonym', 0.05],
];

/** The grammar's own words that stand as they are in a clause. */
const WORDS = [
  'be',
  'do',
  'have',
  'modal',
  'will',
  'not',
  'when',
  'where',
  'howOften',
  'how',
  'exist',
  'connect',
  'share',
  'disagree',
  'disputed',
  'mention',
  'skip',
  'comma',
];

function rulesOf(rows: readonly Row[]): Rule[] {
  return rows.map(([cat, of, make, cost]) => ({ cat, of: of.split(' ') as unknown as Rule['of'], make, ...(cost === undefined ? {} : { cost }) }));
}

const words = WORDS.map((word): Row => ['WORD', word, `word:${word}`, word === 'skip' || word === 'comma' ? 0.01 : 0]);

/** The grammar of a language: some eighty rules, most of them the same for all. */
export const grammars: Readonly<Record<'before' | 'behind', readonly Rule[]>> = {
  before: rulesOf([...SHARED, ...words, ...BEFORE]),
  behind: rulesOf([...SHARED, ...words, ...BEHIND]),
};

export const OWN_WORDS: readonly string[] = WORDS;
