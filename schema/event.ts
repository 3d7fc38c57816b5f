import { City } from './city.js';
import { Country } from './country.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { Region } from './region.js';
import { context, ploverMode, ploverType } from './plover.js';
import { entity, relationship } from '../src/model/vocabulary.js';
import { many, oneOf, reference, time } from '../src/model/values.js';

export const Event = entity('Event', {
  abstract: true,
  record: true,
  named: false,
  orderedBy: 'when',
  about: 'Something that happened at some time, or is meant to.',
  properties: {
    when: time('When it took place, or is to.'),
    ploverType,
    ploverMode,
    contexts: many(context),
  },
  mapping: ['wikidata:Q1190554', 'schema:Event'],
});

export const Action = entity('Action', {
  extends: Event,
  about: 'Something done that is no meeting: a delivery, a deployment, a landing, a foundation, a decision.',
});

export const TookPart = relationship([Person, Country, City, Region, Organization], 'TOOK_PART', [Event], {
  reads: 'events',
  readsBack: 'participants',
  describes: 'to',
  involves: true,
  about: 'Was there or did it, in person or through somebody who spoke for it.',
  says: '{subject} took part in {object}',
  saysBack: '{subject} had {object} taking part',
  properties: {
    role: oneOf('ParticipationRole', 'In which part.', {
      HOST: 'Received the others.',
      VISITOR: 'Came to the host.',
      PARTICIPANT: 'Was there; no other part is said.',
      ORGANIZER: 'Arranged it.',
      INVITED: 'Was asked to come.',
      MEDIATOR: 'Brought others together.',
      ACTOR: 'Did it.',
      RECIPIENT: 'It was done to or for them.',
    }),
    represents: reference('The country or body that the person spoke for.'),
    capacity: reference('The office in which the person was there.'),
  },
  mapping: ['wikidata:P710', 'schema:participant'],
});

export const HeldIn = relationship([Event], 'HELD_IN', [Country, Region, City, Organization], {
  reads: 'places',
  readsBack: 'eventsHeld',
  about: 'The event took place there.',
  says: '{subject} took place in {object}',
  saysBack: '{subject} saw {object}',
  mapping: ['wikidata:P276', 'schema:location'],
});

export const Followed = relationship([Event], 'FOLLOWED', [Event], {
  reads: 'after',
  readsBack: 'before',
  about: 'The first came after the second, as a source tells it.',
  says: '{subject} followed {object}',
  saysBack: '{subject} was followed by {object}',
  mapping: ['wikidata:P155'],
});

export const Influenced = relationship([Event, Person, Country, City, Region, Organization], 'INFLUENCED', [Event, Country, City, Region, Organization], {
  reads: 'influenced',
  readsBack: 'influencedBy',
  loose: true,
  about: 'The first had an effect on the second or was its model, as a source says.',
  says: '{subject} influenced {object}',
  saysBack: '{subject} was influenced by {object}',
  mapping: ['wikidata:P737'],
});
