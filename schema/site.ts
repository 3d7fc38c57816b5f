import { latitude, longitude } from './coordinates.js';
import { entity } from '../src/model/declare.js';
import { oneOf } from '../src/model/values.js';

export const Site = entity('Site', {
  called: { en: { noun: 'site' }, fr: { noun: 'site' }, ko: { noun: '장소' } },
  about: 'A place within a city or region that no authority governs by itself: a park, a garden, a residence, a quarter, a plant.',
  properties: {
    siteKind: oneOf(
      'SiteKind',
      'What sort of place it is.',
      {
        PARK: 'A park: also a garden.',
        RESIDENCE: 'A residence.',
        QUARTER: 'A quarter of a city.',
        FACILITY: 'A building or a plant.',
        OTHER: 'None of these.',
      },
      {
        PARK: { en: { noun: 'park, garden' }, fr: { noun: 'parc, jardin' }, ko: { noun: '공원' } },
        RESIDENCE: { en: { noun: 'residence' }, fr: { noun: 'résidence' }, ko: { noun: '관저' } },
        QUARTER: { en: { noun: 'quarter, neighbourhood, neighborhood' }, fr: { noun: 'quartier' }, ko: { noun: '동네' } },
        FACILITY: { en: { noun: 'building, plant' }, fr: { noun: 'bâtiment, usine' }, ko: { noun: '건물, 시설' } },
      },
    ),
    latitude,
    longitude,
  },
  mapping: ['wikidata:Q98929991', 'schema:Place'],
});
