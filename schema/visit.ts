import { Event } from './event.js';
import { entity } from '../src/model/declare.js';

export const Visit = entity('Visit', {
  extends: Event,
  plural: 'visits',
  about: 'Somebody travelled to see somebody or something.',
  called: {
    en: {
      noun: 'visit, trip, journey, state visit, delegation, official visit, tour, stay, travel, excursion',
      verb: 'meet, see, visit, travel to, go to, go, travel, tour, fly to, come to, fly, come, journey to, stop in, stop off in, stay in, stay, walk in, walk, stroll in, arrive in, arrive',
    },
    fr: {
      noun: "visite, voyage, déplacement, visite d'état, visite officielle",
      verb: 'rencontrer, visiter, voyager, aller, rendre, venir, déplacer',
      manner: "en visite, en visite d'état, en visite officielle, en déplacement",
    },
    ko: { noun: '방문, 국빈 방문', verb: '만나다, 방문, 국빈 방문, 찾다, 찾아가다, 다녀오다, 가다, 오다' },
  },
  leadsTo: 'HELD_IN',
  mapping: ['wikidata:Q1058733'],
});
