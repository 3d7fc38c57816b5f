import { Event } from './event.js';
import { entity } from '../src/model/declare.js';

export const Anniversary = entity('Anniversary', {
  extends: Event,
  typed: false,
  plural: 'anniversaries',
  about: 'A date that is celebrated.',
  fallsSays: '{subject} falls {when}',
  leadsTo: 'COMMEMORATES',
  called: { en: { noun: 'anniversary, jubilee', link: 'of' }, fr: { noun: 'anniversaire', link: 'de' }, ko: { noun: '기념일, 주년', link: '의' } },
  mapping: ['wikidata:Q162875'],
});
