import type { Pack } from './pack.js';

/** Past tense and participle of verbs that no rule gives. */
const IRREGULAR: Readonly<Record<string, string>> = {
  meet: 'met', see: 'saw seen', speak: 'spoke spoken', say: 'said', tell: 'told', hold: 'held', begin: 'began begun', take: 'took taken', go: 'went gone',
  write: 'wrote written', lead: 'led', come: 'came', make: 'made', keep: 'kept', strike: 'struck', bring: 'brought', sit: 'sat', be: 'is are was were been being',
  have: 'has had', set: 'set', put: 'put', become: 'became', give: 'gave given', send: 'sent', lie: 'lay lain lies lying', draw: 'drew drawn', get: 'got gotten',
  run: 'ran', win: 'won', bind: 'bound', find: 'found', teach: 'taught', bear: 'bore born', ring: 'rang rung', fly: 'flew flown', think: 'thought', break: 'broke broken',
  choose: 'chose chosen', build: 'built', fall: 'fell fallen', pay: 'paid', fight: 'fought', show: 'showed shown', seek: 'sought', cut: 'cut', lend: 'lent', grow: 'grew grown',
  arise: 'arose arisen', rise: 'rose risen', undertake: 'undertook undertaken', withdraw: 'withdrew withdrawn', leave: 'left', stand: 'stood', buy: 'bought', sell: 'sold', feed: 'fed',
  know: 'knew known', drive: 'drove driven', shoot: 'shot', spend: 'spent', lose: 'lost', let: 'let', tie: 'tied tying', die: 'died dying', overthrow: 'overthrew overthrown',
}; // prettier-ignore

function verbForms(verb: string): string[] {
  const [first = '', ...rest] = verb.split(' ');
  const stem = first.endsWith('e') ? first.slice(0, -1) : first;
  const doubled = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(first) ? `${first}${first.slice(-1)}` : stem;
  const third = /(s|x|ch|sh|o)$/.test(first) ? `${first}es` : /[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}ies` : `${first}s`;
  const past = IRREGULAR[first]?.split(' ') ?? [/[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}ied` : `${doubled}ed`];
  const british = /[^aeiou][aeiou]l$/.test(first) ? [`${first}led`, `${first}ling`] : [];
  return [first, third, `${doubled}ing`, ...past, ...british].map((form) => [form, ...rest].join(' '));
}

