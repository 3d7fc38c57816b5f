import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Call = entity('Call', {
  extends: Event,
  plural: 'calls',
  about: 'People spoke at a distance, by telephone or video.',
  mapping: ['wikidata:Q1067430'],
});
