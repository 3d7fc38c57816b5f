import { beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import type { Asked } from '../../src/ask/ask.js';
import type { GraphStore } from '../../src/graph/store.js';
import { stores } from '../contract/stores.js';
import { asking, embedded, operations, readPut, seeds, wrong } from './asking.js';

const held = readPut('held.yml');
const others = readPut('questions.yml');
const ran = operations();
/** One that answers, one more where figures are counted, and one where nothing is found. */
const MOST_OPERATIONS = 3;

/** Neo4j plans nearly every question anew, so it is asked one in so many; that both engines answer alike is held by tests of their own. */
const ONE_IN = 64;

describe.each(stores)('questions in words, on $name', ({ name, isMissing, open }) => {
  const put = [...held, ...others].filter((_question, at) => name === 'embedded' || at % ONE_IN === 0);
  describe.skipIf(isMissing)('each answered as worked out by hand, or declined', () => {
    let ask: ReturnType<typeof asking>;
    beforeAll(async () => {
      const store: GraphStore = await open(vocabulary);
      await store.apply(seeds());
      ask = asking(store);
    });

    it.each(put)('$text', async (question) => {
      const before = ran.size;
      expect(wrong(question, await ask(question.text))).toBeNull();
      expect(ran.size - before).toBeLessThanOrEqual(MOST_OPERATIONS);
    });
  });
});

describe('asking', () => {
  let ask: (text: string, after?: string | null) => Promise<Asked>;
  beforeAll(async () => {
    ask = asking(await embedded());
  });

  it('names the words that it does not understand, in the language of the question', async () => {
    expect(await ask('Which partnerships did elephants sign in 2019?')).toMatchObject({ unknown: ['elephants'], sentence: 'Not understood: "elephants".' });
    expect(await ask('Quels éléphants ont rencontré Macron ?')).toMatchObject({ language: 'fr', sentence: 'Pas compris : "éléphants".' });
  });

  it('says which languages there are where it knows none of the words', async () => {
    expect((await ask('Wann traf Macron denn Xi?')).sentence).toContain('English, French and Korean');
  });

  it('gives what was understood as a plan, an operation and a reading', async () => {
    const { plan, ran, reading } = await ask('Which French-Korean twinnings were signed before 2000?');
    expect(plan).toEqual({
      heads: [
        {
          head: 'list',
          set: {
            kinds: ['Partnership'],
            tests: [
              { is: 'choice', property: 'partnershipKind', values: ['TWINNING'] },
              { is: 'involves', ids: ['country/fr'] },
              { is: 'involves', ids: ['country/kr'] },
              { is: 'time', property: 'since', days: { from: '0001-01-01', to: '1999-12-31' } },
            ],
          },
        },
      ],
    });
    expect(ran?.text).toContain('partnerships(where: $where');
    expect(ran?.claims.length).toBeGreaterThan(0);
    expect(reading).toBe('every partnership of 1999 or earlier whose partnership kind is twinning, that involves France and that involves South Korea');
  });

  it.each([
    ['Who leads Korea?', ['South Korea', 'North Korea']],
    ['Who is Kim?', ['Kim Hyoung-jin', 'Kim Jong-un']],
  ])('%s is asked back', async (text, labels) => {
    const { outcome, candidates, ran } = await ask(text);
    expect([outcome, ran]).toEqual(['AMBIGUOUS', null]);
    expect(candidates.map(({ entity }) => entity.label).sort()).toEqual([...labels].sort());
  });

  it('mends slips of words that are none in English, and says so', async () => {
    const { outcome, reading } = await ask('Which partnreships were signd in 2019?');
    expect([outcome, reading]).toEqual(['ANSWERED', expect.stringContaining('"partnreships" taken for "partnerships"')]);
    expect((await ask('Which provide has partners?')).outcome).not.toBe('ANSWERED');
  });

  it('says that a sort is not recorded, and offers what is without it', async () => {
    expect(await ask('What is Suwon twinned with?')).toMatchObject({
      ran: { isEmpty: true, items: [] },
      sentence: expect.stringContaining('Tours') as unknown,
    });
    expect(await ask('Did Macron visit Korea?')).toMatchObject({ ran: { isEmpty: true }, sentence: expect.stringContaining('only as planned') as unknown });
  });

  it.each([
    ['Which Korean city is the partner of Tours?', 1],
    ['When and where did Macron meet To Lam?', 1],
    ['How many districts of Seoul have a French partner?', 2],
    ['Did Macron ever meet Kim Jong-un?', 2],
    ['Who leads Korea?', 1],
    ['Which partnerships did elephants sign in 2019?', 0],
  ])('%s costs %i operations', async (text, count) => {
    const before = ran.size;
    await ask(text);
    expect(ran.size - before).toBe(count);
  });

  it('follows up on an answer', async () => {
    const first = await ask('Who met Macron in 2025?');
    const { idOf } = await import('../../src/ask/follow.js');
    const id = ({ plan, language, ran }: Asked) => (plan && ran ? idOf({ plan, language, told: ran.told }) : null);
    expect(first.ran?.items).toEqual(['Lee Jae Myung', 'To Lam']);
    const second = await ask('And in 2023?', id(first));
    expect(second.ran?.items).toEqual(['Xi Jinping']);
    expect((await ask('And who else?', id(second))).ran?.items).toEqual(['Lee Jae Myung', 'To Lam']);
    expect((await ask('And when?', id(second))).sentence).toContain('April 2023');
    expect((await ask('What about Putin?', id(await ask('Whom did Xi Jinping meet?')))).ran?.items).toEqual(['Kim Jong-un']);
    expect((await ask('Who is the president of China?', 'no-id')).ran?.items).toEqual(['Xi Jinping']);
  });

  it('takes 200 characters and no more', async () => {
    const long = 'Which French-Korean partnerships were signed in 2019?'.padEnd(200, ' ');
    expect((await ask(long)).outcome).toBe('ANSWERED');
    expect((await ask(`${long} `)).sentence).toBe('A question may have 200 characters; this one has 201.');
  });

  it('names a day that does not exist, and a time that runs backwards', async () => {
    expect((await ask('Which agreements were signed on 30 February 2019?')).sentence).toContain('2019-02-30');
    expect((await ask('Which agreements were signed from 2019 to 2010?')).sentence).toBe('The time ends before it begins.');
  });

  it.each([
    '',
    '?!',
    '\u0000',
    '\ud800',
    '__proto__',
    'Who is __proto__?',
    "'; MATCH (n) DETACH DELETE n //",
    '${1}',
    'a '.repeat(100),
    '['.repeat(200),
    'in 2019 '.repeat(25),
    'who met Macron and '.repeat(10),
    'which city of which partner of the '.repeat(5),
    '을 를 이 가 '.repeat(16),
  ])('stands %j', async (text) => {
    expect((await ask(text)).outcome).not.toBe('ANSWERED');
  });

  it('gives the same answer to the same words, whatever was asked in between', async () => {
    const fresh = asking(await embedded());
    for (const { text } of [...held].reverse().slice(0, 10)) expect(JSON.stringify(await fresh(text))).toBe(JSON.stringify(await ask(text)));
  });
});
