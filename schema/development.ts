import { Event } from './event.js';
import { entity } from '../src/model/declare.js';

export const Development = entity('Development', {
  extends: Event,
  typed: false,
  plural: 'developments',
  about: 'Something that came about without anybody doing it as one act: an epidemic, a decline, the growth of cities, a liberation.',
  called: { en: { noun: 'development' }, fr: { noun: 'évolution' }, ko: { noun: '전개, 변화' } },
  mapping: ['wikidata:Q1190554'],
});
