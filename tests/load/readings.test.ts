import { describe, expect, it } from 'vitest';
import { readings } from '../../src/load/readings.js';
import { SourceText } from '../../src/load/texts.js';
import { world, vocabulary, type Said } from '../lens/world.js';

const TEXT = 'Xanadu hopes for an accord. It has one.';
const texts = new Map([['hash', new SourceText(TEXT)]]);

function messages(said: readonly Said[]): string[] {
  const dataset = world(said);
  const sources = [{ id: 'source/gazette', header: { sha256: 'hash' }, sentences: [] }];
  return readings(vocabulary, { ...dataset, sources }, texts).map(({ message }) => message);
}

describe('what is to be read again', () => {
  const name: Said = { fact: 'country/xa name', value: { text: 'Xanadu', lang: 'en' }, at: [0, 6] };

  it('is a fact that one voice gives in two modalities', () => {
    const hoped: Said = { fact: 'country/xa RECOGNIZES country/xb', modality: 'HOPED', at: [0, 26] };
    expect(messages([name, hoped, { ...hoped, modality: 'ASSERTED' }])).toEqual([
      'RECOGNIZES|country/xa|country/xb| is asserted and hoped, by one voice (0-26, 0-26)',
    ]);
    expect(messages([name, hoped, { ...hoped, modality: 'ASSERTED', assertedBy: 'person/ada' }])).toEqual([]);
    expect(messages([name, { ...hoped, at: [0, 10] }, { ...hoped, at: [0, 26], modality: 'PLANNED' }])).toHaveLength(1);
  });

  it('is no fact that is so in one place, and meant to go on in another', () => {
    const is: Said = { fact: 'country/xa RECOGNIZES country/xb', at: [0, 12] };
    expect(messages([name, is, { ...is, modality: 'PLANNED', at: [0, 26] }])).toHaveLength(1);
    expect(
      messages([
        name,
        { ...is, at: [0, 6] },
        {
          ...is,
          modality: 'PLANNED',
          spans: [
            { start: 7, end: 26 },
            { start: 0, end: 6 },
          ],
        },
      ]),
    ).toEqual([]);
  });

  it('is a claim whose words do not name what it is about', () => {
    const unnamed: Said = { fact: 'country/xa RECOGNIZES country/xb', at: [28, 38] };
    expect(messages([name, unnamed])).toContain('the words do not name country/xa, of which they say RECOGNIZES');
    expect(
      messages([
        name,
        {
          ...unnamed,
          spans: [
            { start: 28, end: 38 },
            { start: 0, end: 6 },
          ],
        },
      ]),
    ).toEqual([]);
  });

  it('is a claim whose words name one end alone, unless an adjective made of a name stands for the other', () => {
    const called = (text: string): Said => ({ fact: 'country/xb name', value: { text, lang: 'en' }, spans: [] });
    const joined: Said = { fact: 'country/xa RECOGNIZES country/xb', at: [0, 12] };
    expect(messages([name, called('Accord'), joined])).toEqual(['the words do not name country/xb, to which they join it by RECOGNIZES']);
    expect(messages([name, called('Hapasia'), joined])).toEqual([]);
  });

  it('is a claim whose words do not name who says so', () => {
    const ada: Said = { fact: 'person/ada name', value: { text: 'Ada', lang: 'en' }, spans: [] };
    const told: Said = { fact: 'country/xa description', value: 'It has one.', at: [0, 26], assertedBy: 'person/ada' };
    expect(messages([name, ada, told])).toEqual(['the words do not name person/ada, who says description']);
    expect(messages([name, ada, { ...told, assertedBy: 'country/xa' }])).toEqual([]);
  });

  it('is a claim whose words begin with a pronoun, with no further span', () => {
    const has: Said = { fact: 'topic/accords description', value: 'There are some.', at: [28, 38] };
    expect(messages([has])).toEqual(['no further span tells what “It” stands for, of which they say description']);
    const spans = [
      { start: 28, end: 38 },
      { start: 18, end: 26 },
    ];
    expect(messages([{ ...has, spans }])).toEqual([]);
  });

  it('is a claim of a day that is counted from a year which its words do not show', () => {
    const dated = (edtf: string, text: string) => {
      const dataset = world([{ fact: 'event/fair when', value: edtf, when: edtf, at: [0, text.length] }]);
      const claims = dataset.claims.map((claim) => ({ ...claim, when: claim.when && { ...claim.when, rule: 'the Saturday before the dateline' } }));
      const sources = [{ id: 'source/gazette', header: { sha256: 'day' }, sentences: [] }];
      return readings(vocabulary, { ...dataset, sources, claims }, new Map([['day', new SourceText(text)]])).map(({ message }) => message);
    };
    const message = 'the words show no year from which 2025-11-22 of when is counted';
    expect(dated('2025-11-22', 'The fair opened on Saturday')).toContain(message);
    expect(dated('2025-11-22', '2025-11-23 The fair opened on Saturday')).not.toContain(message);
    expect(dated('18XX', 'The fair opened in the 19th century').filter((told) => told.includes('no year'))).toEqual([]);
  });

  it('is a text that tells of somebody whom its words do not name', () => {
    const told: Said = { fact: 'topic/accords description', value: 'Xanadu has one.', at: [28, 38] };
    const message = 'the words do not name Xanadu, of which description tells';
    expect(messages([name, told])).toContain(message);
    const spans = [
      { start: 28, end: 38 },
      { start: 0, end: 6 },
    ];
    expect(messages([name, { ...told, spans }])).not.toContain(message);
  });

  it('is a description on words of a text of its own', () => {
    const gist: Said = { fact: 'statement/hope gist', value: 'There may be an accord.', at: [7, 26] };
    const described: Said = { fact: 'topic/accords description', value: 'It is hoped for.', at: [17, 26] };
    expect(messages([gist, described])).toEqual(['the description stands on words of gist of statement/hope']);
    expect(messages([gist, { ...described, at: [28, 31] }])).not.toContain('the description stands on words of gist of statement/hope');
  });

  it('is a claim whose words are borrowed from afar, where the same fact stands already', () => {
    const far = [
      { start: 0, end: 6 },
      { start: 5_000, end: 5_020 },
    ];
    const own: Said = { fact: 'city/x cityLevel', value: 'CITY', at: [5_000, 5_020] };
    expect(messages([own, { ...own, spans: far }])).toEqual(['cityLevel|city/x|| stands on its own words elsewhere already']);
    expect(messages([own, { ...own, spans: [far[0], { start: 1_000, end: 1_010 }].flatMap((span) => span ?? []) }])).toEqual([]);
  });

  it('is no claim for which words from afar only tell who speaks', () => {
    const far = 'On the bridge. '.padEnd(3_000, '.') + 'as Xanadu points out';
    const said: Said = { fact: 'country/xa SAID statement/hope', at: [3_000, 3_020] };
    const { claims } = world([
      name,
      said,
      {
        ...said,
        spans: [
          { start: 0, end: 13 },
          { start: 3_000, end: 3_020 },
        ],
      },
    ]);
    const sources = [{ id: 'source/gazette', header: { sha256: 'far' }, sentences: [] }];
    const found = readings(vocabulary, { ...world([name, said]), sources, claims }, new Map([['far', new SourceText(far)]]));
    expect(found.map(({ message }) => message)).not.toContain('SAID|country/xa|statement/hope| stands on its own words elsewhere already');
  });

  it('is a claim of a year that its words do not hold', () => {
    const dated: Said = { fact: 'country/xa RECOGNIZES country/xb', when: '1986', at: [0, 26] };
    expect(messages([name, dated])).toEqual(['the words do not hold 1986, of which they say RECOGNIZES']);
    expect(messages([name, { ...dated, basis: 'INFERRED', basisRule: 'A rule.' }])).toEqual([]);
    expect(messages([name, { fact: 'event/accord when', value: '198X', at: [0, 26] }])).toContain('the words do not hold 198X, of which they say when');
  });

  it('is a claim whose words take in one quotation mark without the other', () => {
    const quoted = 'Xanadu says: “Peace.” It means "calm".';
    const of = (start: number, end: number, fact = 'country/xa description') => {
      const dataset = world([name, { fact, value: 'It speaks of peace.', at: [start, end] }]);
      const sources = [{ id: 'source/gazette', header: { sha256: 'quoted' }, sentences: [] }];
      const found = readings(vocabulary, { ...dataset, sources }, new Map([['quoted', new SourceText(quoted)]]));
      return found.map(({ message }) => message).filter((message) => message.includes('quotation mark'));
    };
    expect(of(0, 20)).toEqual(['one quotation mark lacks the other in “Xanadu says: “Peace.”, of which they say description']);
    expect(of(22, 36)).toHaveLength(1);
    expect(of(0, 21)).toEqual([]);
    expect(of(14, 20)).toEqual([]);
    expect(of(22, 38)).toEqual([]);
    expect(of(0, 20, 'source/gazette defect')).toEqual([]);
  });

  it('is what is inferred, though somebody is said to say it or a source without words states it', () => {
    const hoped: Said = { fact: 'country/xa RECOGNIZES country/xb', at: [0, 26], basis: 'INFERRED', basisRule: 'A rule.' };
    const [said] = messages([name, { ...hoped, assertedBy: 'country/xa' }]);
    expect(said).toBe('RECOGNIZES|country/xa|country/xb| is inferred, so country/xa does not say it');
    const inReference: Said = { fact: 'country/xa RECOGNIZES country/xb', spans: [], source: 'source/gazetteer' };
    expect(messages([name, hoped, inReference])).toEqual(['RECOGNIZES|country/xa|country/xb| is inferred, and stated by a source of reference']);
    expect(messages([name, hoped])).toEqual([]);
    expect(messages([name, { ...hoped, basis: 'STATED', basisRule: null }, inReference])).toEqual([]);
  });

  it('are named that tell again what a statement is about, or what sort it is', () => {
    const about: Said = { fact: 'statement/hope CONCERNS country/xa', at: [0, 26] };
    const sort: Said = { fact: 'statement/hope act', value: 'AGREE', basis: 'INFERRED', basisRule: 'A rule.', at: [0, 26] };
    expect(messages([name, about, { ...about, at: [0, 20] }, sort, { ...sort, at: [0, 20] }])).toEqual([
      'CONCERNS|statement/hope|country/xa| is told at 0-26 already',
      'act|statement/hope|| is told at 0-26 already',
    ]);
    expect(messages([name, about, sort])).toEqual([]);
    const event: Said = { fact: 'event/talks CONCERNS country/xa', at: [0, 26] };
    expect(messages([name, event, { ...event, at: [0, 20] }])).toEqual([]);
  });
});
