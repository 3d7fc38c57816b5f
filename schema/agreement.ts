import { City } from './city.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Organization } from './organization.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/vocabulary.js';
import { oneOf, time } from '../src/model/values.js';

export const Agreement = entity('Agreement', {
  record: true,
  named: false,
  orderedBy: 'signed',
  about: 'What states or bodies agreed on: a treaty, a declaration, a memorandum, a convention.',
  properties: {
    agreementKind: oneOf('AgreementKind', 'What sort of agreement it is.', {
      TREATY: 'A treaty.',
      ALLIANCE: 'A treaty by which states promise one another help.',
      FREE_TRADE: 'A free trade agreement.',
      DEFENCE: 'An agreement on defence.',
      PARTNERSHIP_DECLARATION: 'A declaration of partnership between states.',
      MEMORANDUM: 'A memorandum of understanding.',
      CONVENTION: 'A convention open to many.',
      CODE_OF_CONDUCT: 'Rules of conduct, or a declaration on them.',
      SECTORAL: 'An agreement on one field of cooperation.',
      OTHER: 'None of these.',
    }),
    agreementStatus: oneOf('AgreementStatus', 'How far it has come.', {
      PROPOSED: 'Wanted or under negotiation.',
      SIGNED: 'Signed.',
      IN_FORCE: 'In force.',
      ENDED: 'No longer in force.',
      UNKNOWN: 'Not said.',
    }),
    signed: time('When it was signed or adopted.'),
    inForce: time('From when, or from when to when, it has been in force.'),
  },
  mapping: ['wikidata:Q131569'],
});

export const PartyTo = relationship([Country, Region, City, Organization], 'PARTY_TO', [Agreement], {
  reads: 'agreements',
  readsBack: 'parties',
  describes: 'to',
  involves: true,
  about: 'Is one of those who agreed.',
  says: '{subject} is a party to {object}',
  saysBack: '{subject} has {object} as a party',
  mapping: ['wikidata:P1891'],
});

export const SignedAt = relationship([Agreement], 'SIGNED_AT', [Event, City], {
  reads: 'signedAt',
  readsBack: 'signedHere',
  about: 'The agreement was signed on that occasion or in that place.',
  says: '{subject} was signed at {object}',
  saysBack: '{subject} saw the signing of {object}',
  mapping: ['wikidata:P4647'],
});
