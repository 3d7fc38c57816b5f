import { isInputObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { world, type Said } from '../lens/world.js';
import { overDataset, overSeeds, schema, type Asked } from './asking.js';

const SAID: readonly Said[] = [
  { fact: 'country/xa name', value: { text: 'Xánadu', lang: 'en' } },
  { fact: 'country/xa iso2', value: 'XA' },
  { fact: 'country/xb iso2', value: 'XB' },
  { fact: 'country/xb existed', value: '1950/..' },
  { fact: 'country/xc existed', value: '1960/1970' },
  { fact: 'region/north LOCATED_IN country/xa' },
  { fact: 'city/port LOCATED_IN region/north' },
  { fact: 'city/bay LOCATED_IN country/xb' },
  { fact: 'city/bay cityLevel', value: 'DISTRICT' },
  { fact: 'city/port latitude', value: 9.5 },
  { fact: 'city/bay latitude', value: 48 },
  { fact: 'source/gazette section', value: 'News' },
  { fact: 'event/tea when', value: '2019-05-05' },
  { fact: 'event/lunch when', value: '2019' },
  { fact: 'event/tea contexts', value: 'DIPLOMATIC' },
  { fact: 'event/walk description', value: 'Nobody says when.' },
  { fact: 'person/ada TOOK_PART event/tea', with: { role: 'HOST', represents: 'city/port' }, when: '2019-05-05' },
  { fact: 'person/bo TOOK_PART event/tea', with: { role: 'VISITOR' }, when: '2019-05-06' },
  { fact: 'person/bo TOOK_PART event/lunch', with: { role: 'HOST' } },
  { fact: 'country/xb TOOK_PART event/lunch', with: { role: 'VISITOR' } },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' } },
  { fact: 'country/xb DIPLOMATIC_RELATION country/xc', with: { level: 'PARTNERSHIP' } },
  { fact: 'person/ada HELD_OFFICE office/mayor', when: '2017/2022' },
  { fact: 'person/bo HELD_OFFICE office/mayor', when: '2022/2024' },
  { fact: 'event/dinner when', value: '2031', modality: 'PLANNED' },
  { fact: 'country/xa TOOK_PART event/dinner', with: { role: 'HOST' }, modality: 'PLANNED' },
];

let asked: Asked;
beforeAll(async () => {
  asked = await overDataset(world(SAID));
});

async function found(field: string, filter: string, more = ''): Promise<string> {
  const { edges, totalCount } = await asked.at(
    field,
    `{ ${field}(first: 100, where: ${filter}, orderBy: LABEL_ASC${more}) { totalCount edges { node { id } } } }`,
  );
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.id.slice(node.id.indexOf('/') + 1)).join(' ');
}

