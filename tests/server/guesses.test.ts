import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from './serving.js';

let serving: Serving;
beforeAll(async () => {
  serving = await serve({});
});
afterAll(() => serving.server.stop());

const messages = async (document: string) => ((await serving.ask(document)).json.errors ?? []).map(({ message }) => message);

describe('what people guess', () => {
  it.each([
    ['{ events { nodes { heldIn { totalCount } } } }', 'Cannot query field "heldIn" on type "Event". Did you mean "places"?'],
    ['{ events { nodes { location { totalCount } } } }', 'Cannot query field "location" on type "Event". Did you mean "places"?'],
    ['{ cities { nodes { partners { totalCount } } } }', 'Cannot query field "partners" on type "City". Did you mean "partnerships"?'],
    ['{ people { nodes { heldOffice { totalCount } } } }', 'Cannot query field "heldOffice" on type "Person". Did you mean "offices"?'],
    ['{ events(where: { heldIn: {} }) { totalCount } }', 'Field "heldIn" is not defined by type "EventWhere". Did you mean "places"?'],
    [
      '{ people(where: { offices: { some: { when: {} } } }) { totalCount } }',
      'Field "when" is not defined by type "RelatedOfficeWhere". Did you mean "during"?',
    ],
    ['{ events(filter: {}) { totalCount } }', 'Unknown argument "filter" on field "Query.events". Did you mean "where"?'],
    ['{ events(limit: 3) { totalCount } }', 'Unknown argument "limit" on field "Query.events". Did you mean "first"?'],
    ['{ paths(from: [], to: [], k: 2) { reason } }', 'Unknown argument "k" on field "Query.paths". Did you mean "first"?'],
    ['{ paths(from: [], to: [], via: []) { reason } }', 'Unknown argument "via" on field "Query.paths". Did you mean "type"?'],
    ['{ people(where: { country: [] }) { totalCount } }', 'Field "country" is not defined by type "PersonWhere". Did you mean "affiliations"?'],
    ['{ visits(where: { host: [] }) { totalCount } }', 'Field "host" is not defined by type "EventWhere". Did you mean "participants"?'],
    ['{ agreements(where: { within: {} }) { totalCount } }', 'Field "within" is not defined by type "AgreementWhere". Did you mean "involves"?'],
    ['{ events { nodes { date } } }', 'Cannot query field "date" on type "Event". Did you mean "when"?'],
    ['{ people { nodes { birthDate } } }', 'Cannot query field "birthDate" on type "Person". Did you mean "born" or "died" or "when"?'],
    ['{ partnerships(where: { year: 2019 }) { totalCount } }', 'Field "year" is not defined by type "PartnershipWhere". Did you mean "since" or "until"?'],
    ['{ events(where: { when: { gte: "2025" } }) { totalCount } }', 'Field "gte" is not defined by type "DateRange". Did you mean "from"?'],
    ['{ city(id: "city/seoul") { coordinates } }', 'Cannot query field "coordinates" on type "City". Did you mean "latitude" or "longitude"?'],
    ['{ organizations(where: { type: [PARTY] }) { totalCount } }', 'Field "type" is not defined by type "OrganizationWhere". Did you mean "organizationKind"?'],
    ['{ positions { totalCount } }', 'Cannot query field "positions" on type "Query". Did you mean "offices"?'],
    ['{ people { nodes { positions { totalCount } } } }', 'Cannot query field "positions" on type "Person". Did you mean "offices"?'],
    ['{ people(where: { position: {} }) { totalCount } }', 'Field "position" is not defined by type "PersonWhere". Did you mean "offices"?'],
    ['{ people { nodes { meetings { totalCount } } } }', 'Cannot query field "meetings" on type "Person". Did you mean "events"?'],
    ['{ events { nodes { attendees { totalCount } } } }', 'Cannot query field "attendees" on type "Event". Did you mean "participants"?'],
    ['{ treaties { totalCount } }', 'Cannot query field "treaties" on type "Query". Did you mean "agreements"?'],
    ['{ country(id: "country/fr") { treaties { totalCount } } }', 'Cannot query field "treaties" on type "Country". Did you mean "agreements"?'],
    ['{ city(id: "city/paris") { sisterCities { totalCount } } }', 'Cannot query field "sisterCities" on type "City". Did you mean "partnerships"?'],
    ['{ twinnings { totalCount } }', 'Cannot query field "twinnings" on type "Query". Did you mean "partnerships"?'],
    ['{ city(id: "city/paris") { country { label } } }', 'Cannot query field "country" on type "City". Did you mean "locatedIn" or "capitalOf"?'],
    ['{ country(id: "country/fr") { allies { totalCount } } }', 'Cannot query field "allies" on type "Country". Did you mean "diplomaticRelations"?'],
    ['{ country(id: "country/fr") { president { label } } }', 'Cannot query field "president" on type "Country". Did you mean "offices"?'],
    ['{ country(id: "country/fr") { headOfState { label } } }', 'Cannot query field "headOfState" on type "Country". Did you mean "offices" or "posts"?'],
    ['{ president { label } }', 'Cannot query field "president" on type "Query". Did you mean "leaders" or "offices"?'],
    ['{ documents { totalCount } }', 'Cannot query field "documents" on type "Query". Did you mean "sources" or "source"?'],
    ['{ person(name: "Lee") { label } }', 'Unknown argument "name" on field "Query.person". Did you mean "people(where: { named })"?'],
    ['{ country(code: "FR") { label } }', 'Unknown argument "code" on field "Query.country". Did you mean "countries(where: { iso2 })"?'],
    ['{ entity(name: "Lee") { label } }', 'Unknown argument "name" on field "Query.entity". Did you mean "entities(where: { named })" or "search(text)"?'],
    ['{ people(name: "Lee") { totalCount } }', 'Unknown argument "name" on field "Query.people". Did you mean "where: { named }"?'],
    ['{ cities { groupBy { key } } }', 'Cannot query field "groupBy" on type "CityConnection". Did you mean "facets"?'],
    ['{ cities { aggregate { count } } }', 'Cannot query field "aggregate" on type "CityConnection". Did you mean "facets"?'],
    ['{ cities(group_by: KIND) { totalCount } }', 'Unknown argument "group_by" on field "Query.cities". Did you mean "cities { facets }"?'],
    ['{ cities { facets(field: KIND) { totalCount } } }', 'Unknown argument "field" on field "CityConnection.facets". Did you mean "by"?'],
    ['{ cities { count } }', 'Cannot query field "count" on type "CityConnection". Did you mean "totalCount" or "facets"?'],
    ['{ cities { items { label } } }', 'Cannot query field "items" on type "CityConnection". Did you mean "nodes"?'],
    ['{ cities_aggregate { count } }', 'Cannot query field "cities_aggregate" on type "Query". Did you mean "city" or "cities"?'],
    ['{ cityByRowId(id: "city/paris") { label } }', 'Cannot query field "cityByRowId" on type "Query". Did you mean "city" or "cities"?'],
    ['{ cities(condition: {}) { totalCount } }', 'Unknown argument "condition" on field "Query.cities". Did you mean "where"?'],
    ['{ events(where: { when: { _is_null: true } }) { totalCount } }', 'Field "_is_null" is not defined by type "DateRange". Did you mean "exists"?'],
    ['{ cities(where: { partnerships: { all: {} } }) { totalCount } }', 'Field "all" is not defined by type "RelatedPartnershipSome". Did you mean "every"?'],
    [
      '{ cities(where: { partnerships: { some: { node: {} } } }) { totalCount } }',
      'Field "node" is not defined by type "RelatedPartnershipWhere". Did you mean "partnership"?',
    ],
    [
      '{ cities(where: { id: { _eq: "city/paris" } }) { totalCount } }',
      'ID cannot represent a non-string and non-integer value: {_eq: "city/paris"}. Its values stand alone, as in id: ["…"]; `not` turns a filter round.',
    ],
    ['{ city(id: "city/paris") { aliases { text } } }', 'Cannot query field "aliases" on type "City". Did you mean "names"?'],
    ['{ cityByName(name: "Paris") { label } }', 'Cannot query field "cityByName" on type "Query". Did you mean "city" or "cities"?'],
    ['{ events { nodes { when { year start end } } } }', 'Cannot query field "end" on type "When". Did you mean "latest"?'],
    ['{ people { nodes { claims { nodes { quote } } } } }', 'Cannot query field "quote" on type "Claim". Did you mean "span" or "summary"?'],
    ['{ agreements(where: { kind: [TREATY] }) { totalCount } }', 'Field "kind" is not defined by type "AgreementWhere". Did you mean "agreementKind"?'],
    ['{ partnerships { nodes { sources { totalCount } } } }', 'Cannot query field "sources" on type "Partnership". Did you mean "mentions"?'],
    ['{ paths(source: "a", target: "b") { outcome } }', 'Unknown argument "target" on field "Query.paths". Did you mean "to"?'],
    ['{ events(where: { planned: true }) { totalCount } }', 'Field "planned" is not defined by type "EventWhere". Did you mean "intended" beside "where"?'],
    ['{ events { nodes { ... on Action { label } } } }', 'Unknown type "Action". Did you mean "OtherEvent"?'],
    ['{ people { nodes { claims { nodes { speaker } } } } }', 'Cannot query field "speaker" on type "Claim". Did you mean "assertedBy"?'],
    ['{ people { nodes { offices { edges { from } } } } }', 'Cannot query field "from" on type "RelatedOfficeEdge". Did you mean "when"?'],
    ['{ people { nodes { offices(at: "2024") { totalCount } } } }', 'Unknown argument "at" on field "Person.offices". Did you mean "where: { during }"?'],
    ['{ between(from: "a", to: "b") { outcome } }', 'Unknown argument "from" on field "Query.between". Did you mean "a"?'],
    ['{ person(where: {}) { label } }', 'Unknown argument "where" on field "Query.person". Did you mean "people(where)"?'],
    ['{ view(date: "2016") { cities { totalCount } } }', 'Unknown argument "date" on field "Query.view". Did you mean "asOf"?'],
    ['{ partnerships { nodes { cityA { label } } } }', 'Cannot query field "cityA" on type "Partnership". Did you mean "parties"?'],
    ['{ partnerships { nodes { korean_city { label } } } }', 'Cannot query field "korean_city" on type "Partnership". Did you mean "parties"?'],
    ['{ partnerships(where: { partner1: {} }) { totalCount } }', 'Field "partner1" is not defined by type "PartnershipWhere". Did you mean "parties"?'],
    ['{ meetings(where: { person1: "x" }) { totalCount } }', 'Field "person1" is not defined by type "EventWhere". Did you mean "participants" or "involves"?'],
    ['{ between(entityA: "a", b: "b") { outcome } }', 'Unknown argument "entityA" on field "Query.between". Did you mean "a"?'],
    ['{ relation(from: "a", secondEntity: "b") { status } }', 'Unknown argument "secondEntity" on field "Query.relation". Did you mean "to"?'],
    ['{ events { nodes { countryName } } }', 'Cannot query field "countryName" on type "Event". Did you mean "places"?'],
    ['{ city(id: "city/paris") { was } }', 'Cannot query field "was" on type "City". Did you mean "formerIds"?'],
  ])('%s is answered with what it is called here', async (document, message) => {
    expect(await messages(document)).toContain(message);
  });

  it.each([
    ['{ cities { label } }', 'Cannot query field "label" on type "CityConnection". Did you mean "nodes { label }"?'],
    ['{ cities { edges { label } } }', 'Cannot query field "label" on type "CityEdge". Did you mean "node { label }"?'],
    ['{ events { nodes { participants { nodes { role } } } } }', 'Cannot query field "role" on type "Entity". Did you mean "edges { role }"?'],
    ['{ people { nodes { met { nodes { label } } } } }', 'Cannot query field "label" on type "Encounter". Did you mean "person { label }"?'],
    ['{ disputes { nodes { claims { label } } } }', 'Cannot query field "label" on type "ClaimConnection". Did you mean "nodes { summary }"?'],
    ['{ names { totalCount } }', 'Cannot query field "names" on type "Query". Did you mean "entity { name }"?'],
    ['{ denials { totalCount } }', 'Cannot query field "denials" on type "Query". Did you mean "claims"?'],
    ['{ numbers { totalCount } }', 'Cannot query field "numbers" on type "Query". Did you mean "figures"?'],
    ['{ things { totalCount } }', 'Cannot query field "things" on type "Query". Did you mean "entities"?'],
    [
      '{ cities(where: { partnerships: { partnership: {} } }) { totalCount } }',
      'Field "partnership" is not defined by type "RelatedPartnershipSome". Did you mean "some: { partnership }"?',
    ],
    [
      '{ cities(where: { partnerships: { some: { involves: {} } } }) { totalCount } }',
      'Field "involves" is not defined by type "RelatedPartnershipWhere". Did you mean "partnership: { involves }"?',
    ],
    [
      '{ person(id: "person/to-lam") { events(kind: MEETING) { totalCount } } }',
      'Unknown argument "kind" on field "Person.events". Did you mean "where: { event: { kind } }"?',
    ],
    ['{ timeline(from: "2020") { totalCount } }', 'Unknown argument "from" on field "Query.timeline". Did you mean "where: { during: { from } }"?'],
    ['{ timeline(kinds: [EVENT]) { totalCount } }', 'Unknown argument "kinds" on field "Query.timeline". Did you mean "where: { kind }"?'],
  ])('%s is led to where that stands', async (document, message) => {
    expect(await messages(document)).toContain(message);
  });

  it('an id is not led to something far off of another kind', async () => {
    const [message] = await messages('{ view(accordingTo: "organization/vietnam-shoe-bureau") { events { totalCount } } }');
    expect(message).toBe('there is no "organization/vietnam-shoe-bureau" among the parties');
  });

  it('the code of a country leads to the country', async () => {
    for (const id of ['KOR', 'kor', 'country/kor'])
      expect(await messages(`{ country(id: "${id}") { label } }`)).toEqual([`there is no "${id}"; did you mean "country/kr"?`]);
  });

  it('a value where keys are wanted is answered with keys', async () => {
    expect((await messages('{ events(where: { when: "2025" }) { totalCount } }'))[0]).toBe(
      'Expected value of type "DateRange", found "2025". It is written with keys, such as { from, to, certainty, exists }.',
    );
    const { json } = await serving.ask('query ($where: EventWhere) { events(where: $where) { totalCount } }', { variables: { where: { when: '2025' } } });
    expect(json.errors?.[0]?.message).toMatch(
      /Expected type "DateRange" to be an object\. It is written with keys, such as \{ from, to, certainty, exists \}\.$/,
    );
    expect((await messages('{ agreements(where: { parties: { some: { country: "country/fr" } } }) { totalCount } }'))[0]).toContain('such as { id }');
  });

  it('values are listed for what a variable has in a filter, deep and in lists', async () => {
    const values = 'Its values are ACTIVE,';
    const query = 'query ($where: CityWhere) { cities(where: $where) { totalCount } }';
    const where = { partnerships: { some: { partnership: { activity: ['LIVELY'] } } } };
    const { json } = await serving.ask(query, { variables: { where } });
    expect(json.errors?.[0]?.message).toContain(values);
    expect((await messages('{ partnerships(where: { activity: [LIVELY] }) { totalCount } }'))[0]).toContain(values);
    expect((await messages('query ($a: PartnershipActivity = LIVELY) { partnerships(where: { activity: [$a] }) { totalCount } }'))[0]).toContain(values);
  });

  it('a slip is led to what is spelled alike, as before', async () => {
    expect((await messages('{ contries { totalCount } }'))[0]).toMatch(/^Cannot query field "contries" on type "Query"\. Did you mean "countries"/);
  });

  it('a value that an enumeration has not got is answered with those that it has', async () => {
    const values = 'Its values are EXCLUDE, INCLUDE, ONLY.';
    expect((await messages('{ events(intended: YES) { totalCount } }'))[0]).toBe(`Value "YES" does not exist in "Intended" enum. ${values}`);
    expect((await messages('{ events(intended: true) { totalCount } }'))[0]).toContain(values);
    const { json } = await serving.ask('query ($intended: Intended) { events(intended: $intended) { totalCount } }', { variables: { intended: 'only' } });
    expect(json.errors?.[0]?.message).toContain(`Did you mean the enum value "ONLY"? ${values}`);
  });

  it('a value is answered with those that have the word or its meaning first', async () => {
    expect((await messages('{ cities(orderBy: LABEL) { totalCount } }'))[0]).toContain('Did you mean LABEL_ASC or LABEL_DESC? Its values are');
    expect((await messages('{ partnerships { facets(by: YEAR) { totalCount } } }'))[0]).toContain('Did you mean SINCE_YEAR or UNTIL_YEAR? Its values are');
    expect((await messages('{ events { facets(by: COUNTRY) { totalCount } } }'))[0]).toContain('Did you mean WITHIN or INVOLVES or PLACES? Its values are');
  });

  it('an order by a relationship is led to most, and another that is cut up to the whole', async () => {
    const values = 'Its values are LABEL_ASC,';
    for (const order of ['PARTNERSHIPS', 'PARTNERSHIPS_COUNT_DESC'])
      expect((await messages(`{ cities(orderBy: ${order}) { totalCount } }`))[0]).toContain(`Did you mean most: PARTNERSHIPS? ${values}`);
    expect((await messages('{ cities(orderBy: { field: LABEL, direction: ASC }) { totalCount } }'))[0]).toContain(`Did you mean LABEL_ASC? ${values}`);
  });

  it('a value behind an operator, or of another word, is led to the value', async () => {
    expect((await messages('{ cities(where: { cityLevel: { in: [DISTRICT] } }) { totalCount } }'))[0]).toMatch(
      /Did you mean DISTRICT\? .* They stand alone\.$/,
    );
    expect((await messages('{ relation(from: "a", to: "b", type: "ALLIED") { status } }'))[0]).toContain('Did you mean ALLIED_WITH?');
    expect((await messages('{ offices(where: { branch: PRESIDENT }) { totalCount } }'))[0]).toContain('Did you mean HEAD_OF_STATE?');
    expect((await messages('{ offices(where: { branch: AMBASSADOR }) { totalCount } }'))[0]).toContain('Did you mean DIPLOMAT?');
    expect((await messages('{ countries(where: { iso2: { contains: "x" } }) { totalCount } }'))[0]).toContain('Its values stand alone');
  });

  it('several values where one is taken, and kinds that none can be of, are refused with what would do', async () => {
    expect((await messages('{ cities(where: { named: ["Seoul", "Paris"] }) { totalCount } }'))[0]).toContain('It takes one value; `or` asks for several.');
    expect((await messages('{ events(where: { kind: [MEETING, PARTNERSHIP] }) { totalCount } }'))[0]).toMatch(
      /^kind: no event is of the kind PARTNERSHIP; its kinds are .*MEETING/,
    );
    expect((await messages('{ partnerships { facets(by: SINCE) { totalCount } } }'))[0]).toContain('enum. Did you mean SINCE_YEAR or SINCE_DECADE? Its values');
    expect((await messages('{ timeline(orderBy: OLDEST) { totalCount } }'))[0]).toContain('Did you mean DATE_ASC?');
  });

  it('what is called nothing like it is answered with what there is, where that is little', async () => {
    expect((await messages('{ disputes(where: {}) { totalCount } }'))[0]).toBe(
      'Unknown argument "where" on field "Query.disputes". Its arguments are verdict, about, rule, source, before, after, first, last.',
    );
    expect((await messages('{ cities(where: { partnerships: { countGreaterThan: 2 } }) { totalCount } }'))[0]).toContain(
      'Its keys are some, none, every, count.',
    );
    expect((await messages('{ events(where: { participants: ["person/to-lam"] }) { totalCount } }'))[0]).toContain('such as { some, none, every, count }.');
  });

  it('a predicate or a property that no claim can have is refused with what is meant', async () => {
    const claims = async (predicate: string) =>
      (await messages(`{ person(id: "person/to-lam") { claims(where: { predicate: ["${predicate}"] }) { totalCount } } }`))[0];
    expect(await claims('offices')).toMatch(/^predicate: "offices" is no type of relationship and no property; did you mean "HELD_OFFICE" or "OFFICE_OF"\?$/);
    expect(await claims('PARTNERSHIP_KIND')).toMatch(/did you mean "partnershipKind"\?$/);
    expect(await claims('HELD_OFICE')).toMatch(/did you mean "HELD_OFFICE"\?$/);
    expect(await claims('said')).toBeUndefined();
    expect((await messages('{ person(id: "person/to-lam") { mentions(predicate: ["naem"]) { totalCount } } }'))[0]).toMatch(/did you mean "name"\?$/);
    expect((await messages('{ partnerships(first: 1) { nodes { fact(property: "begin") { key } } } }'))[0]).toMatch(/; there are .*since, until$/);
  });

  it('a name that nothing of the kind has is told beside the answer, with what has a like one', async () => {
    const unnamed = async (document: string) => (await serving.ask(document)).json.extensions?.['unnamed'];
    expect(await unnamed('{ events(where: { named: "G20" }) { totalCount } }')).toEqual([{ named: 'G20', nearest: ['event/g20-summit-johannesburg-2025'] }]);
    expect(await unnamed('{ partnerships(where: { parties: { some: { city: { named: "Seol" } } } }) { nodes { id } } }')).toEqual([
      { named: 'Seol', nearest: ['city/seoul'] },
    ]);
    expect(await unnamed('{ people(where: { named: "Macron" }) { totalCount } meetings(where: { when: { to: "1000" } }) { totalCount } }')).toBeUndefined();
  });

  it('search(query:) is led to its text', async () => {
    expect((await messages('{ search(query: "Hanoi") { nodes { id } } }'))[0]).toBe('Unknown argument "query" on field "Query.search". Did you mean "text"?');
  });

  it('names the type that has it, where only some have', async () => {
    expect((await messages('{ entity(id: "city/paris") { partners { totalCount } } }'))[0]).toMatch(
      /^Cannot query field "partners" on type "Entity"\. Did you mean "partnerships" on "\w+"/,
    );
  });

  it('person(id:) finds the one', async () => {
    expect((await serving.ask('{ person(id: "person/to-lam") { label } }')).json.data).toEqual({ person: { label: 'To Lam' } });
  });

  it('nothing is suggested where that is off', async () => {
    const closed = await serve({ NODE_ENV: 'production' });
    for (const document of [
      '{ events { nodes { heldIn { totalCount } } } }',
      '{ events(filter: {}) { totalCount } }',
      '{ treaties { totalCount } }',
      '{ person(name: "Lee") { label } }',
      '{ search(query: "a") { nodes { id } } }',
      '{ cities { label } }',
      '{ events(where: { kind: "MEETING" }) { totalCount } }',
      '{ events(where: { kind: [PARTY] }) { totalCount } }',
      '{ events(where: { when: "2025" }) { totalCount } }',
      '{ disputes(where: {}) { totalCount } }',
      '{ cities(orderBy: PARTNERSHIPS) { totalCount } }',
    ])
      expect((await closed.ask(document)).text).not.toMatch(/Did you mean|Its (?:values|arguments)|with keys/);
    const { text } = await closed.ask('query ($kind: [EntityKind!]) { search(text: "a", kind: $kind) { totalCount } }', { variables: { kind: 'PERSO' } });
    expect(text).not.toMatch(/Did you mean|Its values/);
    await closed.server.stop();
  });
});
