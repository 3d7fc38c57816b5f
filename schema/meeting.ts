import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Meeting = entity('Meeting', {
  extends: Event,
  plural: 'meetings',
  about: 'People met, face to face; no summit and no visit.',
  called: {
    en: { noun: 'meeting, encounter, talk', verb: 'meet, meet with, see, encounter, speak with, speak to, talk with, talk to, hold talks with' },
    fr: { noun: 'rencontre, réunion, entretien', verb: 'rencontrer, voir, entretenir avec, entretenir' },
    ko: { noun: '회담, 만남, 회의', verb: '만나, 만난, 만났, 만남, 회담' },
  },
  mapping: ['wikidata:Q2761147'],
});
