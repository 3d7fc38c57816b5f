import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Anniversary = entity('Anniversary', {
  extends: Event,
  typed: false,
  plural: 'anniversaries',
  about: 'A date that is celebrated.',
  called: { en: { noun: 'anniversary, jubilee' }, fr: { noun: 'anniversaire' }, ko: { noun: '기념일, 주년' } },
  mapping: ['wikidata:Q162875'],
});
