import type { Rule } from './chart.js';

/**
 * What is made of what: a category, one or two neighbours, the make, and what the reading costs. `a|b` is either of
 * them, `a?` may be missing; `take` hands on the last of them, `keep` the first.
 */
type Row = readonly [cat: string, of: string, make: string, cost?: number];

/** Nouns, phrases, clauses and questions, whatever the order of words. */
const SHARED: readonly Row[] = [
  ['N', 'noun', 'noun'],
  ['N', 'ones', 'ones', 0.1],
  ['N', 'adjective N', 'adjectiveNoun'],
  ['N', 'first|last|most|planned|other|count N', 'modified'],
  ['N', 'first|last LP', 'orderedOf'],
  ['N', 'ADJ N', 'ownedBefore', 0.02],
  ['N', 'name N', 'ownedBefore', 0.1],
  ['N', 'OWNER N', 'ownedBy'],
  ['time', 'time ORTIME', 'eitherTime'],
  ['ORTIME', 'and|or time', 'take'],
  ['ORTIME', 'comma ORTIME', 'take'],
  ['N', 'time N', 'timedNoun', 0.1],
  ['N', 'N LP|REL|WITHOUT|EXCEPT', 'addedNoun', 0.01],
  ['N', 'N time', 'addedNoun', 0.05],
  ['N', 'N adjective', 'addedNoun', 0.11],
  ['N', 'N NAMES', 'apposed', 0.05],
  ['N', 'N ADJ', 'ownedAfter', 0.04],
  ['N', 'skip N', 'take', 0.02],
  ['N', 'N skip', 'keep', 0.02],
  ['BY', 'kindOf|year', 'by'],
  ['ADJ', 'dem', 'take'],
  ['ADJ', 'ADJ|name JOINED', 'joined'],
  ['JOINED', 'dash ADJ|name', 'take'],
  ['JOINED', 'and ADJ|DETADJ', 'take', 0.05],
  ['DETADJ', 'det ADJ', 'take'],
  ['NAMES', 'det? name', 'take'],
  ['NAMES', 'NAMES DASHED', 'andPhrase'],
  ['DASHED', 'dash name', 'take'],
  ['NAMES', 'name LP', 'placedName', 0.05],
  ['NAMED', 'called NAMES', 'called'],
  ['N', 'N NAMED', 'apposed'],
  ['OWNER', 'PH possessive', 'keep'],
  ['OWNER', 'its', 'it'],
  ['PH', 'part PH', 'take'],
  ['PH', 'N', 'phrase'],
  ['PH', 'no|which|howMany|sortOf N', 'asking'],
  ['PH', 'whose N', 'whose'],
  ['PH', 'ADJ N', 'eachOf'],
  ['PH', 'who|what', 'open'],
  ['PH', 'howMany', 'open', 0.2],
  ['PH', 'NAMES', 'take'],
  ['PH', 'pronoun', 'pronoun'],
  ['PH', 'it', 'it'],
  ['PH', 'they', 'they'],
  ['PH', 'det PH', 'take'],
  ['PH', 'PH ANDPH', 'andPhrase'],
  ['PH', 'PH ORPH', 'orPhrase'],
  ['ANDPH', 'and PH', 'take'],
  ['ORPH', 'or PH', 'take'],
  ['WITHOUT', 'without PH', 'without'],
  ['EXCEPT', 'except PH', 'except'],
  ['EXCEPT', 'butNot time', 'exceptTime'],
  ['LENS', 'accordingTo NAMES|SOURCE', 'lens'],
  ['SOURCE', 'det? SOURCE', 'take'],
  ['SOURCE', 'name noun', 'source'],
  ['P', 'PH|NAMED|LP|verb|time|adjective|manner|WITHOUT|EXCEPT|LENS', 'take'],
  [
    'P',
    'be|do|have|modal|will|plan|not|when|where|howOften|howLong|how|exist|connect|share|raise|disagree|disputed|mention|path|stated|both|consider|now',
    'word',
  ],
  ['P', 'BY', 'take', 0.02],
  ['P', 'skip|comma', 'word', 0.01],
  ['P', 'first|last', 'word'],
  ['P', 'and when|where', 'joinedWord'],
  ['P', 'planned', 'plannedPiece'],
  ['P', 'bothWays PH', 'bothWays'],
  ['C', 'P', 'clause', 0.03],
  ['P', 'was', 'was'],
  ['C', 'which be|was', 'whichBe'],
  ['C', 'which have', 'whichHave', 0.1],
  ['C', 'C P', 'longer', 0.03],
  ['C', 'C CC', 'shared'],
  ['C', 'C BUTNOT', 'butNot'],
  ['BUTNOT', 'butNot PH', 'take'],
  ['CC', 'and|but C', 'take'],
  ['REL', 'C', 'reduced', 0.06],
  ['Q', 'C', 'asked'],
  ['Q', 'list Q', 'take', 0.05],
  ['Q', 'PH', 'fragment', 0.3],
  ['Q', 'brief PH', 'brief'],
  ['SAYING', 'sayThat|ACCORDING C', 'said'],
  ['Q', 'SAYING', 'take'],
  ['Q', 'SAYING SOURCED', 'keep'],
  ['Q', 'C SOURCED', 'withSources'],
  ['ACCORDING', 'accordingTo PH', 'askedBy'],
  ['Q', 'C SECOND', 'two'],
  ['SECOND', 'and Q', 'take'],
  ['SECOND', 'comma SECOND', 'take'],
  ['Q', 'C GAPPED', 'gapped', 0.05],
  ['GAPPED', 'and C', 'take'],
  ['GAPPED', 'comma GAPPED', 'take'],
  ['SOURCED', 'LP', 'sourced'],
  ['SOURCED', 'ACCORDING', 'take'],
  ['SOURCED', 'and|comma SOURCED', 'take'],
  ['Q', 'change time', 'changed'],
  ['Q', 'CHANGE LP', 'changedAbout'],
  ['CHANGE', 'change time', 'take'],
  ['Q', 'dispute LP', 'disputes'],
];

