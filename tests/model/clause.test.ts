import { describe, expect, it } from 'vitest';
import { sentenceOfClaim, together } from '../../src/model/clause.js';
import { apartFrom } from '../../src/model/sentence.js';
import { claimOf, vocabulary, type Said } from '../lens/world.js';

const NAMES: Readonly<Record<string, string>> = {
  'country/xa': 'Exampland',
  'country/xb': 'Samplia',
  'person/ada': 'Ada',
  'group/towns': 'the towns of Exampland',
  'topic/comics': 'comics',
  'organization/allies': 'the Allies',
  'event/fair': 'the fair',
  'event/talks': 'the talk',
  'event/jubilee': 'the jubilee',
  'office/mayor': 'the office of mayor',
  'event/raid': 'the raid in the War of Towers',
  'event/war': 'the War of Towers',
  'statement/comics': 'the statement on comics',
  'city/ward': 'the Ward',
};

const SEVERAL = ['group/towns', 'topic/comics', 'organization/allies'];

/** Names as the graph has them: of several, of a fair that recurs, and of a jubilee that comes by itself. */
const naming = (id: string) => ({
  text: NAMES[id] ?? id,
  several: SEVERAL.includes(id),
  recurs: id === 'event/fair',
  fallsSays: id === 'event/jubilee' ? '{subject} falls {when}' : null,
  ...(id === 'statement/comics' ? { byMakers: 'a statement by Ada' } : {}),
  ...(id === 'city/ward' ? { sort: 'district' } : {}),
});

const told = (said: Said) => sentenceOfClaim(vocabulary, claimOf(said), naming);
const trades = (more: Partial<Said> = {}) => told({ fact: 'country/xa TRADES_WITH country/xb', ...more });

