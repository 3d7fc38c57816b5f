import { Event } from './event.js';
import { entity } from '../src/model/declare.js';

export const Gathering = entity('Gathering', {
  extends: Event,
  typed: false,
  plural: 'gatherings',
  about: 'A forum, a festival, a fair, an exhibition, a ceremony, a programme of events.',
  called: {
    en: { noun: 'gathering, celebration' },
    fr: { noun: 'manifestation, fête' },
    ko: { noun: '모임' },
  },
  mapping: ['wikidata:Q132241'],
});
