import type { Vocabulary } from '../model/vocabulary.js';
import type { Item } from './chart.js';
import type { Lexicon } from './lexicon.js';
import type { Sense } from './senses.js';
import { COST, type Candidate, type NameIndex } from './names.js';
import type { Set as Described } from './plan.js';
import { CAPITAL, phraseOf, type Phrase, type Piece } from './sense.js';
import { marksIn } from './sets.js';
import { keyOf, keyOfText, type Token } from './tokens.js';
import { item } from './words.js';

/** Words that may mean one of several entities of a kind. */
export interface Mention {
  readonly written: string;
  readonly candidates: readonly Candidate[];
}

/** What a run of tokens may name. */
interface Named {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Item[];
}

/** More words than this hold no name that is only made of them. */
const LONGEST_HELD = 10;

/** What a whole name costs at most; a part of one costs more. */
const WHOLE = 0.25;

/** What a word costs by which records are only told. */
const TOLD = 0.3;

/** What a title costs that is a noun of the vocabulary too. */
const KNOWN = 0.1;

/** Finds what the names of a text may mean. */
export class Mentions {
  private readonly vocabulary: Vocabulary;
  private readonly lexicon: Lexicon;

  constructor(vocabulary: Vocabulary, lexicon: Lexicon) {
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
  }

  /** The names of a text; in a wide search, also what only holds its words. */
  in(text: string, tokens: readonly Token[], names: NameIndex, mentions: Map<string, Mention>, isWide: boolean): Item[] {
    const whole: Named[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      if (tokens[start]?.sign !== null) continue;
      for (let size = 1; size <= names.longest && start + size <= tokens.length; size += 1) {
        const run = tokens.slice(start, start + size);
        if (run.at(-1)?.sign !== null) continue;
        const key = keyOf(run);
        const end = start + size;
        const written = text.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
        // A name in small letters is likelier the words that it is made of.
        const last = run.at(-1);
        const isCut = last && run.at(-2)?.sign !== '-' && /^\p{Ll}/u.test(last.written) && this.lexicon.isFunctionWord(last.folded);
        const small = size === 1 ? 0 : isCut ? 0.3 : /^\p{Ll}/u.test(written) ? 0.15 : 0;
        const found = this.mentioned('name', names.named(key, written), start, end, written, mentions).map((own) => ({ ...own, cost: own.cost + small }));
        const adjectives = this.mentioned('dem', names.adjective(key), start, end, written, mentions);
        const titled = names.titledBy(this.lexicon.alike.labelled(key));
        const titles =
          titled.length > 0 && !this.lexicon.isFunctionWord(key)
            ? [this.titled(titled, start, end, this.lexicon.of(key).some(({ cat }) => cat === 'noun') ? KNOWN : 0)]
            : [];
        const trade = names.byTrade.get(this.lexicon.alike.labelled(key));
        if (trade && !this.lexicon.isFunctionWord(key)) titles.push(this.noun(trade, start, end, 0));
        const isUnknown =
          titles.length === 0 &&
          found.every(({ sense }) => this.isUnnamed(sense)) &&
          (this.lexicon.alike.labelled(key) !== key || run.every((token) => this.isNewWord(token, names)));
        const told = isUnknown ? names.toldWith(this.lexicon.alike.labelled(key)) : [];
        // "The second forum": of those that are told so.
        if (told.length > 0 && this.lexicon.pack.ordinal.test(key)) titles.push(this.numbered(told, start, end));
        else if (told.length > 0) titles.push(this.titled(told, start, end, TOLD - 0.1 * size + (found.length > 0 ? KNOWN : 0)));
        const held = isWide && size > 1 && !this.lexicon.of(run[0]?.folded ?? '').some(({ cat }) => cat === 'link') && !run.some(({ folded }) => this.lexicon.pack.apart.includes(folded)) && size <= LONGEST_HELD && found.length === 0 && !this.isOwner(run) ? this.mentioned('name', names.holding(run.filter(({ sign }) => sign === null).map(({ folded }) => folded)), start, end, written, mentions) : []; // prettier-ignore
        if (found.length + adjectives.length + titles.length + held.length > 0)
          whole.push({ start, end, items: [...found, ...adjectives, ...titles, ...held] });
      }
    }
    whole.push(...this.posts(text, tokens, names, mentions, whole));
    // A dash between names may join two of them.
    const isJoined = ({ start, end }: { start: number; end: number }) => tokens.slice(start, end).some(({ sign }) => sign === '-');
    // What is called by several words is not meant by one of them.
    return whole.flatMap(({ start, end, items }) => {
      const isInside = whole.some(
        (other) =>
          other.start <= start &&
          other.end >= end &&
          other.end - other.start > end - start &&
          other.items.some(({ cat, cost }) => cat === 'name' && cost <= (isJoined(other) ? WHOLE : 0.45)),
      );
      return isInside ? items.map((own) => ({ ...own, cost: own.cost + 0.5 })) : items;
    });
  }

