import { City } from './city.js';
import { Country } from './country.js';
import { Organization } from './organization.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/vocabulary.js';
import { oneOf, text } from '../src/model/values.js';

export const Person = entity('Person', {
  plural: 'people',
  about: 'A person named in a source.',
  properties: {
    gender: oneOf('Gender', 'As a source speaks of the person.', { FEMALE: 'A woman.', MALE: 'A man.', OTHER: 'Another.' }),
    profession: text('What the person is by trade, where no office says it.'),
  },
  labels: [
    {
      label: 'Leader',
      plural: 'leaders',
      about: 'People who hold or held an office that leads a state, a government or a ruling party.',
      via: 'HELD_OFFICE',
      property: 'branch',
      values: ['HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT', 'PARTY_LEADER', 'LEADER'],
    },
  ],
  mapping: ['wikidata:Q5', 'schema:Person'],
});

export const AffiliatedWith = relationship([Person, Organization], 'AFFILIATED_WITH', [Organization, Country, City, Region], {
  reads: 'affiliations',
  readsBack: 'affiliates',
  loose: true,
  about: 'The person or body belongs to the second without a named office: a writer to an institute, an official to a town, a company to a country.',
  says: '{subject} is affiliated with {object}',
  saysBack: '{subject} has {object} among its people or bodies',
  mapping: ['wikidata:P1416', 'schema:affiliation'],
});

export const AlliedWith = relationship([Person], 'ALLIED_WITH', [Person], {
  reads: 'allies',
  readsBack: 'allies',
  symmetric: true,
  about: 'A source calls the two allies of one another. Between countries this is a diplomatic relation of the level ALLIANCE.',
  says: '{subject} is an ally of {object}',
  saysBack: '{subject} is an ally of {object}',
});
