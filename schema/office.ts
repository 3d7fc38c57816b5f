import { City } from './city.js';
import { Country } from './country.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/vocabulary.js';
import { oneOf } from '../src/model/values.js';

export const Office = entity('Office', {
  named: false,
  about: 'A position that one person after another holds: a presidency, an embassy, a mayoralty.',
  properties: {
    branch: oneOf('OfficeBranch', 'What sort of office it is.', {
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
      OTHER: 'None of these.',
    }),
  },
  mapping: ['wikidata:Q4164871', 'schema:OrganizationRole'],
});

export const HeldOffice = relationship([Person], 'HELD_OFFICE', [Office], {
  reads: 'offices',
  readsBack: 'holders',
  lasting: true,
  about: 'The person held the office, at the time that the claim gives.',
  says: '{subject} holds or held the office of {object}',
  saysBack: '{subject} is or was held by {object}',
  mapping: ['wikidata:P39', 'schema:hasOccupation'],
});

export const OfficeOf = relationship([Office], 'OFFICE_OF', [Country, City, Region, Organization], {
  reads: 'officeOf',
  readsBack: 'offices',
  about: 'The office belongs to the country, city, region or body.',
  says: '{subject} is an office of {object}',
  saysBack: '{subject} has the office of {object}',
  mapping: ['wikidata:P2389'],
});
