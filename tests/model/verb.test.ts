import { describe, expect, it } from 'vitest';
import { deniedOf, futureOf, infinitiveOf, pastOf, perfectOf, pluralOf } from '../../src/model/verb.js';

const TRADES = '{subject} trades with {object}';
const IS = '{subject} is in {object}';
const HAS = '{subject} has {level} with {object}';

describe('the verb of a sentence', () => {
  it('goes into the future, the past and the perfect', () => {
    expect([TRADES, IS, HAS].map(futureOf)).toEqual([
      '{subject} will trade with {object}',
      '{subject} will be in {object}',
      '{subject} will have {level} with {object}',
    ]);
    expect([TRADES, IS, HAS].map(pastOf)).toEqual(['{subject} traded with {object}', '{subject} was in {object}', '{subject} had {level} with {object}']);
    expect([TRADES, IS, HAS].map(perfectOf)).toEqual([
      '{subject} has traded with {object}',
      '{subject} has been in {object}',
      '{subject} has had {level} with {object}',
    ]);
  });

  it('knows the verbs that no rule gives, and what is in the perfect already', () => {
    const [goes, meets] = ['{subject} goes on in {object}', '{subject} meets with {object}'];
    expect([goes, meets].flatMap((says) => [pastOf(says), perfectOf(says), futureOf(says)])).toEqual([
      '{subject} went on in {object}',
      '{subject} has gone on in {object}',
      '{subject} will go on in {object}',
      '{subject} met with {object}',
      '{subject} has met with {object}',
      '{subject} will meet with {object}',
    ]);
    expect([perfectOf, pluralOf].map((of) => of('{subject} has been signed'))).toEqual(['{subject} has been signed', '{subject} have been signed']);
  });

  it('stays in the past where it stands there', () => {
    const took = '{subject} took part in {object}';
    expect([pastOf(took), perfectOf(took), pluralOf(took)]).toEqual([took, took, took]);
  });

  it('goes by several', () => {
    expect([TRADES, IS, HAS, '{subject} does not trade with {object}'].map(pluralOf)).toEqual([
      '{subject} trade with {object}',
      '{subject} are in {object}',
      '{subject} have {level} with {object}',
      '{subject} do not trade with {object}',
    ]);
  });

  it('in -ies is one in -y, unless it is too short for that', () => {
    const carries = '{subject} carries out {object}';
    expect([pluralOf, futureOf, pastOf].map((of) => of(carries))).toEqual([
      '{subject} carry out {object}',
      '{subject} will carry out {object}',
      '{subject} carried out {object}',
    ]);
    expect([pluralOf('{subject} lies in {object}'), pluralOf('{subject} plays {object}')]).toEqual(['{subject} lie in {object}', '{subject} play {object}']);
  });

  it('is denied in each tense', () => {
    const denied = (says: string, will = futureOf(says)) => deniedOf(says, will);
    expect([TRADES, IS, HAS].map((says) => denied(says))).toEqual([
      '{subject} does not trade with {object}',
      '{subject} is not in {object}',
      '{subject} does not have {level} with {object}',
    ]);
    expect(denied('{subject} took part in {object}', '{subject} will take part in {object}')).toBe('{subject} did not take part in {object}');
    expect(denied(perfectOf(TRADES), futureOf(TRADES))).toBe('{subject} has not traded with {object}');
    expect(denied(perfectOf(HAS), futureOf(HAS))).toBe('{subject} has not had {level} with {object}');
  });

  it('is what somebody means to do', () => {
    expect(infinitiveOf(futureOf(HAS))).toBe('to have {level} with {object}');
  });
});
