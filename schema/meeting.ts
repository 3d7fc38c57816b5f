import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Meeting = entity('Meeting', {
  extends: Event,
  plural: 'meetings',
  about: 'People met, face to face; no summit and no visit.',
  mapping: ['wikidata:Q2761147'],
});
