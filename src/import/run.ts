import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../model/claim.js';
import type { Identity, Source } from '../model/dataset.js';
import { fold, sha256 } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { claimOf } from '../load/draft.js';
import type { Lines, Manifest } from '../load/datasets.js';
import { AskedColumns } from './asked-columns.js';
import { Mirrors } from './checks.js';
import { Contradictions } from './contradictions.js';
import type { DecisionBook } from './decisions.js';
import { expectationsOf, type Seen } from './expectations.js';
import { FilesOfSet, type FileOfSet } from './files-of-set.js';
import { Finder } from './finding.js';
import { ImportError } from './import-error.js';
import { isBad, type Names } from './bound.js';
import { Lookup } from './lookup.js';
import { filled } from './made.js';
import type { Mapping, RowPlan } from './mapping.js';
import { cellsOf } from './names-of-row.js';
import { kindsSought, looksByLinks, untilOf } from './of-mapping.js';
import { OneAtATime } from './one-at-a-time.js';
import { RecordIds } from './record-ids.js';
import { RowWork, type Outcome, type Run } from './row-work.js';
import { isUnreadable, type Row } from './rows/row.js';
import { SortedFile } from '../load/sorted-file.js';
import { spellsOf, type HalfSpell } from './spells.js';
import { Tally } from './tally.js';
import { knownFrom } from './telling.js';
import { textOf } from './template.js';
import { NOTHING, NOWHERE, type Place } from './told.js';
import { ToldFile } from './told-file.js';

export interface ImportParts {
  readonly mapping: Mapping;
  /** The folder that its files lie in. */
  readonly from: string;
  readonly vocabulary: Vocabulary;
  /** What is known beside the data set: what is looked up is looked up in these. */
  readonly known: readonly Pick<Lines, 'identities' | 'claims'>[];
  readonly book: DecisionBook;
  /** The day of the import. */
  readonly today: string;
  /** Where to put claims, identities and what is told. */
  readonly into: string;
  /** How many rows of each plan are read at most. */
  readonly most?: number;
  readonly onRow?: (plan: RowPlan, row: Row, outcome: Outcome) => void;
  readonly progress?: (rows: number, file: string) => void;
}

/** What came of an import. */
export interface Imported {
  readonly manifest: Manifest;
  /** Expectations of the mapping that are not met. */
  readonly failed: readonly string[];
  /** The first row of each reason that something was told for, in words. */
  readonly firsts: ReadonlyMap<string, string>;
  /** Decisions that nothing looked up. */
  readonly unused: readonly string[];
  /** Columns that the mapping does not read, as sentences. */
  readonly unread: readonly string[];
}

/** How many rows of a data set that say the same are kept as evidence of one claim. */
const MOST_RECORDS = 20;

/** Reads the files of a mapping row by row, in memory that does not grow with them, and writes what comes of them. */
export async function runImport(parts: ImportParts): Promise<Imported> {
  const run = new ImportRun(parts);
  try {
    return await run.run();
  } catch (error) {
    await run.close();
    throw error;
  }
}

class ImportRun {
  private readonly parts: ImportParts;
  private readonly run_: Run;
  private readonly claims: SortedFile<Claim>;
  private readonly identities: SortedFile<Identity>;
  private readonly told: ToldFile;
  private readonly halves: HalfSpell[] = [];
  private readonly files: FilesOfSet;
  private readonly tables = new Map<string, ReadonlyMap<string, Row>>();
  private readonly asked = new AskedColumns();
  private readonly seen: Seen = { rows: new Map(), values: new Map(), sums: new Map() };
  private readonly tally = new Tally();
  private readonly lookup: Lookup;
  /** Kinds that the mapping looks up. */
  private readonly sought: ReadonlySet<string>;
  /** Whether it looks things up by what they are linked with. */
  private readonly byLinks: boolean;
  private readonly relabelled = new Map<string, string>();
  private readonly contradictions: Contradictions;
  private readonly ids: RecordIds;

