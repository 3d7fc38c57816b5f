import { City } from './city.js';
import { Country } from './country.js';
import { Group } from './group.js';
import { Organization } from './organization.js';
import { Region } from './region.js';
import { Topic } from './topic.js';
import { relationship } from '../src/model/declare.js';
import { called, reference } from '../src/model/values.js';

const actors = [Country, Region, City, Organization, Group];

export const Supports = relationship(actors, 'SUPPORTS', actors, {
  reads: 'supports',
  readsBack: 'supportedBy',
  about: 'The first helps the second, or means to, in what the field names; help in return is not said.',
  says: '{subject} supports {object}[ in {field}]',
  saysBack: '{subject} has the support of {object}[ in {field}]',
  distinguishedBy: ['field'],
  properties: {
    field: called(reference('The topic in which it helps.', [Topic]), { en: { link: 'in, with, on' }, fr: { link: 'en, dans' }, ko: { link: '에서' } }),
  },
  called: {
    en: { verb: 'support, help, assist, aid, back, give support to, stand by, lend support to, promise support to, give help to' },
    fr: { verb: 'soutenir, aider, appuyer' },
    ko: { verb: '지원, 돕다, 지지' },
  },
  calledBack: { en: { noun: 'supporter' }, fr: { noun: 'soutien' }, ko: { noun: '지원국' } },
  mapping: ['plover:AID'],
});
