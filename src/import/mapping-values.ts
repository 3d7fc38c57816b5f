import { refuseIssues, tellIssue } from '../load/shape-problems.js';
import type { Path, YamlFile } from '../load/yaml-file.js';
import { hint } from '../model/text.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import { compile, type Lists, type Pattern } from './pattern.js';
import { KEYS, verbs, type Condition, type Spec, type Verb } from './shape.js';
import { parseTemplate, PIPES, slotsOf } from './template.js';

/** A name of a mapping with how its value is made. */
export interface Maker {
  readonly verb: Verb | 'template';
  readonly spec: unknown;
  readonly patterns: readonly Pattern[];
}

/** What a mapping tells of a name before any row is read. */
export interface Meant {
  /** The kind of what it leads to; null where it is no entity, or may be one of several kinds. */
  readonly kind: Kind | null;
  /** What may stand behind a full stop after it; null where that cannot be told. */
  readonly parts: readonly string[] | null;
}

/** The names that are known at some place of a mapping; any other is a column. */
export type MeantNames = ReadonlyMap<string, Meant>;

/** What has a label, and words that it is called by in a sentence, and no other part. */
export function meantEntity(kind: Kind | null): Meant {
  return { kind, parts: ['label', 'called'] };
}

/** Reads how values are made, and checks the templates of a mapping: their braces, pipes, and the parts of names. */
export class MappingValues {
  private readonly file: YamlFile;
  private readonly vocabulary: Vocabulary;
  private readonly lists: Lists;
  /** Names under `let`, each with its place, and what of all names was asked for. */
  private readonly made = new Map<Meant, Path>();
  private readonly asked = new Set<Meant>();

  constructor(file: YamlFile, vocabulary: Vocabulary, lists: Lists) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.lists = lists;
  }

  /** The names under `let`, checked; `names` are those around, and come to hold these too. */
  lets(made: Readonly<Record<string, unknown>>, path: Path, names: Map<string, Meant>): ReadonlyMap<string, Maker> {
    const around = new Map(names);
    const makers = new Map(Object.entries(made).map(([name, value]) => [name, this.maker(value, [...path, name])]));
    for (const [name, maker] of makers) {
      const meant = this.meant(maker);
      names.set(name, meant);
      this.made.set(meant, [...path, name]);
    }
    for (const [name, { spec }] of makers) {
      // Where a name is made, it stands for what it stands for around.
      const own = new Map(names);
      own.delete(name);
      const before = around.get(name);
      this.templates(spec, [...path, name], before ? own.set(name, before) : own);
    }
    return makers;
  }

  /** Refuses names under `let` that nothing asks for: they are never made, so one of them is misspelt somewhere. */
  refuseUnused(): void {
    for (const [meant, path] of this.made) if (!this.asked.has(meant)) this.file.refuse(path, `nothing asks for "${String(path.at(-1))}"`);
  }

  /** What an item of a list is. */
  item(list: string, names: MeantNames): Meant {
    return { kind: null, parts: names.get(/^\{?([^{}|?]+?)\??\}?$/.exec(list)?.[1]?.trim() ?? '')?.parts ?? null };
  }

  /** Checks every template within a value; what is no template in a verb has no braces. */
  templates(value: unknown, path: Path, names: MeantNames): void {
    if (typeof value === 'string') this.template(value, path, names);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'if' || key === 'unless') this.condition(inner as Condition, [...path, key], names);
        else if (key !== 'patterns' && key !== 'whole') this.templates(inner, [...path, Array.isArray(value) ? Number(key) : key], names);
      }
    }
  }

  template(text: string, path: Path, names: MeantNames): void {
    const template = parseTemplate(text);
    if (/[{}]/.test(template.parts.filter((part) => typeof part === 'string').join(''))) this.file.refuse(path, `a brace is open in "${text}"`);
    for (const { name, pipes } of slotsOf(template)) {
      if (name === '') this.file.refuse(path, `a slot of "${text}" has no name`);
      for (const { verb } of pipes) if (!Object.hasOwn(PIPES, verb)) this.file.refuse(path, `unknown pipe "${verb}"${hint(verb, Object.keys(PIPES))}`);
      const [whole = '', part = ''] = name.split(/\.(.*)/s);
      const meant = names.get(name) ?? names.get(whole);
      if (meant) this.asked.add(meant);
      const parts = names.get(whole)?.parts;
      if (part !== '' && parts && !parts.includes(part)) {
        const there = parts.length === 0 ? 'no parts' : `${parts.map((known) => `"${known}"`).join(', ')} alone`;
        this.file.refuse(path, `"${whole}" has no "${part}": it has ${there}${hint(part, parts)}`);
      }
    }
  }

  /** The same of text that people read, in which an id says nothing. */
  readable(text: string, path: Path, names: MeantNames): void {
    this.template(text, path, names);
    for (const { name, pipes } of slotsOf(parseTemplate(text))) {
      if (pipes.length === 0 && names.get(name)?.kind) this.file.refuse(path, `"{${name}}" is an id here; its name is "{${name}.label}"`);
    }
  }

  conditions(item: { if?: Condition | undefined; unless?: Condition | undefined }, path: Path, names: MeantNames): void {
    for (const key of ['if', 'unless'] as const) if (item[key] !== undefined) this.condition(item[key], [...path, key], names);
  }

  private condition(condition: Condition, path: Path, names: MeantNames): void {
    if (typeof condition === 'string') this.template(asSlot(condition), path, names);
    else {
      for (const [name, wanted] of Object.entries(condition)) {
        this.template(asSlot(name), [...path, name], names);
        this.templates(wanted, [...path, name], names);
      }
    }
  }

  private maker(made: unknown, path: Path): Maker {
    if (typeof made !== 'object' || made === null) return { verb: 'template', spec: String(made), patterns: [] };
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
    if (verb === 'find') this.kind((result.data as Spec<'find'>).find, [...path, 'find']);
    return { verb, spec: result.data, patterns: verb === 'match' ? this.patterns(result.data as Spec<'match'>, path) : [] };
  }

  private meant({ verb, spec, patterns }: Maker): Meant {
    if (verb === 'find') return meantEntity(this.vocabulary.kind((spec as Spec<'find'>).find) ?? null);
    if (verb === 'match') return { kind: null, parts: [...new Set(patterns.flatMap(({ groups }) => groups))] };
    return { kind: null, parts: verb === 'time' || verb === 'number' ? [] : null };
  }

  private patterns({ patterns }: Pick<Spec<'match'>, 'patterns'>, path: Path): Pattern[] {
    return patterns.flatMap((written, at) => {
      const pattern = compile(written, this.lists);
      if (typeof pattern !== 'string') return [pattern];
      this.file.refuse([...path, 'patterns', at], pattern);
      return [];
    });
  }

  /** A kind by its name. */
  kind(name: string, path: Path): Kind | null {
    const kind = this.vocabulary.kind(name);
    if (!kind) this.file.refuse(path, `unknown kind "${name}"${this.vocabulary.hintKind(name)}`);
    return kind ?? null;
  }
}

/** The name of a column alone stands for its slot. */
export function asSlot(text: string): string {
  return text.includes('{') ? text : `{${text}}`;
}
