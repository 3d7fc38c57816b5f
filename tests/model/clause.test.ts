import { describe, expect, it } from 'vitest';
import { sentenceOfClaim } from '../../src/model/clause.js';
import { claimOf, vocabulary, type Said } from '../lens/world.js';

const NAMES: Readonly<Record<string, string>> = {
  'country/xa': 'Exampland',
  'country/xb': 'Samplia',
  'person/ada': 'Ada',
  'group/towns': 'the towns of Exampland',
};

const told = (said: Said) => sentenceOfClaim(vocabulary, claimOf(said), (id) => NAMES[id] ?? id);
const trades = (more: Partial<Said> = {}) => told({ fact: 'country/xa TRADES_WITH country/xb', ...more });

describe('the sentence of a claim', () => {
  it('has the tense of its time', () => {
    expect(trades()).toBe('Exampland trades with Samplia.');
    expect(trades({ when: '2019' })).toBe('Exampland traded with Samplia in 2019.');
    expect(trades({ when: '1986/..' })).toBe('Exampland has traded with Samplia since 1986.');
    expect(trades({ when: '[1950..1953]' })).toBe('Exampland traded with Samplia at some time from 1950 to 1953.');
    expect(told({ fact: 'person/ada HELD_OFFICE office/mayor', when: '2020' })).toBe('Ada held the office of office/mayor in 2020.');
  });

  it('denies with a verb, and goes by several where several are meant', () => {
    expect(told({ fact: 'country/xa RECOGNIZES country/xb', polarity: 'DENIED' })).toBe('Exampland does not recognise Samplia.');
    expect(trades({ polarity: 'DENIED', when: '1986/..' })).toBe('Exampland has not traded with Samplia since 1986.');
    expect(told({ fact: 'group/towns AFFILIATED_WITH country/xa' })).toBe('The towns of Exampland are affiliated with Exampland.');
  });

  it('says how sure it is, and according to whom', () => {
    expect(trades({ modality: 'ESTIMATED' })).toBe('It is estimated that Exampland trades with Samplia.');
    expect(trades({ modality: 'HYPOTHETICAL' })).toBe('It may be that Exampland trades with Samplia.');
    expect(trades({ modality: 'REPORTED' })).toBe('It is said that Exampland trades with Samplia.');
    expect(trades({ modality: 'REPORTED', assertedBy: 'person/ada' })).toBe('According to Ada, Exampland trades with Samplia.');
  });

  it('tells a wish as that of the one who has it', () => {
    expect(trades({ modality: 'HOPED', assertedBy: 'person/ada' })).toBe('Ada hopes that Exampland will trade with Samplia.');
    expect(trades({ modality: 'HOPED', assertedBy: 'country/xa' })).toBe('Exampland hopes to trade with Samplia.');
    expect(trades({ modality: 'PLANNED', assertedBy: 'country/xb' })).toBe('Samplia plans to trade with Exampland.');
    expect(trades({ modality: 'PLANNED' })).toBe('It is planned that Exampland will trade with Samplia.');
  });

  it('tells a property as it declares', () => {
    expect(told({ fact: 'person/ada profession', value: 'doctor' })).toBe('Profession of Ada: doctor.');
    expect(told({ fact: 'person/ada gender', value: 'FEMALE' })).toBe('Ada is a woman.');
    expect(told({ fact: 'country/xa existed', value: '1948/..' })).toBe('Exampland has existed since 1948.');
    expect(told({ fact: 'country/xa figure', value: { measure: 'masks-sent', amount: 40000, unit: 'mask', comparator: 'ABOUT' } })).toBe(
      'A figure for Exampland: masks sent, about 40,000 (mask).',
    );
    expect(told({ fact: 'country/xa description', value: 'It is made up.', modality: 'ESTIMATED' })).toBe('As is estimated, about Exampland: It is made up.');
    expect(told({ fact: 'event/fair contexts', value: 'LOCAL' })).toBe('Event/fair belongs to the local field.');
  });

  it('tells names by number and language, and what is filed under a topic', () => {
    expect(told({ fact: 'country/xa name', value: { text: 'Exemplie', lang: 'fr' } })).toBe('Exampland is called “Exemplie” in French.');
    expect(told({ fact: 'group/towns name', value: { text: 'Towns', lang: 'en' } })).toBe('The towns of Exampland are called “Towns”.');
    expect(told({ fact: 'topic/fairs name', value: { text: 'markets', lang: 'en' } })).toBe('“markets” is filed under topic/fairs.');
  });
});
