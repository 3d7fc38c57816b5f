import { Agreement } from './agreement.js';
import { City } from './city.js';
import { Country } from './country.js';
import { Event } from './event.js';
import { Group } from './group.js';
import { Office } from './office.js';
import { Organization } from './organization.js';
import { Partnership } from './partnership.js';
import { Person } from './person.js';
import { Site } from './site.js';
import { Region } from './region.js';
import { Topic } from './topic.js';
import { ploverType } from './plover.js';
import { atMost } from '../src/graphql/price.js';
import { extension } from '../src/graphql/publish.js';
import type { SpanHandle } from '../src/graphql/spans.js';
import type { Subject } from '../src/graphql/scope.js';
import { factKey } from '../src/model/claim.js';
import { entity, relationship } from '../src/model/declare.js';
import { compareText } from '../src/model/text.js';
import { called, oneOf, text, time, told } from '../src/model/values.js';

export const Statement = entity('Statement', {
  record: true,
  named: false,
  orderedBy: 'said',
  leadsTo: 'ADDRESSED_TO',
  about: 'What somebody said or wrote: one speech act, with its speaker, addressee, occasion and topics.',
  called: {
    en: {
      noun: 'statement, remark, speech, quote, quotation, comment, message, opinion, view',
      verb: 'say, state, declare, speak, speak out, talk, tell, affirm, report, announce, express, voice, stress, emphasise, emphasize, remark, comment on, comment, mention, think, claim, explain, add, point out, insist, argue, warn, believe, assure, confirm, conclude, describe',
    },
    fr: {
      noun: 'déclaration, propos, discours, citation',
      verb: 'dire, déclarer, parler, affirmer, exprimer, évoquer, annoncer, souligner, mentionner, estimer, expliquer, assurer, insister, juger, penser, confirmer, rappeler',
      treats: 'parler de, évoquer, mentionner, aborder',
    },
    ko: { noun: '발언, 성명, 말', verb: '말하다, 말씀, 발언, 언급, 강조, 이야기, 밝히다, 표명, 설명, 주장, 전하다' },
  },
  properties: {
    gist: told('{subject} says: {value}', text('What was said, in our own words.')),
    act: ploverType({
      AGREE: {
        en: {
          noun: 'promise, pledge, hope, wish, commitment, desire, intention',
          verb: 'promise, pledge, hope, hope for, wish, wish for, agree on, agree, want, commit to, aim for, intend, long for, look forward to',
        },
        fr: { noun: 'promesse, souhait, engagement, espoir', verb: 'promettre, espérer, souhaiter, vouloir, convenir de' },
        ko: { noun: '약속, 희망', verb: '희망, 약속, 합의, 바라다, 원하다' },
      },
      SUPPORT: {
        en: {
          noun: 'praise, thanks, gratitude, appreciation, satisfaction',
          verb: 'praise, thank, appreciate, welcome, value, be pleased with, be pleased about, be satisfied with, be happy with, be happy about, be glad about, be grateful for, express thanks for, express appreciation for, express gratitude for, express satisfaction with, applaud, commend, admire',
        },
        fr: { noun: 'remerciement, éloge', verb: 'remercier, saluer, apprécier, féliciter' },
        ko: { noun: '감사, 칭찬', verb: '감사, 환영, 칭찬, 평가, 감사를 표하다, 사의를 표하다, 감사를 표명' },
      },
      REQUEST: {
        en: {
          noun: 'request, proposal, suggestion, appeal, demand, plea, wish',
          verb: 'ask, ask for, request, propose, suggest, urge, call on, call for, appeal to, want, demand, seek, plead for, encourage, recommend',
        },
        fr: { noun: 'demande, proposition, appel', verb: 'demander, proposer, suggérer, appeler' },
        ko: { noun: '요청, 제안', verb: '요청, 제안, 촉구, 부탁' },
      },
      ACCUSE: {
        en: {
          noun: 'criticism, concern, worry, fear',
          verb: 'criticise, criticize, blame, accuse, condemn, worry about, be worried about, be concerned about, express concern about, express concern over, voice concern about, be troubled by, be alarmed by, be uneasy about, fear, worry, trouble, alarm',
        },
        fr: { noun: 'critique, inquiétude, préoccupation', verb: 'critiquer, condamner, accuser, inquiéter de, inquiéter' },
        ko: { noun: '비판, 우려', verb: '비판, 우려, 걱정, 우려를 표하다, 우려를 표명' },
      },
      REJECT: {
        en: { noun: 'rejection, refusal', verb: 'reject, refuse, dispute, contest, deny, oppose, object to, decline, turn down' },
        fr: { noun: 'refus', verb: 'refuser, rejeter, contester' },
        ko: { noun: '거부', verb: '거부, 반대' },
      },
    }),
    said: called(told('{subject} was made {when}', time('When it was said.')), {
      en: { noun: 'date' },
      fr: { noun: 'date' },
      ko: { noun: '날짜' },
    }),
    wording: told(
      '{subject} is given {meaning}',
      oneOf('Wording', 'How the source gives it.', {
        QUOTED: 'In the speaker’s words, between quotation marks.',
        PARTLY_QUOTED: 'Partly in the speaker’s words, between quotation marks, and partly in those of the source.',
        TRANSLATED: 'In the speaker’s words, translated; the original stands in another span.',
        REPORTED: 'In the words of the source.',
      }),
    ),
  },
  mapping: ['wikidata:Q1344218', 'schema:Quotation'],
});

