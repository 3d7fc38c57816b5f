import { City } from './city.js';
import { Country } from './country.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/declare.js';
import { oneOf, told } from '../src/model/values.js';

export const Office = entity('Office', {
  named: false,
  phrase: 'the office of {label}',
  about: 'A position that one person after another holds: a presidency, an embassy, a mayoralty.',
  called: {
    en: {
      noun: 'office, post, position, head, chief, boss',
      verb: 'lead, head, run, rule, govern, head up, be in charge of, chair, preside over, direct, manage, command, be at the head of, be at the helm of',
      link: 'to, in',
    },
    fr: {
      noun: 'poste, fonction, mandat, titre, rôle, chef, responsable, patron',
      link: 'en, au, à, auprès de',
      verb: 'diriger, présider, gouverner, être à la tête de, commander',
    },
    ko: { noun: '직책, 직위, 직함, 역할, 수장, 책임자', verb: '이끌다, 통치, 대표' },
  },
  borneBy: 'HELD_OFFICE',
  leadsTo: 'POSTED_TO',
  properties: {
    branch: told(
      'whoever holds {subject} {meaning}',
      oneOf(
        'OfficeBranch',
        'What sort of office it is.',
        {
          HEAD_OF_STATE: 'Heads a state.',
          HEAD_OF_GOVERNMENT: 'Heads a government.',
          PARTY_LEADER: 'Leads a ruling party.',
          LEADER: 'Leads a country; a source does not say in which office.',
          MINISTER: 'Leads a ministry.',
          DIPLOMAT: 'Speaks for a country abroad.',
          LEGISLATOR: 'Sits in a parliament or leads a group within one.',
          LOCAL: 'Leads a local authority.',
          OFFICIAL: 'Serves in an administration or a body.',
          ADVISER: 'Advises somebody in office.',
          OTHER: 'Is none of these.',
        },
        {
          HEAD_OF_STATE: { en: { noun: 'head of state' }, fr: { noun: "chef d'état" }, ko: { noun: '국가원수, 국가주석, 대통령, 주석' } },
          HEAD_OF_GOVERNMENT: {
            en: { noun: 'head of government, prime minister' },
            fr: { noun: 'chef de gouvernement, premier ministre' },
            ko: { noun: '총리' },
          },
          PARTY_LEADER: { en: { noun: 'party leader, party chief' }, fr: { noun: 'chef de parti' }, ko: { noun: '당수, 당 대표' } },
          LEADER: { en: { noun: 'leader of the country' }, fr: { noun: 'dirigeant du pays' }, ko: { noun: '국가 지도자' } },
          MINISTER: { en: { noun: 'minister, cabinet minister' }, fr: { noun: 'ministre' }, ko: { noun: '장관' } },
          DIPLOMAT: {
            en: { noun: 'diplomat, ambassador, envoy, representative', verb: 'represent' },
            fr: { noun: 'diplomate, ambassadeur, ambassadrice', verb: 'représenter' },
            ko: { noun: '외교관, 대사', verb: '대표' },
          },
          LEGISLATOR: { en: { noun: 'legislator, member of parliament, lawmaker, politician' }, fr: { noun: 'parlementaire' }, ko: { noun: '의원' } },
          LOCAL: { en: { noun: 'local leader' }, fr: { noun: 'élu local' }, ko: { noun: '지방자치단체장' } },
          OFFICIAL: { en: { noun: 'official' }, fr: { noun: 'responsable' }, ko: { noun: '공무원' } },
          ADVISER: { en: { noun: 'adviser, advisor' }, fr: { noun: 'conseiller' }, ko: { noun: '보좌관' } },
          OTHER: {},
        },
      ),
    ),
  },
  mapping: ['wikidata:Q4164871', 'schema:OrganizationRole'],
});

export const HeldOffice = relationship([Person], 'HELD_OFFICE', [Office], {
  reads: 'offices',
  readsBack: 'holders',
  lasting: true,
  about: 'The person held the office, at the time that the claim gives.',
  called: {
    en: {
      noun: 'role, job, title, function',
      verb: 'hold, occupy, serve as, work as, fill, act as',
      begins: 'take up, assume, take over, be appointed, become, be named',
    },
    fr: { noun: 'rôle', verb: 'occuper, exercer', begins: 'devenir, prendre, nommer' },
    ko: { noun: '역할', verb: '맡다, 지내다, 역임', begins: '취임, 되다' },
  },
  calledBack: { en: { noun: 'holder, incumbent' }, fr: { noun: 'titulaire' }, ko: { noun: '재임자' } },
  says: '{subject} holds or held {object}',
  will: '{subject} will hold {object}',
  was: '{subject} held {object}',
  since: '{subject} has held {object}',
  saysBack: '{subject} is or was held by {object}',
  mapping: ['wikidata:P39', 'schema:hasOccupation'],
});

export const OfficeOf = relationship([Office], 'OFFICE_OF', [Country, City, Region, Organization], {
  reads: 'officeOf',
  readsBack: 'offices',
  lasting: true,
  about: 'The office belongs to the country, city, region or body.',
  called: { en: { link: 'of, for' }, fr: { link: 'de, du' }, ko: { link: '의' } },
  calledBack: { en: { noun: 'office' }, fr: { noun: 'charge' }, ko: { noun: '관직' } },
  says: '{subject} belongs to {object}',
  saysBack: '{subject} has {object}',
  mapping: ['wikidata:P2389'],
});

export const PostedTo = relationship([Office], 'POSTED_TO', [Country, City, Region, Organization], {
  reads: 'postedTo',
  readsBack: 'posts',
  about: 'Where the office is served: the country that an ambassador is sent to, the country of a branch.',
  called: { en: { link: 'to, in' }, fr: { link: 'en, au, à, auprès de' }, ko: { link: '주재, 에 있는' } },
  says: '{subject} is exercised in {object}',
  saysBack: '{subject} is the place of {object}',
});
