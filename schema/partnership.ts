import { City } from './city.js';
import { Country } from './country.js';
import { Agreement } from './agreement.js';
import { Event } from './event.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/vocabulary.js';
import { many, oneOf, text, time } from '../src/model/values.js';

export const Partnership = entity('Partnership', {
  record: true,
  named: false,
  orderedBy: 'since',
  about: 'A lasting tie between local authorities or bodies, signed or meant to be: a twinning, a pact, a cooperation.',
  properties: {
    partnershipKind: oneOf('PartnershipKind', 'What sort of partnership somebody holds it to be.', {
      TWINNING: 'A twinning, or sister cities.',
      FRIENDSHIP_PACT: 'A pact of friendship and cooperation.',
      COOPERATION_AGREEMENT: 'An agreement to cooperate.',
      MEMORANDUM_OF_INTENT: 'A memorandum that says what is intended.',
      THEMATIC: 'A partnership in one field.',
      UNSPECIFIED: 'Called a partnership, no more.',
    }),
    partnershipStatus: oneOf('PartnershipStatus', 'How it stands.', {
      UPCOMING: 'Not yet signed.',
      ACTIVE: 'Something is done under it.',
      DORMANT: 'Signed, and little is done.',
      ENDED: 'It is over.',
      UNKNOWN: 'Not said.',
    }),
    since: time('When it was signed or began.'),
    until: time('When it ended.'),
    purpose: many(text('What it is for, in our own words.')),
    difficulty: many(text('What hinders it, in our own words.')),
  },
  mapping: ['wikidata:Q1368741'],
});

export const PartnerIn = relationship([Country, City, Region, Organization], 'PARTNER_IN', [Partnership], {
  reads: 'partnerships',
  readsBack: 'parties',
  describes: 'to',
  involves: true,
  about: 'Is one of the partners.',
  says: '{subject} is a partner in {object}',
  saysBack: '{subject} has {object} as a partner',
  mapping: ['wikidata:P190', 'wikidata:P1891'],
});

export const Facilitated = relationship([Person, Organization, Country, City, Region, Event], 'FACILITATED', [Partnership, Agreement, Event], {
  reads: 'facilitated',
  readsBack: 'facilitators',
  describes: 'to',
  about: 'Helped it to come about.',
  says: '{subject} helped to bring about {object}',
  saysBack: '{subject} came about with the help of {object}',
});

export const PartOf = relationship([Event, Partnership, Organization, Agreement], 'PART_OF', [Event, Partnership, Agreement, Organization], {
  reads: 'partOf',
  readsBack: 'parts',
  about: 'The first took place within the second: a meeting on the sidelines of a summit, an activity of a partnership, a service within a body.',
  says: '{subject} was part of {object}',
  saysBack: '{subject} included {object}',
  mapping: ['wikidata:P361', 'schema:superEvent'],
});

export const Commemorates = relationship([Event, Partnership, Organization], 'COMMEMORATES', [Event, Person], {
  reads: 'commemorates',
  readsBack: 'commemoratedBy',
  about: 'The first keeps the memory of the second.',
  says: '{subject} commemorates {object}',
  saysBack: '{subject} is commemorated by {object}',
  mapping: ['wikidata:P547'],
});
