import { segmenter } from './word-boundaries.js';

/** Whether a text has letters that come with capitals; else names do not stand out. */
const CAPITALS = /\p{Lu}/u;
const UNCASED = /\p{Lo}/u;

/** Single signs that Chinese and Japanese sentences are built with; runs of others are mostly names that no dictionary has. */
const BUILDING = new Set(
  '的了在是和与及也都就还不没有我你他她它们这那之其而且但或等被把向从对为以于到又很更最会要能可将已并上下中里后前着过吗呢吧啊一个人说到お御の',
);

/** Figures in Han, before what they count or date. */
const HAN_FIGURES = /[〇零一二三四五六七八九十百千万亿億兩两]+(?=[年月日号號时時分个個位名人次国國市亿億万])/gu;

/**
 * What in a sentence may be a date, a figure or a name: figures, words with a capital that do not begin it, and, where a
 * script has no capitals, days and months, names of states, names that are known, and signs that no dictionary joins.
 */
export function tellingWords(text: string, language: string, known: readonly string[]): string[] {
  const figures = text.match(/\p{N}+/gu) ?? [];
  const names = [...text.matchAll(/(?<=[\p{Ll}\p{N},;] )\p{Lu}[\p{L}]+/gu)].map(([name]) => name);
  if (!UNCASED.test(text)) return [...figures, ...names];
  const foreign = text.match(/\p{Lu}[\p{Lu}\p{Ll}]+/gu) ?? [];
  const listed = [...calendarOf(language), ...statesOf(language), ...known.filter((name) => !CAPITALS.test(name))];
  return [
    ...figures,
    ...(text.match(HAN_FIGURES) ?? []),
    ...foreign,
    ...listed.filter((name) => name.length > 1 && text.includes(name)),
    ...unknownRuns(text, language),
  ];
}

/** Two or more signs of Han side by side that are no word together and no part of the grammar. */
function unknownRuns(text: string, language: string): string[] {
  const runs: string[] = [];
  let run = '';
  for (const { segment } of segmenter(language, 'word').segment(text)) {
    const isSingle = /^\p{Script=Han}$/u.test(segment) && !BUILDING.has(segment);
    if (!isSingle) runs.push(run);
    run = isSingle ? run + segment : '';
  }
  return [...runs, run].filter((signs) => Array.from(signs).length > 1);
}

const calendars = new Map<string, readonly string[]>();
const states = new Map<string, readonly string[]>();

function calendarOf(language: string): readonly string[] {
  return kept(calendars, language, () => {
    const days = Array.from({ length: 12 }, (_none, at) => new Date(Date.UTC(2000, at, at + 1)));
    const formats = [{ weekday: 'long' }, { month: 'long' }, { weekday: 'short' }] as const;
    return formats.flatMap((format) => days.map((day) => new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' }).format(day)));
  });
}

/** What states and territories are called in a language. */
function statesOf(language: string): readonly string[] {
  return kept(states, language, () => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second) ?? []));
  });
}

function kept(held: Map<string, readonly string[]>, language: string, make: () => readonly string[]): readonly string[] {
  const made = held.get(language) ?? make();
  held.set(language, made);
  return made;
}
