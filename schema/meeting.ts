import { Event } from './event.js';
import { entity } from '../src/model/declare.js';

export const Meeting = entity('Meeting', {
  extends: Event,
  plural: 'meetings',
  about: 'People met, face to face; no summit and no visit.',
  called: {
    en: {
      noun: 'meeting, encounter, talk',
      verb: 'meet, meet with, see, encounter, speak with, speak to, talk with, talk to, hold talks with, sit down, sit down with, come together, get together, cross paths, cross paths with, come face to face, go to see, come to see',
      treats: 'discuss, talk about, debate, speak about',
    },
    fr: {
      noun: 'rencontre, réunion, entretien',
      verb: 'rencontrer, voir, entretenir avec, entretenir, réunir, discuter avec',
      treats: 'discuter de, discuter, parler de, évoquer',
    },
    ko: { noun: '회담, 만남, 회의, 회동', verb: '만나다, 회담, 회동, 대화', treats: '논의' },
  },
  mapping: ['wikidata:Q2761147'],
});
