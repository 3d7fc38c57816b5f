import { City } from './city.js';
import { Country } from './country.js';
import { Agreement } from './agreement.js';
import { Event } from './event.js';
import { Group } from './group.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/declare.js';
import { called, many, oneOf, text, time, told } from '../src/model/values.js';

export const Partnership = entity('Partnership', {
  record: true,
  named: false,
  phrase: 'the partnership of {label}',
  orderedBy: 'since',
  about: 'A lasting tie between local authorities or bodies, signed or meant to be: a twinning, a pact, a cooperation.',
  called: {
    en: {
      noun: 'partnership, tie-up, agreement, partnership agreement, cooperation, collaboration, pairing, link-up, pact, arrangement, tie, link, bond',
      partner: 'partner, partner city, partner town, counterpart, partner region, partner district',
      verb: 'partner, pair, cooperate, work, team up, collaborate, work together, join forces, link',
    },
    fr: {
      noun: 'partenariat, accord, coopération, collaboration',
      partner: 'partenaire, ville partenaire, région partenaire, homologue',
      verb: 'associer, coopérer, collaborer, travailler, travailler ensemble, lier, unir, être en partenariat, être en coopération',
    },
    ko: {
      noun: '파트너십, 협력 관계, 협력, 협정, 협약, 동반자 관계, 제휴',
      verb: '파트너십, 협력, 협력 관계, 제휴',
      partner: '파트너, 파트너 도시, 협력 도시, 협력 상대',
    },
  },
  properties: {
    partnershipKind: told(
      '{subject} is {meaning}',
      oneOf(
        'PartnershipKind',
        'What sort of partnership somebody holds it to be.',
        {
          TWINNING: 'A twinning of sister cities.',
          FRIENDSHIP_PACT: 'A pact of friendship and cooperation.',
          COOPERATION_AGREEMENT: 'An agreement to cooperate.',
          MEMORANDUM_OF_INTENT: 'A memorandum of intent: it says what is meant to be done.',
          THEMATIC: 'Devoted to one field.',
          UNSPECIFIED: 'Called a partnership or an agreement without a word on its kind.',
        },
        {
          TWINNING: {
            en: {
              noun: 'twinning, sister city agreement, sister-city agreement, sister city relationship',
              partner: 'twin, twin town, twin city, sister city, sister town',
              verb: 'twin',
            },
            fr: { noun: 'jumelage, accord de jumelage', partner: 'ville jumelle, ville jumelée, jumelle', verb: 'jumeler' },
            ko: { noun: '자매결연, 자매도시 협정, 자매 관계', partner: '자매도시, 자매결연 도시', verb: '자매결연' },
          },
          FRIENDSHIP_PACT: { en: { noun: 'friendship pact, pact of friendship' }, fr: { noun: "pacte d'amitié" }, ko: { noun: '우호 협정' } },
          COOPERATION_AGREEMENT: { en: { noun: 'cooperation agreement' }, fr: { noun: 'accord de coopération' }, ko: { noun: '협력 협정' } },
          MEMORANDUM_OF_INTENT: { en: { noun: 'memorandum of intent' }, fr: { noun: "protocole d'intention, mémorandum" }, ko: { noun: '의향서, 양해각서' } },
          THEMATIC: {
            en: { noun: 'thematic partnership', adjective: 'thematic' },
            fr: { noun: 'partenariat thématique', adjective: 'thématique, thématiques' },
            ko: { noun: '주제별 파트너십', adjective: '주제별' },
          },
          UNSPECIFIED: {},
        },
      ),
    ),
    stage: told(
      '{subject} {meaning}',
      oneOf(
        'PartnershipStage',
        'How far it has come; absent where nobody says so.',
        {
          PLANNED: 'Has yet to be signed or to begin.',
          SIGNED: 'Has been signed or has begun.',
          ENDED: 'Is over.',
        },
        {
          PLANNED: {
            en: {
              adjective:
                'upcoming, not yet signed, unsigned, yet to be signed, to be signed, announced but not signed, announced but not yet signed, planned but not signed, planned but not yet signed, agreed but not signed',
            },
            fr: { adjective: 'à venir' },
            ko: { adjective: '예정된' },
          },
          SIGNED: {},
          ENDED: { en: { adjective: 'ended' }, fr: { adjective: 'terminé, terminés' }, ko: { adjective: '종료된' } },
        },
      ),
    ),
    activity: told(
      '{subject} is {meaning}',
      oneOf(
        'PartnershipActivity',
        'What is done under it, as somebody judges; absent where nobody does.',
        {
          ACTIVE: 'Active: called so.',
          DORMANT: 'Dormant: called so, that is signed, while little is done.',
        },
        {
          ACTIVE: { en: { adjective: 'active, dynamic, lively' }, fr: { adjective: 'actif, active, actifs, actives' }, ko: { adjective: '활발한' } },
          DORMANT: {
            en: { adjective: 'dormant, asleep, inactive, sleeping' },
            fr: { adjective: 'dormant, dormants, endormi, endormis, en sommeil' },
            ko: { adjective: '휴면, 휴면 중인' },
          },
        },
      ),
    ),
    since: called(told('{subject} began {when}', time('When it was signed or began.'), '{subject} will begin {when}'), {
      en: {
        noun: 'start, beginning, start date',
        verb: 'sign, begin, start, conclude, establish, launch, inaugurate, set up, found, date from, come into being, form, create, agree, agree on, enter into, make, seal, go back to, arise, come about, come into existence, get under way, originate, initiate, open, formalise, formalize, make formal, make official, date, ink, get going, kick off, put in place',
      },
      fr: {
        noun: 'début',
        verb: 'signer, commencer, débuter, conclure, établir, dater de, dater, nouer, lancer, créer, inaugurer, sceller, voir le jour, remonter à, démarrer, naître, passer, instaurer',
      },
      ko: { noun: '시작일', verb: '체결, 시작, 수립, 맺어지다, 맺다, 시작되다, 서명, 이루어지다, 결성, 출범, 성사' },
    }),
    until: called(told('{subject} ended {when}', time('When it ended.'), '{subject} will end {when}'), {
      en: { noun: 'end', verb: 'end, lapse' },
      fr: { noun: 'fin', verb: 'terminer, finir' },
      ko: { noun: '종료일', verb: '종료, 끝나다' },
    }),
    purpose: called(many(told('{subject} is meant {phrase}', text('What it is for, in our own words, as an infinitive.'), '{subject} will serve {phrase}')), {
      en: { noun: 'purpose, aim, goal, objective, intention' },
      fr: { noun: 'but, objectif' },
      ko: { noun: '목적, 목표' },
    }),
    difficulty: called(many(told('{subject} meets with this difficulty: {value}', text('What hinders it, in our own words.'))), {
      en: { noun: 'difficulty, problem, obstacle, challenge, weakness, hurdle, trouble, drawback' },
      fr: { noun: 'difficulté, problème, obstacle' },
      ko: { noun: '어려움' },
    }),
  },
  mapping: ['wikidata:Q1368741'],
});

