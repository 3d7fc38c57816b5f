import { join } from 'node:path';
import { shaped, refuseIssues, tellIssue } from '../load/shape-problems.js';
import { YamlFile, type Path } from '../load/yaml-file.js';
import type { Problem } from '../load/problem.js';
import { parseTime, refusedTime } from '../model/edtf.js';
import { hint } from '../model/text.js';
import { slug, type Kind, type Relationship, type Vocabulary } from '../model/vocabulary.js';
import { compile, type Pattern } from './pattern.js';
import { isEncoding } from './rows/bytes.js';
import { formatOfName } from './rows/read.js';
import type { Format, Reading } from './rows/row.js';
import {
  KEYS,
  mappingShape,
  verbs,
  type CheckSpec,
  type ClaimSpec,
  type Condition,
  type EntitySpec,
  type FileSpec,
  type MappingFile,
  type Part,
  type Verb,
} from './shape.js';
import { parseTemplate, PIPES, slotsOf } from './template.js';

/** A name of a mapping with how its value is made. */
export interface Maker {
  readonly verb: Verb | 'template';
  readonly spec: unknown;
  readonly patterns: readonly Pattern[];
}

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

/** The ways to check a row. */
const WAYS = ['ordered', 'equal', 'given', 'near', 'inside', 'known', 'language', 'mirror'] as const;

class MappingReader {
  private readonly file: YamlFile;
  private readonly spec: MappingFile;
  private readonly vocabulary: Vocabulary;

