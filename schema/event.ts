import { City } from './city.js';
import { Country } from './country.js';
import { Group } from './group.js';
import { Office } from './office.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { Site } from './site.js';
import { Region } from './region.js';
import { context, ploverMode, ploverType } from './plover.js';
import { entity, relationship } from '../src/model/declare.js';
import { called, derived, integer, many, oneOf, reference, time, told } from '../src/model/values.js';

export const Event = entity('Event', {
  abstract: true,
  record: true,
  named: false,
  orderedBy: 'when',
  recursBy: 'recurs',
  about: 'Something that happened at some time, or is meant to.',
  called: {
    en: { noun: 'event, activity', verb: 'happen, occur, take place, go on, come before, come after, be held, go ahead, unfold' },
    fr: { noun: 'événement, activité', verb: 'passer, avoir lieu' },
    ko: { noun: '행사, 사건', verb: '일어나다, 열리다, 이루어지다, 벌어지다' },
  },
  properties: {
    when: called(told('{subject} took place {when}', time('When it took place, or is to.'), '{subject} will take place {when}'), {
      en: {
        noun: 'date',
        verb: 'hold, fall, stage, show, exhibit, screen, celebrate, mark, build, erect, schedule, carry out, launch',
        asked: 'begin, start, break out, end, finish, last, open, close, erupt, run',
      },
      fr: { noun: 'date', verb: 'tenir, célébrer, dérouler', asked: 'commencer, débuter, éclater, finir, durer' },
      ko: { noun: '날짜', verb: '열리다, 개최', asked: '시작' },
    }),
    recurs: told(
      '{subject} {meaning}',
      oneOf(
        'Recurrence',
        'How often it happens, or that it goes on; absent where it happens once, or nobody says.',
        {
          YEARLY: 'Takes place every year.',
          EVERY_OTHER_YEAR: 'Takes place every second year.',
          REGULARLY: 'Takes place regularly.',
          REPEATEDLY: 'Takes place again and again: how often is not said.',
          ONGOING: 'Goes on at the time of the source.',
        },
        {
          YEARLY: { en: { adjective: 'yearly, annual' }, fr: { adjective: 'annuel, annuels, annuelle' }, ko: { adjective: '연례' } },
          EVERY_OTHER_YEAR: { en: { adjective: 'biennial' }, fr: { adjective: 'biennal, biennale' }, ko: { adjective: '격년' } },
          REGULARLY: { en: { adjective: 'regular' }, fr: { adjective: 'régulier, réguliers' }, ko: { adjective: '정기적' } },
          REPEATEDLY: { en: { adjective: 'recurring, repeated' }, fr: { adjective: 'récurrent, récurrents' }, ko: { adjective: '반복적' } },
          ONGOING: { en: { adjective: 'ongoing' }, fr: { adjective: 'en cours' }, ko: { adjective: '진행 중인' } },
        },
      ),
    ),
    edition: told('{subject} is number {value} of its series', integer('Which one of its series it is.')),
    ploverType: ploverType(),
    ploverMode,
    contexts: many(context),
  },
  mapping: ['wikidata:Q1190554', 'schema:Event'],
});

export const Action = entity('Action', {
  extends: Event,
  typed: false,
  about: 'Something done that is no meeting: a delivery, a deployment, a landing, a foundation, a decision.',
  called: {
    en: { noun: 'action' },
    fr: { noun: 'action' },
    ko: { noun: '행동, 조치' },
  },
});

