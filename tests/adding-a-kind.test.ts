import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { graphql } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { nameWords } from '../schema/ask-words.js';
import { vocabulary } from '../schema/vocabulary.js';
import { Asker } from '../src/ask/ask.js';
import { EmbeddedStore } from '../src/graph/embedded/embedded-store.js';
import { publish } from '../src/graphql/publish.js';
import { Scope } from '../src/graphql/scope.js';
import { contentOf, everything } from '../src/load/plan.js';
import { readGoodSeeds } from '../src/load/seeds.js';
import { Vocabulary, type Kind, type Relationship } from '../src/model/vocabulary.js';

const folder = mkdtempSync(resolve('tests', 'made-kind-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The file that docs/adding-a-kind.md shows, with its imports led to where it is written for the test. */
function fileOfTheGuide(): string {
  const guide = readFileSync('docs/adding-a-kind.md', 'utf8');
  const code = /```ts\n\/\/ schema\/treaty-body\.ts\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  return code.replaceAll("from './", "from '../../schema/").replaceAll("from '../src/", "from '../../src/");
}

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

describe('a kind with two relationships, added as docs/adding-a-kind.md says', () => {
  it('has its list, its filters and its relationships both ways', async () => {
    write('treaty-body.ts', fileOfTheGuide());
    const made = (await import(pathToFileURL(join(folder, 'treaty-body.ts')).href)) as Record<string, Kind | Relationship>;
    const wider = new Vocabulary([...vocabulary.kinds, ...vocabulary.relationships, ...Object.values(made)]);
    for (const part of ['entities', 'sources']) mkdirSync(join(folder, 'seed', part), { recursive: true });
    write(
      'seed/entities/all.yml',
      'treatybody/clean-air: Clean Air Committee\ncountry/xa: Xanadu\nagreement/air: Agreement on clean air\nsource/register: A register\n',
    );
    write(
      'seed/sources/register.yml',
      [
        'source: { id: source/register, title: An invented register, language: en }',
        'claims:',
        '  - { fact: treatybody/clean-air name, value: { text: Clean Air Committee, lang: en }, summary: It is called so. }',
        '  - { fact: country/xa name, value: { text: Xanadu, lang: en }, summary: It is called so. }',
        '  - { fact: treatybody/clean-air bodyKind, value: COMMITTEE, summary: It is a committee. }',
        '  - { fact: treatybody/clean-air seats, value: 9, summary: It has nine seats. }',
        '  - { fact: treatybody/clean-air WATCHES_OVER agreement/air, summary: It watches over the agreement. }',
        '  - { fact: country/xa HAS_SEAT treatybody/clean-air, summary: Xanadu has a seat. }',
      ].join('\n'),
    );
    const store = new EmbeddedStore(wider);
    await store.apply(everything(contentOf(wider, readGoodSeeds(wider, join(folder, 'seed'), new Map()))));
    const answer = await graphql({
      schema: publish(wider),
      contextValue: new Scope(wider, store, new Map()),
      source: `{
        treatyBodies(where: { bodyKind: [COMMITTEE], seats: { from: 5 }, seatedCountries: { some: { country: { id: ["country/xa"] } } } }) {
          totalCount
          facets(by: BODY_KIND) { nodes { key count } }
          edges { node { label seats watchesOver { edges { node { label watchedOverBy { totalCount } } sentence } } } }
        }
        countries { edges { node { seats { edges { node { id } fact { status claims { nodes { summary } } } } } } } }
      }`,
    });
    expect(answer.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(answer.data))).toEqual({
      treatyBodies: {
        totalCount: 1,
        facets: { nodes: [{ key: 'COMMITTEE', count: 1 }] },
        edges: [
          {
            node: {
              label: 'Clean Air Committee',
              seats: 9,
              watchesOver: {
                edges: [
                  {
                    node: { label: 'Agreement on clean air', watchedOverBy: { totalCount: 1 } },
                    sentence: 'Clean Air Committee watches over “Agreement on clean air”',
                  },
                ],
              },
            },
          },
        ],
      },
      countries: {
        edges: [
          {
            node: {
              seats: {
                edges: [{ node: { id: 'treatybody/clean-air' }, fact: { status: 'ASSERTED', claims: { nodes: [{ summary: 'Xanadu has a seat.' }] } } }],
              },
            },
          },
        ],
      },
    });

    // And at once it can be asked for in words.
    const asker = new Asker(wider, nameWords, { en: [], fr: [], ko: [] });
    const ask = (text: string) => asker.ask(text, publish(wider), new Scope(wider, store, new Map()));
    expect((await ask('Which treaty bodies watch over the agreement on clean air?')).ran?.items).toEqual(['Clean Air Committee']);
    expect((await ask('What does the Clean Air Committee watch over?')).ran?.items).toEqual(['Agreement on clean air']);
    expect((await ask('Which countries have a seat in the Clean Air Committee?')).ran?.items).toEqual(['Xanadu']);
    expect((await ask('How many committees are there?')).ran?.items).toEqual(['Clean Air Committee']);
  });
});
