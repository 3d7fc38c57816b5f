import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Gathering = entity('Gathering', {
  extends: Event,
  plural: 'gatherings',
  about: 'A forum, a festival, a fair, an exhibition, a ceremony, a programme of events.',
  mapping: ['wikidata:Q132241'],
});
