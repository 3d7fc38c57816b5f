/** Verbs that say no more than the noun of doing before them: 회담을 하다, 관계를 맺다, 정상회담을 갖다. */
const LIGHT = ['하', '맺', '가지', '갖', '나누', '벌이', '열'];

/** Stems in ㅂ that soften before a vowel, and in 르 that do not double it. */
const SOFT: ReadonlySet<string> = new Set(['돕', '가깝']);
const PLAIN: ReadonlySet<string> = new Set(['치르', '따르']);

const FIRST = 0xac00;
/** Final consonants by their place in Unicode's order. */
const FINAL = { none: 0, n: 4, l: 8, b: 17, ss: 20 } as const;
/** The vowel of a stem before the past, and what they become together; other vowels stay apart. */
const CONTRACTED: Readonly<Record<number, number>> = { 0: 0, 1: 1, 4: 4, 5: 5, 6: 6, 8: 9, 11: 10, 13: 14, 20: 6 };
const BRIGHT: ReadonlySet<number> = new Set([0, 2, 8]);

interface Syllable {
  readonly initial: number;
  readonly vowel: number;
  readonly final: number;
}

function taken(syllable: string): Syllable {
  const at = (syllable.codePointAt(0) ?? FIRST) - FIRST;
  return { initial: Math.floor(at / 588), vowel: Math.floor((at % 588) / 28), final: at % 28 };
}

function put({ initial, vowel, final }: Syllable): string {
  return String.fromCodePoint(FIRST + initial * 588 + vowel * 28 + final);
}

/** What stands before the past and other endings that begin with a vowel: 만나, 열어, 도와, 불러. */
function linking(stem: string): readonly string[] {
  const [rest, last, own] = [stem.slice(0, -1), stem.slice(-1), taken(stem.slice(-1))];
  const before = taken(rest.slice(-1) || '어');
  if (last === '하') return [`${rest}해`, `${rest}하여`];
  if (SOFT.has(stem) || SOFT.has(last)) return [`${rest}${put({ ...own, final: FINAL.none })}${last === '돕' ? '와' : '워'}`];
  if (last === '르' && rest !== '' && !PLAIN.has(stem))
    return [`${rest.slice(0, -1)}${put({ ...before, final: FINAL.l })}${BRIGHT.has(before.vowel) ? '라' : '러'}`];
  if (own.final !== FINAL.none) return [`${stem}${BRIGHT.has(own.vowel) ? '아' : '어'}`];
  if (own.vowel === 18) return [`${rest}${put({ ...own, vowel: rest !== '' && BRIGHT.has(before.vowel) ? 0 : 4 })}`];
  const vowel = CONTRACTED[own.vowel];
  const apart = `${stem}${BRIGHT.has(own.vowel) ? '아' : '어'}`;
  return vowel === undefined ? [apart] : vowel === own.vowel ? [stem] : [`${rest}${put({ ...own, vowel })}`, apart];
}

/** The past of what stands before it: 만났, 열었. */
function past(linked: string): string {
  return `${linked.slice(0, -1)}${put({ ...taken(linked.slice(-1)), final: FINAL.ss })}`;
}

/** The forms of a stem that endings of sentences stand behind, and those that stand before nouns and other clauses. */
function conjugated(stem: string, isHonoured = true): string[] {
  const last = taken(stem.slice(-1));
  const isOpen = last.final === FINAL.none;
  const isL = last.final === FINAL.l;
  const soft = SOFT.has(stem.slice(-1)) ? `${stem.slice(0, -1)}${put({ ...last, final: FINAL.none })}우` : null;
  // A final ㄹ goes before ㄴ, ㅂ and ㅅ.
  const bare = isL ? `${stem.slice(0, -1)}${put({ ...last, final: FINAL.none })}` : stem;
  const closed = (base: string, final: number) => `${base.slice(0, -1)}${put({ ...taken(base.slice(-1)), final })}`;
  const before = (final: number, apart: string) => (soft ? closed(soft, final) : isOpen || isL ? closed(bare, final) : `${stem}${apart}`);
  const links = linking(stem);
  const honoured = soft ? `${soft}시` : isOpen || isL ? `${bare}시` : `${stem}으시`;
  return [
    stem,
    before(FINAL.n, '은'),
    before(FINAL.l, '을'),
    before(FINAL.b, '습'),
    `${bare}는`,
    ...['던', '고', '지', '기', '며', '도록', '려'].map((ending) => `${stem}${ending}`),
    ...links,
    ...links.flatMap((own) => [past(own), `${past(own)}던`, `${past(own)}고`, `${past(own)}으며`]),
    ...(isHonoured ? conjugated(honoured, false) : []),
  ];
}

/** The forms of a verb, which ends in 다 as dictionaries give it; or of a noun of doing, alone and with the verbs that make one of it. */
export function verbForms(word: string): string[] {
  if (word.endsWith('다')) return conjugated(word.slice(0, -1));
  const joined = ['하', '되', '받'].flatMap((verb) => conjugated(`${word}${verb}`));
  const object = taken(word.slice(-1)).final === FINAL.none ? '를' : '을';
  return [word, ...joined, ...LIGHT.flatMap((verb) => conjugated(`${word}${object} ${verb}`))];
}
