import { City } from './city.js';
import { Country } from './country.js';
import { Group } from './group.js';
import { Site } from './site.js';
import { Region } from './region.js';
import { entity, relationship } from '../src/model/declare.js';
import { called, oneOf, time, told } from '../src/model/values.js';

export const Organization = entity('Organization', {
  about: 'A body that acts: a ministry, an embassy, an association, a company, an agency, a memorial, an alliance of states.',
  called: {
    en: { noun: 'organization, organisation, body, institution' },
    fr: { noun: 'organisation, organisme, institution' },
    ko: { noun: '기관, 단체, 조직, 기구' },
  },
  properties: {
    organizationKind: oneOf(
      'OrganizationKind',
      'What sort of body it is.',
      {
        INTERGOVERNMENTAL: 'A body of states.',
        GOVERNMENT: 'A government body: a government or the office of its head.',
        MINISTRY: 'A ministerial body: a ministry or a department of one.',
        EMBASSY: 'A diplomatic body: an embassy or a service of one.',
        PARLIAMENT: 'A parliamentary body: a parliament, a chamber, or a group within one.',
        PUBLIC_BODY: 'A public body: an agency or an institution.',
        ASSOCIATION: 'An association: also a federation or a network.',
        MEDIA: 'A media organisation: a newspaper, a news agency, a platform.',
        COMPANY: 'A company.',
        MEMORIAL: 'A place of remembrance: a memorial or its museum.',
        FOUNDATION: 'A foundation.',
        PARTY: 'A political party.',
        SCHOOL: 'An educational institution: a school or a university.',
        MILITARY: 'A military body: an armed force or a command.',
        CULTURAL: 'A cultural institution: a theatre, a museum, an art centre, a cultural centre.',
        OTHER: 'None of these.',
      },
      {
        INTERGOVERNMENTAL: {
          en: { noun: 'intergovernmental organization, international organization, international organisation' },
          fr: { noun: 'organisation internationale' },
          ko: { noun: '국제기구' },
        },
        GOVERNMENT: { en: { noun: 'government' }, fr: { noun: 'gouvernement' }, ko: { noun: '정부' } },
        MINISTRY: { en: { noun: 'ministry' }, fr: { noun: 'ministère' }, ko: { noun: '부처' } },
        EMBASSY: { en: { noun: 'embassy' }, fr: { noun: 'ambassade' }, ko: { noun: '대사관' } },
        PARLIAMENT: { en: { noun: 'parliament' }, fr: { noun: 'parlement' }, ko: { noun: '의회' } },
        PUBLIC_BODY: {
          en: { noun: 'public agency, public body, public institution, agency' },
          fr: { noun: 'agence publique, agence, institution publique' },
          ko: { noun: '공공기관' },
        },
        ASSOCIATION: { en: { noun: 'association, network, federation' }, fr: { noun: 'association' }, ko: { noun: '협회' } },
        MEDIA: {
          en: { noun: 'news agency, newspaper, medium, media, news organization, media outlet' },
          fr: { noun: 'agence de presse, journal' },
          ko: { noun: '언론사, 통신사' },
        },
        COMPANY: {
          en: { noun: 'company, firm, business, enterprise, corporation, manufacturer' },
          fr: { noun: 'entreprise, société' },
          ko: { noun: '기업, 회사' },
        },
        MEMORIAL: { en: { noun: 'memorial' }, fr: { noun: 'mémorial' }, ko: { noun: '기념관' } },
        FOUNDATION: { en: { noun: 'foundation' }, fr: { noun: 'fondation' }, ko: { noun: '재단' } },
        PARTY: { en: { noun: 'political party, party' }, fr: { noun: 'parti politique, parti' }, ko: { noun: '정당, 당' } },
        SCHOOL: { en: { noun: 'school, university, educational institution' }, fr: { noun: 'école, université' }, ko: { noun: '학교, 대학' } },
        MILITARY: { en: { noun: 'armed force, army' }, fr: { noun: 'armée' }, ko: { noun: '군대' } },
        CULTURAL: {
          en: { noun: 'cultural centre, cultural center, cultural institution, art centre, art center, museum' },
          fr: { noun: 'centre culturel, musée' },
          ko: { noun: '문화원' },
        },
        OTHER: {},
      },
    ),
    founded: called(told('{subject} was founded {when}', time('When it was founded.')), {
      en: {
        noun: 'founding, foundation date, creation',
        verb: 'found, establish, launch, set up, create, start, form, come into being, come into existence, begin, date from, go back to',
      },
      fr: { noun: 'fondation, création', verb: 'fonder, créer, établir, lancer, constituer, exister, voir le jour, naître' },
      ko: { noun: '설립일, 창립일', verb: '설립, 창립, 창설, 결성, 출범, 만들다, 만들어지다, 생기다, 세우다' },
    }),
  },
  mapping: ['wikidata:Q43229', 'schema:Organization'],
});

