import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Gathering = entity('Gathering', {
  extends: Event,
  typed: false,
  plural: 'gatherings',
  about: 'A forum, a festival, a fair, an exhibition, a ceremony, a programme of events.',
  called: {
    en: { noun: 'gathering, festival, forum, exhibition, fair' },
    fr: { noun: 'festival, forum, exposition, foire' },
    ko: { noun: '축제, 포럼, 전시회' },
  },
  mapping: ['wikidata:Q132241'],
});
