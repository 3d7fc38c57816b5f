import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';
import { integer } from '../src/model/values.js';

export const Summit = entity('Summit', {
  extends: Event,
  about: 'A meeting of leaders called a summit, of two or of many.',
  properties: { edition: integer('Which one of its series it is.') },
  mapping: ['wikidata:Q625994'],
});