export const LocatedIn = relationship([Region, City, Organization, Site], 'LOCATED_IN', [Country, Region, City], {
  reads: 'locatedIn',
  readsBack: 'contains',
  lasting: true,
  nests: true,
  loose: true,
  about: 'The first lies in the second.',
  called: {
    en: { noun: 'location', verb: 'lie in, sit in, base in, locate in', link: 'in, of, from, within' },
    fr: { noun: 'emplacement', verb: 'situer en, situer à, situer dans', link: 'en, à, au, dans, de' },
    ko: { noun: '위치', verb: '위치', link: '에 있는, 의' },
  },
  says: '{subject} is in {object}',
  saysBack: '{subject} is home to {object}',
  mapping: ['wikidata:P131', 'schema:containedInPlace'],
});

export const SeatedIn = relationship([Organization], 'SEATED_IN', [Country, Region, City], {
  reads: 'seat',
  readsBack: 'seatOf',
  nests: true,
  loose: true,
  about: 'The body has its headquarters there.',
  called: {
    en: {
      noun: 'seat, headquarters, head office, home base',
      verb: 'headquarter in, headquarter, base in, have its headquarters in, have its seat in, have their seat in, have its head office in, sit in, be seated in',
      link: 'in, of',
    },
    fr: { noun: 'siège', verb: 'siéger à, avoir son siège à, installer à, baser à' },
    ko: { noun: '본부', verb: '에 본부가 있다, 에 본부를 두다, 본부를 두다' },
  },
  says: '{subject} has its seat in {object}',
  saysBack: '{subject} is the seat of {object}',
  mapping: ['wikidata:P159', 'schema:location'],
});

export const PresentIn = relationship([Organization, Group], 'PRESENT_IN', [Country, Region, City], {
  reads: 'presentIn',
  readsBack: 'presentHere',
  loose: true,
  about: 'The body is active or has a branch there; its seat is elsewhere, or not told.',
  called: {
    en: {
      noun: 'presence',
      verb: 'operate in, be active in, be present in, work in, do business in, have a presence in, be represented in, have a branch in',
      link: 'in',
    },
    fr: {
      noun: 'présence',
      verb: 'être présent en, être présente en, être présents en, être présentes en, être actif en, être active en, être actives en, être actifs en, opérer en, implanter en, installer en',
      link: 'en, à, au',
    },
    ko: { noun: '진출', verb: '활동, 진출', link: '에 있는' },
  },
  says: '{subject} is present in {object}',
  saysBack: '{subject} has {object} among those present there',
  mapping: ['schema:areaServed'],
});

export const UnitOf = relationship([Organization], 'UNIT_OF', [Organization], {
  reads: 'unitOf',
  readsBack: 'units',
  about: 'The body is a part of the other: a department of a ministry, a service of an embassy, a group of a parliament.',
  called: {
    en: { verb: 'be part of, be a part of, belong to', link: 'of, within' },
    fr: { verb: 'faire partie de', link: 'de' },
    ko: { verb: '소속, 속하다' },
  },
  calledBack: {
    en: { noun: 'unit, department, service, division, branch, office', verb: 'include, comprise' },
    fr: { noun: 'service, département, bureau', verb: 'inclure, comprendre' },
    ko: { noun: '부서, 사무소', verb: '포함' },
  },
  says: '{subject} is a part of {object}',
  saysBack: '{subject} has {object} among its parts',
  mapping: ['wikidata:P749', 'schema:parentOrganization'],
});

export const MemberOf = relationship([Country, Region, City, Organization, Group], 'MEMBER_OF', [Organization, City], {
  reads: 'memberOf',
  readsBack: 'members',
  lasting: true,
  about: 'The first is a member of the second: a state of an alliance, a town of its association.',
  called: {
    en: {
      verb: 'belong to, be part of, be a part of, sit on, sit in, have a seat on, have a seat in, hold a seat on, hold a seat in',
      begins: 'join, accede to, enter, become a member of',
      link: 'of, in, on',
    },
    fr: { verb: 'appartenir à, faire partie de, siéger à', begins: 'rejoindre, adhérer à, entrer dans', link: 'de' },
    ko: { verb: '속하다, 소속', begins: '가입', link: '의' },
  },
  calledBack: {
    en: { noun: 'member, member state, member country', verb: 'include, bring together, unite, federate, count, count among its members, group, gather' },
    fr: { noun: 'membre, pays membre, état membre, adhérent', verb: 'réunir, rassembler, fédérer' },
    ko: { noun: '회원국, 회원, 구성원', verb: '포함' },
  },
  says: '{subject} is a member of {object}',
  saysBack: '{subject} has {object} among its members',
  mapping: ['wikidata:P463', 'schema:memberOf'],
});
