import { describe, expect, it } from 'vitest';
import { Plans } from '../../src/graph/neo4j/plans.js';

function planning() {
  const sent: string[] = [];
  const plans = new Plans((text) => {
    sent.push(text);
    return text === 'bad' ? Promise.reject(new Error('no plan')) : Promise.resolve();
  });
  return { sent, plans };
}

describe('Plans', () => {
  it('has each text planned once, however many ask at once or later', async () => {
    const { sent, plans } = planning();
    await Promise.all([plans.planned('a', {}), plans.planned('a', {}), plans.planned('b', {})]);
    await plans.planned('a', {});
    expect(sent).toEqual(['a', 'b']);
  });

  it('has a text planned again that could not be planned', async () => {
    const { sent, plans } = planning();
    await plans.planned('bad', {});
    await plans.planned('bad', {});
    expect(sent).toEqual(['bad', 'bad']);
  });

  it('has what was asked last planned first when the database is back, before it is asked again', async () => {
    const { sent, plans } = planning();
    for (const text of ['a', 'b', 'c', 'a']) await plans.planned(text, {});
    plans.lost();
    await plans.again();
    expect(sent.slice(3)).toEqual(['a', 'c', 'b']);
    await plans.planned('b', {});
    await plans.again();
    expect(sent).toHaveLength(6);
  });

  it('plans again the hundred texts that were asked last', async () => {
    const { sent, plans } = planning();
    for (let at = 0; at < 150; at += 1) await plans.planned(String(at), {});
    plans.lost();
    await plans.again();
    expect(sent.slice(150)).toEqual(Array.from({ length: 100 }, (_, at) => String(149 - at)));
  });
});
