import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import type { Content } from '../../src/graph/store.js';
import { contentOf, difference, digest, everything, isEmpty } from '../../src/load/plan.js';
import { HeldContent } from '../../src/load/held-content.js';
import { reportChanges } from '../../src/load/report.js';
import type { Dataset } from '../../src/model/dataset.js';
import { compared } from './compared.js';
import { vocabulary, world, type Said } from '../lens/world.js';

const SAYINGS: readonly Said[] = [
  { fact: 'country/xa existed', value: '1950/..' },
  { fact: 'country/xa existed', value: '1951/..', rank: 'PREFERRED', rankReason: 'So the register.' },
  { fact: 'country/xa name', value: { text: 'Sanadu', lang: 'fr' } },
  { fact: 'city/port LOCATED_IN country/xa' },
  { fact: 'person/ada HELD_OFFICE office/president', when: '2010/2015' },
  { fact: 'office/president branch', value: 'HEAD_OF_STATE' },
  { fact: 'person/ada TOOK_PART event/tea', with: { role: 'HOST' } },
  { fact: 'person/bo TOOK_PART event/tea', with: { role: 'VISITOR' }, modality: 'PLANNED' },
  { fact: 'event/tea when', value: '2031', modality: 'PLANNED' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' } },
];
const EMPTY: Content = { entities: [], links: [], claims: [] };

const content: fc.Arbitrary<Content> = fc.subarray([...SAYINGS]).map((said) => contentOf(vocabulary, world(said)));

async function storeWith(held: Content): Promise<EmbeddedStore> {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(everything(held));
  return store;
}

describe('a difference', () => {
  it('is empty between equal contents, in whatever order they stand', () => {
    fc.assert(
      fc.property(content, (held) => {
        const turned = { entities: [...held.entities].reverse(), links: [...held.links].reverse(), claims: [...held.claims].reverse() };
        expect(isEmpty(difference(held, turned))).toBe(true);
        expect(digest(turned)).toBe(digest(held));
      }),
    );
  });

  it('turns any content into any other, and then there is nothing more to do', async () => {
    await fc.assert(
      fc.asyncProperty(content, content, async (now, wanted) => {
        const store = await storeWith(now);
        await store.apply(difference(await store.content(), wanted));
        const held = await store.content();
        expect(isEmpty(difference(held, wanted))).toBe(true);
        expect(digest(held)).toBe(digest(wanted));
      }),
    );
  });

  it('writes and removes only what differs', () => {
    const [before, after] = [SAYINGS.slice(0, 4), SAYINGS.slice(1, 5)].map((said) => contentOf(vocabulary, world(said)));
    if (!before || !after) throw new Error('no content');
    const changes = difference(before, after);
    expect(changes.claims.remove).toEqual(before.claims.filter(({ id }) => !after.claims.some((claim) => claim.id === id)).map(({ id }) => id));
    expect(changes.claims.put).toHaveLength(1);
    expect(changes.entities.put.map(({ id }) => id)).toEqual(['office/president', 'person/ada']);
    expect(changes.entities.remove).toEqual([]);
  });

  it('from nothing is everything, and to nothing removes everything', () => {
    fc.assert(
      fc.property(content, (wanted) => {
        expect(difference(EMPTY, wanted)).toEqual(everything(wanted));
        const { entities, links, claims } = difference(wanted, EMPTY);
        expect([entities.put, links.put, claims.put]).toEqual([[], [], []]);
        expect([entities.remove.length, links.remove.length, claims.remove.length]).toEqual([
          wanted.entities.length,
          wanted.links.length,
          wanted.claims.length,
        ]);
      }),
    );
  });
});

describe('a digest', () => {
  it('differs as soon as one part of the content does', () => {
    const held = contentOf(vocabulary, world(SAYINGS));
    const [entity, ...others] = held.entities;
    if (!entity) throw new Error('no entity');
    const digests = [
      held,
      EMPTY,
      { ...held, entities: others },
      { ...held, entities: [{ ...entity, label: `${entity.label}!` }, ...others] },
      { ...held, entities: [{ ...entity, columns: { ...entity.columns, extra: 1 } }, ...others] },
      { ...held, links: held.links.slice(1) },
      { ...held, claims: held.claims.slice(1) },
    ].map(digest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe('a report', () => {
  const reported = async (now: Content, wanted: Dataset): Promise<string[]> => {
    const { changes, close } = await compared([wanted], new HeldContent(vocabulary, now), 'told');
    const lines = [...reportChanges(changes.all())];
    close();
    return lines;
  };

  it('tells what is added, changed and removed, entity by entity, and counts it', async () => {
    const lines = await reported(contentOf(vocabulary, world(SAYINGS.slice(0, 4))), world(SAYINGS.slice(1, 5)));
    expect(lines).toContain('  + HELD_OFFICE|person/ada|office/president|');
    expect(lines).toContain('  - source/gazette: country/xa existed "1950/.." ');
    expect(lines.at(-1)).toBe('4 added, 0 changed, 1 removed');
    const headings = lines.filter((line) => /^\w+\/[\w-]+$/.test(line));
    expect(headings).toEqual([...headings].sort());
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('of no change is one line', async () => {
    expect(await reported(EMPTY, { identities: [], sources: [], claims: [] })).toEqual(['0 added, 0 changed, 0 removed']);
  });
});
