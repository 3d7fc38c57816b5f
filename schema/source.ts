import { Event } from './event.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { entity, relationship } from '../src/model/vocabulary.js';
import { given, integer, many, text, time } from '../src/model/values.js';

export const Source = entity('Source', {
  named: false,
  orderedBy: 'published',
  about: 'A document or data set that claims come from, cut into sentences.',
  properties: {
    title: given(text('Its title, or what it is, in our own words.')),
    language: given(text('The language it is written in (BCP 47).')),
    published: given(time('When it was published, as far as known.')),
    sha256: given(text('SHA-256 of its text, by which the text is found where it is at hand.')),
    length: given(integer('Length of its text in Unicode code points.')),
    url: given(text('Where it was published.')),
    section: many(text('A part of it, in our own words.')),
    defect: many(text('What is wrong with the text as it stands; no fact is taken from it.')),
  },
  mapping: ['schema:CreativeWork', 'prov:Entity'],
});

export const PublishedBy = relationship([Source], 'PUBLISHED_BY', [Organization], {
  reads: 'publishers',
  readsBack: 'published',
  traversed: false,
  about: 'The body that published it.',
  says: '{subject} was published by {object}',
  saysBack: '{subject} published {object}',
  mapping: ['schema:publisher'],
});

export const WrittenBy = relationship([Source], 'WRITTEN_BY', [Person, Organization], {
  reads: 'authors',
  readsBack: 'wrote',
  traversed: false,
  about: 'Who wrote it, or took its photograph.',
  says: '{subject} was written by {object}',
  saysBack: '{subject} wrote {object}',
  mapping: ['schema:author', 'prov:wasAttributedTo'],
});

export const Cites = relationship([Source], 'CITES', [Source, Organization, Person, Event], {
  reads: 'cites',
  readsBack: 'citedBy',
  traversed: false,
  about: 'The document draws on the second, or thanks or refers to it.',
  says: '{subject} cites {object}',
  saysBack: '{subject} is cited by {object}',
  mapping: ['schema:citation'],
});