export const PartnerIn = relationship([Country, City, Region, Organization, Group], 'PARTNER_IN', [Partnership], {
  reads: 'partnerships',
  readsBack: 'parties',
  describes: 'to',
  involves: true,
  about: 'Is one of the partners.',
  calledBack: {
    en: { noun: 'party', verb: 'involve', link: 'of, with, between, involving, by' },
    fr: { noun: 'partie', verb: 'impliquer, réunir, concerner', link: 'de, entre, avec, du' },
    ko: { noun: '당사자', verb: '연결', link: '의, 와, 과' },
  },
  says: '{subject} is a partner in {object}',
  saysBack: '{subject} has {object} among its partners',
  mapping: ['wikidata:P190', 'wikidata:P1891'],
});

export const Facilitated = relationship([Person, Organization, Country, City, Region, Event, Group], 'FACILITATED', [Partnership, Agreement, Event], {
  reads: 'facilitated',
  readsBack: 'facilitators',
  describes: 'to',
  about: 'Helped it to come about.',
  called: {
    en: {
      verb: 'facilitate, help, bring about, arrange, broker, make possible, help to bring about, help bring about, help to set up, help set up, help to establish, help establish, help to create, help create, initiate, mediate, support, play a part in, get off the ground, enable',
    },
    fr: { verb: 'faciliter, favoriser, permettre' },
    ko: { verb: '주선, 촉진, 돕다, 도움을 주다, 성사시키다' },
  },
  calledBack: { en: { noun: 'facilitator' }, fr: { noun: 'facilitateur, facilitatrice' }, ko: { noun: '주선자' } },
  says: '{subject} helped to bring about {object}',
  will: '{subject} will help to bring about {object}',
  saysBack: '{subject} came about with the help of {object}',
});

export const PartOf = relationship([Event, Partnership, Agreement], 'PART_OF', [Event, Partnership, Agreement], {
  reads: 'partOf',
  readsBack: 'parts',
  composes: true,
  about: 'The first took place within the second: a meeting on the sidelines of a summit, an activity of a partnership.',
  called: {
    en: { verb: 'be part of, be a part of, belong to', link: 'of, within, during, at, on the sidelines of' },
    fr: { verb: 'faire partie de, inscrire dans', link: 'de, lors de, en marge de, dans le cadre de' },
    ko: { verb: '속하다', link: '의' },
  },
  calledBack: { en: { noun: 'part', verb: 'include, comprise, contain' }, fr: { noun: 'partie', verb: 'inclure' }, ko: { noun: '일부', verb: '포함' } },
  says: '{subject} was part of {object}',
  saysBack: '{subject} included {object}',
  again: { says: '{subject} is part of {object}', saysBack: '{subject} includes {object}' },
  sentencesOf: {
    partnership: { says: '{subject} is part of {object}', saysBack: '{subject} includes {object}' },
    agreement: { says: '{subject} is part of {object}', saysBack: '{subject} includes {object}' },
  },
  mapping: ['wikidata:P361', 'schema:superEvent'],
});

export const Commemorates = relationship([Event, Partnership, Organization], 'COMMEMORATES', [Event, Person], {
  reads: 'commemorates',
  readsBack: 'commemoratedBy',
  about: 'The first keeps the memory of the second.',
  called: {
    en: {
      verb: 'commemorate, honour, honor, celebrate, mark, keep the memory of, honour the memory of, honor the memory of, recall, pay tribute to, be a tribute to, remember, be in honour of, be in honor of',
      link: 'for, in memory of, in honour of, in honor of',
    },
    fr: { verb: 'commémorer, commémore, honorer, honore, célébrer, célèbre' },
    ko: { verb: '기념' },
  },
  says: '{subject} commemorates {object}',
  saysBack: '{subject} is commemorated by {object}',
  mapping: ['wikidata:P547'],
});
