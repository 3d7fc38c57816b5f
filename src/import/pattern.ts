import type { Words } from './bound.js';

/** A word with a capital; a full stop belongs to it behind an initial or a short form alone. */
const CAPITAL = String.raw`(?:\p{Lu}\.(?:\p{Lu}\.)*|(?:Jr|Sr|St|Dr)\.|\p{Lu}[\p{L}\p{M}\p{N}'’-]*)`;

/** A run of words with capitals, and the small words that join names; a father's name may end in `3rd`. */
const NAME = String.raw`${CAPITAL}(?:\s+(?:(?:de|del|da|das|do|dos|di|du|van|von|der|den|ten|bin|bint|ibn|al|el|y|e|la|le|of|the)\s+)*(?:al-)?${CAPITAL})*(?:\s+\d(?:nd|rd|th)\b)?`;

/** What each kind of slot lets through. */
const SLOTS: Readonly<Record<string, string>> = {
  any: '.+?',
  capital: String.raw`\p{Lu}[\p{L}\p{M}.’-]+`,
  word: String.raw`[\p{L}\p{M}\p{N}'’-]+`,
  name: NAME,
  number: String.raw`\d+(?:[.,]\d+)*`,
  date: String.raw`(?:\p{L}+\.?\s+\d{1,2},\s+\d{4}|\d{1,2}\s+\p{L}+\.?\s+\d{4}|\d{4}-\d{2}-\d{2})`,
};

export type Lists = Readonly<Record<string, readonly string[]>>;

export interface Pattern {
  readonly expression: RegExp;
  readonly groups: readonly string[];
}

/** What a pattern found: the words of each of its slots, and where they stand. */
export interface Found {
  readonly groups: Readonly<Record<string, string>>;
  readonly words: readonly Words[];
  readonly start: number;
  readonly end: number;
}

/**
 * A pattern in prose, such as `Met with {title:titles} {person:name}`: words as they stand, and slots. A slot takes any
 * words, or those that its kind lets through: `word`, `name`, `number`, `date`, or one of a list of the mapping. `…` at an
 * end lets something stand before or behind; without it, the pattern is all of the text. Returns what is wrong as text.
 */
export function compile(written: string | { readonly regex: string }, lists: Lists): Pattern | string {
  try {
    if (typeof written !== 'string') {
      const groups = [...written.regex.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map(([, name = '']) => name);
      return groups.length === 0 ? 'a regex needs a named group, such as (?<name>…)' : { expression: new RegExp(written.regex, 'giu'), groups };
    }
    const groups: string[] = [];
    let source = '';
    for (const part of written
      .replace(/^…\s*/, '')
      .replace(/\s*…$/, '')
      .split(/(\{[^{}]*\})/)) {
      const [, name, kind = 'any'] = /^\{(\w+)(?::([\w-]+))?\}$/.exec(part) ?? [];
      if (name === undefined) {
        source += literal(part);
        continue;
      }
      const list = lists[kind];
      const slot = list
        ? [...list]
            .sort((a, b) => b.length - a.length)
            .map(literal)
            .join('|')
        : SLOTS[kind];
      if (slot === undefined) return `unknown kind of slot "${kind}"; there are ${[...Object.keys(SLOTS), ...Object.keys(lists)].join(', ')}`;
      groups.push(name);
      source += `(?<${name}>${slot})`;
    }
    // A pattern within prose begins and ends with whole words; a mark such as a comma may follow a word.
    const inner = written.replace(/^…\s*/, '').replace(/\s*…$/, '');
    const front = !written.startsWith('…') ? '^' : /^[\p{L}\p{N}{]/u.test(inner) ? String.raw`(?<![\p{L}\p{N}])` : '';
    const back = !written.endsWith('…') ? '$' : /[\p{L}\p{N}}]$/u.test(inner) ? String.raw`(?![\p{L}\p{N}])` : '';
    return { expression: new RegExp(front + source + back, 'gu'), groups };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
}

/** All places where one of the patterns fits, in order of the text; where two overlap, the one of the earlier pattern counts. */
export function findAll(patterns: readonly Pattern[], text: string, column: string): Found[] {
  const found: Found[] = [];
  for (const { expression, groups } of patterns) {
    for (const hit of text.matchAll(expression)) {
      const [start, end] = [hit.index, hit.index + hit[0].length];
      if (hit[0] === '' || found.some((other) => start < other.end && end > other.start)) continue;
      const inside = Object.fromEntries(groups.map((name) => [name, (hit.groups?.[name] ?? '').trim()]));
      const at = Array.from(text.slice(0, start)).length;
      found.push({ groups: inside, words: [{ column, start: at, end: at + Array.from(hit[0]).length }], start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