export const TookPart = relationship([Person, Country, City, Region, Organization, Group], 'TOOK_PART', [Event], {
  reads: 'events',
  readsBack: 'participants',
  nouns: ['Participation', 'Participant'],
  describes: 'to',
  involves: true,
  whereabouts: { qualifier: 'whereabouts', of: 'represents' },
  capacity: 'capacity',
  about: 'Was there or did it, in person or through somebody who spoke for it.',
  called: {
    en: {
      verb: 'take part in, attend, participate in, join, be present at, be at, be involved in, appear at, perform at, perform in, play at, fight in, serve in, come to, be there for, play a part in, engage in, fight',
      link: 'in',
    },
    fr: { verb: 'participer à, assister à, prendre part à' },
    ko: { verb: '참가, 참석' },
  },
  calledBack: {
    en: { noun: 'participant, attendee, guest, visitor, delegate, performer', verb: 'involve', link: 'of, with, by, involving, between, among' },
    fr: { noun: 'participant, participante', verb: 'impliquer', link: 'de, entre, avec' },
    ko: { noun: '참가자, 참석자', verb: '수반', link: '의, 와, 과' },
  },
  says: '{subject} took part[ as {role}] in {object}',
  will: '{subject} will take part[ as {role}] in {object}',
  saysBack: '{subject} involved {object}[ as {role}]',
  again: { says: '{subject} takes part[ as {role}] in {object}', saysBack: '{subject} involves {object}[ as {role}]' },
  sentencesBy: {
    qualifier: 'role',
    sentences: {
      HOST: {
        says: '{subject} was the host of {object}',
        saysBack: '{subject} had {object} as host',
        again: { says: '{subject} is the host of {object}', saysBack: '{subject} has {object} as host' },
      },
      ORGANIZER: {
        says: '{subject} organised {object}',
        will: '{subject} will organise {object}',
        saysBack: '{subject} was organised by {object}',
        again: { says: '{subject} organises {object}', saysBack: '{subject} is organised by {object}' },
      },
      INVITED: {
        says: '{subject} was invited to {object}',
        will: '{subject} will take part by invitation in {object}',
        saysBack: '{subject} had {object} among those invited',
      },
      MEDIATOR: {
        says: '{subject} mediated in {object}',
        will: '{subject} will mediate in {object}',
        saysBack: '{subject} had {object} as mediator',
      },
      ACTOR: {
        says: '{subject} carried out {object}',
        will: '{subject} will carry out {object}',
        saysBack: '{subject} was the work of {object}',
        again: { says: '{subject} carries out {object}', saysBack: '{subject} is the work of {object}' },
      },
      RECIPIENT: {
        says: '{subject} was on the receiving side of {object}',
        saysBack: '{subject} had {object} on the receiving side',
        again: { says: '{subject} is on the receiving side of {object}', saysBack: '{subject} has {object} on the receiving side' },
      },
    },
  },
  words: {
    role: {
      VISITOR: 'a visitor',
      PARTICIPANT: '',
    },
  },
  properties: {
    role: oneOf(
      'ParticipationRole',
      'The part that the participant has in the event.',
      {
        HOST: 'Received the others.',
        VISITOR: 'Came to the host.',
        PARTICIPANT: 'Was there, or did it with others; no other part is said.',
        ORGANIZER: 'Arranged it.',
        INVITED: 'Was asked to come.',
        MEDIATOR: 'Brought others together.',
        ACTOR: 'Did it.',
        RECIPIENT: 'It was done to or for them.',
      },
      {
        HOST: {
          en: { noun: 'host', verb: 'receive, welcome, host, play host to, entertain, greet' },
          fr: { noun: 'hôte', verb: 'recevoir, accueillir' },
          ko: { noun: '주최국', verb: '영접, 접견, 초대, 맞이하다, 맞다, 주최, 개최' },
        },
        ORGANIZER: {
          en: {
            noun: 'organizer, organiser',
            verb: 'organize, organise, run, stage, arrange, hold, put on, initiate, coordinate, set up, launch, start, offer, mount',
          },
          fr: { noun: 'organisateur, organisatrice', verb: 'organiser, tenir, lancer' },
          ko: { noun: '주최자', verb: '주최, 조직, 개최, 열다' },
        },
        ACTOR: {
          en: {
            verb: 'deliver, supply, provide, send, ship, give, donate, hand, hand over, put up, pass on, transfer, deploy, dispatch, grant, contribute, offer, export, build, erect, adopt, borrow, carry out, implement, introduce, take over, copy, cut, reduce, launch, set up, invade, attack, land in, capture, recapture, occupy, liberate, station',
          },
          fr: {
            verb: 'livrer, fournir, envoyer, offrir, lancer, mettre en place, mettre en œuvre, donner, déployer, envahir, capturer, ériger, introduire, adopter, réduire',
          },
          ko: { verb: '제공, 공급, 보내다, 주다, 전달, 파병, 파견, 기부, 점령, 침공' },
        },
        MEDIATOR: {
          en: { noun: 'mediator', verb: 'mediate in, mediate' },
          fr: { noun: 'médiateur', verb: 'servir de médiateur dans' },
          ko: { noun: '중재자', verb: '중재' },
        },
        RECIPIENT: {
          en: { noun: 'recipient, beneficiary, receiver', verb: 'receive, get, obtain, gain' },
          fr: { noun: 'bénéficiaire, destinataire', verb: 'obtenir' },
          ko: { noun: '수혜자, 수령자', verb: '받다' },
        },
        INVITED: { en: { done: 'invite, ask over' }, fr: { done: 'inviter' }, ko: { done: '초청, 초대' } },
      },
    ),
    represents: reference('The country or body that the person spoke for.'),
    capacity: reference('The office in which the person was there.', [Office]),
    whereabouts: derived(
      oneOf(
        'Whereabouts',
        'Whether it took place in the country that the participant stands for; absent where either is not known.',
        {
          AT_HOME: 'In that country, or in a place within it.',
          ABROAD: 'In another country.',
        },
        {
          ABROAD: {
            en: { adjective: 'abroad, in other countries, in foreign countries' },
            fr: { adjective: "à l'étranger, dans d'autres pays" },
            ko: { adjective: '해외, 국외' },
          },
        },
      ),
    ),
  },
  mapping: ['wikidata:P710', 'schema:participant'],
});