  constructor(parts: ImportParts) {
    const { mapping, vocabulary, known, book, into } = parts;
    const language = mapping.spec.language ?? 'en';
    this.parts = parts;
    this.files = new FilesOfSet(parts.from, mapping.files, (file, fault) => {
      // What cannot be read of it counts as one row.
      this.tally.counts.read += 1;
      this.unreadable(file, file.rows + 1, `the file ${fault}; what follows in it is not read`);
    });
    mkdirSync(into, { recursive: true });
    const source = `source/${mapping.name}`;
    this.lookup = new Lookup(vocabulary, known);
    this.sought = kindsSought(vocabulary, mapping);
    this.byLinks = looksByLinks(mapping);
    this.run_ = {
      vocabulary,
      finder: new Finder(vocabulary, this.lookup, book, language),
      source,
      language,
      mirrors: new Mirrors(),
      holders: new OneAtATime(into),
      until: untilOf(mapping, parts.today),
    };
    this.claims = new SortedFile<Claim>(join(into, 'sorting-claims'), (first, next) => ({
      ...first,
      records: [...(first.records ?? []), ...(next.records ?? [])].slice(0, MOST_RECORDS),
    }));
    this.identities = new SortedFile<Identity>(join(into, 'sorting-identities'), (first, next) => {
      if (fold(first.label) !== fold(next.label) && this.relabelled.size < 1_000) this.relabelled.set(first.id, `"${first.label}" and "${next.label}"`);
      return first;
    });
    this.ids = new RecordIds(into);
    this.contradictions = new Contradictions(vocabulary, mapping, into);
    this.told = new ToldFile(createWriteStream(join(into, 'told.csv')));
  }

  async run(): Promise<Imported> {
    const { mapping, into, book } = this.parts;
    for (const plan of mapping.rows) {
      for (const { file } of plan.joins.values()) if (!this.tables.has(file)) this.tables.set(file, await this.table(file));
    }
    for (const [at, plan] of mapping.rows.entries()) await this.plan(plan, `rows[${String(at)}]`);
    this.checkColumns();
    for (const file of this.files.empty)
      this.told.tell({ ...NOWHERE, file }, { ...NOTHING, level: 'doubtful', place: 'files', reason: 'the file has no rows' });
    this.closeSpells();
    for (const { that, ends, place } of this.run_.mirrors.alone()) {
      this.tally.doubt(place);
      this.told.tell(place, { level: 'doubtful', place: 'checks', column: '', value: ends, reason: `${that}: the other side is missing`, candidates: [] });
    }
    for (const late of [this.ids, this.contradictions, this.run_.holders])
      for await (const { place, told } of late.found()) {
        this.tally.doubt(place);
        this.told.tell(place, told);
      }
    const identity = { id: this.run_.source, kind: 'Source', label: mapping.spec.title };
    this.identities.add(identity.id, identity);
    const identities = await this.identities.write(join(into, 'identities.jsonl'));
    const claims = await this.claims.write(join(into, 'claims.jsonl'));
    for (const [id, labels] of this.relabelled) {
      this.told.tell(
        { ...NOWHERE, id },
        { level: 'doubtful', place: 'entities', column: '', value: id, reason: `one id has two labels: ${labels}`, candidates: [] },
      );
    }
    const reasons = await this.told.end();
    for (const folder of ['sorting-claims', 'sorting-identities', 'sorting-sayings', 'sorting-ids', 'sorting-holdings'])
      rmSync(join(into, folder), { recursive: true, force: true });
    const manifest: Manifest = {
      format: 1,
      name: mapping.name,
      source: this.source(),
      from: this.parts.from,
      files: this.files.all.map(({ name, sha256: hash, rows }) => ({ file: name, sha256: hash, rows })),
      records: this.tally.counts,
      reasons,
      claims,
      identities,
    };
    const failed = expectationsOf(mapping.spec.expect, this.seen, this.tally.counts);
    return { manifest, firsts: this.told.firsts, failed, unused: book.unused(), unread: this.asked.unread(mapping.rows) };
  }

  /** Ends what an import that failed has open. */
  async close(): Promise<void> {
    await this.told.end();
  }

  private source(): Source {
    const { mapping, today } = this.parts;
    const { title, language = 'en', published, url, licence, attribution, covered } = mapping.spec;
    const whole = sha256(this.files.all.map((file) => file.sha256).join('\n'));
    const header = { title, language, published, url, licence, attribution, covered, dataset: mapping.name, sha256: whole, loaded: today };
    return { id: this.run_.source, header: Object.fromEntries(Object.entries(header).filter(([, value]) => value !== undefined)), sentences: [] };
  }

  /** The rows that others are joined to, by their key. */
  private async table(key: string): Promise<ReadonlyMap<string, Row>> {
    const table = new Map<string, Row>();
    for await (const { file, row } of this.files.rows(key)) {
      if (isUnreadable(row)) {
        this.unreadable(file, row.number, row.fault);
        continue;
      }
      this.asked.meet(key, row);
      const bound = filled(this.files.plan(key).key ?? '', cellsOf(file.name, row, new Map(), this.asked.of(key)));
      const name = isBad(bound) ? '' : textOf(bound);
      if (table.has(name))
        this.told.tell(
          { file: file.name, row: row.number, id: name },
          { level: 'doubtful', place: `files.${key}`, column: '', value: name, reason: 'the key stands in another row too', candidates: [] },
        );
      else table.set(name, row);
    }
    return table;
  }

