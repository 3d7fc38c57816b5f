import { City } from './city.js';
import { Country } from './country.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/vocabulary.js';
import { oneOf, time } from '../src/model/values.js';

export const Organization = entity('Organization', {
  about: 'A body that acts: a ministry, an embassy, an association, a company, an agency, a memorial, an alliance of states.',
  properties: {
    organizationKind: oneOf('OrganizationKind', 'What sort of body it is.', {
      INTERGOVERNMENTAL: 'A body of states.',
      GOVERNMENT: 'A government or the office of its head.',
      MINISTRY: 'A ministry or a department of one.',
      EMBASSY: 'An embassy or a service of one.',
      PARLIAMENT: 'A parliament, a chamber, or a group within one.',
      PUBLIC_BODY: 'A public agency or institution.',
      ASSOCIATION: 'An association or a network.',
      MEDIA: 'A newspaper, an agency, a platform.',
      COMPANY: 'A company.',
      MEMORIAL: 'A museum or place of remembrance.',
      FOUNDATION: 'A foundation.',
      PARTY: 'A political party.',
      SCHOOL: 'A school or university.',
      MILITARY: 'An armed force or command.',
      CULTURAL: 'A theatre, museum, art centre, cultural centre.',
      OTHER: 'None of these.',
    }),
    founded: time('When it was founded.'),
  },
  mapping: ['wikidata:Q43229', 'schema:Organization'],
});

export const LocatedIn = relationship([Region, City, Organization], 'LOCATED_IN', [Country, Region, City], {
  reads: 'locatedIn',
  readsBack: 'contains',
  nests: true,
  loose: true,
  about: 'The first lies in the second, or has its seat or a presence there.',
  says: '{subject} is in {object}',
  saysBack: '{subject} contains {object}',
  mapping: ['wikidata:P131', 'schema:containedInPlace'],
});

export const MemberOf = relationship([Country, Region, City, Organization], 'MEMBER_OF', [Organization, City], {
  reads: 'memberOf',
  readsBack: 'members',
  about: 'The first belongs to the second as a member or a part: a state to an alliance, a department to a ministry, a town to its association.',
  says: '{subject} is a member of {object}',
  saysBack: '{subject} has {object} as a member',
  mapping: ['wikidata:P463', 'schema:memberOf'],
});