  constructor(file: YamlFile, spec: MappingFile, vocabulary: Vocabulary) {
    this.file = file;
    this.spec = spec;
    this.vocabulary = vocabulary;
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
        this.template(by, [...place, 'join', key, 'by']);
        if (this.known(file, files, [...place, 'join', key, 'file'], 'file') && files.get(file)?.key === null) {
          this.file.refuse([...place, 'join', key, 'file'], `the file "${file}" has no key to be joined by`);
        }
      }
      return { of: row.of, joins, block: this.block(row, place, new Map()) };
    });
    for (const key of Object.keys(spec.expect?.values ?? {})) this.known(key, files, ['expect', 'values', key], 'file');
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
    for (const key of ['id', 'key'] as const) if (file[key] !== undefined) this.template(file[key], [...path, key]);
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

  private block(part: Part, path: Path, around: ReadonlyMap<string, Kind | null>): Block {
    const names = new Map(around);
    if (part.as !== undefined) names.set(part.as, null);
    const lets = new Map(Object.entries(part.let ?? {}).map(([name, made]) => [name, this.maker(made, [...path, 'let', name])]));
    for (const [name, maker] of lets) names.set(name, maker.verb === 'find' ? (this.vocabulary.kind((maker.spec as { find: string }).find) ?? null) : null);
    const entities = new Map<string, EntityPlan>();
    for (const [name, entity] of Object.entries(part.entities ?? {})) {
      const kind = this.entityKind(entity.kind, [...path, 'entities', name, 'kind']);
      names.set(name, kind);
      if (!kind) continue;
      this.entity(entity, kind, [...path, 'entities', name]);
      entities.set(name, { ...entity, of: kind });
    }
    this.conditions(part, path);
    for (const [at, check] of (part.checks ?? []).entries()) this.check(check, [...path, 'checks', at]);
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

  private maker(made: unknown, path: Path): Maker {
    if (typeof made !== 'object' || made === null) {
      this.template(String(made), path);
      return { verb: 'template', spec: String(made), patterns: [] };
    }
    const keys = Object.keys(made);
    const verb = (Object.keys(verbs) as Verb[]).find((name) => keys.includes(name));
    if (!verb) {
      this.file.refuse(path, `says no verb; expected one of ${Object.keys(verbs).join(', ')}${hint(keys[0] ?? '', Object.keys(verbs))}`);
      return { verb: 'template', spec: '', patterns: [] };
    }
    const result = verbs[verb].safeParse(made, { error: tellIssue });
    if (!result.success) {
      refuseIssues(this.file, result.error.issues, path, KEYS);
      return { verb: 'template', spec: '', patterns: [] };
    }
    this.templatesIn(result.data, path);
    if (verb === 'find') this.findKind((result.data as { find: string }).find, [...path, 'find']);
    return { verb, spec: result.data, patterns: verb === 'match' ? this.patterns(result.data as { patterns: (string | { regex: string })[] }, path) : [] };
  }

  private patterns({ patterns }: { readonly patterns: readonly (string | { readonly regex: string })[] }, path: Path): Pattern[] {
    return patterns.flatMap((written, at) => {
      const pattern = compile(written, this.spec.lists ?? {});
      if (typeof pattern !== 'string') return [pattern];
      this.file.refuse([...path, 'patterns', at], pattern);
      return [];
    });
  }

  /** Checks every template within a verb; what is no template there has no braces. */
  private templatesIn(value: unknown, path: Path): void {
    if (typeof value === 'string') this.template(value, path);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key !== 'patterns' && key !== 'by' && key !== 'whole') this.templatesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  }

  private template(text: string, path: Path): void {
    const template = parseTemplate(text);
    if (/[{}]/.test(template.parts.filter((part) => typeof part === 'string').join(''))) this.file.refuse(path, `a brace is open in "${text}"`);
    for (const { name, pipes } of slotsOf(template)) {
      if (name === '') this.file.refuse(path, `a slot of "${text}" has no name`);
      for (const { verb } of pipes) if (!Object.hasOwn(PIPES, verb)) this.file.refuse(path, `unknown pipe "${verb}"${hint(verb, Object.keys(PIPES))}`);
    }
  }

  private conditions(item: { if?: Condition | undefined; unless?: Condition | undefined }, path: Path): void {
    for (const key of ['if', 'unless'] as const) {
      const condition = item[key];
      if (typeof condition === 'string') this.template(condition, [...path, key]);
      else for (const name of Object.keys(condition ?? {})) this.template(name.includes('{') ? name : `{${name}}`, [...path, key, name]);
    }
  }

  private findKind(name: string, path: Path): Kind | null {
    const kind = this.vocabulary.kind(name);
    if (!kind) this.file.refuse(path, `unknown kind "${name}"${this.vocabulary.hintKind(name)}`);
    return kind ?? null;
  }

  private entityKind(name: string, path: Path): Kind | null {
    const kind = this.findKind(name, path);
    if (kind?.abstract) {
      const concrete = this.vocabulary.concrete(kind).map((item) => item.name);
      this.file.refuse(path, `needs a kind: one of ${concrete.join(', ')}`);
    }
    return kind;
  }

  private entity(entity: EntitySpec, kind: Kind, path: Path): void {
    this.conditions(entity, path);
    for (const key of ['id', 'label'] as const) this.template(entity[key], [...path, key]);
    for (const [at, external] of (entity.sameAs ?? []).entries()) this.template(external, [...path, 'sameAs', at]);
    const root = this.vocabulary.lineage(kind).at(-1) ?? kind;
    if (!/^\{[^{}]*\}$/.test(entity.id) && !entity.id.startsWith(`${slug(root)}/`)) {
      this.file.refuse([...path, 'id'], `the id of a ${kind.name} begins with "${slug(root)}/"`);
    }
  }

  private check(check: CheckSpec, path: Path): void {
    this.conditions(check, path);
    const ways = WAYS.filter((way) => check[way] !== undefined);
    const isBare = ways.length === 0 && check.if === undefined && check.unless === undefined;
    if (ways.length > 1 || isBare) this.file.refuse(path, `a check is one of ${WAYS.join(', ')}; or what "if" alone says is wrong`);
  }

  private claim(claim: ClaimSpec, path: Path, names: ReadonlyMap<string, Kind | null>): ClaimPlan {
    this.conditions(claim, path);
    for (const key of ['when', 'summary', 'by'] as const) if (claim[key] !== undefined) this.template(claim[key], [...path, key]);
    for (const [name, text] of Object.entries(claim.with ?? {})) this.template(text, [...path, 'with', name]);
    this.templatesIn(claim.value, [...path, 'value']);
    const [subject = '', predicate = '', object, ...rest] = claim.fact.match(/\{[^{}]*\}|\S+/g) ?? [];
    for (const end of [subject, object]) if (end !== undefined) this.template(end, [...path, 'fact']);
    const relationship = this.vocabulary.relationship(predicate) ?? null;
    const plan = { ...claim, subject, predicate, object: object ?? null, relationship, place: placeOf(path) };
    if (rest.length > 0 || predicate === '') {
      this.file.refuse([...path, 'fact'], 'expected "{subject} TYPE {object}", or "{subject} property" with a value');
    } else if (relationship) this.link(plan, relationship, path, names);
    else this.property(plan, path, names);
    if (claim.spell && !claim.when) this.file.refuse([...path, 'spell'], 'a spell needs "when": the day on which it begins or ends');
    return plan;
  }

  private link({ subject, object, with: qualifiers, value }: ClaimPlan, relationship: Relationship, path: Path, names: ReadonlyMap<string, Kind | null>): void {
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

  private property({ subject, predicate, object, with: qualifiers, value }: ClaimPlan, path: Path, names: ReadonlyMap<string, Kind | null>): void {
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
    else if (property && typeof value === 'string' && !value.includes('{')) {
      const parsed = property.parse(value);
      if ('refused' in parsed) this.file.refuse([...path, 'value'], parsed.refused);
    }
  }

  /** The kind of what stands at an end, where the mapping tells it. */
  private kindOf(end: string, names: ReadonlyMap<string, Kind | null>): Kind | null {
    const slot = /^\{([^{}|?]+)\??\}$/.exec(end)?.[1]?.trim();
    return slot === undefined ? (this.vocabulary.rootOf(end) ?? null) : (names.get(slot) ?? null);
  }
}

/** The name of a column alone stands for its slot. */
function asSlot(text: string): string {
  return text.includes('{') ? text : `{${text}}`;
}

function placeOf(path: Path): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${String(part)}]` : at === 0 ? part : `.${part}`)).join('');
}
