import { execFileSync } from 'node:child_process';
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
    for (const whole of ['Tho\u0302', 'and', '재너두', '1984', ', ']) expect([whole, text.isOnWordBoundaries(at(whole), 'en')]).toEqual([whole, true]);
    for (const cut of ['Th', 'Tho', 'nd', '재너', '198']) expect([cut, text.isOnWordBoundaries(at(cut), 'en')]).toEqual([cut, false]);
    expect(text.isOnWordBoundaries({ start: 0, end: text.length }, 'en')).toBe(true);
  });

  it.each([
    ['zh', '北京市长访问巴黎市政府。李明和陈志强出席2019年会议。', ['北京', '市长', '李明', '陈志强', '2019', '2019年'], ['巴', '政府']],
    ['ja', '鳩山由紀夫さんとマクロン大統領が姉妹都市を訪問した。', ['鳩山由紀夫', 'マクロン', 'マクロン大統領', '姉妹都市'], []],
    ['th', 'ประธานาธิบดีมาครงเดินทางถึงกรุงเทพมหานครเมื่อวันศุกร์', ['มาครง', 'ประธานาธิบดีมาครง', 'กรุงเทพมหานคร'], ['กร', 'วันศุก']],
    [
      'ko',
      '김수현은 파리에서 Macron을 만났다. 파리시들과의 협력.',
      ['김수현', '김수현은', '파리', 'Macron', '만났다', '협력'],
      ['김수', '수현은', '만났', 'Macro'],
    ],
    ['fr', 'L’Élysée a reçu l’ambassadeur d’Exemple-sur-Mer.', ['Élysée', 'ambassadeur', 'Exemple', 'Mer'], ['lysée', 'ambassade', 'Ex']],
    ['no language', 'Ada met Bo.', ['Ada'], ['Ad']],
  ])('in %s is cut where words end, or may', (language, written, whole, cut) => {
    const text = new SourceText(written);
    expect(whole.filter((words) => text.findWords(words, language).length === 0)).toEqual([]);
    expect(cut.filter((words) => text.findWords(words, language).length > 0)).toEqual([]);
    for (const words of cut) expect(text.find(words).length).toBeGreaterThan(0);
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

  it('passes over what cannot be read, and notes it', () => {
    symlinkSync(join(folder, 'gone.txt'), join(folder, 'link.txt'));
    symlinkSync(join(folder, 'loop.txt'), join(folder, 'loop.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    writeFileSync(join(folder, 'large.txt'), 'x'.repeat(5_000_001));
    const { size, notes, tooLarge } = readTexts(folder);
    expect(size).toBe(1);
    expect([...(notes ?? [])].sort().map((note) => note.replace(`${folder}/`, ''))).toEqual([
      'link.txt: is a link that leads nowhere',
      'loop.txt: is a link that leads back to itself',
      'pipe.txt: is no file, but a pipe, a socket or a device',
    ]);
    expect([...(tooLarge ?? [])].map(([hash, told]) => [hash, told.replace(`${folder}/`, '')])).toEqual([
      [sha256('x'.repeat(5_000_001)), 'large.txt has 5000001 bytes; at most 5000000 are read'],
    ]);
  });

  it('that is a file is noted', () => {
    expect(readTexts(join(folder, 'any name.bin'))).toMatchObject({ size: 0, notes: [`${join(folder, 'any name.bin')}: is a file, not a folder`] });
  });
});
