import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { languageIn } from '../../src/load/language.js';
import { fillSpans, formatSpan, scaffold } from '../../src/load/locate.js';
import { SourceText } from '../../src/load/texts.js';

const TEXT = '🎉 Leeds met Lee on Friday. He praised Otherton. Lee left Leeds.';
const text = new SourceText(TEXT);
const [first, second, third] = text.sentences().map(formatSpan);

const draft = (words: string, sentence = second) => `# A draft, by hand
source: { id: source/report, sha256: ${text.sha256} }
sentences:
  - at: ${sentence ?? ''}
    claims:
      - fact: person/lee name # who
        words: ${words}
        summary: He is called Lee.
`;

function filled(words: string, sentence = second) {
  const answer = fillSpans(draft(words, sentence), text);
  const { sentences } = parse(answer.filled) as { sentences: { claims: { at?: string | string[]; words?: unknown }[] }[] };
  return { ...answer, claim: sentences[0]?.claims[0] };
}

const wordsAt = (at: string | string[] | undefined) =>
  [at ?? []].flat().map((span) => {
    const [start = 0, end = 0] = span.split('-').map(Number);
    return text.slice(start, end);
  });

describe('a scaffold', () => {
  it('has the header and every sentence, and reads as YAML', () => {
    const made = parse(scaffold(text, 'source/report', 'en')) as { source: Record<string, unknown>; sentences: { at: string }[] };
    expect(made.source).toMatchObject({ id: 'source/report', sha256: text.sha256, length: text.length });
    expect(wordsAt(made.sentences.map(({ at }) => at))).toEqual(['🎉 Leeds met Lee on Friday.', 'He praised Otherton.', 'Lee left Leeds.']);
  });
});

describe('a scaffold of a text in another language', () => {
  it.each([
    ['fr', 'Le maire a reçu ses amis vendredi.\nExempleville, le 3 mai 2024. Tous étaient là.', '2024-05-03'],
    ['ko', '김수현 시장은 파리에서 친구들을 만났다.\n2024년 5월 3일', '2024-05-03'],
    ['zh', '市长李明在北京会见了朋友们。2024年5月3日', '2024-05-03'],
    ['ja', '市長は東京で友人たちと会談した。2024年5月3日', '2024-05-03'],
    ['vi', 'Thị trưởng đã gặp bạn bè của mình ở thành phố. Ngày 3 tháng 5 năm 2024.', '2024-05-03'],
    ['de', 'Der Bürgermeister traf seine Freunde in der Stadt. 3. Mai 2024', '2024-05-03'],
    ['es', 'El alcalde recibió a sus amigos en la ciudad el 3 de mayo de 2024.', '2024-05-03'],
    ['ru', 'Мэр города встретил своих друзей 3 мая 2024 года.', '2024-05-03'],
    ['en', 'The mayor met her friends. Updated May 3rd, 2024 at noon.', '2024-05-03'],
    ['en', 'The mayor met her friends in the town, on 31.02.2024 or never.', null],
  ])('in %s has its language, its date and its words', async (language, written, day) => {
    const source = new SourceText(written);
    const draft = scaffold(source, 'source/report', await languageIn(written));
    const read = parse(draft) as { source: Record<string, unknown>; sentences: { at: string }[] };
    expect(read.source).toMatchObject({ language, published: day });
    expect(draft.split('\n').filter((line) => line.startsWith('  # '))).toEqual(
      source.sentences(language).map(({ start, end }) => `  # ${source.slice(start, end)}`),
    );
    expect(read.sentences).toHaveLength(source.sentences(language).length);
  });
});

describe('words in a draft', () => {
  it('become the span at which they stand, and the rest of the draft stays', () => {
    const { claim, missing, filled: written } = filled('Otherton');
    expect(missing).toEqual([]);
    expect(claim).not.toHaveProperty('words');
    expect(wordsAt(claim?.at)).toEqual(['Otherton']);
    expect(written).toContain('# A draft, by hand');
    expect(written).toContain('# who');
  });

  it('are sought in the sentence first, further ones before it', () => {
    const { claim } = filled('[He, Lee]');
    expect(wordsAt(claim?.at)).toEqual(['He', 'Lee']);
    expect([claim?.at].flat()[1]).toBe(formatSpan({ start: 12, end: 15 }));
  });

  it('are not found inside other words', () => {
    expect(filled('Lee', first).claim?.at).toBe('12-15');
    expect(filled('[Leeds, Lee]', third).claim?.at).toEqual([formatSpan(text.find('Leeds')[1] ?? { start: 0, end: 0 }), '48-51']);
  });

  it('that do not stand there are named, and left', () => {
    const outside = filled('Friday');
    expect(outside.missing).toEqual([`${second ?? ''} person/lee name: "Friday" is not in the sentence`]);
    expect(outside.claim).toMatchObject({ words: 'Friday' });
    expect(filled('[Otherton, Nowhere]').missing).toEqual([`${second ?? ''} person/lee name: "Nowhere" is not in the text`]);
  });

  it('are sought in vain in a draft without sentences', () => {
    expect(fillSpans('source: { id: source/report }\n', text)).toEqual({ filled: 'source: { id: source/report }\n', missing: ['no sentences'] });
  });

  it('filled a second time stay as they are', () => {
    const once = filled('[He, Lee]').filled;
    expect(fillSpans(once, text)).toEqual({ filled: once, missing: [] });
  });
});
