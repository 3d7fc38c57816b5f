/**
 * What `ask` knows of English beyond the wordings of the catalogue: data, no rules. All words are written folded,
 * as `fold` gives them.
 */
export interface Grammar {
  /** Words that say nothing about what is asked. */
  readonly stopWords: readonly string[];
  /** Phrases that are read as one word, such as "how many"; the key is the word. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  /** Phrases that say nothing either. */
  readonly fillers: readonly string[];
  /** Words that mean the same here; the first stands for all. */
  readonly synonyms: readonly (readonly string[])[];
  /** Words that come near to one another without meaning the same; by the first of their synonyms. */
  readonly kin: readonly (readonly string[])[];
  /** Words of which a question has no more than one sense: two questions that differ in them are not the same. */
  readonly questionWords: readonly string[];
  /** What question words ask for: something of some kinds, a time, or a number. */
  readonly asked: Readonly<Record<string, readonly string[] | 'time' | 'number'>>;
  /** Words that turn a question round; they never go unnoticed. */
  readonly weightyWords: readonly string[];
  /** Those of them that make it another question, and cannot be looked for. */
  readonly turningWords: readonly string[];
  /** Words that narrow what is asked, such as "several" or "before"; a question without them is another one. */
  readonly decisiveWords: readonly string[];
  /** Words that do so together with a time: what existed in a year need not have begun in it. */
  readonly timedWords: readonly string[];
  /** Nouns for what is asked for; a text that has one is only answered by a question that has one of the same group. */
  readonly bindingNouns: readonly (readonly string[])[];
  /** Words without which a wording that has them is not asked. */
  readonly keyWords: readonly string[];
  /** Questions that suit anything, by name; they are only taken where the match is as good as `caution`. */
  readonly cautious: readonly string[];
  readonly caution: number;
  /** Questions with lists of which a text may name one, such as figures: only what it names is told. */
  readonly picked: readonly string[];
  /** How questions about records are put together from nouns for kinds, names and a time. */
  readonly composed: {
    /** The questions that are run: for all records, for the first one and for the last. */
    readonly question: string;
    readonly first: { readonly question: string; readonly words: readonly string[] };
    readonly last: { readonly question: string; readonly words: readonly string[] };
    /** Kinds, as the API names them, and words for them; `isAny` where the words say no more than that something was, and others are closer; `orElse` what the words are used for as well. */
    readonly kinds: readonly {
      readonly kinds: readonly string[];
      readonly words: readonly string[];
      readonly isAny?: true;
      readonly orElse?: readonly string[];
    }[];
    /** Kinds of what records can have to do with. */
    readonly of: readonly string[];
    /** Question words that a list of records, with their days and places, answers. */
    readonly asking: readonly string[];
    /** Words that say no more than that something took place. */
    readonly lightWords: readonly string[];
  };
  /** Words that claims need not have to answer a question with them, such as "become". */
  readonly lightWords: readonly string[];
  /** Phrases before what is asked, such as "where does it say that". */
  readonly openings: readonly string[];
  /** The question that is run where no other fits: it finds claims by the names and the words of a text. */
  readonly lastResort: string;
  /** Questions that are offered where nothing else is near. */
  readonly examples: readonly string[];
  /** Adjectives and names of inhabitants, by the name of the country or city. */
  readonly demonyms: Readonly<Record<string, readonly string[]>>;
  /** Names that several things share though no source calls each of them so. */
  readonly homonyms: Readonly<Record<string, readonly string[]>>;
  /** Names of capitals, by the name of the country that they stand for where somebody acts. */
  readonly capitals: Readonly<Record<string, readonly string[]>>;
  /** What a slot may be filled by, where its name is no kind. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Common nouns for kinds, so that "the war" or "the article" can be asked back. */
  readonly nouns: Readonly<Record<string, readonly string[]>>;
  /** Kinds of which somebody says one word of the name, as with surnames. */
  readonly calledByPart: readonly string[];
  /** Kinds that have titles instead of names. */
  readonly calledByTitle: readonly string[];
}

/** Words for times; periods are read from these and from numbers. */
export interface TimeWords {
  readonly months: readonly (readonly string[])[];
  readonly seasons: Readonly<Record<string, readonly [number, number]>>;
  /** Months from and to. */
  readonly parts: Readonly<Record<string, readonly [number, number]>>;
  readonly numbers: readonly string[];
}

export const TIME_WORDS: TimeWords = {
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  seasons: { spring: [3, 6], summer: [6, 9], autumn: [9, 12], fall: [9, 12] },
  parts: { early: [1, 4], mid: [5, 8], late: [9, 12], 'the beginning of': [1, 4], 'the middle of': [5, 8], 'the end of': [9, 12] },
  numbers: ['first', 'second', 'third', 'fourth'],
};

export const STOP_WORDS: readonly string[] = (
  'a an the this that these those of in on at to for from with by as into onto about and or but so than then there here it its they them their he him his she her we us our you your i me my ' +
  'is are was were be been being am do does did done has have had having can could would may might must which what whose ' +
  'will whch wich whcih wht himself herself themselves itself recently everyone everybody please show list give given find all any some every ever also too just only either between among ' +
  'corpus graph data recorded currently now today s exactly actually really kindly like one ones such something anything there if whether'
).split(' ');