describe('a filter', () => {
  it.each([
    ['countries', '{}', 'xa xb xc'],
    ['countries', '{ id: ["country/xb"] }', 'xb'],
    ['countries', '{ id: [] }', ''],
    ['countries', '{ named: "XANADU" }', 'xa'],
    ['countries', '{ named: "xan" }', ''],
    ['countries', '{ named: "Xa\u0301nadu" }', 'xa'],
    ['countries', '{ iso2: ["XA", "XB"] }', 'xa xb'],
    ['countries', '{ not: { iso2: ["XA"] } }', 'xb xc'],
    ['countries', '{ not: { not: { iso2: ["XA"] } } }', 'xa'],
    ['countries', '{ or: [{ iso2: ["XA"] }, { id: ["country/xc"] }] }', 'xa xc'],
    ['countries', '{ or: [] }', ''],
    ['countries', '{ and: [] }', 'xa xb xc'],
    ['countries', '{ not: {} }', ''],
    ['countries', '{ and: [{ iso2: ["XA", "XB"] }, { not: { id: ["country/xa"] } }] }', 'xb'],
    ['countries', '{ not: { or: [{ iso2: ["XA"] }, { iso2: ["XB"] }] } }', 'xc'],
    ['cities', '{ within: { any: ["country/xa"] } }', 'port'],
    ['cities', '{ within: { any: ["region/north", "country/xb"] } }', 'bay port'],
    ['cities', '{ not: { within: { any: ["country/xa"] } } }', 'bay'],
    ['cities', '{ cityLevel: [DISTRICT] }', 'bay'],
    ['cities', '{ not: { cityLevel: [DISTRICT] } }', 'port'],
    ['cities', '{ latitude: { from: 9.5, to: 9.5 } }', 'port'],
    ['cities', '{ latitude: { from: 10 } }', 'bay'],
    ['cities', '{ latitude: { to: 10 } }', 'port'],
    ['cities', '{ latitude: {} }', 'bay port'],
    ['sources', '{ section: { in: ["News", "Sport"] } }', 'gazette'],
    ['sources', '{ section: { contains: "EW" } }', 'gazette'],
    ['sources', '{ section: { startsWith: "ew" } }', ''],
    ['sources', '{ section: { exists: true } }', 'gazette'],
    ['sources', '{ section: { exists: false }, id: ["source/gazette"] }', ''],
    ['events', '{ label: { startsWith: "l" } }', 'lunch'],
    ['events', '{ label: { contains: "A" } }', 'tea walk'],
    ['events', '{ label: { contains: "a", startsWith: "T" } }', 'tea'],
    ['events', '{ not: { label: { contains: "a" } } }', 'lunch'],
    ['events', '{ involves: { all: ["person/ada"] } }', 'tea'],
    ['events', '{ involves: { all: ["person/bo"] } }', 'lunch tea'],
    ['events', '{ involves: { all: ["person/bo", "person/ada"] } }', 'tea'],
    ['events', '{ involves: { all: ["country/xa"] } }', 'tea'],
    ['events', '{ involves: { all: [] } }', 'lunch tea walk'],
    ['events', '{ kind: [MEETING] }', 'lunch tea walk'],
    ['events', '{ kind: [SUMMIT] }', ''],
    ['events', '{ contexts: [DIPLOMATIC] }', 'tea'],
    ['events', '{ when: { from: "2019-05-01", to: "2019-05-31" } }', 'lunch tea'],
    ['events', '{ when: { from: "2019-05-01", to: "2019-05-31", certainty: CERTAIN } }', 'tea'],
    ['events', '{ when: { from: "2019-01-01", to: "2019-12-31", certainty: CERTAIN } }', 'lunch tea'],
    ['events', '{ when: { to: "2018-12-31" } }', ''],
    ['events', '{ when: { from: "2019-05-06" } }', 'lunch'],
    ['events', '{ when: { from: "2019-05-06", certainty: null } }', 'lunch'],
    ['events', '{ when: {} }', 'lunch tea'],
    ['events', '{ not: { when: {} } }', 'walk'],
    ['events', '{ when: { exists: false } }', 'walk'],
    ['events', '{ when: { exists: true } }', 'lunch tea'],
    ['cities', '{ latitude: { exists: false } }', ''],
    ['events', '{ involves: { any: ["person/ada", "person/bo"] } }', 'lunch tea'],
    ['events', '{ involves: { all: ["person/bo"], any: ["person/ada"] } }', 'tea'],
    ['regions', '{ within: { any: ["region/north"] } }', ''],
    ['regions', '{ within: { any: ["region/north"], self: true } }', 'north'],
    ['countries', '{ within: { any: ["country/xa"], self: true } }', 'xa'],
    ['events', '{ when: { from: null, to: "2018-12-31" } }', ''],
    ['countries', '{ existed: { from: "1965-01-01", to: "1965-01-01" } }', 'xb xc'],
    ['countries', '{ existed: { from: "1971-01-01" } }', 'xb'],
  ])('of %s %s finds "%s"', async (field, filter, expected) => {
    expect(await found(field, filter)).toBe(expected);
  });

  it.each([
    ['people', '{ within: { any: ["country/xa"] } }', 'within: people lie in nothing; ask for those that have to do with a place by affiliations or offices'],
    ['people', '{ not: { within: { any: ["country/xa"], self: false } } }', 'within: people lie in nothing'],
    ['countries', '{ within: { any: ["region/north"] } }', 'within: countries lie in nothing; ask for those that have to do with a place by memberOf'],
    ['cities', '{ within: { any: null } }', 'within.any: null asks for nothing; leave it out'],
    ['events', '{ involves: { all: ["person/bo"], any: null } }', 'involves.any: null asks for nothing; leave it out'],
    ['events', '{ when: { exists: null } }', 'when.exists: null asks for nothing; leave it out'],
    ['cities', '{ label: { contains: " - " } }', 'label.contains: name some letters'],
    ['sources', '{ section: { contains: null } }', 'section.contains: null asks for nothing'],
    ['cities', '{ latitude: { exists: null } }', 'latitude.exists: null asks for nothing; leave it out'],
    [
      'events',
      '{ participants: { some: { country: {}, city: {} } } }',
      'nothing is country and city at once; ask for either with or: [{ country: … }, { city: … }]',
    ],
    ['events', '{ participants: { some: { or: [{ role: [HOST] }, { city: {} }] } } }', 'put or around participants'],
  ])('of %s %s is refused: %s', async (field, filter, message) => {
    const { errors } = await asked.ask(`{ ${field}(where: ${filter}) { totalCount } }`);
    expect(errors[0]?.message).toContain(message);
  });

  it.each([
    ['events', '{ participants: { some: {} } }', 'lunch tea'],
    ['events', '{ not: { participants: { some: {} } } }', 'walk'],
    ['events', '{ participants: { some: { entity: { id: ["person/ada"] } } } }', 'tea'],
    ['events', '{ participants: { some: { entity: { id: [] } } } }', ''],
    ['events', '{ participants: { some: { role: [HOST] } } }', 'lunch tea'],
    ['events', '{ participants: { some: { role: [HOST], entity: { id: ["person/bo"] } } } }', 'lunch'],
    ['events', '{ participants: { some: { represents: ["city/port"] } } }', 'tea'],
    ['events', '{ participants: { some: { entity: { kind: [COUNTRY] } } } }', 'lunch'],
    ['events', '{ participants: { some: { entity: { named: "ada" } } } }', 'tea'],
    ['events', '{ participants: { some: { entity: { not: { kind: [PERSON] } } } } }', 'lunch'],
    ['events', '{ participants: { some: { during: { from: "2019-05-06" } } } }', 'tea'],
    [
      'events',
      '{ and: [{ participants: { some: { entity: { id: ["person/ada"] } } } }, { participants: { some: { entity: { id: ["person/bo"] } } } }] }',
      'tea',
    ],
    ['events', '{ participants: {} }', 'lunch tea walk'],
    ['events', '{ participants: { none: {} } }', 'walk'],
    ['events', '{ participants: { none: { entity: { id: ["person/ada"] } } } }', 'lunch walk'],
    ['events', '{ participants: { every: { entity: { kind: [PERSON] } } } }', 'tea walk'],
    ['events', '{ participants: { every: { role: [HOST] } } }', 'walk'],
    ['events', '{ participants: { count: { from: 2 } } }', 'lunch tea'],
    ['events', '{ participants: { count: { to: 0 } } }', 'walk'],
    ['events', '{ participants: { some: { person: {} }, count: { from: 2, to: 2 } } }', 'tea'],
    ['events', '{ participants: { some: { person: {} }, count: { to: 1 } } }', 'lunch walk'],
    ['events', '{ participants: { some: { country: {} } } }', 'lunch'],
    ['events', '{ participants: { some: { or: [{ country: {} }, { city: {} }] } } }', 'lunch'],
    ['events', '{ participants: { some: { or: [{ country: {} }, { person: { id: ["person/ada"] } }], role: [HOST] } } }', 'tea'],
    ['events', '{ participants: { some: { or: [{ role: [HOST] }, { role: [VISITOR] }], country: {} } } }', 'lunch'],
    ['events', '{ participants: { every: { or: [{ person: {} }, { city: {} }] }, some: {} } }', 'tea'],
    ['events', '{ participants: { none: { or: [{ country: {} }, { city: {} }] }, some: {} } }', 'tea'],
    ['events', '{ participants: { some: { or: [] } } }', ''],
    ['events', '{ participants: { some: { country: { iso2: ["XZ"] } } } }', ''],
    ['people', '{ events: { some: { role: [HOST], event: { when: { from: "2019-06-01" } } } } }', 'bo'],
    ['people', '{ offices: { some: { during: { from: "2018-01-01", to: "2018-12-31" } } } }', 'ada'],
    ['people', '{ offices: { some: { during: { from: "2022-06-01", to: "2022-06-30" } } } }', 'ada bo'],
    ['people', '{ not: { offices: { some: { during: { from: "2018-01-01", to: "2018-12-31" } } } } }', 'bo'],
    ['countries', '{ diplomaticRelations: { some: { country: { id: ["country/xb"] } } } }', 'xa xc'],
    ['countries', '{ diplomaticRelations: { some: { level: [ALLIANCE] } } }', 'xa xb'],
    ['countries', '{ diplomaticRelations: { some: { level: [PARTNERSHIP], country: { id: ["country/xc"] } } } }', 'xb'],
    [
      'countries',
      '{ diplomaticRelations: { some: { country: { diplomaticRelations: { some: { level: [PARTNERSHIP], country: { id: ["country/xc"] } } } } } } }',
      'xa xc',
    ],
    ['countries', '{ contains: { some: { entity: { id: ["region/north"] } } } }', 'xa'],
    ['regions', '{ locatedIn: { some: { entity: { kind: [COUNTRY] } } } }', 'north'],
  ])('of %s through relationships %s finds "%s"', async (field, filter, expected) => {
    expect(await found(field, filter)).toBe(expected);
  });

  it('narrows the relationships of an entity by what stands at their far end and by themselves', async () => {
    const far = async (id: string, field: string, args: string, kind = 'Person') => {
      const { edges, totalCount } = await asked.at(
        `entity.${field}`,
        `{ entity(id: "${id}") { ... on ${kind} { ${field}(${args}) { totalCount edges { node { id } } } } } }`,
      );
      expect(totalCount).toBe(edges.length);
      return edges.map(({ node }) => node.id.slice(node.id.indexOf('/') + 1)).join(' ');
    };
    expect(await far('person/bo', 'events', 'orderBy: DATE_ASC')).toBe('lunch tea');
    expect(await far('person/bo', 'events', 'where: { role: [HOST] }')).toBe('lunch');
    expect(await far('person/bo', 'events', 'where: { event: { when: { from: "2019-05-01", to: "2019-05-31", certainty: CERTAIN } } }')).toBe('tea');
    expect(await far('person/bo', 'events', 'where: { event: { participants: { some: { entity: { kind: [COUNTRY] } } } } }')).toBe('lunch');
    expect(await far('person/ada', 'offices', 'where: { during: { from: "2023-01-01" } }')).toBe('');
    expect(await far('person/ada', 'offices', 'where: { during: { to: "2017-01-01" } }')).toBe('mayor');
    expect(await far('country/xa', 'events', 'intended: ONLY', 'Country')).toBe('dinner');
    expect(await far('country/xb', 'diplomaticRelations', 'where: { level: [PARTNERSHIP] }', 'Country')).toBe('xc');
  });

  it('works on what is intended as on what is so', async () => {
    expect(await found('events', '{ involves: { all: ["country/xa"] } }', ', intended: ONLY')).toBe('dinner');
    expect(await found('events', '{ when: { from: "2030-01-01" } }', ', intended: ONLY')).toBe('dinner');
    expect(await found('events', '{ when: { from: "2030-01-01" } }')).toBe('');
  });

  it.each([
    ['events(where: { when: { from: "2020-01-02", to: "2020-01-01" } })', /from 2020-01-02 lies after to 2020-01-01/],
    ['cities(where: { latitude: { from: 2, to: 1 } })', /from 2 lies after to 1/],
    ['cities(where: { partnerships: { count: { from: 2, to: 1 } } })', /^partnerships\.count: from 2 lies after to 1/],
    ['events(where: { when: { from: "2020-02-30" } })', /expected a day, a month or a year such as .* there is no such day/],
    ['events(where: { when: { to: "2100-02-29" } })', /there is no such day/],
    ['events(where: { when: { from: "20240305" } })', /did you mean 2024-03-05\?/],
    ['events(where: { when: { from: 198606 } })', /did you mean 1986-06\?/],
    ['events(where: { when: { from: "0000-01-01" } })', /the years from 0001 to 9999 can be held/],
    ['people(where: { offices: { some: { during: { from: "2020-01-02", to: "2020-01-01" } } } })', /lies after/],
    [
      `people(where: { or: [${Array.from({ length: 12 }, () => '{ and: [{ id: ["country/xa"] }, { named: "a" }, { id: ["country/xb"] }] }').join(' ')}] })`,
      /grows beyond 400 comparisons/,
    ],
    [`people(where: { or: [${Array.from({ length: 6 }, () => `{ and: [${'{ or: [] }'.repeat(40)}] }`).join(' ')}] })`, /grows beyond 400 comparisons/],
    [
      `people(where: { or: [${Array.from({ length: 9 }, (_none, at) => `{ events: { some: { event: { participants: { count: { from: ${String(at + 1)} } } } } } }`).join(' ')}] })`,
      /asks 18 different things of relationships; ask 16 at most/,
    ],
  ])('%s is refused', async (field, expected) => {
    const { errors } = await asked.ask(`{ ${field} { totalCount } }`);
    expect(errors.map(({ message }) => message).join('\n')).toMatch(expected);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it.each(["country/x'a", 'a`b', '\0', '\ud800', '__proto__', '"', '\\', '$id', 'x'.repeat(10_000), '}) RETURN 1 //'])(
    'takes %j as a name that nobody has, and tells that it is no id',
    async (odd) => {
      const query = 'query ($odd: String!) { countries(where: {or: [{named: $odd}, {iso2: [$odd]}]}) { totalCount } }';
      expect(await asked.get(query, { odd })).toEqual({ countries: { totalCount: 0 } });
      for (const field of ['countries(where: { id: [$id] })', 'cities(where: { within: { any: [$id] } })', 'events(where: { involves: { all: [$id] } })'])
        expect(await asked.codes(`query ($id: ID!) { ${field} { totalCount } }`, { id: odd })).toEqual(['UNKNOWN_ID']);
    },
  );
});

describe('every filter of the schema', () => {
  it('refuses null for each of its fields, with what may be meant', async () => {
    const seeds = await overSeeds();
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const type = field.args.find(({ name }) => name === 'where')?.type;
      if (!type || !isInputObjectType(type)) continue;
      for (const { name, type: inner } of Object.values(type.getFields())) {
        const { errors } = await seeds.ask(`{ ${field.name}(where: { ${name}: null }) { totalCount } }`);
        expect(errors[0]?.message).toContain(`${name}: null asks for nothing; leave it out`);
        if (isInputObjectType(inner) && 'exists' in inner.getFields()) expect(errors[0]?.message).toContain(`${name}: { exists: false }`);
      }
    }
  });

  it('takes every kind of far end, and is empty where it asks for nothing', async () => {
    const seeds = await overSeeds();
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const type = field.args.find(({ name }) => name === 'where')?.type;
      if (!type || !isInputObjectType(type)) continue;
      for (const { name, type: inner } of Object.values(type.getFields())) {
        const some = isInputObjectType(inner) ? inner.getFields()['some']?.type : null;
        if (!isInputObjectType(some)) continue;
        const count = async (value: string) => (await seeds.at(field.name, `{ ${field.name}(where: { ${name}: ${value} }) { totalCount } }`)).totalCount;
        const [all, having, lacking] = await Promise.all([count('{}'), count('{ some: {} }'), count('{ none: {} }')]);
        expect([name, having + lacking]).toEqual([name, all]);
        const keys = Object.values(some.getFields()).filter(({ type: far }) => isInputObjectType(far) && 'named' in far.getFields());
        for (const key of keys.filter((item) => item.name === 'entity' || keys.length === 1)) expect(await count(`{ some: { ${key.name}: {} } }`)).toBe(having);
      }
    }
  });
});
