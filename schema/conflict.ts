import { Event } from './event.js';
import { entity } from '../src/model/declare.js';

export const Conflict = entity('Conflict', {
  extends: Event,
  typed: false,
  plural: 'conflicts',
  about: 'A war, a battle, a landing, an occupation.',
  called: { en: { noun: 'conflict, battle' }, fr: { noun: 'conflit' }, ko: { noun: '분쟁' } },
  mapping: ['wikidata:Q180684'],
});
