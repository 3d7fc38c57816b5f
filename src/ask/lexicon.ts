import type { Choice } from '../model/value.js';
import type { Kind, Relationship, Vocabulary } from '../model/vocabulary.js';
import type { Words } from '../model/words.js';
import { inWords } from '../model/text.js';
import { push } from '../model/groups.js';
import { Alike } from './alike.js';
import { listed, RELATIONS, type FunctionCat, type Pack, type Relation } from './languages/pack.js';
import type { Set as Described, Test } from './plan.js';
import type { NounSense, Roles, Sense, Step } from './senses.js';
import { ANYTHING, some } from './sets.js';
import { keyOfText } from './tokens.js';

const NO_LINK = {};
const BORROWED = 0.07;

/** The words of a vocabulary in one language, looked up by key. */
export class Lexicon {
  readonly pack: Pack;
  /** The most tokens that a phrase has. */
  readonly longest: number;
  readonly alike: Alike;
  /** Prepositions by their forms: du is de. */
  private readonly linkOf = new Map<string, string>();
  private readonly relations = new Map<string, Relation>();
  private readonly senses = new Map<string, Sense[]>();
  private readonly functionWords: ReadonlySet<string>;
  private readonly wordParts: ReadonlySet<string>;
  /** By relationship type and direction, or by kind, the words that lead to its far end, or over what the kind leads to. */
  private readonly links = new Map<string, ReadonlySet<string>>();
  /** By relationship type, the qualifiers that prepositions lead to. */
  private readonly qualifiers = new Map<string, { readonly name: string; readonly words: ReadonlySet<string> }[]>();

  constructor(vocabulary: Vocabulary, pack: Pack) {
    this.pack = pack;
    this.alike = new Alike(vocabulary, pack);
    for (const [cat, words] of Object.entries(pack.functions)) for (const word of listed(words)) this.add(word, { cat: cat as FunctionCat });
    this.functionWords = new Set(this.senses.keys());
    for (const forms of listed(pack.links).map((own) => own.split('|'))) {
      const word = keyOfText(forms[0] ?? '');
      for (const form of forms) {
        this.add(form, { cat: 'link', word });
        this.linkOf.set(keyOfText(form), word);
      }
    }
    for (const lead of RELATIONS) this.addLeads(lead, listed(pack.times.leads[lead]).map(keyOfText));
    for (const word of listed(pack.either).map(keyOfText)) this.addLeads('either', [word]);
    for (const kind of vocabulary.kinds) this.addKind(vocabulary, kind);
    for (const item of vocabulary.relationships) this.addRelationship(item);
    const records = kindsOf(vocabulary.roots.filter(({ record, called }) => record && this.words(called).noun !== undefined));
    this.addRole(records, { isLight: true }, pack.light);
    this.preferOwn();
    const keys = [...this.senses.keys()];
    this.wordParts = new Set(keys.flatMap((key) => key.split(' ')));
    this.longest = Math.max(...keys.map((key) => (/\p{Script=Hangul}/u.test(key) ? key.length : key.split(' ').length + 1)));
  }

  /** A word by which a kind is called first of all is likelier it than another kind that is called so too; one for a relationship is that. */
  private preferOwn(): void {
    for (const [key, senses] of this.senses) {
      if (!senses.some((sense) => sense.cat === 'noun' && (sense.isOwn === true || sense.isLink))) continue;
      const isRelation = senses.some((sense) => sense.cat === 'noun' && sense.isLink);
      const isBorrowed = (sense: Sense) => sense.cat === 'noun' && sense.isOwn === false;
      this.senses.set(key, senses.flatMap((sense) => (!isBorrowed(sense) ? [sense] : isRelation ? [] : [{ ...sense, cost: BORROWED }]))); // prettier-ignore
    }
  }

  /** Words before a time lead to what happened then, too: those that are no other prepositions. */
  private addLeads(lead: Relation, words: readonly string[]): void {
    const [own = ''] = words;
    for (const word of words.filter((other) => !this.linkOf.has(other))) {
      this.add(word, { cat: 'link', word: own });
      this.linkOf.set(word, own);
    }
    this.relations.set(own, lead);
  }

