import { Event } from './event.js';
import { entity } from '../src/model/declare.js';

export const Call = entity('Call', {
  extends: Event,
  plural: 'calls',
  about: 'People spoke at a distance, by telephone or video.',
  called: {
    en: {
      noun: 'call, phone call, telephone call, telephone conversation',
      verb: 'call, phone, telephone, speak by phone, speak by telephone, speak on the phone, talk on the phone, talk by phone, speak on the telephone, speak with, speak to, talk with, talk to, ring, have a call with',
      treats: 'discuss, talk about, speak about',
      manner:
        'by phone, by telephone, on the phone, on the telephone, over the phone, over the telephone, by video, in a phone call, in a telephone call, in a call, on a call, in a telephone conversation, during a phone call',
    },
    fr: {
      noun: 'appel, appel téléphonique, conversation téléphonique',
      verb: 'téléphoner, téléphoner à, appeler, parler au téléphone, entretenir au téléphone',
      treats: 'discuter de, discuter, parler de, évoquer',
      manner: 'au téléphone, par téléphone',
    },
    ko: { noun: '통화, 전화 통화', verb: '통화, 전화, 전화로 이야기, 전화로 대화', manner: '전화로', treats: '논의' },
  },
  mapping: ['wikidata:Q1067430'],
});