/** Prepositions stand before their noun, relative clauses behind it. */
const BEFORE: readonly Row[] = [
  ['N', 'verb N', 'participle', 0.05],
  ['LP', 'link|through PH', 'linked'],
  ['LP', 'link', 'stranded'],
  ['LP', 'LP ORLP', 'orLinks'],
  ['ORLP', 'or LP', 'take'],
  ['LP', 'link WHENC', 'aboutClause'],
  ['LP', 'link C', 'timeClause', 0.05],
  ['WHENC', 'aboutWhen C', 'take'],
  ['P', 'when C', 'asOfClause', 0.02],
  ['INF', 'link C', 'infinitive'],
  ['N', 'N INF', 'addedNoun'],
  ['N', 'first|last INF', 'orderedOnes'],
  ['PH', 'N LP', 'askedOwner', 0.05],
  ['REL', 'rel C', 'relative'],
  ['REL', 'LPREL C', 'linkedRelative'],
  ['REL', 'whereRel C', 'whereRelative'],
  ['N', 'N N', 'apposedNoun', 0.05],
  ['LPREL', 'link rel', 'keep'],
  ['REL', 'WHOSE C', 'whoseRelative'],
  ['WHOSE', 'whoseRel N|DETN', 'take'],
  ['DETN', 'det N', 'take'],
  ['NAMES', 'noun name', 'titledName', 0.01],
];

/** Particles stand behind their noun, what describes it before it. */
const BEHIND: readonly Row[] = [
  ['ASKED', 'which N', 'asking'],
  ['PH', 'name|OWNER ASKED', 'askedOf', 0.02],
  ['NAMES', 'name noun', 'titledName', 0.01],
  ['NAMES', 'noun name', 'titledName', 0.05],
  ['WITHOUT', 'PH without', 'withoutBehind'],
  ['SUBJECT', 'PH subject', 'keep'],
  ['N', 'WITHOUT N', 'describedBefore', 0.01],
  ['CLEFT', 'C N|thing', 'cleft', 0.06],
  ['CLEFT', 'CLEFT subject', 'keep'],
  ['CLEFTASKED', 'who|what|where|when', 'take'],
  ['CLEFTASKED', 'CLEFTASKED be|was|skip', 'keep'],
  ['Q', 'CLEFT CLEFTASKED', 'cleftAsked'],
  ['LP', 'PH link', 'linkedBehind'],
  ['P', 'SUBJECT', 'take'],
  ['P', 'PH object', 'asObject'],
  ['N', 'REL N', 'describedBefore', 0.02],
  ['N', 'LP N', 'describedBefore', 0.06],
  ['ADJ', 'name', 'take', 0.05],
];

/** Every way to read the places of a row. */
function rulesOf(rows: readonly Row[]): Rule[] {
  return rows.flatMap(([cat, of, make, cost]) => {
    const places = of.split(' ').map((place) => [...place.replace('?', '').split('|'), ...(place.endsWith('?') ? [null] : [])]);
    const ways = places.reduce<string[][]>((all, own) => all.flatMap((way) => own.map((one) => (one === null ? way : [...way, one]))), [[]]);
    // The names of parts are written as one text in the tables above.
    return ways.map((way): Rule => ({ cat, of: way as unknown as Rule['of'], make, ...(cost === undefined ? {} : { cost }) }));
  });
}

/** The grammar of a language: a few dozen rules, most of them the same for all. */
export const grammars: Readonly<Record<'before' | 'behind', readonly Rule[]>> = {
  before: rulesOf([...SHARED, ...BEFORE]),
  behind: rulesOf([...SHARED, ...BEHIND]),
};
