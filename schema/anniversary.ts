import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Anniversary = entity('Anniversary', {
  extends: Event,
  plural: 'anniversaries',
  about: 'A date that is celebrated.',
  mapping: ['wikidata:Q162875'],
});