describe('the sentence of a claim', () => {
  it('has the tense of its time', () => {
    expect(trades()).toBe('Exampland trades with Samplia.');
    expect(trades({ when: '2019' })).toBe('Exampland traded with Samplia in 2019.');
    expect(trades({ when: '1986/..' })).toBe('Exampland has traded with Samplia since 1986.');
    expect(trades({ when: '[1950..1953]' })).toBe('Exampland traded with Samplia at some time between 1950 and 1953.');
    expect(told({ fact: 'person/ada HELD_OFFICE office/mayor', when: '2020' })).toBe('Ada held the office of mayor in 2020.');
    expect(told({ fact: 'person/ada HELD_OFFICE office/mayor', when: '2017/..' })).toBe('Ada has held the office of mayor since 2017.');
  });

  it('tells a choice in the tense of its time', () => {
    const sort = (when?: string) => told({ fact: 'organization/o organizationKind', value: 'ASSOCIATION', ...(when ? { when } : {}) });
    expect(sort()).toBe('Organization/o is an association.');
    expect(sort('../2016')).toBe('Organization/o was an association until 2016.');
    expect(sort('2016/..')).toBe('Organization/o has been an association since 2016.');
  });

  it('tells in the present what happens again and again', () => {
    const host = { with: { role: 'HOST' } };
    expect(told({ fact: 'person/ada TOOK_PART event/fair', ...host })).toBe('Ada is the host of the fair.');
    expect(told({ fact: 'person/ada TOOK_PART event/talks', ...host })).toBe('Ada was the host of the talk.');
    expect(told({ fact: 'event/fair HELD_IN country/xa' })).toBe('The fair takes place in Exampland.');
    expect(told({ fact: 'event/fair recurs', value: 'EVERY_OTHER_YEAR' })).toBe('The fair takes place every second year.');
  });

  it('tells in the present what goes on', () => {
    expect(told({ fact: 'event/fair recurs', value: 'ONGOING' })).toBe('The fair goes on at the time of the source.');
    expect(told({ fact: 'country/xa TOOK_PART event/fair', with: { role: 'ACTOR' } })).toBe('Exampland carries out the fair.');
    expect(told({ fact: 'country/xa TOOK_PART event/fair', with: { role: 'RECIPIENT' } })).toBe('Exampland is on the receiving side of the fair.');
    expect(told({ fact: 'country/xa TOOK_PART event/fair', when: '1986/..' })).toBe('Exampland has taken part in the fair since 1986.');
    expect(told({ fact: 'partnership/p PART_OF partnership/q' })).toBe('Partnership/p is part of partnership/q.');
    expect(told({ fact: 'agreement/a agreementStatus', value: 'SIGNED' })).toBe('Agreement/a has been signed.');
    expect(told({ fact: 'group/towns description', value: 'They are near.', modality: 'ESTIMATED' })).toBe(
      'It is estimated that the towns of Exampland are near.',
    );
  });

  it('tells several relationships of one type together, what is said alike once', () => {
    const link = (to: string, columns: Record<string, string> = {}) => ({ type: 'TOOK_PART', from: 'group/towns', to, intended: false, columns });
    const links = [link('event/talks'), link('event/fair', { role: 'ORGANIZER' }), link('event/talks'), link('event/jubilee'), link('event/x')];
    const near = (most: number, more = false) => together(vocabulary, links, naming, 'group/towns', most, more);
    expect(near(9)).toBe('The towns of Exampland took part in the talk, the jubilee and event/x; organise the fair.');
    expect(near(2)).toBe('The towns of Exampland took part in the talk; organise the fair, among others.');
    const field = { field: 'topic/comics' };
    const ties = [{ type: 'COOPERATES_WITH', from: 'country/xa', to: 'country/xb', intended: false, columns: field }];
    expect(together(vocabulary, ties, naming, 'country/xb', 5)).toBe('Samplia cooperates with Exampland.');
  });

  it('goes by several where a name stands for several', () => {
    expect(told({ fact: 'topic/comics BROADER topic/culture' })).toBe('Comics are part of the wider topic topic/culture.');
    expect(told({ fact: 'organization/allies name', value: { text: 'Allies', lang: 'en' } })).toBe('The Allies are called “Allies”.');
    expect(told({ fact: 'group/towns TOOK_PART event/talks', with: { role: 'VISITOR' } })).toBe('The towns of Exampland took part as visitors in the talk.');
    expect(told({ fact: 'event/talks CONCERNS topic/comics', with: { aspect: 'DIFFICULTY' } })).toBe('The talk meets with comics as a difficulty.');
  });

  it('tells of a time that is to be, and when something was', () => {
    expect(told({ fact: 'event/talks when', value: '2020-05' })).toBe('The talk took place in May 2020.');
    expect(told({ fact: 'event/talks when', value: '2030', modality: 'PLANNED' })).toBe('It is planned that the talk will take place in 2030.');
    expect(told({ fact: 'event/talks when', value: '2030', modality: 'HOPED', assertedBy: 'person/ada' })).toBe(
      'Ada would like the talk to take place in 2030.',
    );
  });

  it('tells of what comes by itself alike before and after', () => {
    expect(told({ fact: 'event/jubilee when', value: '1999' })).toBe('The jubilee falls in 1999.');
    expect(told({ fact: 'event/jubilee when', value: '2099', assertedBy: 'person/ada' })).toBe('According to Ada, the jubilee falls in 2099.');
  });

  it('leaves out whose word it is where a curator codes', () => {
    const coded: Partial<Said> = { value: 'CONSULT', modality: 'REPORTED', assertedBy: 'person/ada', basis: 'INFERRED' };
    expect(told({ fact: 'event/talks ploverType', ...coded })).toBe('The talk is classed as a consultation.');
  });

  it('denies with a verb, and goes by several where several are meant', () => {
    expect(told({ fact: 'country/xa RECOGNIZES country/xb', polarity: 'DENIED' })).toBe('Exampland does not recognise Samplia.');
    expect(trades({ polarity: 'DENIED', when: '1986/..' })).toBe('Exampland has not traded with Samplia since 1986.');
    expect(told({ fact: 'group/towns AFFILIATED_WITH country/xa' })).toBe('The towns are affiliated with Exampland.');
    expect(told({ fact: 'group/towns AFFILIATED_WITH country/xa', with: { tie: 'ORIGIN' } })).toBe('The towns are from Exampland.');
    expect(told({ fact: 'organization/o AFFILIATED_WITH country/xa', with: { tie: 'PUBLIC_BODY' } })).toBe('Organization/o is a public body of Exampland.');
  });

  it('says how sure it is, and according to whom', () => {
    expect(trades({ modality: 'ESTIMATED' })).toBe('It is estimated that Exampland trades with Samplia.');
    expect(trades({ modality: 'HYPOTHETICAL' })).toBe('It may be that Exampland trades with Samplia.');
    expect(trades({ modality: 'REPORTED' })).toBe('It is said that Exampland trades with Samplia.');
    expect(trades({ modality: 'REPORTED', assertedBy: 'person/ada' })).toBe('According to Ada, Exampland trades with Samplia.');
  });

  it('tells a wish as that of the one who has it', () => {
    expect(trades({ modality: 'HOPED', assertedBy: 'person/ada' })).toBe('Ada would like Exampland to trade with Samplia.');
    expect(trades({ modality: 'HOPED', assertedBy: 'country/xa' })).toBe('Exampland would like to trade with Samplia.');
    expect(trades({ modality: 'PLANNED', assertedBy: 'country/xb' })).toBe('Samplia plans to trade with Exampland.');
    expect(trades({ modality: 'PLANNED' })).toBe('It is planned that Exampland will trade with Samplia.');
  });

  it('tells more of what is as more, not as a start', () => {
    const closer = { fact: 'country/xa COOPERATES_WITH country/xb', with: { field: 'topic/comics', degree: 'CLOSER' } };
    expect(told({ ...closer, modality: 'PLANNED' })).toBe('It is planned that Exampland will cooperate more closely with Samplia in comics.');
    expect(told({ ...closer, modality: 'HOPED', assertedBy: 'country/xb' })).toBe('Samplia would like to cooperate more closely with Exampland in comics.');
    expect(told({ ...closer, modality: 'ESTIMATED' })).toBe('Exampland is expected to cooperate more closely with Samplia in comics.');
    expect(told({ ...closer, modality: 'ESTIMATED', polarity: 'DENIED', assertedBy: 'person/ada' })).toBe(
      'According to Ada, Exampland is not expected to cooperate more closely with Samplia in comics.',
    );
    expect(told({ ...closer, fact: 'group/towns COOPERATES_WITH organization/o', modality: 'ESTIMATED' })).toBe(
      'The towns of Exampland are expected to cooperate more closely with organization/o in comics.',
    );
  });

  it('tells a property as it declares', () => {
    expect(told({ fact: 'person/ada profession', value: 'doctor' })).toBe('Ada has the profession of doctor.');
    expect(told({ fact: 'person/ada gender', value: 'FEMALE' })).toBe('Ada is a woman.');
    expect(told({ fact: 'country/xa existed', value: '1948/..' })).toBe('Exampland has been a state since 1948.');
    expect(told({ fact: 'country/xa figure', value: { measure: 'masks-sent', amount: 40000, unit: 'mask', comparator: 'ABOUT' } })).toBe(
      'A figure for Exampland: about 40,000 masks sent.',
    );
    expect(told({ fact: 'country/xa figure', value: { measure: 'visit-length', amount: 3, unit: 'day', comparator: 'EXACTLY' } })).toBe(
      'A figure for Exampland: 3 days (visit length).',
    );
    expect(told({ fact: 'country/xa figure', value: { measure: 'masks-sent', amount: 3, unit: 'mask', comparator: 'EXACTLY' }, when: '2020' })).toBe(
      'A figure for Exampland: 3 masks sent in 2020.',
    );
    expect(told({ fact: 'country/xa description', value: 'It is made up.', modality: 'ESTIMATED' })).toBe('It is estimated that Exampland is made up.');
    expect(told({ fact: 'country/xa description', value: 'It is made up.', assertedBy: 'person/ada' })).toBe('According to Ada, Exampland is made up.');
    expect(told({ fact: 'event/fair contexts', value: 'LOCAL' })).toBe('The fair has to do with local government.');
  });

  it('begins with the subject where a text does, by its name or a pronoun of its number', () => {
    const described = (subject: string, value: string, more: Partial<Said> = {}) => told({ fact: `${subject} description`, value, ...more });
    expect(described('country/xa', 'Exampland has a wall.')).toBe('Exampland has a wall.');
    expect(described('group/towns', 'They lie by the sea.', { modality: 'REPORTED' })).toBe('It is said that the towns of Exampland lie by the sea.');
    expect(described('group/towns', 'It has a wall.')).toBe('About the towns of Exampland: It has a wall.');
    expect(described('country/xa', 'Its wall is high.', { assertedBy: 'person/ada' })).toBe('About Exampland, according to Ada: Its wall is high.');
    expect(described('event/talks', 'It is to be short.', { modality: 'PLANNED' })).toBe('As is planned, the talk is to be short.');
  });

  it('has a verb of its own for a part in an event and for what something is about', () => {
    const part = (role: string) => told({ fact: 'country/xa TOOK_PART event/talks', with: { role } });
    expect(part('RECIPIENT')).toBe('Exampland was on the receiving side of the talk.');
    expect(part('ORGANIZER')).toBe('Exampland organised the talk.');
    expect(told({ fact: 'country/xa TOOK_PART event/talks', with: { role: 'ORGANIZER' }, polarity: 'DENIED' })).toBe('Exampland did not organise the talk.');
    expect(told({ fact: 'group/towns TOOK_PART event/fair', with: { role: 'ACTOR' } })).toBe('The towns of Exampland carry out the fair.');
    expect(told({ fact: 'event/talks CONCERNS topic/comics', with: { aspect: 'FIELD' }, modality: 'PLANNED' })).toBe(
      'It is planned that the talk will cover comics.',
    );
  });

  it('does not say in its subject what its object says', () => {
    expect(apartFrom('the Korean War', 'the capture of Seoul in the Korean War')).toBe('the capture of Seoul');
    expect(apartFrom('Guangdong', 'the governor’s garden in Guangdong')).toBe('the governor’s garden');
    expect(apartFrom('Samplia', 'the office of President of Samplia')).toBe('the office of President');
    expect(apartFrom('Paris', 'University of Paris')).toBe('University of Paris');
    expect(apartFrom('the Embassy in Samplia', 'the Economic Service of the Embassy in Samplia')).toBe('the Economic Service');
    expect(apartFrom('Seoul', 'the partnership of Paris and Seoul')).toBe('the partnership of Paris and Seoul');
    expect(told({ fact: 'event/raid PART_OF event/war' })).toBe('The raid was part of the War of Towers.');
  });

  it('tells of a statement by who made it what it is about, for its name says that already', () => {
    expect(told({ fact: 'statement/comics CONCERNS topic/comics' })).toBe('A statement by Ada deals with comics.');
    expect(told({ fact: 'person/ada SAID statement/comics' })).toBe('Ada made the statement on comics.');
  });

  it('tells names by number and language, and what is filed under a topic', () => {
    expect(told({ fact: 'country/xa name', value: { text: 'Exemplie', lang: 'fr' } })).toBe('Exampland is called “Exemplie” in French.');
    expect(told({ fact: 'country/xa name', value: { text: 'Exampland', lang: 'en' } })).toBe('A country is called “Exampland”.');
    expect(told({ fact: 'office/mayor name', value: { text: 'mayor', lang: 'en' } })).toBe('An office is called “mayor”.');
    expect(told({ fact: 'event/raid name', value: { text: 'raid', lang: 'en' } })).toBe('The raid in the War of Towers is called “raid”.');
    expect(told({ fact: 'event/war name', value: { text: 'War of Towers', lang: 'en' } })).toBe('An event is called “War of Towers”.');
    expect(told({ fact: 'city/ward name', value: { text: 'the Ward', lang: 'en' } })).toBe('A district is called “the Ward”.');
    expect(told({ fact: 'event/war name', value: { text: 'War', lang: 'en' } })).toBe('An event is called “War”.');
    expect(told({ fact: 'city/ward cityLevel', value: 'DISTRICT' })).toBe('The Ward counts as a district of a city.');
    expect(told({ fact: 'country/xa name', value: { text: 'E.X.', lang: 'en' } })).toBe('Exampland is called “E.X.”.');
    expect(told({ fact: 'group/towns name', value: { text: 'Towns', lang: 'en' } })).toBe('The towns of Exampland are called “Towns”.');
    expect(told({ fact: 'topic/fairs name', value: { text: 'markets', lang: 'en' } })).toBe('“markets” is filed under topic/fairs.');
    expect(told({ fact: 'topic/comics name', value: { text: 'Comics', lang: 'en' } })).toBe('A topic is called “Comics”.');
  });
});
