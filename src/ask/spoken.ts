import { parseTime } from '../model/edtf.js';

/** Fields of an operation's data that hold times in EDTF. */
const TIMES: ReadonlySet<string> = new Set(['edtf', 'value']);

const SEASONS: Readonly<Record<string, string>> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };

/** Units that are the same for one and for many. */
const UNCHANGED = /^(share|percent|rank|times\b.*|.*,.*)$/;

/** What an operation gives, as sentences put it: times in words, measures without hyphens, units in their number. */
export function spoken(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spoken);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, item]): [string, unknown] => {
    if (TIMES.has(key) && typeof item === 'string') return [key, spokenTime(item)];
    if (key === 'measure' && typeof item === 'string') return [key, item.replaceAll('-', ' ')];
    if (key === 'unit' && typeof item === 'string') return [key, (value as { amount?: unknown }).amount === 1 ? item : manyOf(item)];
    return [key, spoken(item)];
  });
  return Object.fromEntries(fields);
}

/** A time in EDTF as people say it; what is none, or is a plain date, as it is. */
export function spokenTime(edtf: string): string {
  if (!/[[{/X~?%]|-2[1-4]$/.test(edtf) || !parseTime(edtf)) return edtf;
  const set = /^[[{](.*)[\]}]$/.exec(edtf)?.[1]?.split(/,\s*/);
  if (set) return set.length === 2 ? set.map(spokenTime).join(' or ') : `between ${spokenTime(set[0] ?? '')} and ${spokenTime(set.at(-1) ?? '')}`;
  const [start = '', end] = edtf.split('/');
  if (end === undefined) return spokenPoint(start);
  if (end === '..' || end === '') return `since ${spokenPoint(start)}`;
  return start === '..' || start === '' ? `until ${spokenPoint(end)}` : `${spokenPoint(start)} to ${spokenPoint(end)}`;
}

function spokenPoint(point: string): string {
  const plain = point.replace(/[~?%]/g, '');
  const about = plain === point ? '' : 'about ';
  const [year = '', part = ''] = plain.split('-');
  if (/^\d{3}X$/.test(plain)) return `${about}the ${plain.slice(0, 3)}0s`;
  if (/^\d{2}XX$/.test(plain)) return `${about}the ${String(Number(plain.slice(0, 2)) + 1)}th century`;
  const season = SEASONS[part];
  return season === undefined ? `${about}${plain}` : `${about}${season} ${year}`;
}

/** The plural of a unit or noun. */
function manyOf(noun: string): string {
  if (UNCHANGED.test(noun)) return noun;
  if (noun.endsWith('person')) return noun.replace(/person$/, 'people');
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Words that follow a count of one, in the singular: "1 meeting", "1 member is named". */
export function agreeing(text: string): string {
  return text.replace(
    /(^|[^\d.,-])1 (?!perhaps\b)((?:[a-z]+ )?)([a-z]{3,}s)\b( are| were| have)?/g,
    (_all, before: string, middle: string, noun: string, verb: string | undefined) =>
      `${before}1 ${middle}${oneOf(noun)}${{ ' are': ' is', ' were': ' was', ' have': ' has' }[verb ?? ''] ?? ''}`,
  );
}

function oneOf(noun: string): string {
  if (/(ss|us|is)$/.test(noun)) return noun;
  if (noun.endsWith('ies')) return noun.replace(/ies$/, 'y');
  return /(x|ch|sh)es$/.test(noun) ? noun.replace(/es$/, '') : noun.replace(/s$/, '');
}

/** A text with the constants of a schema in it as words: "memorandum of intent". */
export function unshouted(text: string, constants: ReadonlySet<string>): string {
  return text.replace(/\b[A-Z]{3,}(?:_[A-Z]+)*\b/g, (word) => (constants.has(word) ? word.toLowerCase().replaceAll('_', ' ') : word));
}
