import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Visit = entity('Visit', {
  extends: Event,
  plural: 'visits',
  about: 'Somebody travelled to see somebody or something.',
  mapping: ['wikidata:Q1058733'],
});
