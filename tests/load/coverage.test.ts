import { describe, expect, it } from 'vitest';
import { coverage, refusedExcuse } from '../../src/load/coverage.js';
import { SourceText } from '../../src/load/texts.js';
import type { Claim, Span } from '../../src/model/claim.js';
import type { Source } from '../../src/model/dataset.js';
import { claimOf } from '../lens/world.js';

const TEXT = '🎉 Ada met Bo Sample in 2019. They talked, says Cy. In 2019 Bo left. Photo: Cy, 2020. Half: ½ of it.';
const text = new SourceText(TEXT);
const [first, second, third, fourth] = text.sentences();

function sentence(span: Span | undefined, excuse: string | null = null) {
  if (!span) throw new Error('the text has too few sentences');
  return { ...span, excuse };
}

function source(...sentences: ReturnType<typeof sentence>[]): Source {
  return { id: 'source/gazette', header: {}, sentences };
}

const claim = (span: Span | undefined, parts: { source?: string } = {}): Claim =>
  claimOf({ fact: 'person/ada ALLIED_WITH person/bo', at: [span?.start ?? 0, span?.end ?? 0], ...parts });

/** What is said against the excuse of the last sentence. */
function against(excuse: string | null, last: Span | undefined, claims: readonly Claim[], withText = true): string | null {
  const sentences = coverage(source(sentence(first), sentence(second), sentence(last, excuse)), claims);
  const item = sentences.at(-1);
  if (!item) throw new Error('no sentence');
  return refusedExcuse(item, sentences, withText ? text : undefined);
}

/** What is said against the excuse of a text's second sentence, while the first is claimed. */
function excused(written: string, language: string, names: readonly string[]): string | null {
  const foreign = new SourceText(written);
  const [one, two] = foreign.sentences(language);
  const sentences = coverage(source(sentence(one), sentence(two, 'NO_FACT')), [claim(one)]);
  const item = sentences.at(-1);
  if (!item) throw new Error('no sentence');
  return refusedExcuse(item, sentences, foreign, { language, names });
}

describe('coverage', () => {
  it('puts each claim under the sentence in which its main words begin', () => {
    const claims = [claim(first), claim(second), claim({ start: (second?.start ?? 0) + 3, end: 999 }), claim(first, { source: 'source/herald' })];
    expect(coverage(source(sentence(first), sentence(second), sentence(third)), claims).map((item) => item.claims.length)).toEqual([1, 2, 0]);
  });

  it('does not count further spans, nor a claim without words', () => {
    const own = {
      ...claim(second),
      spans: [
        { start: first?.start ?? 0, end: 9 },
        { start: second?.start ?? 0, end: second?.end ?? 0 },
      ],
    };
    expect(coverage(source(sentence(first), sentence(second)), [own, { ...own, spans: [] }]).map((item) => item.claims.length)).toEqual([1, 0]);
  });
});

describe('an excuse', () => {
  const claims = [claim(first), claim(second)];

  it('is wanted where no claim stands, and refused where one does', () => {
    expect(against(null, third, claims)).toMatch(/no claim stands on this sentence/);
    expect(against('NO_FACT', third, [...claims, claim(third)])).toMatch(/needs no excuse/);
    expect(against(null, third, [...claims, claim(third)])).toBeNull();
  });

  it('holds when every figure and name of the sentence is claimed elsewhere', () => {
    expect(against('NO_FACT', third, claims)).toBeNull();
    expect(against('NO_FACT', fourth, claims)).toMatch(/refused: "2020" stands in no claimed sentence/);
    expect(against('DEFECT', fourth, claims)).toBeNull();
  });

  it('holds for a figure that is written as one sign', () => {
    const half = text.sentences().at(-1);
    const again = [sentence(half), sentence({ ...(half ?? { start: 0, end: 0 }) }, 'NO_FACT')];
    const [claimed, bare] = [
      { ...again[0], claims: [claim(half)] },
      { ...again[1], claims: [] },
    ] as const;
    expect(refusedExcuse(bare as never, [claimed, bare] as never, text)).toBeNull();
  });

  it('that names another sentence must name a claimed one', () => {
    const span = (item: Span | undefined) => `REPEATS ${String(item?.start)}-${String(item?.end)}`;
    expect(against(span(first), third, claims)).toBeNull();
    expect(against(span(first), third, claims, false)).toBeNull();
    expect(against(span(first), third, [claim(second)], false)).toMatch(/names no claimed sentence/);
    expect(against('REPEATS 1-2', third, claims, false)).toMatch(/names no claimed sentence 1-2/);
  });

  it.each([
    ['ko', '김수현은 파리에서 2019년에 만났다. 박지민이 말했다.', '박지민', ['박지민']],
    ['ko', '김수현은 파리에서 만났다. 금요일에 돌아왔다.', '금요일', []],
    ['ko', '김수현은 파리에서 만났다. 프랑스는 좋다.', '프랑스', []],
    ['ko', '김수현은 파리에서 만났다. 그는 Bo를 봤다.', 'Bo', []],
    ['zh', '李明访问了城市。陈志强出席了会议。', '陈志强', []],
    ['zh', '李明访问了城市。五月三日他走了。', '五', []],
    ['ja', '李明は東京を訪れた。出席者は30人だった。', '30', []],
    ['th', 'เขาพบเพื่อนที่กรุงเทพ\nเขากลับวันศุกร์', 'วันศุกร์', []],
  ])('in %s is refused for what %j leaves unclaimed: %s', (language, written, told, names) => {
    expect(excused(written, language, names)).toMatch(new RegExp(`refused: "${told}" stands in no claimed sentence`));
  });

  it.each([
    ['ko', '김수현은 파리에서 2019년에 만났다. 김수현과 2019를 기억한다.', ['김수현', '파리']],
    ['ko', '김수현은 파리에서 만났다. 감사합니다.', ['김수현', '파리', '박지민']],
    ['zh', '李明访问了城市。李明很高兴。', ['李明']],
    ['ja', '李明は東京を訪れた。ありがとうございます。', ['李明']],
  ])('in %s holds in %j', (language, written, names) => {
    expect(excused(written, language, names)).toBeNull();
  });

  it('can be checked no further without the text', () => {
    expect(against('NO_FACT', fourth, claims, false)).toBeNull();
  });
});