export const HeldIn = relationship([Event], 'HELD_IN', [Country, Region, City, Organization, Site], {
  reads: 'places',
  readsBack: 'eventsHeld',
  situates: true,
  about: 'The event took place there.',
  called: { en: { noun: 'venue, place', link: 'in, at, to' }, fr: { noun: 'lieu', link: 'en, à, au, dans' }, ko: { noun: '장소', link: '에서, 로' } },
  calledBack: { en: { verb: 'host' }, fr: { verb: 'accueillir' }, ko: { verb: '유치' } },
  says: '{subject} took place in {object}',
  will: '{subject} will take place in {object}',
  saysBack: '{subject} was where {object} took place',
  again: { says: '{subject} takes place in {object}', saysBack: '{subject} is where {object} takes place' },
  mapping: ['wikidata:P276', 'schema:location'],
});

export const Followed = relationship([Event], 'FOLLOWED', [Event], {
  reads: 'followed',
  readsBack: 'followedBy',
  about: 'The first came after the second, as a source tells it.',
  called: {
    en: { verb: 'follow, come after, result from, arise from, arise out of, grow out of, come out of, stem from', link: 'after' },
    fr: { verb: 'suivre', link: 'après' },
    ko: { verb: '뒤따르다, 뒤를 잇다' },
  },
  calledBack: { en: { verb: 'precede, come before, lead to', link: 'before' }, fr: { verb: 'précéder', link: 'avant' }, ko: { verb: '앞서다' } },
  says: '{subject} followed {object}',
  will: '{subject} will follow {object}',
  saysBack: '{subject} was followed by {object}',
  mapping: ['wikidata:P155'],
});

export const Influenced = relationship(
  [Event, Person, Country, City, Region, Organization, Group],
  'INFLUENCED',
  [Event, Country, City, Region, Organization, Group],
  {
    reads: 'influenced',
    readsBack: 'influencedBy',
    loose: true,
    about: 'The first had an effect on the second or was its model, as a source says.',
    called: {
      en: {
        verb: 'influence, inspire, affect, shape, have an influence on, have an effect on, have an impact on, be a model for, be the model for, serve as a model for, lead to',
      },
      fr: { verb: 'influencer, inspirer' },
      ko: { verb: '영향' },
    },
    says: '{subject} influenced {object}',
    will: '{subject} will influence {object}',
    saysBack: '{subject} was influenced by {object}',
    mapping: ['wikidata:P737'],
  },
);
