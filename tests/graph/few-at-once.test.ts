import { describe, expect, it } from 'vitest';
import { FewAtOnce } from '../../src/graph/few-at-once.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('few at once', () => {
  it('begins what came first first, and the next when one has ended or failed', async () => {
    const few = new FewAtOnce(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const works = [0, 1, 2, 3, 4].map((number) =>
      few.run(async () => {
        begun.push(number);
        await new Promise<void>((resolve) => (ends[number] = resolve));
        if (number === 1) throw new Error('failed');
        return number;
      }),
    );
    const outcomes = Promise.allSettled(works);
    await turn();
    expect(begun).toEqual([0, 1]);
    ends[1]?.();
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    ends[0]?.();
    ends[2]?.();
    await turn();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    ends[3]?.();
    ends[4]?.();
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(await few.run(() => Promise.resolve('next'))).toBe('next');
  });
});
