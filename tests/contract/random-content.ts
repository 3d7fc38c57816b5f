import fc from 'fast-check';
import { vocabulary } from '../../schema/vocabulary.js';
import type { Content } from '../../src/graph/store.js';
import { parseTime, type Time } from '../../src/model/edtf.js';
import { factKey, type Claim } from '../../src/model/claim.js';
import { describedBy } from '../../src/model/ends.js';
import type { EntityNode, Link } from '../../src/model/graph.js';
import { compareText } from '../../src/model/text.js';

/** Kinds, types and values from which random graphs are made: few, so that random questions hit them. */
export const KINDS = ['Country', 'Person', 'Summit', 'Meeting', 'Source'] as const;
export const TYPES = ['TOOK_PART', 'LOCATED_IN', 'DIPLOMATIC_RELATION', 'ALLIED_WITH'] as const;
const LABELS = ['Alpha', 'Alpha Beta', 'beta', 'Gamma', 'Ümläut', '한국', 'Zed 9', "O'Hara`"] as const;
export const WORDS = ['alpha', 'beta', 'gamma', 'umlaut', '한국', 'zed', '9', 'o', 'hara'] as const;
const DAYS = ['', '1999-12-31', '2000-01-01', '2000-01-02', '2020-06-15'] as const;
const TIME = parseTime('2011/2015') ?? ({} as Time);
const ROLES = ['HOST', 'VISITOR', 'PARTICIPANT'] as const;
export const NUMBERS = [-1.5, 0, 1, 2, 10, 48.85] as const;

export const ids = KINDS.flatMap((kind) => ['a', 'b', 'c', 'd'].map((letter) => `${kind.toLowerCase()}/${letter}`));
const sources = ['source/a', 'source/b', 'source/c'];

/** Folded as the projection does it, near enough for these labels. */
const foldings: Record<string, string> = { Ümläut: 'umlaut', "O'Hara`": 'o hara' };

function folded(label: string): string {
  return foldings[label] ?? label.toLowerCase();
}

function entityArbitrary(id: string): fc.Arbitrary<EntityNode> {
  const kind = vocabulary.kinds.find(({ name }) => name.toLowerCase() === id.slice(0, id.indexOf('/')));
  if (!kind) throw new Error(id);
  const lineage = vocabulary.lineage(kind).map(({ name }) => name);
  return fc
    .record({
      label: fc.constantFrom(...LABELS),
      alias: fc.option(fc.constantFrom(...LABELS), { nil: null }),
      isLeader: fc.boolean(),
      intended: fc.boolean().map((flag) => flag && kind.record),
      day: fc.constantFrom(...DAYS),
      edition: fc.option(fc.constantFrom(...NUMBERS), { nil: null }),
      contexts: fc.option(fc.subarray(['PEACE', 'TRADE', 'WAR']), { nil: null }),
      amounts: fc.option(fc.array(fc.constantFrom(...NUMBERS), { maxLength: 3 }), { nil: null }),
      published: fc.option(fc.constantFrom('2020-01-01', '2021', '2021-05'), { nil: null }),
      involves: fc.subarray(ids),
      flag: fc.option(fc.boolean(), { nil: null }),
    })
    .map(({ label, alias, isLeader, intended, day, edition, contexts, amounts, published, involves, flag }) => ({
      id,
      kind: kind.name,
      label,
      labels: [...lineage, ...(isLeader && kind.name === 'Person' ? ['Leader'] : [])],
      intended,
      columns: {
        sortLabel: folded(label),
        sortDate: day,
        terms: [...new Set([label, alias ?? label].map(folded))].sort(compareText),
        within: [],
        involves: [...involves].sort(compareText),
        ...(day === '' ? {} : { whenEarliest: day, whenYear: day.slice(0, 4) }),
        ...(edition === null ? {} : { edition }),
        ...(contexts === null ? {} : { contexts }),
        ...(amounts === null ? {} : { figureAmount: amounts }),
        ...(published !== null && kind.name === 'Source' ? { published } : {}),
        ...(flag === null ? {} : { flag }),
      },
    }));
}

