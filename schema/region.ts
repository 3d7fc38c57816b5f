import { latitude, longitude } from './coordinates.js';
import { Country } from './country.js';
import { entity, relationship } from '../src/model/declare.js';
import { oneOf, time, told } from '../src/model/values.js';

export const Region = entity('Region', {
  about: 'A part of a country or of the world: a region, a province, an economic zone, a sea.',
  called: {
    en: { noun: 'region, place, local authority', adjective: 'regional' },
    fr: { noun: 'région, collectivité, collectivité locale, lieu', adjective: 'régional, régionale, régionaux, régionales' },
    ko: { noun: '지역', adjective: '지역별' },
  },
  properties: {
    regionLevel: oneOf(
      'RegionLevel',
      'What sort of region it is.',
      {
        REGION: 'An administrative region.',
        PROVINCE: 'A province.',
        ECONOMIC_ZONE: 'A zone set up for business; not an administrative region.',
        GEOGRAPHIC: 'A geographical area.',
      },
      {
        REGION: {},
        PROVINCE: { en: { noun: 'province' }, fr: { noun: 'province' }, ko: { noun: '도, 성' } },
        ECONOMIC_ZONE: { en: { noun: 'economic zone' }, fr: { noun: 'zone économique' }, ko: { noun: '경제 구역' } },
        GEOGRAPHIC: {},
      },
    ),
    existed: told('{subject} exists {when}', time('From when to when the region existed; where nobody says so, until it was succeeded.')),
    latitude,
    longitude,
  },
  mapping: ['wikidata:Q82794', 'schema:AdministrativeArea'],
});

export const SucceededBy = relationship([Country, Region], 'SUCCEEDED_BY', [Country, Region], {
  reads: 'successors',
  readsBack: 'predecessors',
  ends: 'existed',
  about: 'The second took the place of the first, or took it in, from the time on that the claim gives.',
  called: {
    en: { noun: 'successor', verb: 'become, become part of, belong to, be part of, merge into, be absorbed by' },
    fr: { noun: 'successeur', verb: 'faire partie de, appartenir à, devenir, intégrer, intégrer à, rattacher à, fusionner avec' },
    ko: { noun: '후계국', verb: '편입' },
  },
  calledBack: {
    en: { noun: 'predecessor', verb: 'succeed, replace' },
    fr: { noun: 'prédécesseur', verb: 'succéder à, remplacer' },
    ko: { noun: '전신', verb: '승계, 대체' },
  },
  says: '{subject} gave way to {object}',
  will: '{subject} will give way to {object}',
  saysBack: '{subject} took over from {object}',
  mapping: ['wikidata:P1366'],
});
