import { join } from 'node:path';
import { shaped } from '../load/shape-problems.js';
import { YamlFile, type Path } from '../load/yaml-file.js';
import type { Problem } from '../load/problem.js';
import { parseTime, refusedTime } from '../model/edtf.js';
import { hint } from '../model/text.js';
import { slug, type Kind, type Relationship, type Vocabulary } from '../model/vocabulary.js';
import { WAYS } from './checks.js';
import { asSlot, MappingValues, meantEntity, type Maker, type MeantNames } from './mapping-values.js';
import { isEncoding } from './rows/bytes.js';
import { formatOfName } from './rows/read.js';
import type { Format, Reading } from './rows/row.js';
import { KEYS, mappingShape, type CheckSpec, type ClaimSpec, type Condition, type EntitySpec, type FileSpec, type MappingFile, type Part } from './shape.js';
import { trialOf } from './typed.js';

/** An entity of a mapping with its kind. */
export interface EntityPlan extends EntitySpec {
  readonly of: Kind;
}

/** A claim of a mapping, its fact taken apart. */
export interface ClaimPlan extends ClaimSpec {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string | null;
  readonly relationship: Relationship | null;
  /** Where it stands, such as `rows[0].claims[2]`. */
  readonly place: string;
}

/** What is made of each row, or of each item of a list within it. */
export interface Block {
  readonly in: string | null;
  readonly as: string;
  readonly if: Condition | undefined;
  readonly unless: Condition | undefined;
  readonly lets: ReadonlyMap<string, Maker>;
  readonly checks: readonly CheckSpec[];
  readonly entities: ReadonlyMap<string, EntityPlan>;
  readonly claims: readonly ClaimPlan[];
  readonly each: readonly Block[];
}

export interface Joined {
  readonly file: string;
  readonly by: string;
}

export interface RowPlan {
  readonly of: string;
  readonly joins: ReadonlyMap<string, Joined>;
  readonly block: Block;
}

export interface FilePlan extends Reading {
  readonly path: string;
  readonly id: string | null;
  readonly key: string | null;
}

/** A mapping that is right: how a data set's files become claims. */
export interface Mapping {
  readonly name: string;
  readonly spec: MappingFile;
  readonly files: ReadonlyMap<string, FilePlan>;
  readonly rows: readonly RowPlan[];
}

/** Reads and checks the mapping in a folder; collects every problem. */
export function readMapping(folder: string, name: string, vocabulary: Vocabulary): { readonly mapping: Mapping | null; readonly problems: readonly Problem[] } {
  const path = join(folder, 'mapping.yml');
  const file = YamlFile.read(path, path);
  if (Array.isArray(file)) return { mapping: null, problems: file };
  const spec = shaped(file, mappingShape, KEYS);
  const mapping = spec && new MappingReader(file, spec, vocabulary).read(name);
  return { mapping: file.problems.length > 0 ? null : mapping, problems: file.problems };
}

/** Around a block of rows there are columns alone. */
const NO_NAMES: MeantNames = new Map();

class MappingReader {
  private readonly file: YamlFile;
  private readonly spec: MappingFile;
  private readonly vocabulary: Vocabulary;
  private readonly values: MappingValues;

  constructor(file: YamlFile, spec: MappingFile, vocabulary: Vocabulary) {
    this.file = file;
    this.spec = spec;
    this.vocabulary = vocabulary;
    this.values = new MappingValues(file, vocabulary, spec.lists ?? {});
  }

  read(name: string): Mapping {
    const { spec } = this;
    for (const key of ['covered', 'published'] as const) {
      const text = spec[key];
      if (text !== undefined && !parseTime(text)) this.file.refuse([key], refusedTime(text));
    }
    const files = new Map(Object.entries(spec.files).map(([key, file]) => [key, this.filePlan(file, ['files', key])]));
    const rows = spec.rows.map((row, at): RowPlan => {
      const place = ['rows', at];
      this.known(row.of, files, [...place, 'of'], 'file');
      const joins = new Map(Object.entries(row.join ?? {}));
      for (const [key, { file, by }] of joins) {
        this.values.template(by, [...place, 'join', key, 'by'], NO_NAMES);
        if (this.known(file, files, [...place, 'join', key, 'file'], 'file') && files.get(file)?.key === null) {
          this.file.refuse([...place, 'join', key, 'file'], `the file "${file}" has no key to be joined by`);
        }
      }
      return { of: row.of, joins, block: this.block(row, place, NO_NAMES) };
    });
    this.values.refuseUnused();
    for (const part of ['values', 'sums'] as const)
      for (const key of Object.keys(spec.expect?.[part] ?? {})) this.known(key, files, ['expect', part, key], 'file');
    for (const [key, text] of Object.entries(spec.expect?.rows ?? {})) {
      this.known(key, files, ['expect', 'rows', key], 'file');
      if (!/^\d+(\.\.\d+)?$/.test(text)) this.file.refuse(['expect', 'rows', key], `expected a number such as 120, or 100..140, got "${text}"`);
    }
    return { name, spec, files, rows };
  }

