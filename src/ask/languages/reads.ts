import type { Relation } from './pack.js';
import { inWords } from '../../model/text.js';
import type { Language } from '../../model/words.js';

/** Items as a sentence lists them. */
function joined(items: readonly string[], last: string): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${last}${items.at(-1) ?? ''}`;
}

function period(from: string | null, to: string | null, words: { at(time: string): string; since(time: string): string; until(time: string): string; between(a: string, b: string): string }): string {
  if (from !== null && from === to) return words.at(from);
  if (from !== null && to !== null) return words.between(from, to);
  return from !== null ? words.since(from) : words.until(to ?? '');
} // prettier-ignore

/** "A" or "an", by how a noun begins. */
function indefinite(noun: string): string {
  return `${/^[aeio]|^un[^i]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** How English says what a question was read as: the heads of a plan, and what is asked of the things in it. Every language has each of these. */
const english = {
  /** One of several kinds: a meeting or a visit. */
  kinds: (nouns: readonly string[]) => joined(nouns.map(indefinite), ' or '),
  or: (items: readonly string[]) => joined(items, ' or '),
  and: (items: readonly string[]) => joined(items, ' and '),
  /** What stands behind a noun, or a name, of which things are asked; nothing where there are none. */
  described: (tests: readonly string[], isName: boolean) => {
    const isClause = (test: string) => /^(that|whose|but|other) /.test(test);
    const said = [...tests.filter((test) => !isClause(test)), joined(tests.filter(isClause), ' and ')].join(' ').replace(/(?: and|,)? (but none|other than) /g, ', $1 ');
    return tests.length === 0 ? '' : ` ${isName ? said.replace(/\bthat (?!is only)/g, '') : said.trim()}`;
  },
  is: (name: string) => `that is ${name}`,
  isOne: (noun: string) => `that is ${indefinite(noun)}`,
  /** What is asked over a relationship: by the noun for its far end or the preposition that leads there, as far as the language has them; English has sentences. */
  related: (_noun: string | null, _link: string | null, set: string) => `with ${set}`,
  apart: 'other than',
  within: (places: string) => `in ${places}`,
  involves: (names: string) => `that involves ${names}`,
  valued: (property: string | null, values: string) => `whose ${property ?? 'sort'} is ${values}`,
  exists: (property: string, exists: boolean) => `${exists ? 'with' : 'without'} a recorded ${property}`,
  not: (test: string) => `but none ${test}`,
  relative: (how: Relation, set: string) => `${how === 'either' ? 'before or after' : how} ${set}`,
  intended: 'that is only planned or hoped for',
  whole: 'that is no part of another one',
  /** Whoever takes part in the name of an office. */
  inName: (office: string) => `in the name of the ${office}`,
  began: (time: string) => `beginning in the time ${time}`,
  withIntended: 'with what is only planned or hoped for',
  thereIs: 'whether there is ',
  dated: (from: string | null, to: string | null) => period(from, to, { at: (time) => `of ${time}`, since: (time) => `of ${time} or later`, until: (time) => `of ${time} or earlier`, between: (a, b) => `from ${a} to ${b}` }),
  count: (from: number, to: number | null) => (to === 0 ? 'no' : to === null ? `${String(from)} or more times` : from === to ? `exactly ${String(from)} times` : `at most ${String(to)} times`),
  list: 'every',
  anything: 'anything',
  grouped: (by: string) => `how many by ${by === 'year' ? by : inWords(by)}`,
  ordered: (order: 'first' | 'last', set: string) => `the ${order} of: ${set}`,
  heads: { count: 'how many there are', yesno: 'whether', when: 'when', where: 'where', said: 'who says that there is', stated: 'how many sources state', between: 'what these have in common', brief: 'what is known about', disputes: 'what is in dispute', mentioned: 'documents that name', figure: 'a number that is stated', changed: 'what became known', paths: 'how these are connected', denied: 'of whom a source denies this', most: 'which have most', qualified: 'in what' },
  lens: { asOf: 'as of', knownBy: 'as known by', accordingTo: 'according to', sources: 'by the source' },
  through: 'through',
  avoid: 'without',
  slip: (written: string, word: string) => `"${written}" taken for "${word}"`,
}; // prettier-ignore

export type Reads = typeof english;

export const reads: Readonly<Record<Language, Reads>> = {
  en: english,
  fr: {
    kinds: (nouns) => joined(nouns, ' ou '),
    or: (items) => joined(items, ' ou '),
    and: (items) => joined(items, ' et '),
    described: (tests) => (tests.length === 0 ? '' : ` (${tests.join(' ; ')})`),
    is: (name) => name,
    isOne: (noun) => noun,
    related: (noun, link, set) => (noun !== null ? `${noun} : ${set}` : link !== null ? `${link} ${set}` : set),
    apart: 'autre que',
    within: (places) => `lieu : ${places}`,
    involves: (names) => `avec ${names}`,
    valued: (property, values) => (property === null ? values : `${property} : ${values}`),
    exists: (property, exists) => `${exists ? 'avec' : 'sans'} ${property}`,
    not: (test) => `sauf ${test}`,
    relative: (how, set) => `${{ before: 'avant', after: 'après', since: 'depuis', either: 'avant ou après' }[how]} ${set}`,
    intended: 'seulement prévu ou souhaité',
    whole: 'sans être une partie d\'un autre',
    inName: (office) => `au nom de : ${office}`,
    began: (time) => `début (${time})`,
    withIntended: 'y compris ce qui est prévu ou souhaité',
    thereIs: "s'il existe : ",
    dated: (from, to) => period(from, to, { at: (time) => `date : ${time}`, since: (time) => `depuis ${time}`, until: (time) => `jusqu'à ${time}`, between: (a, b) => `de ${a} à ${b}` }),
    count: (from, to) => (to === 0 ? 'aucun' : to === null ? `au moins ${String(from)}` : from === to ? `exactement ${String(from)}` : `au plus ${String(to)}`),
    list: 'chaque',
    anything: 'tout',
    grouped: (by) => `combien par ${by === 'year' ? 'année' : 'sorte'}`,
    ordered: (order, set) => `${order === 'first' ? 'le premier' : 'le dernier'} parmi : ${set}`,
    heads: { count: 'combien', yesno: 'si', when: 'quand', where: 'où', said: 'qui le dit', stated: "combien d'après les sources", between: "ce qu'ils ont en commun", brief: "ce qu'on sait de", disputes: 'les désaccords', mentioned: 'les documents qui nomment', figure: 'un nombre indiqué', changed: "ce qu'on a appris", paths: 'comment sont liés', denied: 'pour qui une source le nie', most: 'qui en a le plus', qualified: 'en quoi' },
    lens: { asOf: 'au', knownBy: 'connu au', accordingTo: 'selon', sources: 'selon la source' },
    through: 'par',
    avoid: 'sans',
    slip: (written, word) => `« ${written} » pris pour « ${word} »`,
  },
  ko: {
    kinds: (nouns) => nouns.join(', '),
    or: (items) => joined(items, ' 또는 '),
    and: (items) => items.join(', '),
    described: (tests) => (tests.length === 0 ? '' : ` (${tests.join('; ')})`),
    is: (name) => name,
    isOne: (noun) => noun,
    related: (noun, _link, set) => (noun === null ? set : `${noun}: ${set}`),
    apart: '제외:',
    within: (places) => `장소: ${places}`,
    involves: (names) => `관련: ${names}`,
    valued: (property, values) => (property === null ? values : `${property}: ${values}`),
    exists: (property, exists) => `${property} ${exists ? '있음' : '없음'}`,
    not: (test) => `아님: ${test}`,
    relative: (how, set) => `${set} ${{ before: '이전', after: '이후', since: '이래', either: '이전 또는 이후' }[how]}`,
    intended: '계획 또는 희망',
    whole: '다른 것의 일부가 아닌 것',
    inName: (office) => `${office}의 자격으로`,
    began: (time) => `시작(${time})`,
    withIntended: '계획·희망 포함',
    thereIs: '있는지 ',
    dated: (from, to) => period(from, to, { at: (time) => `시기: ${time}`, since: (time) => `${time} 이후`, until: (time) => `${time} 이전`, between: (a, b) => `${a}–${b}` }),
    count: (from, to) => (to === 0 ? '없음' : to === null ? `${String(from)}건 이상` : from === to ? `정확히 ${String(from)}건` : `${String(to)}건 이하`),
    list: '모든',
    anything: '모든 것',
    grouped: (by) => `${by === 'year' ? '연도' : '종류'}별 수`,
    ordered: (order, set) => `${order === 'first' ? '첫' : '마지막'}: ${set}`,
    heads: { count: '몇 건', yesno: '있는지', when: '언제', where: '어디', said: '누가 말하는지', stated: '출처에 따른 수', between: '공통점', brief: '알려진 것', disputes: '쟁점', mentioned: '언급한 문서', figure: '밝혀진 수', changed: '새로 알려진 것', paths: '어떻게 연결되는지', denied: '출처가 부정하는 대상', most: '가장 많은 것', qualified: '분야' },
    lens: { asOf: '기준', knownBy: '알려진 시점', accordingTo: '견해', sources: '출처' },
    through: '경유',
    avoid: '제외',
    slip: (written, word) => `"${written}" → "${word}"`,
  },
}; // prettier-ignore