const linkArbitrary: fc.Arbitrary<Link> = fc
  .record({
    type: fc.constantFrom(...TYPES),
    from: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
    intended: fc.boolean(),
    at: fc.constantFrom(...DAYS),
    role: fc.option(fc.constantFrom(...ROLES), { nil: null }),
    level: fc.option(fc.constantFrom(...NUMBERS), { nil: null }),
    mark: fc.constantFrom('', 'x', 'y'),
  })
  .map(({ type, from, to, intended, at, role, level, mark }) => ({
    key: factKey(type, from, to, mark),
    type,
    from,
    to,
    intended,
    at,
    columns: {
      ...(at === '' ? {} : { whenEarliest: at }),
      ...(role === null ? {} : { role, capacities: [role] }),
      ...(level === null ? {} : { level }),
    },
  }));

const claimArbitrary: fc.Arbitrary<Claim> = fc
  .record({
    predicate: fc.constantFrom(...TYPES, 'when', 'description'),
    subject: fc.constantFrom(...ids),
    object: fc.constantFrom(...ids),
    polarity: fc.constantFrom('AFFIRMED', 'DENIED'),
    modality: fc.constantFrom('ASSERTED', 'REPORTED', 'PLANNED'),
    rank: fc.constantFrom('PREFERRED', 'NORMAL', 'DEPRECATED'),
    assertedBy: fc.option(fc.constantFrom(...ids), { nil: null }),
    source: fc.constantFrom(...sources),
    start: fc.nat(40),
    number: fc.nat(99_999),
    spell: fc.constantFrom('', '', '|2011-01-01'),
    isDated: fc.boolean(),
  })
  .map(({ start, number, object, spell, isDated, ...parts }) => {
    const far = vocabulary.relationship(parts.predicate) ? object : null;
    return {
      ...parts,
      id: `claim/${String(number).padStart(5, '0')}`,
      factKey: factKey(parts.predicate, parts.subject, far ?? '', '') + (far === null ? '' : spell),
      object: far,
      value: far === null ? { text: 'said', n: 1.5 } : null,
      qualifiers: {},
      rankReason: null,
      basis: 'STATED',
      basisRule: null,
      doubt: null,
      when: isDated ? { ...TIME, asWritten: null, rule: null } : null,
      spans: start === 40 ? [] : [{ start, end: start + 5 }],
      summary: 'Somebody says so.',
      counts: null,
      tensions: null,
    };
  });

/** A relationship is listed by the day of what it describes, as in a projection. */
function listedAs(link: Link, entities: readonly EntityNode[]): Link {
  const relationship = vocabulary.relationship(link.type);
  const described = entities.find(({ id }) => relationship && id === describedBy(relationship, link.from, link.to));
  return described?.columns['whenEarliest'] === undefined ? link : { ...link, at: String(described.columns['sortDate']) };
}

/** A graph whose relationships end at entities that are there, in the order in which stores give it back. */
export const contentArbitrary: fc.Arbitrary<Content> = fc
  .record({
    kept: fc.subarray(ids, { minLength: 4 }),
    all: fc.tuple(...ids.map(entityArbitrary)),
    links: fc.uniqueArray(linkArbitrary, { selector: ({ key }) => key, minLength: 20, maxLength: 90 }),
    claims: fc.uniqueArray(claimArbitrary, { selector: ({ id }) => id, minLength: 5, maxLength: 60 }),
  })
  .map(({ kept, all, links, claims }) => {
    const there = new Set(kept);
    return {
      entities: all.filter(({ id }) => there.has(id)).sort((a, b) => compareText(a.id, b.id)),
      links: links
        .filter(({ from, to }) => there.has(from) && there.has(to))
        .map((link) => listedAs(link, all))
        .sort((a, b) => compareText(a.key, b.key)),
      claims: [...claims].sort((a, b) => compareText(a.id, b.id)),
    };
  });