const anything = [Person, Country, City, Region, Site, Organization, Group, Office, Event, Agreement, Partnership, Statement, Topic];

export const Said = relationship([Person, Organization, Country, City, Region, Group], 'SAID', [Statement], {
  reads: 'statements',
  readsBack: 'speakers',
  describes: 'to',
  involves: true,
  voices: true,
  calledBack: { en: { noun: 'speaker, author', link: 'by, of, from' }, fr: { noun: 'auteur, orateur', link: 'de, par' }, ko: { noun: '발언자', link: '의' } },
  about: 'Said or wrote it, alone or with others.',
  says: '{subject} made {object}',
  will: '{subject} will make {object}',
  saysBack: '{subject} was made by {object}',
  mapping: ['schema:spokenByCharacter', 'prov:wasAttributedTo'],
});

export const AddressedTo = relationship([Statement], 'ADDRESSED_TO', [Person, Country, City, Region, Organization, Group], {
  reads: 'addressedTo',
  readsBack: 'addressedStatements',
  involves: true,
  about: 'It was said to them.',
  called: { en: { noun: 'addressee', link: 'to' }, fr: { noun: 'destinataire', link: 'à' }, ko: { noun: '청자', link: '에게' } },
  says: '{subject} was addressed to {object}',
  saysBack: '{subject} was the addressee of {object}',
  mapping: ['schema:recipient'],
});

export const SaidAt = relationship([Statement], 'SAID_AT', [Event], {
  reads: 'saidAt',
  readsBack: 'statementsMade',
  about: 'It was said on that occasion.',
  called: { en: { link: 'at, during, in' }, fr: { link: 'à, lors de, en' }, ko: { link: '에서' } },
  says: '{subject} was made during {object}',
  saysBack: '{subject} was the occasion of {object}',
});

export const Concerns = relationship([Event, Agreement, Partnership, Statement, Organization], 'CONCERNS', anything, {
  reads: 'concerns',
  readsBack: 'concernedBy',
  nouns: ['Concern', 'Concerned'],
  loose: true,
  treats: true,
  called: {
    en: {
      noun: 'topic, theme, subject, focus, subject matter, content',
      verb: 'concern, have to do with, deal with, cover, focus on, centre on, center on, address, be about, treat, revolve around, be devoted to, be dedicated to, be concerned with, relate to, be related to, touch on, be based on, be centred on, be centered on, be focused on, be built around, be set up around, be for, aim at, be aimed at, have as its theme, specialise in, specialize in',
      link: 'about, on, concerning, regarding, over, in the field of, in the area of',
    },
    fr: {
      noun: 'sujet, thème',
      verb: 'concerner, porter sur',
      link: 'sur, à propos de, concernant, au sujet de, dans le domaine de, en lien avec, relatif à, en matière de',
    },
    ko: { noun: '주제', verb: '다루다', link: '에 대해, 에 대하여, 에 대한, 에 관해, 에 관한' },
  },
  calledBack: {},
  about: 'The first is about the second: its field, its subject, what is wanted or feared.',
  says: '{subject} deals with {object}',
  saysBack: '{subject} is a subject of {object}',
  sentencesOf: { event: { says: '{subject} concerns {object}', saysBack: '{subject} is a subject of {object}' } },
  sentencesBy: {
    qualifier: 'aspect',
    sentences: {
      FIELD: { says: '{subject} covers {object}', saysBack: '{subject} is covered by {object}' },
      PURPOSE: { says: '{subject} has {object} as a purpose', saysBack: '{subject} is a purpose of {object}' },
      DIFFICULTY: { says: '{subject} meets with {object} as a difficulty', saysBack: '{subject} is a difficulty of {object}' },
    },
  },
  distinguishedBy: ['aspect'],
  properties: {
    aspect: oneOf('ConcernAspect', 'In which way the first is about the second.', {
      SUBJECT: 'What it is about.',
      FIELD: 'A field in which those who agree work together; of those who only say so, `cooperatesWith` has it as its `field`.',
      PURPOSE: 'What it is to bring about.',
      DIFFICULTY: 'What stands in its way.',
    }),
  },
  mapping: ['schema:about', 'wikidata:P921'],
});

/** The properties whose claims stand on what was said itself. */
const WORDS = ['gist', 'wording'] as const satisfies readonly (keyof typeof Statement.properties)[];
const MOST_QUOTES = 20;

export const statementFields = extension((publisher) => {
  publisher.fields(Statement, (t) => ({
    quotes: t.field({
      type: [publisher.evidence.span],
      extensions: atMost(MOST_QUOTES),
      description: 'Its own words, as the sources give them: the main words of the claims of its `gist` and `wording`, in the order of the text.',
      resolve: quotesOf,
    }),
  }));
});

async function quotesOf({ scope, entity: statement }: Subject): Promise<readonly SpanHandle[]> {
  const claims = (await Promise.all(WORDS.map((property) => scope.claims(factKey(property, statement.id, '', ''))))).flat();
  const spans = claims.flatMap(({ source, spans: [main] }) => (main ? [{ scope, source, span: main }] : []));
  const apart = new Map(spans.map((item) => [`${item.source} ${String(item.span.start)} ${String(item.span.end)}`, item]));
  return [...apart.values()].sort((a, b) => compareText(a.source, b.source) || a.span.start - b.span.start || a.span.end - b.span.end).slice(0, MOST_QUOTES);
}
