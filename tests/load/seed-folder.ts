import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vocabulary } from '../../schema/vocabulary.js';
import { formatProblem } from '../../src/load/problem.js';
import { readSeeds } from '../../src/load/seeds.js';
import { SourceText } from '../../src/load/texts.js';
import { sha256 } from '../../src/model/text.js';

/** An invented report; all tests of seeds read from it. */
export const TEXT = 'Ada Example, mayor of Exampleville, met Bo Sample on Friday. She praised the twinning with Otherton. Page 3';

export const ENTITIES = `
person/ada-example: Ada Example
person/bo-sample: Bo Sample
city/exampleville: Exampleville
city/otherton: Otherton
office/mayor-of-exampleville: Mayor of Exampleville
event/example-meeting: { kind: Meeting, label: Example and Sample meet }
partnership/exampleville-otherton: Exampleville and Otherton
source/report: An invented report
`;

export const SOURCE = `
source:
  id: source/report
  title: An invented report
  language: en
  published: 2024-05-04
  sha256: ${sha256(TEXT)}
  length: ${String(Array.from(TEXT).length)}
sentences:
  - at: 0-60
    claims:
      - fact: person/ada-example name
        value: { text: Ada Example, lang: en }
        at: 0-11
        summary: The mayor is called Ada Example.
      - fact: person/bo-sample name
        value: { text: Bo Sample, lang: en }
        at: 40-49
        summary: The other is called Bo Sample.
      - fact: city/exampleville name
        value: { text: Exampleville, lang: en }
        at: 22-34
        summary: A town is called Exampleville.
      - fact: person/ada-example HELD_OFFICE office/mayor-of-exampleville
        at: 0-34
        summary: Ada Example is mayor of Exampleville.
      - fact: person/ada-example TOOK_PART event/example-meeting
        with: { role: HOST }
        at: 0-49
        summary: Ada Example received Bo Sample.
      - fact: event/example-meeting when
        value: 2024-05-03
        when: { edtf: 2024-05-03, asWritten: on Friday, rule: the Friday before the report }
        at: 50-59
        summary: They met on 3 May 2024.
  - at: 61-100
    claims:
      - fact: city/otherton name
        value: { text: Otherton, lang: en }
        at: 91-99
        summary: A town is called Otherton.
      - fact: city/exampleville PARTNER_IN partnership/exampleville-otherton
        at: [73-99, 22-34]
        summary: Exampleville is twinned with Otherton.
      - fact: city/otherton PARTNER_IN partnership/exampleville-otherton
        at: 73-99
        summary: Otherton is twinned with Exampleville.
  - at: 101-107
    excuse: DEFECT
`;

interface SeedFiles {
  readonly entities?: string | Uint8Array;
  readonly source?: string | Uint8Array;
  readonly withText?: boolean;
}

/** Writes a seed of one source into a folder. */
export function writeSeed(folder: string, entities: string | Uint8Array, source: string | Uint8Array): void {
  mkdirSync(join(folder, 'entities'));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'entities', 'all.yml'), entities);
  writeFileSync(join(folder, 'sources', 'report.yml'), source);
}

/** Reads a seed folder made for the occasion; gives its data set and its problems as lines. */
export function readMade({ entities = ENTITIES, source = SOURCE, withText = true }: SeedFiles) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-seed-'));
  try {
    writeSeed(folder, entities, source);
    const text = new SourceText(TEXT);
    const { dataset, problems } = readSeeds(vocabulary, folder, withText ? new Map([[text.sha256, text]]) : new Map());
    return { dataset, problems: problems.map((problem) => formatProblem(problem).replace(`${folder}/`, '')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
