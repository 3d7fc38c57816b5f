import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOfFile, textOf } from '../../src/import/rows/bytes.js';
import { readDataset, readManifests } from '../../src/load/datasets.js';
import { readTexts } from '../../src/load/texts.js';

const MANIFEST = JSON.stringify({ format: 1, name: 'x', source: { id: 'source/x', header: {}, sentences: [] } });

describe('what cannot be read beside the seeds', () => {
  let data = '';
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'entente-data-'));
    mkdirSync(join(data, 'x'));
  });
  afterEach(() => {
    rmSync(data, { recursive: true });
  });
  const read = () => readManifests(data).map((manifest) => readDataset(data, manifest));
  const put = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(data, 'x', name), text);
  };
  const pipe = (name: string) => execFileSync('mkfifo', [join(data, 'x', name)]);

  it('is named with the reason and never waited for: a pipe, a loop, what is no JSON, what is gone', () => {
    pipe('dataset.json');
    expect(read).toThrow(`${data}/x/dataset.json: is no file, but a pipe`);
    rmSync(join(data, 'x/dataset.json'));
    put({ 'dataset.json': '{bad' });
    expect(read).toThrow(`${data}/x/dataset.json: is no JSON`);
    put({ 'dataset.json': MANIFEST, 'identities.jsonl': '\n{bad\n' });
    expect(read).toThrow(`${data}/x/identities.jsonl:2: is no JSON`);
    put({ 'identities.jsonl': '' });
    expect(read).toThrow(`${data}/x/claims.jsonl: is not there`);
    pipe('claims.jsonl');
    expect(read).toThrow(`${data}/x/claims.jsonl: is no file, but a pipe`);
    expect(() => readManifests(join(data, 'x/dataset.json'))).toThrow('dataset.json: is no folder');
  });

  it('is refused where rows are imported from', async () => {
    pipe('rows.csv');
    const rows = join(data, 'x/rows.csv');
    await expect(hashOfFile(rows)).rejects.toThrow('is no file, but a pipe');
    await expect(textOf(rows, 'utf-8').next()).rejects.toThrow('is no file, but a pipe');
  });

  it('is told of the folder of texts too, where that is a link that leads nowhere', () => {
    const link = join(data, 'documents');
    symlinkSync('documents', link);
    expect(readTexts(link).notes).toEqual([`${link}: is a link that leads back to itself`]);
    expect(readTexts(join(data, 'nowhere')).notes).toEqual([]);
  });
});