/** Verbs that no title goes across: "summit did Lee" is none. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were be been being do does did has have had having can could will would may might must shall should'.split(' '),
);

/** Phrases that say nothing about what is asked either. */
export const FILLERS: readonly string[] = [
  'according to the corpus',
  'according to the sources',
  'according to the documents',
  'according to the graph',
  'according to the data',
  'in the corpus',
  'in the graph',
  'in the data',
  'tell me',
  'tell us',
  'do you know',
  'can you tell me',
  'i would like to know',
  'thought to have',
  'believed to have',
  'said to have',
  'reported to have',
  'estimated to have',
  'as far as is known',
  'as far as known',
  'each other',
  'one another',
];

export const LIGHT_WORDS: readonly string[] = (
  'become became get got getting go went say says said saying tell tells told make made makes take took put set want wants wanted try use used come came ' +
  'happen happened happening supposed expected called known named kind sort type way thing things part place time times work works worked ' +
  'someone somebody anybody anyone many much big look see seen mention mentioned speak speaks spoke talk talks write written writes state stated states ' +
  'still already yet ever even again together each other others own same new both several various certain different about mainly chiefly mostly keep keeps kept alive celebrate celebrated consider considers considered regard regards regarded discuss discussed discusses'
).split(' ');

export const OPENINGS: readonly string[] = [
  'where does it say that',
  'where does it say',
  'where is it said that',
  'where is it written that',
  'where is it stated that',
  'where do the sources say that',
  'what is the source of the claim that',
  'what is the source for the claim that',
  'who says that',
  'who claims that',
  'according to whom',
  'on what evidence',
  'is it true that',
  'which document says that',
  'which source says that',
];

export const PHRASES: Readonly<Record<string, readonly string[]>> = {
  howlong: ['how long', 'for how long'],
  everything: [
    'tell me everything about',
    'tell me something about',
    'tell me more about',
    'tell me about',
    'tell us about',
    'everything about',
    'can you tell me about',
    'what can you tell me about',
    'what do the documents say about',
    'what do we know about',
    'anything about',
    'describe',
    'introduce',
    'what do you know about',
    'what is known about',
    'information on',
    'information about',
    'details on',
    'details about',
    'facts about',
    'all about',
  ],
  howmany: ['how many', 'how much', 'what number of', 'the number of', 'number of', 'count of', 'count the', 'how often', 'how many times'],
  when: [
    'what date',
    'what day',
    'which date',
    'which day',
    'which calendar date',
    'what calendar date',
    'what exact date',
    'what time',
    'the date of',
    'date of',
  ],
  where: ['what place', 'which place', 'in what location', 'at which location'],
  who: ['which person', 'what person', 'whom', 'who all'],
  how: ['in what way', 'in which way', 'by what way'],
  why: ['how come', 'for what reason', 'what reason', 'what caused'],
};

export const QUESTION_WORDS: readonly string[] = ['who', 'when', 'where', 'howmany', 'why'];

export const WEIGHTY_WORDS: readonly string[] = [
  'not',
  'no',
  'never',
  'without',
  'except',
  'most',
  'least',
  'earliest',
  'latest',
  'longest',
  'biggest',
  'why',
  'future',
  'tomorrow',
  'predict',
  'translate',
  'opinion',
  'think',
  'should',
  'recipe',
  'weather',
  'price',
  'cost',
];

const SUPERLATIVES: ReadonlySet<string> = new Set(['most', 'least', 'earliest', 'latest', 'longest', 'biggest']);
export const TURNING_WORDS: readonly string[] = WEIGHTY_WORDS.filter((word) => !SUPERLATIVES.has(word));

export const DECISIVE_WORDS: readonly string[] = [
  'more',
  'than',
  'fewer',
  'less',
  'several',
  'both',
  'twice',
  'once',
  'half',
  'before',
  'after',
  'since',
  'until',
  'during',
  'earliest',
  'latest',
  'longest',
  'shortest',
  'disagree',
  'agree',
  'none',
  'nobody',
  'nothing',
  'nowhere',
  'neither',
  'nor',
  'unlike',
  'besides',
  'other',
];

/** Forms of verbs that no rule brings back. */
export const IRREGULAR: Readonly<Record<string, string>> = {
  met: 'meet',
  kept: 'keep',
  sent: 'send',
  held: 'hold',
  said: 'say',
  known: 'know',
  spoke: 'speak',
  spoken: 'speak',
  told: 'tell',
  went: 'go',
  gone: 'go',
  gave: 'give',
  given: 'give',
  led: 'lead',
  began: 'begin',
  begun: 'begin',
  took: 'take',
  taken: 'take',
  wrote: 'write',
  written: 'write',
  saw: 'see',
  seen: 'see',
  made: 'make',
  came: 'come',
  fought: 'fight',
  brought: 'bring',
  stood: 'stand',
  built: 'build',
  sold: 'sell',
  sought: 'seek',
  won: 'win',
  bound: 'bind',
  slept: 'sleep',
  people: 'person',
  cities: 'city',
};
