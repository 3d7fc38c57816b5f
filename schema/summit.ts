import { Event } from './event.js';
import { entity } from '../src/model/declare.js';

export const Summit = entity('Summit', {
  extends: Event,
  about: 'A meeting of leaders called a summit, of two or of many.',
  called: {
    en: {
      noun: 'summit, meeting',
      verb: 'meet, meet with, see, encounter, sit down, sit down with, come together, get together, cross paths, cross paths with, come face to face, hold a summit with, have a summit with, hold a summit',
      treats: 'discuss, talk about, debate, speak about',
    },
    fr: { noun: 'sommet, rencontre', verb: 'rencontrer, voir', treats: 'discuter de, discuter, parler de, évoquer' },
    ko: { noun: '정상회담, 정상회의, 회담', verb: '만나다, 정상회담, 회담', treats: '논의' },
  },
  mapping: ['wikidata:Q625994'],
});
