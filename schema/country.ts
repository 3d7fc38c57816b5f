import { latitude, longitude } from './coordinates.js';
import { entity, relationship } from '../src/model/declare.js';
import { code, oneOf, time, told } from '../src/model/values.js';

export const Country = entity('Country', {
  plural: 'countries',
  about: 'A state, now or in the past. States that succeeded one another are different countries.',
  called: { en: { noun: 'country, nation, state' }, fr: { noun: 'pays, état' }, ko: { noun: '국가, 나라' } },
  properties: {
    iso2: told('{subject} has the code {value} in ISO 3166', code('Two-letter code of ISO 3166-1.')),
    iso3: told('{subject} has the code {value} in ISO 3166', code('Three-letter code of ISO 3166-1.')),
    latitude,
    longitude,
    existed: told('{subject} is a state {when}', time('From when to when the state existed; where nobody says so, until it was succeeded.')),
  },
  mapping: ['wikidata:Q6256', 'schema:Country'],
});

export const relationLevel = oneOf(
  'RelationLevel',
  'How close two countries say they are.',
  {
    DIPLOMATIC_RELATIONS: 'They have diplomatic relations.',
    PARTNERSHIP: 'They call themselves partners, without saying of which sort.',
    STRATEGIC_PARTNERSHIP: 'They have, or hope for, a strategic partnership.',
    COMPREHENSIVE_STRATEGIC_PARTNERSHIP: 'They have a comprehensive strategic partnership.',
    ALLIANCE: 'They are allies.',
  },
  {
    DIPLOMATIC_RELATIONS: {
      en: {
        noun: 'diplomatic relations, diplomatic relation, diplomatic ties, relations, official relations, ties, formal relations, formal ties, formal diplomatic relations, formal diplomatic ties',
      },
      fr: { noun: 'relations diplomatiques, relations, liens diplomatiques' },
      ko: { noun: '외교 관계, 수교, 국교', begins: '수교, 외교 관계를 수립, 외교 관계를 맺다, 국교를 수립, 관계를 수립' },
    },
    PARTNERSHIP: {},
    STRATEGIC_PARTNERSHIP: {
      en: { noun: 'strategic partnership', partner: 'strategic partner' },
      fr: { noun: 'partenariat stratégique', partner: 'partenaire stratégique' },
      ko: { noun: '전략적 동반자 관계', partner: '전략적 동반자', begins: '전략적 동반자 관계로 격상, 전략적 동반자 관계를 수립' },
    },
    COMPREHENSIVE_STRATEGIC_PARTNERSHIP: {
      en: { noun: 'comprehensive strategic partnership', partner: 'comprehensive strategic partner' },
      fr: { noun: 'partenariat stratégique global', partner: 'partenaire stratégique global' },
      ko: { noun: '포괄적 전략적 동반자 관계', partner: '포괄적 전략적 동반자', begins: '포괄적 전략적 동반자 관계로 격상, 포괄적 전략적 동반자 관계를 수립' },
    },
    ALLIANCE: {
      en: { noun: 'alliance', partner: 'ally', adjective: 'allied' },
      fr: { noun: 'alliance', partner: 'allié, alliée', adjective: 'allié' },
      ko: { noun: '동맹', partner: '동맹국, 동맹, 우방국', adjective: '동맹' },
    },
  },
);

export const DiplomaticRelation = relationship([Country], 'DIPLOMATIC_RELATION', [Country], {
  reads: 'diplomaticRelations',
  readsBack: 'diplomaticRelations',
  nouns: ['DiplomaticRelation', 'DiplomaticRelation'],
  lasting: true,
  symmetric: true,
  about: 'The two countries stand in a diplomatic relation of some level; stored once for both.',
  says: '{subject} has {level} with {object}',
  saysBack: '{subject} has {level} with {object}',
  words: {
    level: {
      '': 'diplomatic relations',
      DIPLOMATIC_RELATIONS: 'diplomatic relations',
      PARTNERSHIP: 'a partnership',
      STRATEGIC_PARTNERSHIP: 'a strategic partnership',
      COMPREHENSIVE_STRATEGIC_PARTNERSHIP: 'a comprehensive strategic partnership',
      ALLIANCE: 'an alliance',
    },
  },
  distinguishedBy: ['level'],
  properties: { level: relationLevel },
  mapping: ['wikidata:P530', 'plover:SUPPORT'],
});

export const Recognizes = relationship([Country], 'RECOGNIZES', [Country], {
  reads: 'recognizes',
  readsBack: 'recognizedBy',
  lasting: true,
  about: 'The first country acknowledges the second as a state; a denied claim says that it does not.',
  called: { en: { verb: 'recognize, recognise, acknowledge, accept, admit, consider legitimate' }, fr: { verb: 'reconnaître' }, ko: { verb: '승인, 인정' } },
  says: '{subject} recognises {object}',
  saysBack: '{subject} is recognised by {object}',
  mapping: ['plover:SUPPORT'],
});