  private known(name: string, among: ReadonlyMap<string, unknown>, path: Path, noun: string): boolean {
    if (!among.has(name)) this.file.refuse(path, `unknown ${noun} "${name}"${hint(name, among.keys())}`);
    return among.has(name);
  }

  private filePlan(file: FileSpec, path: Path): FilePlan {
    const format = (file.format as Format | undefined) ?? formatOfName(file.path);
    if (!format) this.file.refuse([...path, 'path'], 'its name does not tell its format; say it under "format"');
    if (format === 'xml' && !file.rows) this.file.refuse(path, 'an XML file needs "rows": the path of the elements that are its rows');
    if (file.encoding !== undefined && !isEncoding(file.encoding)) this.file.refuse([...path, 'encoding'], `unknown encoding "${file.encoding}"`);
    if (/(^|\/)\.\.(\/|$)|^\//.test(file.path)) this.file.refuse([...path, 'path'], 'a path lies within the folder that is imported from');
    for (const key of ['id', 'key'] as const) if (file[key] !== undefined) this.values.template(file[key], [...path, key], NO_NAMES);
    return {
      path: file.path,
      format: format ?? 'csv',
      rows: file.rows ?? '',
      encoding: file.encoding ?? 'utf-8',
      delimiter: file.delimiter ?? (format === 'tsv' ? '\t' : ','),
      quote: file.quote ?? (format === 'tsv' ? '' : '"'),
      header: file.header ?? null,
      skip: file.skip ?? 0,
      id: file.id === undefined ? null : asSlot(file.id),
      key: file.key === undefined ? null : asSlot(file.key),
    };
  }

  private block(part: Part, path: Path, around: MeantNames): Block {
    const { values } = this;
    const names = new Map(around);
    if (part.in !== undefined) values.template(asSlot(part.in), [...path, 'in'], names);
    if (part.as !== undefined) names.set(part.as, values.item(part.in ?? '', around));
    const lets = values.lets(part.let ?? {}, [...path, 'let'], names);
    values.conditions(part, path, names);
    for (const [at, check] of (part.checks ?? []).entries()) this.check(check, [...path, 'checks', at], names);
    const entities = new Map<string, EntityPlan>();
    for (const [name, entity] of Object.entries(part.entities ?? {})) {
      const kind = this.entityKind(entity.kind, [...path, 'entities', name, 'kind']);
      if (kind) this.entity(entity, kind, [...path, 'entities', name], names);
      if (kind) entities.set(name, { ...entity, of: kind });
      names.set(name, meantEntity(kind));
    }
    const claims = (part.claims ?? []).map((claim, at) => this.claim(claim, [...path, 'claims', at], names));
    const each = (part.each ?? []).map((inner, at) => this.block(inner, [...path, 'each', at], names));
    return {
      in: part.in === undefined ? null : asSlot(part.in),
      as: part.as ?? '',
      if: part.if,
      unless: part.unless,
      lets,
      checks: part.checks ?? [],
      entities,
      claims,
      each,
    };
  }

  private entityKind(name: string, path: Path): Kind | null {
    const kind = this.values.kind(name, path);
    if (kind?.abstract) {
      const concrete = this.vocabulary.concrete(kind).map((item) => item.name);
      this.file.refuse(path, `needs a kind: one of ${concrete.join(', ')}`);
    }
    return kind;
  }

  private entity(entity: EntitySpec, kind: Kind, path: Path, names: MeantNames): void {
    this.values.templates(entity.id, [...path, 'id'], names);
    this.values.readable(entity.label, [...path, 'label'], names);
    if (entity.called !== undefined) this.values.readable(entity.called, [...path, 'called'], names);
    for (const [at, name] of (entity.names ?? []).entries()) this.values.readable(typeof name === 'string' ? name : name.text, [...path, 'names', at], names);
    this.values.templates(entity.sameAs ?? [], [...path, 'sameAs'], names);
    this.values.conditions(entity, path, names);
    const root = this.vocabulary.lineage(kind).at(-1) ?? kind;
    if (!/^\{[^{}]*\}$/.test(entity.id) && !entity.id.startsWith(`${slug(root)}/`)) {
      this.file.refuse([...path, 'id'], `the id of a ${kind.name} begins with "${slug(root)}/"`);
    }
  }

  private check(check: CheckSpec, path: Path, names: MeantNames): void {
    this.values.templates(check, path, names);
    const ways = WAYS.filter((way) => check[way] !== undefined);
    const isBare = ways.length === 0 && check.if === undefined && check.unless === undefined;
    if (ways.length > 1 || isBare) this.file.refuse(path, `a check is one of ${WAYS.join(', ')}; or what "if" alone says is wrong`);
  }

  private claim(claim: ClaimSpec, path: Path, names: MeantNames): ClaimPlan {
    for (const key of ['when', 'by', 'with', 'value', 'inferred', 'doubt'] as const) this.values.templates(claim[key], [...path, key], names);
    if (claim.summary !== undefined) this.values.readable(claim.summary, [...path, 'summary'], names);
    this.values.conditions(claim, path, names);
    const [subject = '', predicate = '', object, ...rest] = claim.fact.match(/\{[^{}]*\}|\S+/g) ?? [];
    for (const end of [subject, object]) if (end !== undefined) this.values.template(end, [...path, 'fact'], names);
    const relationship = this.vocabulary.relationship(predicate) ?? null;
    const plan = { ...claim, subject, predicate, object: object ?? null, relationship, place: placeOf(path) };
    if (rest.length > 0 || predicate === '') {
      this.file.refuse([...path, 'fact'], 'expected "{subject} TYPE {object}", or "{subject} property" with a value');
    } else if (relationship) this.link(plan, relationship, path, names);
    else this.property(plan, path, names);
    if (claim.spell && !claim.when) this.file.refuse([...path, 'spell'], 'a spell needs "when": the day on which it begins or ends');
    return plan;
  }

  private link({ subject, object, with: qualifiers, value }: ClaimPlan, relationship: Relationship, path: Path, names: MeantNames): void {
    const place = [...path, 'fact'];
    if (object === null) this.file.refuse(place, `${relationship.type} needs an object`);
    if (value !== undefined) this.file.refuse([...path, 'value'], 'a relationship has no value; its qualifiers go under "with"');
    for (const [end, kinds] of [
      [subject, relationship.from],
      [object, relationship.to],
    ] as const) {
      const kind = end === null ? null : this.kindOf(end, names);
      const mayBe = kind && [kind, ...this.vocabulary.concrete(kind)];
      if (mayBe && !mayBe.some((item) => this.vocabulary.fits(item, kinds))) {
        this.file.refuse(place, `${relationship.type} joins ${kinds.map(({ name }) => name).join(' or ')} here, not ${kind.name}`);
      }
    }
    for (const [name, text] of Object.entries(qualifiers ?? {})) {
      const property = Object.hasOwn(relationship.properties, name) ? relationship.properties[name] : undefined;
      if (!property) {
        this.file.refuse([...path, 'with', name], `unknown qualifier "${name}" of ${relationship.type}${hint(name, Object.keys(relationship.properties))}`);
      } else if (!text.includes('{')) {
        const parsed = property.parse(text);
        if ('refused' in parsed) this.file.refuse([...path, 'with', name], parsed.refused);
      }
    }
  }

  private property({ subject, predicate, object, with: qualifiers, value }: ClaimPlan, path: Path, names: MeantNames): void {
    const place = [...path, 'fact'];
    if (/^[A-Z_]+$/.test(predicate)) {
      this.file.refuse(place, `unknown relationship type "${predicate}"${this.vocabulary.hintType(predicate)}`);
      return;
    }
    const kind = this.kindOf(subject, names);
    const property = kind && this.vocabulary.property(kind, predicate);
    if (kind && !property)
      this.file.refuse(place, `unknown property "${predicate}" of ${kind.name}${hint(predicate, Object.keys(this.vocabulary.properties(kind)))}`);
    if (object !== null) this.file.refuse(place, `"${predicate}" is a property; its value goes under "value"`);
    if (qualifiers) this.file.refuse([...path, 'with'], 'only relationships have qualifiers');
    if (value === undefined) this.file.refuse(path, `"${predicate}" needs a value`);
    else if (property) {
      const trial = trialOf(value, property.sort);
      const parsed = trial === undefined ? null : property.parse(trial);
      if (parsed && 'refused' in parsed) this.file.refuse([...path, 'value'], parsed.refused);
    }
  }

  /** The kind of what stands at an end, where the mapping tells it. */
  private kindOf(end: string, names: MeantNames): Kind | null {
    const slot = /^\{([^{}|?]+)\??\}$/.exec(end)?.[1]?.trim();
    return slot === undefined ? (this.vocabulary.rootOf(end) ?? null) : (names.get(slot)?.kind ?? null);
  }
}

function placeOf(path: Path): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${String(part)}]` : at === 0 ? part : `.${part}`)).join('');
}
