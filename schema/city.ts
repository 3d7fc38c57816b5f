import { latitude, longitude } from './coordinates.js';
import { Country } from './country.js';
import { entity, relationship } from '../src/model/declare.js';
import { oneOf, told } from '../src/model/values.js';

export const City = entity('City', {
  plural: 'cities',
  sortedBy: 'cityLevel',
  about:
    'A city, or a municipal body within or around one: a district, a metropolis, an association of towns. Local authorities are cities, and regions of the levels REGION and PROVINCE.',
  called: {
    en: { noun: 'city, town, municipality, place, local authority' },
    fr: { noun: 'ville, commune, collectivité, collectivité locale, lieu' },
    ko: { noun: '도시, 지자체, 지방자치단체' },
  },
  properties: {
    cityLevel: told(
      '{subject} counts as {meaning}',
      oneOf(
        'CityLevel',
        'What sort of municipal body it is.',
        {
          CITY: 'A town or city.',
          DISTRICT: 'A district of a city; its partners are not those of its city.',
          METROPOLIS: 'A metropolis or metropolitan city: a city with its surroundings, as one authority.',
          INTERCOMMUNALITY: 'A union of municipalities that act together.',
        },
        {
          CITY: {},
          DISTRICT: {
            en: { noun: 'district, arrondissement, borough, ward, city district' },
            fr: { noun: 'arrondissement, district' },
            ko: { noun: '구, 자치구' },
          },
          METROPOLIS: { en: { noun: 'metropolis, metropolitan area' }, fr: { noun: 'métropole' }, ko: { noun: '광역시, 대도시권' } },
          INTERCOMMUNALITY: { en: { noun: 'intercommunality' }, fr: { noun: 'intercommunalité' }, ko: { noun: '지자체 연합' } },
        },
      ),
    ),
    latitude,
    longitude,
  },
  mapping: ['wikidata:Q515', 'schema:City'],
});

export const CapitalOf = relationship([City], 'CAPITAL_OF', [Country], {
  reads: 'capitalOf',
  readsBack: 'capital',
  lasting: true,
  about: 'The city is the seat of the country.',
  calledBack: { en: { noun: 'capital, capital city' }, fr: { noun: 'capitale' }, ko: { noun: '수도' } },
  says: '{subject} is the capital of {object}',
  saysBack: '{subject} has its capital in {object}',
  mapping: ['wikidata:P1376'],
});
