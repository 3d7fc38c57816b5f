import { entity } from '../src/model/declare.js';

export const Group = entity('Group', {
  named: false,
  several: true,
  called: { en: { noun: 'group' }, fr: { noun: 'groupe' }, ko: { noun: '집단' } },
  about: 'People or bodies that a source speaks of together, without their names: French universities, local authorities of Korea, parliamentarians.',
  mapping: ['wikidata:Q874405'],
});
