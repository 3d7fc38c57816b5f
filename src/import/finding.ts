import { parseTime } from '../model/edtf.js';
import { hint } from '../model/text.js';
import type { Identity } from '../model/dataset.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { bad, good, isBad, isEmpty, joint, type Bound, type Fault, type Good, type Names } from './bound.js';
import type { DecisionBook } from './decisions.js';
import type { Lookup } from './lookup.js';
import { columnOf, filled, short } from './made.js';
import type { Spec } from './shape.js';
import { fill, parseTemplate, textOf } from './template.js';

/** An entity that a look-up led to: known, decided, or new. */
export interface FoundEntity {
  readonly identity: Identity;
  readonly isNew: boolean;
  /** The language of a new one's label. */
  readonly lang: string;
}

export interface Finding {
  readonly bound: Bound;
  readonly entity: FoundEntity | null;
  /** Why it is not certain, though something was taken. */
  readonly doubt: Fault | null;
}

/** Each near miss is looked for among all names; so many are enough to see what went wrong. */
const MOST_HINTS = 1_000;

/** Looks things up among what is known, and in what was decided. */
export class Finder {
  private readonly vocabulary: Vocabulary;
  readonly lookup: Lookup;
  private readonly book: DecisionBook;
  private readonly language: string;
  private hints = 0;

  constructor(vocabulary: Vocabulary, lookup: Lookup, book: DecisionBook, language: string) {
    this.vocabulary = vocabulary;
    this.lookup = lookup;
    this.book = book;
    this.language = language;
  }

  /** Exact, decided, or new; else a fault with candidates. What only fits in part is never taken. */
  find(spec: Spec<'find'>, names: Names): Finding {
    const texts = (templates: readonly string[] = []) => templates.map((text) => ({ text, bound: filled(text, names) }));
    const by = texts(spec.by);
    const named = texts(spec.name);
    const of = texts(spec.of);
    const at = spec.at === undefined ? null : filled(spec.at, names);
    const fault = [...[...by, ...named, ...of].map(({ bound }) => bound), at].find((bound) => bound !== null && isBad(bound));
    if (fault && isBad(fault)) {
      // One of several ways to look up may lack its cells.
      const usable = [...by, ...named].filter(({ bound }) => !isBad(bound));
      if (usable.length === 0 || of.some(({ bound }) => isBad(bound)) || (at && isBad(at))) return { bound: fault, entity: null, doubt: null };
    }
    const ok = (items: readonly { readonly bound: Bound }[]) => items.flatMap(({ bound }) => (isBad(bound) || isEmpty(bound) ? [] : [bound]));
    const [ids, called, ends] = [ok(by), ok(named), ok(of)];
    const grounds = joint([...ids, ...called, ...ends, ...(at && !isBad(at) ? [at] : [])]);
    const isByEnds = by.length + named.length === 0 && ends.length === of.length;
    if (ids.length + called.length === 0 && !isByEnds) return { bound: good('', grounds), entity: null, doubt: null };
    const within = ends.map(textOf);
    const shown = isByEnds ? within : [...ids, ...called].map(textOf);
    const time = at && !isBad(at) ? textOf(at) : '';
    const plain =
      spec.decide === undefined ? [...shown.slice(0, isByEnds ? undefined : 1), ...(isByEnds ? [] : within)].join(' · ') : soughtOf(spec.decide, names);
    const then = `${plain} at ${time}`;
    const decision = this.book.on(spec.find, then) ?? this.book.on(spec.find, plain);
    const kind = this.vocabulary.kind(spec.find);
    if (!kind) throw new Error(`a mapping looks for the unknown kind ${spec.find}`);
    if (decision?.same !== undefined) {
      const { same, label = null } = decision;
      // Another set may know what was decided under an id of its own: then it is found by its label.
      const known = label === null || this.lookup.identity(same) ? [] : this.lookup.find({ ...NOTHING, kind, names: [label], of: within }).exact;
      return this.taken(known[0] ?? same, label, spec, grounds, null);
    }
    const hits = this.lookup.find({
      kind,
      by: ids.map(textOf),
      names: called.map(textOf),
      of: within,
      at: parseTime(time),
      years: spec.years ?? null,
      near: nearOf(spec.near, names),
    });
    const left = (list: readonly string[]) => list.filter((id) => !decision?.not?.includes(id));
    const [exact] = left(hits.exact);
    if (exact !== undefined) {
      const doubt = this.foreign(exact, hits.langs ?? [], spec, { column: columnOf(spec.name?.[0] ?? ''), value: called.map(textOf).join(', ') });
      return { ...this.taken(exact, null, spec, grounds, null), doubt };
    }
    const candidates = left(hits.perhaps);
    const column = columnOf((spec.by ?? spec.name ?? spec.of ?? [''])[0] ?? '');
    const value = shown.join(', ');
    // What is decided of one time holds for no other.
    const may = hits.isOtherTime
      ? `"${short(value)}" is ${candidates.length === 1 ? 'this' : 'one of these'} ${spec.find} at other times, not at ${time}; decide under "${then}"`
      : `"${short(value)}" may be ${candidates.length === 1 ? 'this' : 'one of these'} ${spec.find}; decide under "${plain}"`;
    return this.notFound(spec, names, grounds, { column, value, may, candidates, by: ids.map(textOf) });
  }

