import { getMaxListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { shared, type Shared } from '../../src/graph/shared.js';

/** Work that is done when it is told so, with what it was told about who waits. */
function work() {
  const signals: AbortSignal[] = [];
  const ends: ((value: string) => void)[] = [];
  const kept = new Map<string, Shared<string>>();
  const ask = (signal?: AbortSignal) =>
    shared(kept, 'key', (working) => {
      signals.push(working);
      return new Promise<string>((resolve, reject) => {
        ends.push(resolve);
        working.addEventListener('abort', () => {
          reject(working.reason as Error);
        });
      });
    }).by(signal);
  return { ask, signals, end: (value: string) => ends.at(-1)?.(value), kept };
}

describe('shared work', () => {
  it('is done once for all who wait, and kept', async () => {
    const { ask, signals, end } = work();
    const all = [ask(new AbortController().signal), ask(), ask(new AbortController().signal)];
    end('done');
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
    expect(await ask()).toBe('done');
    expect(signals).toHaveLength(1);
  });

  it('lets go whoever leaves, and goes on for the others', async () => {
    const { ask, signals, end } = work();
    const [one, two] = [new AbortController(), new AbortController()];
    const [first, second] = [ask(one.signal), ask(two.signal)];
    one.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    expect(signals[0]?.aborted).toBe(false);
    end('done');
    expect(await second).toBe('done');
    two.abort();
    expect(signals[0]?.aborted).toBe(false);
  });

  it('ends when all have left, and begins anew for who comes then', async () => {
    const { ask, signals, end } = work();
    const leaving = [new AbortController(), new AbortController()];
    const asked = leaving.map(({ signal }) => ask(signal));
    for (const one of leaving) one.abort(new Error('left'));
    const next = ask();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    end('anew');
    expect(await next).toBe('anew');
    await expect(ask(AbortSignal.abort(new Error('gone before')))).rejects.toThrow('gone before');
  });

  it('may be listened to by all that it asks at once', () => {
    const { ask, signals } = work();
    void ask();
    expect(signals.map((signal) => getMaxListeners(signal))).toEqual([Infinity]);
  });

  it('does not keep what failed', async () => {
    const kept = new Map<string, Shared<string>>();
    const failing = () => shared(kept, 'key', () => Promise.reject(new Error('broken'))).by();
    await expect(failing()).rejects.toThrow('broken');
    expect(kept.size).toBe(0);
  });
});
