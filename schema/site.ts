import { latitude, longitude } from './coordinates.js';
import { entity } from '../src/model/declare.js';
import { oneOf } from '../src/model/values.js';

export const Site = entity('Site', {
  called: { en: { noun: 'site' }, fr: { noun: 'site' } },
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
        RESIDENCE: { en: { noun: 'residence' }, fr: { noun: 'résidence' } },
        QUARTER: { en: { noun: 'quarter, neighbourhood, neighborhood' }, fr: { noun: 'quartier' } },
        FACILITY: { en: { noun: 'building, plant' }, fr: { noun: 'bâtiment' } },
      },
    ),
    latitude,
    longitude,
  },
  mapping: ['wikidata:Q98929991', 'schema:Place'],
});
