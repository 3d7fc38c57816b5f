import { beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import type { Asked } from '../../src/ask/ask.js';
import { stores } from '../contract/stores.js';
import { asking, seeds } from './asking.js';

/** Questions that no kind fits, and what a claim that is cited has to say. */
const CITED: readonly (readonly [string, RegExp])[] = [
  ['Which country annexed or occupied Korea in 1910?', /Japan occupied Korea/],
  ['Where is it said that Alsace has been part of Grand-Est since 2016?', /Since 2016 Alsace/],
  ['What do the French adviser and China have to do with the aim?', /French adviser/],
];

const DECLINED: readonly (readonly [string, string])[] = [
  ['whose words the claims lack', 'What vineyards does Tours own?'],
  ['that asks for a number which no claim has', 'How many people live in Seoul?'],
  ['that a word turns round', 'Why did France never recognise North Korea?'],
  ['that names nothing', 'Which goods are mainly traded?'],
  ['that gives a choice of names', 'Is Macron or Xi fond of cycling?'],
];

describe.each(stores)('a question that no kind fits, on $name', ({ isMissing, open }) => {
  describe.skipIf(isMissing)('', () => {
    let ask: (text: string) => Promise<Asked>;
    beforeAll(async () => {
      const store = await open(vocabulary);
      await store.apply(seeds());
      ask = asking(store);
    });

    it.each(CITED)('is met with claims that have its names and words: %s', async (text, summary) => {
      const { outcome, question, sentence, ran } = await ask(text);
      expect([outcome, question?.name]).toEqual(['CITED', 'statements-with-words']);
      expect(sentence).toMatch(/^No kind of question fits\. But the sources say: /);
      expect(ran?.items.join(' ')).toMatch(summary);
      expect(ran?.claims.length).toBe(ran?.items.length);
    });

    it.each(DECLINED)('is declined where it is one %s', async (_which, text) => {
      expect((await ask(text)).outcome).toBe('NOT_UNDERSTOOD');
    });
  });
});
