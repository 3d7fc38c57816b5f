import { beforeAll, describe, expect, it } from 'vitest';
import type { Asked } from '../../src/ask/ask.js';
import { asking, embedded, readYaml } from './asking.js';

interface Put {
  readonly text: string;
  readonly question?: string;
  readonly sentence?: string;
  readonly items?: readonly string[];
}

describe('questions of a review', () => {
  let ask: (text: string) => Promise<Asked>;

  beforeAll(async () => {
    ask = asking(await embedded());
  });

  it.each(readYaml('reviewed.yml') as readonly Put[])('$text', async ({ text, question, sentence, items }) => {
    const asked = await ask(text);
    expect([asked.outcome, asked.question?.name]).toEqual(question === undefined ? ['NOT_UNDERSTOOD', undefined] : ['ANSWERED', question]);
    if (question === undefined) expect(asked.nearest).toHaveLength(3);
    if (sentence !== undefined) expect(asked.sentence).toContain(sentence);
    if (items) expect([...(asked.ran?.items ?? [])].sort()).toEqual([...items].sort());
  });

  it('offers three general questions where there is none', async () => {
    const { nearest } = await ask('');
    expect(nearest.map(({ question }) => question.name)).toEqual(['partnerships-of-period', 'whom-person-met', 'agreements-of-two']);
  });

  it('never says that nothing is recorded where it cites something', async () => {
    const { ran, sentence } = await ask('Did Macron visit Korea?');
    expect([ran?.isEmpty, ran?.claims.length === 0, sentence.includes('Nothing is recorded')]).toEqual([true, false, false]);
  });
});