  /** How what a preposition leads to stands in time; null where it says nothing of that. */
  relation(word: string): Relation | null {
    return this.relations.get(word) ?? null;
  }

  of(key: string): readonly Sense[] {
    return this.senses.get(key) ?? [];
  }

  isFunctionWord(key: string): boolean {
    return this.functionWords.has(key);
  }

  /** Whether a word is a part of any phrase. */
  isKnownPart(word: string): boolean {
    return this.wordParts.has(word);
  }

  parts(): Iterable<string> {
    return this.wordParts;
  }

  /** Words that begin with some letters, with what they can be. */
  beginning(letters: string): readonly { readonly word: string; readonly cats: readonly string[] }[] {
    const found = [...this.senses].filter(([key]) => key.startsWith(letters) && key !== letters);
    return found.map(([word, senses]) => ({ word, cats: senses.map(({ cat }) => cat) }));
  }

  /** Whether a preposition leads over a relationship, seen from one end, to the other. */
  leads(word: string, type: string, way: 'OUT' | 'IN' | 'BOTH', kinds: readonly Kind[] = []): boolean {
    if (this.links.get(`${type} ${way === 'BOTH' ? 'OUT' : way}`)?.has(word) === true) return true;
    return way === 'OUT' && kinds.length > 0 && kinds.every(({ name, leadsTo }) => leadsTo === type && this.links.get(name)?.has(word) === true);
  }

  /** The qualifier of a relationship that a preposition leads to, or its only one that is spoken of. */
  qualifier(type: string, word: string | null): string | null {
    const own = this.qualifiers.get(type) ?? [];
    return own.find(({ words }) => word === null || words.has(word))?.name ?? null;
  }

  private linkWords({ link }: Words): ReadonlySet<string> {
    return new Set(
      listed(link)
        .map(keyOfText)
        .map((word) => this.linkOf.get(word) ?? word),
    );
  }

  private words(called: { readonly [L in Pack['language']]?: Words }): Words {
    return called[this.pack.language] ?? {};
  }

  private addKind(vocabulary: Vocabulary, kind: Kind): void {
    const own = this.words(kind.called);
    const set = { kinds: [kind.name], tests: [] };
    const fallback = this.pack.language === 'en' && !kind.called.en ? { noun: wordsOf(kind.name) } : {};
    this.addThing(vocabulary, kind, set, { ...fallback, ...own });
    this.links.set(kind.name, this.linkWords(own));
    for (const word of listed(own.adjective)) this.addForms(word, 'other', noun(set, {}));
    for (const { label, called } of kind.labels) this.addNoun(this.words(called).noun, { kinds: [kind.name], tests: [{ is: 'label', label }] });
    for (const [property, value] of Object.entries(kind.properties)) {
      if (kind.extends && property in kind.extends.properties) continue;
      const words = this.words(value.called ?? {});
      const noun = words.noun ?? (this.pack.language === 'en' && !value.called ? inWords(property) : undefined);
      if (!value.choice) this.addNoun(noun, set, { property });
      if (value.sort === 'time') {
        const kinds = kind.abstract ? vocabulary.concrete(kind).map(({ name }) => name) : [kind.name];
        const does = { by: 'time', kinds, property } as const;
        for (const verb of listed(words.verb)) this.addForms(verb, 'verb', { cat: 'verb', does });
        for (const verb of listed(words.asked)) this.addForms(verb, 'verb', { cat: 'verb', does: { ...does, isAsked: true } });
      }
      if (value.choice) this.addChoices(vocabulary, kind, value.choice, property, value.coded === null);
    }
  }

