import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readTexts, SourceText } from '../../src/load/texts.js';
import { sha256 } from '../../src/model/text.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-texts-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const EMOJI = '🎉 Ada met Bo 👩‍🚀 in Otherton. 재너두 too!\nThe end 🏁';

describe('a text', () => {
  it('is measured and cut in Unicode code points, not in UTF-16 units', () => {
    const text = new SourceText(EMOJI);
    expect(text.length).toBe(Array.from(EMOJI).length);
    expect(text.length).toBeLessThan(EMOJI.length);
    const [span] = text.find('Bo');
    expect(span).toEqual({ start: 10, end: 12 });
    expect(text.slice(10, 12)).toBe('Bo');
    expect(text.slice(0, 1)).toBe('🎉');
    expect(text.slice(-5, 1)).toBe('🎉');
    expect(text.slice(text.length - 1, text.length + 9)).toBe('🏁');
  });

  it('finds words at every place where they stand, and what it finds is what was sought', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '🎉', '재', 'é');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), fc.string({ unit, minLength: 1, maxLength: 3 }), (written, sought) => {
        const text = new SourceText(written);
        const found = text.find(sought);
        for (const { start, end } of found) expect(text.slice(start, end)).toBe(sought);
        const points = Array.from(written);
        const size = Array.from(sought).length;
        const expected = points.flatMap((_, at) => (points.slice(at, at + size).join('') === sought ? [at] : []));
        expect(found.map(({ start }) => start)).toEqual(expected);
      }),
    );
    expect(new SourceText('aaa').find('')).toEqual([]);
  });

  it('knows whether a span cuts a word, in any script and beside combining marks', () => {
    const text = new SourceText('Tho\u0302 and 재너두, 1984!');
    const at = (words: string) => text.find(words)[0] ?? { start: 0, end: 0 };
    for (const whole of ['Tho\u0302', 'and', '재너두', '1984', ', ']) expect([whole, text.isOnWordBoundaries(at(whole))]).toEqual([whole, true]);
    for (const cut of ['Th', 'Tho', 'nd', '재너', '198']) expect([cut, text.isOnWordBoundaries(at(cut))]).toEqual([cut, false]);
    expect(text.isOnWordBoundaries({ start: 0, end: text.length })).toBe(true);
  });

  it('is cut into sentences that do not overlap and leave out nothing but space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('A', 'b', '.', ' ', '!', '\n', '🎉', '재', '\u00a0'), maxLength: 60 }), (written) => {
        const text = new SourceText(written);
        let at = 0;
        for (const { start, end } of text.sentences()) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at, text.length).trim()).toBe('');
      }),
    );
    const text = new SourceText(EMOJI);
    expect(text.sentences().map(({ start, end }) => text.slice(start, end))).toEqual(['🎉 Ada met Bo 👩‍🚀 in Otherton.', '재너두 too!', 'The end 🏁']);
  });
});

describe('a folder of texts', () => {
  it('is read by the hash of the bytes, whatever the names of the files', () => {
    writeFileSync(join(folder, 'any name.bin'), EMOJI);
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'inner', 'other.txt'), 'not read');
    writeFileSync(join(folder, 'copy.txt'), EMOJI);
    const texts = readTexts(folder);
    expect([...texts.keys()]).toEqual([sha256(EMOJI)]);
    expect(texts.get(sha256(EMOJI))?.text).toBe(EMOJI);
  });

  it('that is absent holds none', () => {
    expect(readTexts(null).size).toBe(0);
    expect(readTexts(join(folder, 'nowhere')).size).toBe(0);
  });

  it('passes over a link that leads nowhere', () => {
    symlinkSync(join(folder, 'gone.txt'), join(folder, 'link.txt'));
    expect(readTexts(folder).size).toBe(1);
  });
});
