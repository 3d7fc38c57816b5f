import { City } from './city.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Organization } from './organization.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/declare.js';
import { called, oneOf, time, told } from '../src/model/values.js';

export const Agreement = entity('Agreement', {
  record: true,
  named: false,
  orderedBy: 'signed',
  about: 'What states or bodies agreed on: a treaty, a declaration, a memorandum, a convention.',
  called: { en: { noun: 'agreement, accord, pact, deal' }, fr: { noun: 'accord, pacte' }, ko: { noun: '협정, 합의, 조약' } },
  properties: {
    agreementKind: told(
      '{subject} is {meaning}',
      oneOf(
        'AgreementKind',
        'What sort of agreement it is.',
        {
          TREATY: 'A treaty.',
          ALLIANCE: 'A treaty by which states promise one another help.',
          FREE_TRADE: 'Devoted to free trade.',
          DEFENCE: 'An agreement on defence.',
          PARTNERSHIP_DECLARATION: 'A declaration or agreement of partnership between states.',
          MEMORANDUM: 'A memorandum of understanding.',
          CONVENTION: 'A convention open to many.',
          CODE_OF_CONDUCT: 'A code of conduct: one itself, or a declaration on one.',
          SECTORAL: 'Devoted to certain fields of cooperation.',
          OTHER: 'Of another kind.',
        },
        {
          TREATY: { en: { noun: 'treaty' }, fr: { noun: 'traité' }, ko: { noun: '조약' } },
          ALLIANCE: {
            en: { noun: 'treaty, alliance treaty, defense treaty, defence treaty, mutual aid treaty' },
            fr: { noun: "traité, traité d'alliance, traité de défense, traité de défense mutuelle, traité d'assistance mutuelle, traité d'assistance" },
            ko: { noun: '조약, 동맹 조약, 방위 조약, 상호방위조약, 상호원조조약, 원조 조약, 우호 조약' },
          },
          FREE_TRADE: {
            en: {
              noun: 'free trade agreement, free trade deal, free trade pact, trade agreement, trade deal, fta, free trade',
              partner: 'free trade partner',
              verb: 'trade freely',
            },
            fr: {
              noun: 'accord de libre-échange, accords de libre-échange, traité de libre-échange, accord commercial',
              partner: 'partenaire de libre-échange',
              verb: 'commercer librement',
            },
            ko: { noun: '자유무역협정, 무역 협정, fta', partner: '자유무역 상대국', verb: '자유무역' },
          },
          DEFENCE: {
            en: { noun: 'defence agreement, defense agreement, defence cooperation agreement' },
            fr: { noun: 'accord de défense, accord de coopération militaire, accord militaire' },
            ko: { noun: '국방 협정, 국방 협력 협정, 방위 협정, 군사 협정' },
          },
          PARTNERSHIP_DECLARATION: {
            en: { noun: 'partnership agreement, partnership declaration' },
            fr: { noun: 'accord de partenariat, déclaration de partenariat' },
            ko: { noun: '동반자 관계 협정, 동반자 협정' },
          },
          MEMORANDUM: { en: { noun: 'memorandum, memorandum of understanding, mou' }, fr: { noun: 'mémorandum' }, ko: { noun: '양해각서' } },
          CONVENTION: { en: { noun: 'convention, treaty' }, fr: { noun: 'convention, traité' }, ko: { noun: '협약, 조약' } },
          CODE_OF_CONDUCT: { en: { noun: 'code of conduct' }, fr: { noun: 'code de conduite' }, ko: { noun: '행동 규범' } },
          SECTORAL: { en: { noun: 'sectoral agreement' }, fr: { noun: 'accord sectoriel' }, ko: { noun: '분야별 협정' } },
          OTHER: {},
        },
      ),
    ),
    agreementStatus: told(
      '{subject} {meaning}',
      oneOf(
        'AgreementStatus',
        'How far it has come; absent where nobody says so.',
        {
          PROPOSED: 'Is still to be agreed or signed: wanted or under negotiation.',
          SIGNED: 'Has been signed.',
          IN_FORCE: 'Is in force.',
          ENDED: 'Is no longer in force.',
        },
        {
          PROPOSED: {
            en: {
              adjective:
                'proposed, under negotiation, announced but not signed, announced but not yet signed, planned but not signed, planned but not yet signed, agreed but not signed',
            },
            fr: { adjective: 'proposé, proposés, en négociation' },
            ko: { adjective: '협상 중인' },
          },
          SIGNED: {},
          IN_FORCE: { en: { adjective: 'in force' }, fr: { adjective: 'en vigueur' }, ko: { adjective: '발효 중인' } },
          ENDED: { en: { adjective: 'ended' }, fr: { adjective: 'terminé, terminés' }, ko: { adjective: '종료된' } },
        },
      ),
    ),
    signed: called(told('{subject} was signed {when}', time('When it was signed or adopted.')), {
      en: {
        noun: 'signing, signature',
        verb: 'sign, conclude, reach, adopt, make, strike, agree, agree on, seal, enter into, negotiate, ratify, ink, date from, go back to, date',
      },
      fr: { noun: 'signature', verb: 'signer, conclure, passer, ratifier, adopter, dater de, dater, remonter à' },
      ko: { noun: '체결일', verb: '체결, 서명, 수립, 조인, 맺다' },
    }),
    dated: told('{subject}, by its name, dates from {value}', time('The year in its name, or by which it is known; whether it was signed then is not said.')),
    inForce: told('{subject} is in force {when}', time('From when, or from when to when, it has been in force.')),
  },
  mapping: ['wikidata:Q131569'],
});

export const PartyTo = relationship([Country, Region, City, Organization], 'PARTY_TO', [Agreement], {
  reads: 'agreements',
  readsBack: 'parties',
  describes: 'to',
  involves: true,
  about: 'Is one of those who agreed.',
  calledBack: {
    en: { noun: 'party, signatory', verb: 'involve, bind, link, unite', link: 'of, with, between, involving, by' },
    fr: { noun: 'partie, signataire', verb: 'lier, unir', link: 'de, entre, avec' },
    ko: { noun: '당사국, 서명국', verb: '결속', link: '의, 와, 과' },
  },
  says: '{subject} is a party to {object}',
  saysBack: '{subject} has {object} among its parties',
  mapping: ['wikidata:P1891'],
});

export const SignedAt = relationship([Agreement], 'SIGNED_AT', [Event, City], {
  reads: 'signedAt',
  readsBack: 'signedHere',
  about: 'The agreement was signed on that occasion or in that place.',
  says: '{subject} was signed at {object}',
  saysBack: '{subject} was where {object} was signed',
  mapping: ['wikidata:P4647'],
});