  /** What a curator codes is spoken of only in the words that are given. */
  private addChoices(vocabulary: Vocabulary, kind: Kind, choice: Choice, property: string, isSpoken: boolean): void {
    const nouns = listed(this.words(kind.called).noun ?? wordsOf(kind.name));
    for (const value of Object.keys(choice.values)) {
      const own = choice.called[value];
      const words = own ? this.words(own) : this.pack.language === 'en' && isSpoken ? { noun: inWords(value), adjective: inWords(value) } : {};
      const test: Test = { is: 'choice', property, values: [value] };
      if (!nouns.includes(words.noun ?? '')) this.addThing(vocabulary, kind, { kinds: [kind.name], tests: [test] }, words);
      for (const word of listed(words.adjective)) this.addForms(word, 'other', { cat: 'adjective', kinds: [kind.name], tests: [test] });
    }
  }

  private addThing(vocabulary: Vocabulary, kind: Kind, set: Described, words: Words): void {
    listed(words.noun).forEach((word, at) => {
      this.addNoun(word, set, set.tests.length === 0 ? { isOwn: at === 0 } : {});
    });
    if (kind.borneBy !== null) for (const verb of listed(words.verb)) this.addForms(verb, 'verb', { cat: 'verb', does: { by: 'borne', borne: set } });
    if (!kind.record) return;
    for (const partner of listed(words.partner)) this.addForms(partner, 'noun', noun(ANYTHING, { relational: { over: 'record', record: set } }));
    for (const manner of listed(words.manner)) this.add(manner, { cat: 'manner', record: set });
    for (const verb of listed(words.verb)) this.addForms(verb, 'verb', { cat: 'verb', does: { by: 'record', record: set, leadsTo: kind.leadsTo } });
    const about = vocabulary.relationships.find((item) => item.treats && vocabulary.fits(kind, item.from));
    for (const verb of listed(words.treats))
      this.addForms(verb, 'verb', { cat: 'verb', does: { by: 'record', record: set, leadsTo: about?.type ?? null, roles: { treats: true } } });
  }

  private addRelationship(item: Relationship): void {
    const sides = [
      { way: item.symmetric ? ('BOTH' as const) : ('OUT' as const), called: item.called, far: item.to, says: item.says },
      ...(item.symmetric ? [] : [{ way: 'IN' as const, called: item.calledBack, far: item.from, says: item.saysBack }]),
    ];
    for (const [name, value] of Object.entries(item.properties)) {
      const words = this.linkWords(this.words(value.called ?? {}));
      if (words.size > 0) push(this.qualifiers, item.type, { name, words });
    }
    for (const { way, called, far, says } of sides) {
      const words = this.words(called);
      const step: Step = { type: item.type, way, link: NO_LINK };
      const kinds = kindsOf(far);
      this.links.set(`${item.type} ${way === 'BOTH' ? 'OUT' : way}`, this.linkWords(words));
      this.addNoun(words.noun, { kinds, tests: [] }, { relational: { over: 'link', step } });
      for (const verb of listed(words.verb)) this.addForms(verb, 'verb', { cat: 'verb', does: { by: 'link', step } });
      for (const verb of listed(words.begins)) this.addForms(verb, 'verb', { cat: 'verb', does: { by: 'link', step }, begins: true });
      if (Object.keys(item.called).length + Object.keys(item.calledBack).length === 0) this.addSentence(says, step);
      for (const [name, value] of Object.entries(item.properties)) {
        for (const [choice, own] of Object.entries(value.choice?.called ?? {})) {
          const choiceWords = this.words(own);
          const link = { [name]: [choice] };
          const chosen: Step = { ...step, link };
          if (item.involves && way === 'IN') {
            this.addRole(kindsOf(item.to), { subject: link }, choiceWords.verb);
            this.addRole(kindsOf(item.to), { object: link }, choiceWords.done);
            const tests = [some(chosen, ANYTHING)];
            for (const word of listed(choiceWords.adjective)) this.addForms(word, 'other', { cat: 'adjective', kinds: kindsOf(item.to), tests });
            continue;
          }
          for (const verb of listed(choiceWords.begins)) this.addForms(verb, 'verb', { cat: 'verb', does: { by: 'link', step: chosen }, begins: true });
          const relational = { over: 'link', step: chosen } as const;
          this.addNoun(choiceWords.noun, { kinds, tests: [] }, { relational, isLink: !item.involves });
          for (const words of [choiceWords.partner, choiceWords.adjective]) this.addNoun(words, { kinds, tests: [] }, { relational });
        }
      }
    }
  }

