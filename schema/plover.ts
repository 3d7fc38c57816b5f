import { coded, oneOf, told } from '../src/model/values.js';
import type { Called } from '../src/model/words.js';

/** Codes that a curator gives; no text speaks of them. */
const BY_CODEBOOK = 'Coded by the codebook of PLOVER.';

/** Event types of PLOVER (https://github.com/openeventdata/PLOVER), and one for speech that only says how things stand. */
const TYPES = {
  AGREE: 'An agreement, or a declared will or wish to cooperate: also to promise or settle.',
  CONSULT: 'A consultation: a meeting, a visit, a call, a negotiation.',
  SUPPORT: 'Support, praise or thanks: also endorsement and satisfaction.',
  CONCEDE: 'A concession: yielding to a demand.',
  COOPERATE: 'Cooperation in practice: economic, military, judicial, cultural.',
  AID: 'Aid: money, goods, troops or other help.',
  RETREAT: 'A retreat: withdrawing, releasing, lifting.',
  REQUEST: 'A request: asking, appealing, proposing, inviting.',
  ACCUSE: 'Criticism or concern: also blame.',
  REJECT: 'A rejection: a refusal, a denial, non-recognition.',
  THREATEN: 'A threat: a warning of harm.',
  PROTEST: 'A protest: demonstrating against something.',
  SANCTION: 'A sanction: relations reduced or broken off, an embargo.',
  MOBILIZE: 'A mobilisation: preparing or showing force.',
  COERCE: 'Coercion: arrest, occupation, repression.',
  ASSAULT: 'An assault: the use of force.',
  ASSESS: 'An assessment or a report: saying how things stand, without asking, praising or blaming (not in PLOVER).',
};

/** The sort of an act, with what acts of each sort are called where people speak of them. */
export const ploverType = (called: { readonly [K in keyof typeof TYPES]?: Called } = {}) =>
  coded(BY_CODEBOOK, told('{subject} is classed as {meaning}', oneOf('PloverType', 'What sort of act it is, in the terms of PLOVER.', TYPES, called)));

export const ploverMode = coded(
  BY_CODEBOOK,
  told(
    '{subject} is classed as a consultation {meaning}',
    oneOf('PloverMode', 'How a consultation was held, in the terms of PLOVER.', {
      VISIT: 'For which one side travels to the other.',
      THIRD_PARTY: 'In a third place, or through a third party.',
      MULTILATERAL: 'Among several at once.',
      PHONE: 'By telephone or video.',
    }),
  ),
);

export const context = coded(
  BY_CODEBOOK,
  told(
    '{subject} has to do with {meaning}',
    oneOf(
      'EventContext',
      'The field that an event belongs to, in the terms of PLOVER.',
      {
        MILITARY: 'Armed forces and their cooperation.',
        DIPLOMATIC: 'Relations between governments.',
        ECONOMIC: 'Trade, investment or industry.',
        CULTURAL: 'The arts, festivals or language.',
        SCIENTIFIC: 'Research and technology.',
        EDUCATIONAL: 'Schools, universities or exchanges of the young.',
        ENVIRONMENTAL: 'Climate, ecology or waste.',
        HEALTH: 'Health and disease.',
        LEGAL: 'Law and courts.',
        HISTORICAL: 'The remembrance of the past.',
        LOCAL: 'Local government.',
        CYBER: 'The security of computers and networks.',
      },
      {
        MILITARY: { en: { adjective: 'military' }, fr: { adjective: 'militaire' }, ko: { adjective: '군사' } },
        DIPLOMATIC: { en: { adjective: 'diplomatic' }, fr: { adjective: 'diplomatique' }, ko: { adjective: '외교' } },
        ECONOMIC: { en: { adjective: 'economic' }, fr: { adjective: 'économique' }, ko: { adjective: '경제' } },
        CULTURAL: { en: { adjective: 'cultural' }, fr: { adjective: 'culturel, culturelle, culturels, culturelles' }, ko: { adjective: '문화' } },
        SCIENTIFIC: { en: { adjective: 'scientific' }, fr: { adjective: 'scientifique' }, ko: { adjective: '과학' } },
        EDUCATIONAL: { en: { adjective: 'educational' }, fr: { adjective: 'éducatif, éducative, éducatifs, éducatives' }, ko: { adjective: '교육적' } },
        ENVIRONMENTAL: {
          en: { adjective: 'environmental' },
          fr: { adjective: 'environnemental, environnementale, environnementaux' },
          ko: { adjective: '환경' },
        },
        HISTORICAL: { en: { adjective: 'historical' }, fr: { adjective: 'historique' }, ko: { adjective: '역사적' } },
        LOCAL: { en: { adjective: 'local' }, fr: { adjective: 'local, locale, locaux, locales' }, ko: { adjective: '지방' } },
      },
    ),
  ),
);
