import { Event } from './event.js';
import { entity } from '../src/model/vocabulary.js';

export const Conflict = entity('Conflict', {
  extends: Event,
  plural: 'conflicts',
  about: 'A war, a battle, a landing, an occupation.',
  mapping: ['wikidata:Q180684'],
});