  /** Verbs for what somebody does in a role of a record, or what is done to them. */
  private addRole(kinds: readonly string[], roles: Roles, words: string | undefined): void {
    for (const verb of listed(words)) this.addForms(verb, 'verb', { cat: 'verb', does: { by: 'record', record: { kinds, tests: [] }, leadsTo: null, roles } });
  }

  /** Without words of its own, a relationship is called by its sentence: "{subject} watches over {object}", "{subject} is a member of {object}". */
  private addSentence(says: string, step: Step): void {
    if (this.pack.language !== 'en') return;
    const phrase = /^\{subject\} (.*) \{object\}$/.exec(says)?.[1] ?? '';
    const copular = /^(?:is|are) (.*)$/.exec(phrase)?.[1];
    const [first = '', ...rest] = phrase.split(' ');
    const base = copular === undefined ? [baseOf(first), ...rest].join(' ') : `be ${copular}`;
    if (phrase !== '' && !/[{}]/.test(phrase)) this.addForms(base, 'verb', { cat: 'verb', does: { by: 'link', step } });
  }

  private addNoun(words: string | undefined, set: Described, more: Partial<NounSense> = {}): void {
    for (const word of listed(words)) this.addForms(word, 'noun', noun(set, more));
  }

  private addForms(word: string, as: 'noun' | 'verb' | 'other', sense: Sense): void {
    for (const form of new Set(this.pack.forms(word, as).flatMap((own) => this.elided(own)))) this.add(form, sense);
    if (sense.cat !== 'verb') return;
    // "What is it part of": who it is told of may stand between.
    const told = /^(?:be|être) (.+)$/.exec(word)?.[1];
    if (told !== undefined) {
      this.addForms(told, 'other', sense);
      return;
    }
    // "To which bodies does it belong": what the verb ends in may stand elsewhere.
    const [last = '', ...rest] = word.split(' ').reverse();
    const link = this.linkOf.get(keyOfText(last));
    if (link !== undefined && rest.length > 0) this.addForms(rest.reverse().join(' '), as, { ...sense, link });
  }

  /** A form with every form of the preposition that it ends with: parler de, parler d', parler du. */
  private elided(form: string): readonly string[] {
    const [last = '', ...rest] = form.split(' ').reverse();
    const link = rest.length > 0 ? this.linkOf.get(keyOfText(last)) : undefined;
    const others = link === undefined ? [last] : [...this.linkOf].flatMap(([own, first]) => (first === link && !own.includes(' ') ? [own] : []));
    return others.map((own) => [own, ...rest].reverse().join(' '));
  }

  private add(word: string, sense: Sense): void {
    const key = keyOfText(word);
    const isShort = /^[a-z]{1,2}$/.test(key) && (sense.cat === 'link' || !('set' in sense || 'does' in sense || 'tests' in sense || 'record' in sense));
    if (key !== '') push(this.senses, key, isShort ? { ...sense, isAccented: hasAccent(word) } : sense);
  }
}

function kindsOf(kinds: readonly Kind[]): readonly string[] {
  return kinds.map(({ name }) => name);
}

/** Whether a word has letters that are none of the plain alphabet. */
export function hasAccent(word: string): boolean {
  return /[^\p{ASCII}]/u.test(word);
}

/** TreatyBody as treaty body. */
function wordsOf(name: string): string {
  return inWords(name.charAt(0).toLowerCase() + name.slice(1));
}

/** The base form of an English verb of the third person: watches, carries, has. */
function baseOf(verb: string): string {
  if (verb === 'has') return 'have';
  if (verb.endsWith('ies')) return verb.replace(/ies$/, 'y');
  return /(ch|sh|ss|x|o)es$/.test(verb) ? verb.replace(/es$/, '') : verb.replace(/s$/, '');
}

function noun(set: Described, more: Partial<NounSense>): NounSense {
  return { cat: 'noun', set, relational: null, isLink: false, property: null, ...more };
}
