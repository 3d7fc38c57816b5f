import { parseTime } from '../model/edtf.js';
import { fold, sha256 } from '../model/text.js';
import { whenInWords } from '../model/time-words.js';
import { isEntityId } from '../model/values.js';
import { bad, good, isBad, isEmpty, joint, type Bound, type Good, type Names } from './bound.js';

/** A slot of a template: a name, what is done with its value, and whether it may be empty. */
export interface Slot {
  readonly name: string;
  readonly pipes: readonly Pipe[];
  readonly optional: boolean;
}

interface Pipe {
  readonly verb: string;
  readonly words: readonly string[];
}

/** Text with slots, such as `Visit of {visitor} to {country | label}`. */
export interface Template {
  readonly text: string;
  readonly parts: readonly (string | Slot)[];
}

type Work = (text: string, words: readonly string[]) => string;

/** What a slot's value may be put through. */
export const PIPES: Readonly<Record<string, Work>> = {
  slug: (text) => slugOf(text),
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  trim: (text, words) => words.reduce((rest, word) => stripped(rest, word), text.trim()),
  before: (text, words) => text.slice(0, firstAt(text, words, text.length)).trim(),
  after: (text, [word = '']) => (text.includes(word) ? text.slice(text.indexOf(word) + word.length).trim() : ''),
  last: (text, [word = ' ']) => text.slice(text.lastIndexOf(word) + (text.includes(word) ? word.length : 0)).trim(),
  replace: (text, [from = '', to = '']) => (from === '' ? text : text.replaceAll(from, to)),
  words: (text) => text.replace(/[-_]+/g, ' ').replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()),
  stem: (text) => (text.split('/').at(-1) ?? '').replace(/\..*$/, ''),
  digits: (text) => text.replace(/\D+/g, ''),
  year: (text) => /\d{4}/.exec(text)?.[0] ?? '',
  start: (text) => text.split('/')[0] ?? '',
  end: (text) => text.split('/').at(-1) ?? '',
  when: (text) => {
    const time = parseTime(text);
    return time ? whenInWords(time) : text;
  },
};

const known = new Map<string, Template>();

/** Reads a template; what is wrong with it stands in `faults`. */
export function parseTemplate(text: string): Template {
  let template = known.get(text);
  if (!template) known.set(text, (template = { text, parts: partsOf(text) }));
  return template;
}

function partsOf(text: string): (string | Slot)[] {
  return text.split(/(\{[^{}]*\})/).flatMap((part): (string | Slot)[] => (/^\{.*\}$/.test(part) ? [slotOf(part.slice(1, -1))] : part === '' ? [] : [part]));
}

function slotOf(text: string): Slot {
  const [name = '', ...pipes] = text.split('|').map((part) => part.trim());
  return {
    name: name.replace(/\?$/, '').trim(),
    optional: name.endsWith('?'),
    pipes: pipes.map((pipe) => {
      const [verb = '', ...words] = [...pipe.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, quoted, apart, bare]) => quoted ?? apart ?? bare ?? '');
      return { verb, words };
    }),
  };
}

/** The names of a template's slots. */
export function slotsOf({ parts }: Template): readonly Slot[] {
  return parts.filter((part) => typeof part !== 'string');
}

/**
 * A template with its slots filled. A slot that is empty is a fault, unless it says `?`; one that is all of the template
 * may be empty and keeps a number or a list as it is. In an id every value is a slug, of an id its last part.
 */
export function fill(template: Template, names: Names, isId = false): Bound {
  const [only] = template.parts;
  if (only === undefined) return good('');
  if (template.parts.length === 1 && typeof only !== 'string') {
    const bound = piped(names(only.name, only.optional), only);
    if (!isId || isBad(bound) || isEntityId(textOf(bound))) return bound;
  }
  const grounds: Good[] = [];
  let text = '';
  for (const part of template.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const bound = piped(names(part.name, part.optional), part);
    if (isBad(bound)) return bound;
    if (isEmpty(bound) && !part.optional) return bad(part.name, '', `"${part.name}" is empty`);
    grounds.push(bound);
    text += isId ? slugsOf(bound) : textOf(bound);
  }
  return good(isId ? text : text.trim(), joint(grounds));
}

function piped(bound: Bound, { pipes }: Slot): Bound {
  if (isBad(bound) || pipes.length === 0) return bound;
  return good(
    pipes.reduce((text, { verb, words }) => PIPES[verb]?.(text, words) ?? text, textOf(bound)),
    bound,
  );
}

/** A value as text; the items of a list are joined by commas. */
export function textOf({ value }: Good): string {
  if (value === null) return '';
  if (Array.isArray(value)) return (value as readonly unknown[]).map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A value as a part of an id; of a list each item by itself. */
function slugsOf(bound: Good): string {
  return Array.isArray(bound.value) ? (bound.value as readonly unknown[]).map((item) => slugOf(String(item))).join('-') : slugOf(textOf(bound));
}

const SLUG_LENGTH = 70;

/**
 * Text as a part of an id: small letters, figures and hyphens. What has no Latin letters, or is too long, keeps itself
 * apart by the beginning of its hash; of an id only its last part counts.
 */
export function slugOf(text: string): string {
  const last = /^[a-z]+\/[a-z0-9-]+$/.test(text) ? text.slice(text.indexOf('/') + 1) : text;
  const latin = fold(last.replace(/['’ʼ`]/g, ''))
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/þ/g, 'th')
    .replace(/ð/g, 'd');
  const slug = latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const isWhole = /^[\x20-\x7e]*$/.test(latin);
  if (slug !== '' && isWhole && slug.length <= SLUG_LENGTH) return slug;
  const hash = sha256(last).slice(0, 8);
  return slug === '' ? `x${hash}` : `${slug.slice(0, SLUG_LENGTH - 9).replace(/-+$/, '')}-${hash}`;
}

function firstAt(text: string, words: readonly string[], none: number): number {
  const found = words.map((word) => text.indexOf(word)).filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : none;
}

function stripped(text: string, word: string): string {
  let rest = text;
  while (word !== '' && rest.startsWith(word)) rest = rest.slice(word.length).trim();
  while (word !== '' && rest.endsWith(word)) rest = rest.slice(0, -word.length).trim();
  return rest;
}