  /** "Le maire d'Angoulême": what is called so by its title and by whose it is, as labels have both. */
  private posts(text: string, tokens: readonly Token[], names: NameIndex, mentions: Map<string, Mention>, whole: readonly Named[]): Named[] {
    const isBetween = ({ folded }: Token) => this.lexicon.of(folded).some(({ cat }) => cat === 'det' || cat === 'link' || cat === 'possessive');
    return whole.flatMap((post): Named[] => {
      const key = keyOf(tokens.slice(post.start, post.end));
      const title = this.lexicon.alike.labelled(key);
      const ids = title === key ? [] : names.titledBy(title);
      return ids.length === 0 ? [] : whole.flatMap((owner): Named[] => {
        const [first, second] = this.lexicon.pack.grammar === 'behind' ? [owner, post] : [post, owner];
        const between = tokens.slice(first.end, second.start);
        if (second.start < first.end || between.length > 2 || !between.every(isBetween)) return [];
        const owners = owner.items.filter(({ cat }) => cat === 'name').flatMap(({ sense }) => marksIn(sense)).flatMap((mark) => mentions.get(mark)?.candidates ?? []);
        const found = owners.flatMap(({ entity }) => ['of', 'of the'].flatMap((of) => names.named(keyOfText(`${title} ${of} ${entity.label}`), title).filter((own) => ids.includes(own.entity.id))));
        const written = text.slice(tokens[first.start]?.start ?? 0, tokens[second.end - 1]?.end ?? 0);
        return found.length === 0 ? [] : [{ start: first.start, end: second.end, items: this.mentioned('name', found, first.start, second.end, written, mentions) }];
      }); // prettier-ignore
    });
  }

  /** Whether somebody owns what is left out: "Korea's in France". */
  private isOwner(run: readonly Token[]): boolean {
    return run.some(({ sign }, at) => sign === "'" && this.lexicon.of(run[at + 2]?.folded ?? '').some(({ cat }) => cat === 'link'));
  }

  /** Whether a word is neither the grammar's nor the vocabulary's, and no adjective of a name. */
  private isNewWord({ folded, sign }: Token, names: NameIndex): boolean {
    return (
      sign === null &&
      this.lexicon.of(folded).length === 0 &&
      names.adjective(folded).length === 0 &&
      names.named(folded, folded).every(({ entity }) => !this.isNamed(entity.kind))
    );
  }

  private isUnnamed(sense: unknown): boolean {
    return (sense as Phrase).members.every(({ kinds }) => kinds.every((kind) => !this.isNamed(kind)));
  }

  private isNamed(kind: string): boolean {
    return this.vocabulary.kind(kind)?.named === true;
  }

  /** One name for each family of kinds that it may mean something of. */
  private mentioned(
    cat: 'name' | 'dem',
    candidates: readonly Candidate[],
    start: number,
    end: number,
    written: string,
    mentions: Map<string, Mention>,
  ): Item[] {
    const byRoot = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      const root = this.vocabulary.rootOf(candidate.entity.id)?.name ?? candidate.entity.kind;
      byRoot.set(root, [...(byRoot.get(root) ?? []), candidate]);
    }
    return [...byRoot].map(([root, own]) => {
      const mark = `?${String(start)}-${String(end)}${own.every(({ cost }) => cost === COST.capital) ? CAPITAL : ''}-${root}`;
      mentions.set(mark, { written, candidates: own });
      const kinds = own.length === 1 ? [own[0]?.entity.kind ?? root] : [root];
      return item(cat, start, end, Math.min(...own.map(({ cost }) => cost)), phraseOf([{ kinds, tests: [{ is: 'id', ids: [mark] }] }], { isName: true }));
    });
  }

  private numbered(ids: readonly string[], start: number, end: number): Item {
    const kind = this.vocabulary.rootOf(ids[0] ?? '')?.name ?? '';
    return item('adjective', start, end, 0, { is: 'adjective', kinds: [kind], tests: [{ is: 'id', ids }] } satisfies Piece);
  }

  private titled(ids: readonly string[], start: number, end: number, cost: number): Item {
    const kind = this.vocabulary.rootOf(ids[0] ?? '')?.name ?? '';
    return this.noun({ kinds: [kind], tests: [{ is: 'id', ids }] }, start, end, cost);
  }

  private noun(set: Described, start: number, end: number, cost: number): Item {
    return item('noun', start, end, cost, { cat: 'noun', set, relational: null, isLink: false, property: null } satisfies Sense);
  }
}