function nounForms(noun: string): string[] {
  const words = noun.split(' ');
  const of = words.findIndex((word) => /^(of|to|in|for)$/.test(word));
  const at = of > 0 ? of - 1 : words.length - 1;
  const word = words[at] ?? '';
  const plural = { city: 'cities', medium: 'media', metropolis: 'metropolises', woman: 'women', man: 'men' }[word] ?? pluralOf(word);
  return [noun, ...[plural, ...(word === 'person' ? ['people'] : [])].map((many) => words.map((own, place) => (place === at ? many : own)).join(' '))];
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Words for all that is known here, one and many. */
const CORPUS = [
  'does the corpus',
  'does the graph',
  'does the data',
  'does the article',
  'does the document',
  'does the brief',
  'do the sources',
  'do the documents',
];

/** "Does the corpus name": what stands in it. */
const HELD = CORPUS.flatMap((own) => ['name', 'list', 'hold', 'know', 'know of', 'record', 'mention'].map((verb) => `${own} ${verb}`)).join(', ');

/** "In all the documents": wherever it stands. */
const WHERE = ['in', 'across', 'throughout', 'over']
  .flatMap((word) =>
    ['', 'all ', 'the ', 'all the ', 'all five ', 'the five '].flatMap((all) =>
      ['documents', 'texts', 'articles', 'sources'].map((own) => `${word} ${all}${own}`),
    ),
  )
  .join(', ');

/** "Do the sources agree on": whether they differ. */
const AGREED = ['sources', 'documents', 'articles', 'texts'].flatMap((own) => ['on', 'about', 'as to'].map((word) => `do the ${own} agree ${word}`)).join(', ');

/** What is raised is so to a higher level. */
const RAISED = ['raise', 'upgrade', 'elevate', 'lift', 'promote', 'strengthen']
  .flatMap((verb) => [verb, verb.endsWith('e') ? `${verb}d` : `${verb}ed`])
  .flatMap((form) => [form, `${form} to a higher level`, `${form} to a new level`])
  .join(', ');

/** "And how many does the article claim": what somebody states of it. */
const STATED = [...CORPUS.flatMap((own) => ['claim', 'state', 'give', 'speak of', 'report'].map((verb) => `${own} ${verb}`)), 'are claimed', 'are stated']
  .map((words) => `and how many ${words}`)
  .join(', ');

export const english: Pack = {
  language: 'en',
  grammar: 'before',
  genitive: 'of',
  goesOn: (form) => form.endsWith('ing'),
  forms: (word, as) => (as === 'noun' ? nounForms(word) : as === 'verb' ? verbForms(word) : [word]),
  functions: {
    which: 'which, what, which of the, which of the two, which of, which of these, which of those, whichever',
    sortOf: 'what kind of, what sort of, what type of, which kind of, which sort of, which type of',
    who: 'who, whom, which of them, who all, who else, whom else, everybody who, everyone who, which person, what person',
    what: 'what, what else',
    where: 'where, in what place, in which place, at which place, what place',
    when: 'when, on what date, on which date, on what day, on which day, what date, which date, which day, what day, on which calendar date, in what year, in which year, in which years, in what years, which years, which year, what year, in which month, in which months, on which dates, on what dates, on which days, what dates, which dates, since when, in what month',
    howMany: 'how much, how many, how many of the, how many of these, how many of those, how many of, how many different, what number of, what is the number of, the number of, number of, count the, how many distinct',
    howOften: 'how often, how many times',
    howLong: 'how long, for how long, for how many years, how many years',
    whose: 'whose',
    how: 'how, in what way, in which way, through whom',
    be: 'is, are, be, been, being, become, becomes',
    was: 'was, were, became',
    now: 'now, today, at present, at the moment, nowadays, these days',
    do: 'do, does, did, is it true that, is it true, is it so that, is it the case that, is it correct that, do you know if, do you know whether, can you tell me if, can you tell me whether, tell me if, tell me whether, i wonder if, i wonder whether',
    have: 'has, have, had, having, saw, got',
    modal: 'would, can, could',
    will: 'will, shall',
    plan: 'going to, planning to, plan to, plans to, planned to, intend to, intends to, intending to, hoping to, wanting to, due to, set to, expected to, scheduled to, about to, yet to, still to',
    not: "not, never, didn't, doesn't, don't, isn't, aren't, hasn't, haven't, wasn't, weren't, n't",
    no: 'no',
    det: 'the, the only, the sole, a, an, as a, as an, any, some, all, all the, every, this, these, those, his, her',
    skip: `please, whether, ${WHERE}, itself, himself, herself, themselves, in return, in turn, own, of their own, of its own, face-to-face, tell me, can you tell me, could you tell me, do you happen to know, i would like to know, i wonder, really, in fact, close, said to be, considered, considered to be, regarded as, thought to be, believed to be, reported to be, known to be, ever, already, also, there, so far, yet, together, respectively, on record, recorded, documented, in person, face to face, each other, one another, actually, by name, located, situated, based, present, currently, current, still, known, named, officially, formally, the, do you know, in the corpus, in the graph, in the data, according to the corpus, according to the sources, according to the graph, as far as is known, different, distinct, new, and what does each say, and what do they say, and what does each of them say, ${HELD}, of them, as well, too, given, signed and dated, official, mainly`,
    and: 'and, as well as, and also, and then, plus, and who, and which',
    or: 'or',
    but: 'but, but also, but then',
    butNot: 'but not, and not',
    exactly: 'exactly, only, just, precisely',
    rel: 'that, which, who, whom, where',
    whoseRel: 'whose',
    without: 'but no, and no, but not a, but not any, lack, lacks, without, with no, without any, without a, lacking, that lack',
    other: 'other, else, another, other than that',
    both: 'both',
    list: 'list, show, show me, give me, give, name, find, tell me, enumerate, list me, i need, list all, show all, name all, i want to see, i am looking for, are there',
    brief: 'tell me about, tell me everything about, tell me all about, what can you tell me about, what is there about, what do you have on, tell me more about, tell me something about, what is known about, what is known of, what do we know about, what do you know about, describe, brief on, a brief on, give me a brief on, brief me on, summarise, summarize, information on, information about',
    possessive: "'s, ', s",
    first: 'first, came first, come first, comes first, came earlier, come earlier, comes earlier, older, earlier, for the first time, was the first time that, was the first time, earliest, oldest, very first',
    last: 'last, came last, come last, comes last, came later, come later, comes later, newer, younger, more recent, for the last time, was the last time that, was the last time, latest, newest, most recent, youngest, most recently',
    most: 'more, the most, most, the largest number of, the highest number of',
    each: 'each, each of, every, of each',
    hearsay: 'thought to have, said to have, believed to have, reported to have, known to have, supposed to have, understood to have',
    kindOf: 'each kind, each kind of, each sort, each sort of, each type, each type of, of each kind, of each sort, of each type',
    year: 'each year, every year, per year, by year, in each year',
    planned: 'planned, upcoming, hoped for, intended, future, expected, coming, still to come, wished for',
    exist: 'are mentioned, is mentioned, are known, are listed, are recorded, are on record, do you know of, do we know of, do you have, exist, exists, existed, in force, in effect, valid, in place, stand, stood, exist already',
    connect: 'connects, links, connected, linked, related, connected with one another, connected to one another, connected to each other, linked to one another, connect, link',
    share: 'relationship, the relationship, have in common, has in common, had in common, share, have to do with each other',
    disagree: `${AGREED}, disagree, contradict each other, contradict one another, differ, conflict, disagree with each other`,
    disputed: 'disputed, in dispute, contradictory, contested, controversial',
    consider: 'call, calls, called, consider, considers, judge, judges, regard, regards, see, sees',
    mention: 'mention, mentions, mentioned, name, names, talk about, talks about, mention by name, refer to, tell of, report on',
    raise: RAISED,
    sayThat: 'who says that, who says, which sources say, which source says, which documents say, which document says, which sources say that, which source says that, which documents say that, which document says that, who claims that, who claims, who states that, what evidence is there that, what evidence is there for, what is the evidence for, what is the evidence that, where does it say that, who tells that, where is it said that',
    accordingTo: 'according to, in the view of, in the words of, for',
    change: 'what changed, what has changed, what is new, what became known',
    moreThan: 'more than, over, above',
    atLeast: 'at least, no fewer than, or more',
    fewerThan: 'fewer than, less than, under',
    several: 'several, multiple, more than one',
    except: 'except, except for, other than, besides, beside, apart from, excluding, leaving out, not counting, without counting, not including, leaving aside',
    ones: 'one, ones, that, those',
    path: 'path, paths, a path, the path, the shortest path, shortest path, any path, a chain, chain, a connection, any connection, the connection, a link, link, links, a route, route',
    bothWays: 'with and without, without and with',
    aboutWhen: 'the year in which, the date on which, the day on which, the month in which, the year when, the date when, the moment when, when, what year, which year',
    stated: STATED,
    through: 'through, by way of, via',
    called: 'called, named, of the name, with the name, by the name of',
    its: 'its, their',
    part: 'one of, any of, some of, either of, one or more of',
    pronoun: 'he, she, him, her',
    they: 'they, them, these',
    it: 'it',
    dispute: 'dispute, disputes, disagreement, disagreements, contradiction, contradictions',
  },
  short: { 'what is the name of': 'who is', 'what was the name of': 'who was', 'what are the names of': 'who are', "who's": 'who is', "what's": 'what is', "where's": 'where is', "when's": 'when is' },
  numbers: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  times: {
    months: ['january, jan', 'february, feb', 'march, mar', 'april, apr', 'may', 'june, jun', 'july, jul', 'august, aug', 'september, sep, sept', 'october, oct', 'november, nov', 'december, dec'],
    parts: {
      'early': [1, 4], 'mid': [5, 8], 'late': [9, 12], 'the beginning of': [1, 4], 'the start of': [1, 4], 'the middle of': [5, 8], 'the end of': [9, 12], 'spring': [3, 6], 'summer': [6, 9], 'autumn': [9, 12], 'fall': [9, 12],
      'spring of': [3, 6], 'summer of': [6, 9], 'autumn of': [9, 12], 'the summer of': [6, 9], 'the spring of': [3, 6],
    },
    leads: {
      in: 'in, on, during, from, of, for, within, at, in the year, in the, on the, for the year, dated, over, throughout, at the time of',
      since: 'since, from, as from, starting in, as early as',
      after: 'after, later than, following, younger than, newer than, more recent than',
      before: 'before, prior to, earlier than, older than, preceding, since before, from before',
      until: 'until, till, up to, by, through, not later than, no later than',
      asOf: 'as of, as at, as it stood in, on the day of',
    },
    between: ['between, from, in between, in', 'and, or, to, until, till, through, up to, -'],
    of: 'of, the, in, the year',
  },
  titles: {},
  light: 'pay, make, hold, conduct, undertake, carry out, give, take',
  either: 'before or after, after or before, earlier or later than, older or younger than, older or newer than',
  apart: ['with', 'without', 'and', 'or', 'not'],
  agent: 'by',
  having: 'with',
  ordinal: /^(\d+(st|nd|rd|th)|second|third|fourth|fifth|sixth|tenth)$/,
  place: 'in',
  occasion: 'on',
  among: ['of', 'among', 'from'],
  infinitive: 'to',
  opensWithVerb: true,
  inverts: false,
  links: 'of, in, at, to, by, with, from, about|all about, on, concerning, regarding, over, in memory of, in honour of, in honor of, between, among, involving, for, within, during, after, before, on the sidelines of, in the field of, into, near, against, under, like, than',
}; // prettier-ignore
