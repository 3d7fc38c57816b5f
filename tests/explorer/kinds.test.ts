import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { colourOf } from '../../src/explorer/data/kinds.js';

/** How many times as bright as the other, as WCAG counts it. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const [, light = '', dark = ''] = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(readFileSync('src/explorer/styles/tokens.css', 'utf8')) ?? [];

describe('the colours of kinds', () => {
  it.each([light, dark])('can be told from paper of %s', (paper) => {
    const pale = vocabulary.kinds.map(({ name }) => name.toUpperCase()).filter((kind) => contrast(colourOf(kind), paper) < 3);
    expect(pale).toEqual([]);
  });
});
