import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Gate } from '../../src/server/gate.js';
import { untilQuiet } from '../../src/server/warm.js';

describe('what is done while nobody asks', () => {
  it('waits until those who ask are answered, and a while longer', async () => {
    const gate = new Gate(4);
    const done: string[] = [];
    const answered = sleep(500).then(() => done.push('answered'));
    gate.hold(answered, 60_000, () => undefined);
    await untilQuiet(gate, 200, new AbortController().signal);
    done.push('quiet');
    expect(done).toEqual(['answered', 'quiet']);
  });

  it('ends when the server stops', async () => {
    const gate = new Gate(4);
    gate.hold(new Promise(() => undefined), 60_000, () => undefined);
    const stop = new AbortController();
    stop.abort();
    await untilQuiet(gate, 60_000, stop.signal);
    expect(gate.inFlight).toBe(1);
  });
});
