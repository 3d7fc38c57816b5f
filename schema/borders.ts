import { Country } from './country.js';
import { relationship } from '../src/model/declare.js';

export const Borders = relationship([Country], 'BORDERS', [Country], {
  reads: 'borders',
  readsBack: 'borders',
  lasting: true,
  symmetric: true,
  loose: true,
  about: 'The two countries have a border on land; stored once for both.',
  called: {
    en: { noun: 'neighbour, neighbor, neighbouring country, neighboring country', verb: 'border, share a border with, adjoin' },
    fr: { noun: 'voisin, pays voisin, pays limitrophe', verb: 'border, partager une frontière avec, avoir une frontière avec' },
    ko: { noun: '이웃 나라, 인접국, 접경국', verb: '국경을 접하다, 접경, 국경을 맞대다' },
  },
  says: '{subject} borders {object}',
  saysBack: '{subject} borders {object}',
  mapping: ['wikidata:P47'],
});