  private async plan(plan: RowPlan, place: string): Promise<void> {
    const { most = Infinity, progress } = this.parts;
    const note = this.asked.of(plan.of);
    let read = 0;
    for await (const { file, row } of this.files.rows(plan.of)) {
      if (read >= most) break;
      read += 1;
      this.tally.counts.read += 1;
      if (this.tally.counts.read % 1_000 === 0) progress?.(this.tally.counts.read, file.name);
      if (isUnreadable(row)) {
        this.unreadable(file, row.number, row.fault);
        continue;
      }
      this.asked.meet(plan.of, row);
      const joined = new Map(
        [...plan.joins].map(([name, { file: table, by }]) => [name, this.joined(table, by, cellsOf(file.name, row, new Map(), note))] as const),
      );
      const names = cellsOf(file.name, row, joined, note);
      const id = this.files.plan(plan.of).id;
      const called = id === null ? null : filled(id, names);
      const record = { file: file.name, sha256: file.sha256, row: row.number, id: called === null || isBad(called) ? null : textOf(called) || null };
      this.ids.add(record, row);
      const work = new RowWork(this.run_, record);
      work.block(plan.block, names, place);
      this.take(plan, row, record, work.outcome());
    }
    this.seen.rows.set(plan.of, (this.seen.rows.get(plan.of) ?? 0) + read);
  }

  private joined(table: string, by: string, cells: Names): Row | null {
    const bound = filled(by, cells);
    return isBad(bound) ? null : (this.tables.get(table)?.get(textOf(bound)) ?? null);
  }

  private take(plan: RowPlan, row: Row, record: Place, outcome: Outcome): void {
    for (const identity of outcome.identities.values()) this.identities.add(identity.id, identity);
    for (const claim of outcome.claims) this.claims.add(claim.id, claim);
    this.contradictions.add(outcome.claims, outcome.identities, record);
    this.halves.push(...outcome.halves);
    for (const told of outcome.told) this.told.tell(record, told);
    if (this.sought.size > 0)
      this.lookup.add(
        [...outcome.identities.values()].filter(({ kind }) => this.sought.has(kind)),
        outcome.claims,
        this.byLinks,
      );
    this.tally.take(record, outcome);
    if (!outcome.isLeftOut && outcome.claims.length + outcome.halves.length + outcome.told.length === 0)
      this.told.tell(record, { ...NOTHING, value: record.id ?? '' });
    for (const column of new Set(Object.entries(this.parts.mapping.spec.expect?.sums?.[plan.of] ?? {}).flat()))
      for (const cell of row.cells(column)) this.seen.sums.set(`${plan.of} ${column}`, (this.seen.sums.get(`${plan.of} ${column}`) ?? 0) + Number(cell));
    for (const column of Object.keys(this.parts.mapping.spec.expect?.values?.[plan.of] ?? {})) {
      const values = this.seen.values.get(`${plan.of} ${column}`) ?? new Set<string>();
      this.seen.values.set(`${plan.of} ${column}`, values);
      for (const cell of row.cells(column)) if (values.size < 100_000) values.add(cell);
    }
    this.parts.onRow?.(plan, row, outcome);
  }

  private unreadable(file: FileOfSet, row: number, fault: string): void {
    this.tally.refuse({ file: file.name, row });
    this.told.tell({ file: file.name, row, id: null }, { level: 'refused', place: 'files', column: '', value: '', reason: fault, candidates: [] });
  }

  /** A column that no row has is a mistake of the mapping, not of the data; one that may be empty is told, in case it is misspelt. */
  private checkColumns(): void {
    if (this.parts.most !== undefined) return;
    const missing = this.asked.missing();
    const wrong = missing.filter(({ isOptional }) => !isOptional);
    if (wrong.length > 0) throw new ImportError(wrong.map(({ reason }) => reason).join('\n'));
    for (const { column, reason } of missing) this.told.tell(NOWHERE, { level: 'doubtful', place: 'files', column, value: '', reason, candidates: [] });
  }

  private closeSpells(): void {
    for (const { draft, identities } of spellsOf(this.halves)) {
      const { claim, problems } = claimOf(draft, knownFrom(this.run_.vocabulary, identities));
      if (claim) this.claims.add(claim.id, claim);
      const [record] = draft.records ?? [];
      for (const { message } of problems) {
        if (record) this.told.tell(record, { level: 'refused', place: 'spell', column: '', value: draft.summary, reason: message, candidates: [] });
      }
    }
  }
}
