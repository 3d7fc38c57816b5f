import { City } from './city.js';
import { Country } from './country.js';
import { Group } from './group.js';
import { Organization } from './organization.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/declare.js';
import { called, oneOf, text, time, told } from '../src/model/values.js';

export const Person = entity('Person', {
  plural: 'people',
  about: 'A person named in a source.',
  personal: true,
  called: { en: { noun: 'person, human being' }, fr: { noun: 'personne' }, ko: { noun: '사람, 인물' } },
  properties: {
    gender: oneOf(
      'Gender',
      'The gender of the person, as sources speak; null where none tells.',
      { FEMALE: 'A woman.', MALE: 'A man.', OTHER: 'Another.' },
      {
        FEMALE: { en: { noun: 'woman', adjective: 'female' }, fr: { noun: 'femme', adjective: 'féminin' }, ko: { noun: '여성', adjective: '여성' } },
        MALE: { en: { noun: 'man', adjective: 'male' }, fr: { noun: 'homme', adjective: 'masculin' }, ko: { noun: '남성', adjective: '남성' } },
      },
    ),
    born: called(told('{subject} was born {when}', time('When the person was born.')), {
      en: { noun: 'birth, date of birth, birthday', verb: 'bear' },
      fr: { noun: 'naissance', verb: 'naître' },
      ko: { noun: '출생, 생일', verb: '태어나다, 출생' },
    }),
    died: called(told('{subject} died {when}', time('When the person died.')), {
      en: { noun: 'death', verb: 'die' },
      fr: { noun: 'mort', verb: 'mourir, décéder' },
      ko: { noun: '사망', verb: '사망, 숨지다' },
    }),
    profession: called(told('{subject} has the profession of {value}', text('What the person is by trade, where no office says it.')), {
      en: { noun: 'profession, occupation, trade' },
      fr: { noun: 'profession, métier' },
      ko: { noun: '직업' },
    }),
  },
  labels: [
    {
      label: 'Leader',
      plural: 'leaders',
      about: 'People who hold or held an office that leads a state, a government or a ruling party.',
      called: { en: { noun: 'leader, world leader' }, fr: { noun: 'dirigeant, dirigeante' }, ko: { noun: '지도자, 정상' } },
      via: 'HELD_OFFICE',
      property: 'branch',
      values: ['HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT', 'PARTY_LEADER', 'LEADER'],
    },
  ],
  mapping: ['wikidata:Q5', 'schema:Person'],
});

export const AffiliatedWith = relationship([Person, Organization, Group], 'AFFILIATED_WITH', [Organization, Country, City, Region], {
  reads: 'affiliations',
  readsBack: 'affiliates',
  nouns: ['Affiliation', 'Affiliate'],
  lasting: true,
  loose: true,
  about:
    'The person or body belongs to the second without a named office: a writer to an institute, an official to a town; or is from there, as what is called French is, or is one of its public bodies.',
  called: {
    en: {
      noun: 'employer',
      verb: 'belong to, work for, work at, come from, be from, be employed by, be affiliated with, be attached to, hail from, stem from',
      link: 'of, from, at, with, for',
    },
    fr: { noun: 'rattachement, employeur', verb: 'travailler pour, travailler à, appartenir à, venir de', link: 'de, du' },
    ko: { noun: '소속', verb: '소속, 속하다, 근무', link: '의' },
  },
  calledBack: { en: { noun: 'employee, staff' }, fr: { noun: 'membre du personnel, employé, personnel' }, ko: { noun: '직원' } },
  says: '{subject} is {tie} {object}',
  words: { tie: { '': 'affiliated with', ORIGIN: 'from', PUBLIC_BODY: 'a public body of' } },
  saysBack: '{subject} has {object} among its people or bodies',
  properties: {
    tie: oneOf('AffiliationTie', 'By what the first belongs to the second; null where it works there or for it.', {
      ORIGIN: 'It comes from there: a French company, a doctor from a town.',
      PUBLIC_BODY: 'It is a body of the state: a ministry, an embassy, a parliament.',
    }),
  },
  mapping: ['wikidata:P1416', 'schema:affiliation'],
});

export const AlliedWith = relationship([Person], 'ALLIED_WITH', [Person], {
  reads: 'allies',
  readsBack: 'allies',
  lasting: true,
  symmetric: true,
  about: 'A source calls the two allies of one another. Between countries this is a diplomatic relation of the level ALLIANCE.',
  called: {
    en: { noun: 'ally', verb: 'ally with, ally to' },
    fr: { noun: 'allié, alliée', verb: 'allier à, allier avec' },
    ko: { noun: '동맹, 동맹자, 우방', verb: '동맹' },
  },
  says: '{subject} is an ally of {object}',
  saysBack: '{subject} is an ally of {object}',
});
