import { City } from './city.js';
import { Country } from './country.js';
import { Group } from './group.js';
import { Organization } from './organization.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/declare.js';
import { called, oneOf, reference, text, told } from '../src/model/values.js';

export const Topic = entity('Topic', {
  named: false,
  nameSays: '“{value}” is filed under {subject}',
  about: 'What something is about: a field of cooperation, a good, an issue, an idea. Its names are alternative labels.',
  properties: { definition: told('{subject}: {value}', text('What the topic takes in.')) },
  called: {
    en: { noun: 'topic, subject, field, issue, area, sector, domain, theme, good, product' },
    fr: { noun: 'sujet, thème, domaine, secteur, bien, produit' },
    ko: { noun: '주제, 분야' },
  },
  mapping: ['skos:Concept'],
});

export const Broader = relationship([Topic], 'BROADER', [Topic], {
  reads: 'broader',
  readsBack: 'narrower',
  traversed: false,
  about: 'The wider topic takes in the narrower one.',
  says: '{subject} is part of the wider topic {object}',
  saysBack: '{subject} takes in {object}',
  mapping: ['skos:broader'],
});

export const CooperatesWith = relationship([Country, Region, City, Organization, Group], 'COOPERATES_WITH', [Country, Region, City, Organization, Group], {
  reads: 'cooperatesWith',
  readsBack: 'cooperatesWith',
  nouns: ['Cooperation', 'Cooperation'],
  lasting: true,
  symmetric: true,
  about:
    'The two work together in a field, or mean to; one fact for each field. Each end is who acts: what towns do is no cooperation of states. A signed partnership is an entity of its own.',
  called: {
    en: {
      noun: 'cooperation partner',
      verb: 'cooperate with, cooperate, work with, work together with, work together, collaborate with, collaborate, team up with',
    },
    fr: { noun: 'partenaire de coopération', verb: 'coopérer avec, coopérer, collaborer avec, collaborer, travailler avec, travailler ensemble' },
    ko: { noun: '협력국', verb: '협력, 협업' },
  },
  says: '{subject} cooperates[ {degree}] with {object}[ in {field}]',
  saysBack: '{subject} cooperates[ {degree}] with {object}[ in {field}]',
  words: { degree: { CLOSER: 'more closely' } },
  distinguishedBy: ['field'],
  compares: 'degree',
  properties: {
    field: called(reference('The topic in which they cooperate; of what they signed, `concerns` with the aspect FIELD.', [Topic]), {
      en: { link: 'in, on, about' },
      fr: { link: 'en, dans, sur' },
      ko: { link: '에서, 에 대해' },
    }),
    degree: oneOf('CooperationDegree', 'How much, beside what is already; absent where nothing is said of it.', {
      CLOSER: 'More than so far: what is to be strengthened, expanded or promoted.',
    }),
  },
  mapping: ['plover:COOPERATE'],
});

export const TradesWith = relationship([Country], 'TRADES_WITH', [Country], {
  reads: 'tradesWith',
  readsBack: 'tradesWith',
  nouns: ['Trade', 'Trade'],
  lasting: true,
  symmetric: true,
  about: 'The two countries trade, in the goods named; one fact for each good.',
  called: {
    en: { noun: 'trading partner, trade partner', verb: 'trade with, trade, do business with' },
    fr: { noun: 'partenaire commercial', verb: 'commercer avec, commercer, échanger' },
    ko: { noun: '무역 상대국', verb: '교역, 무역' },
  },
  says: '{subject} trades with {object}[ in {good}]',
  saysBack: '{subject} trades with {object}[ in {good}]',
  distinguishedBy: ['good'],
  properties: { good: called(reference('The topic that stands for the good.', [Topic]), { en: { link: 'in' }, fr: { link: 'de' }, ko: { link: '에서' } }) },
  mapping: ['plover:COOPERATE'],
});
