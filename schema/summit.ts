import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Summit = entity('Summit', {
  extends: Event,
  about: 'A meeting of leaders called a summit, of two or of many.',
  called: {
    en: { noun: 'summit, meeting', verb: 'meet, see, encounter' },
    fr: { noun: 'sommet, rencontre', verb: 'rencontrer, voir' },
    ko: { noun: '정상회담, 정상회의, 회담', verb: '만나, 만난, 만났' },
  },
  mapping: ['wikidata:Q625994'],
});