  /** Why a name may be a slip: what was found is called so, but not in the language of the set. Names of people are in none. */
  private foreign(id: string, langs: readonly string[], { else: other }: Spec<'find'>, { column, value }: Pick<Fault, 'column' | 'value'>): Fault | null {
    const expected = (typeof other === 'object' ? other.lang : undefined) ?? this.language;
    const isOpen = NO_LANGUAGE.test(expected) || langs.some((lang) => NO_LANGUAGE.test(lang) || languageOf(lang) === languageOf(expected));
    const found = this.lookup.identity(id);
    if (langs.length === 0 || isOpen || !found || this.vocabulary.kind(found.kind)?.personal) return null;
    const reason = `this is what ${found.label} is called in another language than ${expected}, the one of the set`;
    return { column, value, reason, candidates: [`${id} (${found.label})`] };
  }

  /** Why something new may be known already: another data set, or a document, has its like under the very name. */
  namesakes({ id, kind, label }: Identity, column: string): Fault | null {
    if (this.lookup.identity(id)) return null;
    const candidates = this.lookup.labelled(label).filter((other) => other.id !== id && other.kind === kind);
    if (candidates.length === 0) return null;
    const reason = `this is the name of another ${kind} already; look it up by the verb find`;
    return { column, value: label, reason, candidates: candidates.map((other) => `${other.id} (${other.label})`) };
  }

  private notFound(
    spec: Spec<'find'>,
    names: Names,
    grounds: Pick<Good, 'cells' | 'words'>,
    { column, value, may, candidates, by }: { column: string; value: string; may: string; candidates: readonly string[]; by: readonly string[] },
  ): Finding {
    const told = candidates.map((id) => `${id} (${this.lookup.identity(id)?.label ?? ''})`);
    const reason = candidates.length > 0 ? may : `no ${spec.find} is known as "${short(value)}"${this.nearest(spec.find, value)}`;
    if (spec.else === 'empty') {
      return { bound: good('', grounds), entity: null, doubt: candidates.length > 0 ? { column, value, reason, candidates: told } : null };
    }
    if (spec.else === undefined || spec.else === 'refuse') return { bound: bad(column, value, reason, told), entity: null, doubt: null };
    const id = fill(parseTemplate(spec.else.id), names, true);
    const label = filled(spec.else.label, names);
    if (isBad(id)) return { bound: id, entity: null, doubt: null };
    if (isBad(label)) return { bound: label, entity: null, doubt: null };
    const made = this.taken(textOf(id), textOf(label), spec, joint([grounds, id, label]), spec.else.kind ?? spec.find);
    // What an earlier row made under this very id is no other.
    const others = candidates.filter((candidate) => candidate !== textOf(id) || this.lookup.contradicts(candidate, by));
    return { ...made, doubt: others.length > 0 ? { column, value, reason, candidates: told } : null };
  }

  private taken(id: string, label: string | null, spec: Spec<'find'>, grounds: Pick<Good, 'cells' | 'words'>, kind: string | null): Finding {
    const known = this.lookup.identity(id);
    const lang = typeof spec.else === 'object' ? (spec.else.lang ?? this.language) : this.language;
    const identity = known ?? { id, kind: kind ?? spec.find, label: label ?? id };
    return { bound: good(id, grounds), entity: { identity, isNew: known === undefined, lang }, doubt: null };
  }

  private nearest(kindName: string, value: string): string {
    this.hints += 1;
    if (this.hints > MOST_HINTS || this.lookup.identities.size > 20_000) return '';
    const kind = this.vocabulary.kind(kindName);
    const labels = [...this.lookup.identities.values()].filter((identity) => {
      const own = this.vocabulary.kind(identity.kind);
      return own && kind && this.vocabulary.lineage(own).includes(kind);
    });
    return hint(
      value,
      labels.map(({ label }) => label),
    );
  }
}

/** Tags of text of which nobody says the language, or that is in several. */
const NO_LANGUAGE = /^(?:und|mul|zxx|mis)\b/;

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

const NOTHING = { by: [], names: [], of: [], at: null, near: null };

function soughtOf(template: string, names: Names): string {
  const bound = filled(template, names);
  return isBad(bound) ? '' : textOf(bound);
}

function nearOf(near: Spec<'find'>['near'], names: Names) {
  if (!near) return null;
  const [latitude, longitude] = [near.latitude, near.longitude].map((text) => {
    const bound = filled(text, names);
    return isBad(bound) || isEmpty(bound) ? Number.NaN : Number(textOf(bound));
  });
  return latitude === undefined || longitude === undefined || Number.isNaN(latitude) || Number.isNaN(longitude) ? null : { latitude, longitude, km: near.km };
}
