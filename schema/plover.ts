import { coded, oneOf, told } from '../src/model/values.js';

/** Codes that a curator gives; no text speaks of them. */
const BY_CODEBOOK = 'Coded by the codebook of PLOVER.';

/** Event types of PLOVER (https://github.com/openeventdata/PLOVER), and one for speech that only says how things stand. */
export const ploverType = coded(
  BY_CODEBOOK,
  told(
    '{subject} counts as “{word}”: {meaning}',
    oneOf('PloverType', 'What sort of act it is, in the terms of PLOVER.', {
      AGREE: 'Agrees, or says it means to cooperate, promise or settle.',
      CONSULT: 'Meets, visits, telephones, negotiates.',
      SUPPORT: 'Praises, thanks, endorses, or begins or improves relations.',
      CONCEDE: 'Yields to a demand.',
      COOPERATE: 'Works together in practice: economic, military, judicial, cultural.',
      AID: 'Gives money, goods, troops or other help.',
      RETREAT: 'Withdraws, releases, lifts.',
      REQUEST: 'Asks, appeals, proposes, invites.',
      ACCUSE: 'Criticises, blames, expresses concern about somebody.',
      REJECT: 'Refuses, denies, does not recognise.',
      THREATEN: 'Warns of harm.',
      PROTEST: 'Demonstrates against.',
      SANCTION: 'Reduces or breaks relations, embargoes.',
      MOBILIZE: 'Prepares or shows force.',
      COERCE: 'Arrests, occupies, represses.',
      ASSAULT: 'Uses force.',
      ASSESS: 'Says how things stand, without asking, praising or blaming (not in PLOVER).',
    }),
  ),
);

export const ploverMode = coded(
  BY_CODEBOOK,
  told(
    '{subject} counts as “{word}”: {meaning}',
    oneOf('PloverMode', 'How a consultation was held, in the terms of PLOVER.', {
      VISIT: 'One side travelled to the other.',
      THIRD_PARTY: 'In a third place, or through a third party.',
      MULTILATERAL: 'Among several at once.',
      PHONE: 'By telephone or video.',
    }),
  ),
);

export const context = coded(
  BY_CODEBOOK,
  told(
    '{subject} belongs to the {word} field',
    oneOf('EventContext', 'The field that an event belongs to, in the terms of PLOVER.', {
      MILITARY: 'Armed forces and their cooperation.',
      DIPLOMATIC: 'Relations between governments.',
      ECONOMIC: 'Trade, investment, industry.',
      CULTURAL: 'Arts, festivals, language.',
      SCIENTIFIC: 'Research and technology.',
      EDUCATIONAL: 'Schools, universities, exchanges of the young.',
      ENVIRONMENTAL: 'Climate, ecology, waste.',
      HEALTH: 'Disease and its care.',
      LEGAL: 'Law and courts.',
      HISTORICAL: 'Remembrance of the past.',
      LOCAL: 'Local government.',
      CYBER: 'Security of computers and networks.',
    }),
  ),
);
