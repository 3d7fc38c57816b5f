import type { Claim, ClaimRecord, Json } from '../model/claim.js';
import { inOrder } from '../model/text.js';
import { parseTime } from '../model/edtf.js';
import type { Identity } from '../model/dataset.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { claimOf, type Draft } from '../load/draft.js';
import { bad, good, isBad, isEmpty, joint, type Bound, type Fault, type Good, type Grounds, type Names } from './bound.js';
import { failedCheck, type Mirrors } from './checks.js';
import { isFault, sortOf, valueOf } from './claimed-value.js';
import type { Finder } from './finding.js';
import { columnOf, filled, MAKE } from './made.js';
import type { Block, ClaimPlan, EntityPlan } from './mapping.js';
import type { Maker } from './mapping-values.js';
import { itemsOf, Scope } from './names-of-row.js';
import type { OneAtATime } from './one-at-a-time.js';
import type { Condition, Spec } from './shape.js';
import { fill, parseTemplate, textOf } from './template.js';
import type { Place, Told } from './told.js';
import type { HalfSpell } from './spells.js';
import { calledIn, knownFrom, tidied } from './telling.js';
import { typed } from './typed.js';

/** What all rows of an import share. */
export interface Run {
  readonly vocabulary: Vocabulary;
  readonly finder: Finder;
  readonly source: string;
  readonly language: string;
  readonly mirrors: Mirrors;
  readonly holders: OneAtATime;
  /** The last day of which the set can tell, and how that is said of what lies behind it. */
  readonly until: { readonly day: string; readonly reason: string };
}

/** What became of a row. */
export interface Outcome {
  readonly identities: ReadonlyMap<string, Identity>;
  readonly claims: readonly Claim[];
  readonly halves: readonly HalfSpell[];
  readonly told: readonly Told[];
  /** Whether a condition of the mapping leaves the whole row out. */
  readonly isLeftOut: boolean;
}

/** Makes of one row what the blocks of its plan say. */
export class RowWork {
  private readonly run: Run;
  private readonly record: Place;
  private readonly identities = new Map<string, Identity>();
  private readonly claims: Claim[] = [];
  private readonly halves: HalfSpell[] = [];
  private readonly told = new Map<string, Told>();
  /** How many claims were made that the mapping asks for, names aside. */
  private made = 0;
  private isLeftOut = false;
  /** Which item of the lists within the row is at hand, in words: each is told by itself. */
  private item = '';

  constructor(run: Run, record: Place) {
    this.run = run;
    this.record = record;
  }

  outcome(): Outcome {
    const { identities, claims, halves, isLeftOut } = this;
    const told = [...this.told.values()];
    // A name alone is not kept of a row of which everything else was refused.
    if (this.made === 0 && told.some(({ level }) => level === 'refused')) return { identities: new Map(), claims: [], halves: [], told, isLeftOut };
    return { identities, claims, halves, told, isLeftOut };
  }

  /** Makes a block's entities and claims; what cannot be made is told, and leaves the rest as it is. */
  block(block: Block, around: Names, place: string): void {
    const scope = new Scope(around, block.lets, (maker, name, names) => this.make(maker, names, `${place}.let.${name}`), this.wordsOf);
    if (!this.holds(block, scope.names, place)) {
      this.isLeftOut = /^rows\[\d+\]$/.test(place) && this.told.size === 0;
      return;
    }
    for (const [at, check] of block.checks.entries()) {
      const where = `${place}.checks[${String(at)}]`;
      if (!this.holds(check, scope.names, where)) continue;
      const fault = failedCheck(check, scope.names, { mirrors: this.run.mirrors, holders: this.run.holders, lookup: this.run.finder.lookup }, this.record);
      if (!fault) continue;
      this.tell(check.else === 'refuse' ? 'refused' : 'doubtful', where, fault);
      if (check.else === 'refuse') return;
    }
    for (const [name, plan] of block.entities) scope.set(name, this.entity(plan, scope.names, `${place}.entities.${name}`));
    for (const plan of block.claims) this.claim(plan, scope.names);
    for (const [at, inner] of block.each.entries()) this.items(inner, scope.names, `${place}.each[${String(at)}]`);
  }

  private items(block: Block, names: Names, place: string): void {
    const list = filled(block.in ?? '', names);
    if (isBad(list)) {
      this.tell('refused', place, list.fault);
      return;
    }
    const outside = this.item;
    for (const [at, one] of itemsOf(list).entries()) {
      this.item = `${outside} item ${String(at + 1)}`;
      const item = new Scope(names, new Map(), () => good(''), this.wordsOf);
      item.set(block.as, one);
      this.block({ ...block, in: null }, item.names, place);
    }
    this.item = outside;
  }

  private readonly wordsOf = (id: string, part: 'label' | 'called') => {
    const identity = this.identities.get(id);
    return identity && (part === 'label' ? identity.label : calledIn(this.run.vocabulary, identity).text);
  };

  private make({ verb, spec, patterns }: Maker, names: Names, place: string): Bound {
    const conditions = typeof spec === 'object' ? (spec as { if?: Condition; unless?: Condition }) : {};
    if (!this.holds(conditions, names, place)) return good('');
    if (verb !== 'find') {
      const make = MAKE[verb] as (spec: unknown, names: Names, maker: Maker, language: string) => Bound;
      const bound = make(spec, names, { verb, spec, patterns }, this.run.language);
      if (isBad(bound) && verb === 'match' && (spec as Spec<'match'>).else === 'doubt') {
        this.tell('doubtful', place, bound.fault);
        return good('');
      }
      return bound;
    }
    const { bound, entity, doubt } = this.run.finder.find(spec as Spec<'find'>, names);
    if (doubt) this.tell('doubtful', place, doubt);
    if (entity) this.meet(entity.identity, isBad(bound) ? { cells: {}, words: [] } : bound, entity.isNew ? entity.lang : null);
    return bound;
  }

  /** Keeps an identity; a new one of a kind that is named gets its name claimed. */
  private meet(identity: Identity, grounds: Grounds, lang: string | null): void {
    if (this.identities.has(identity.id)) return;
    this.identities.set(identity.id, identity);
    if (lang !== null && this.run.vocabulary.kind(identity.kind)?.named) this.named(identity.id, { text: identity.label, lang }, grounds);
  }

  /** Takes in what a claim names by its id, where another set or a document knows it. */
  private recall(id: string): void {
    const known = this.identities.has(id) ? undefined : this.run.finder.lookup.identity(id);
    if (known) this.identities.set(id, known);
  }

  private named(id: string, name: { readonly text: string; readonly lang: string }, grounds: Grounds): void {
    this.draft({ fact: `${id} name`, value: name, summary: '' }, grounds, 'name');
  }

  private entity(plan: EntityPlan, names: Names, place: string): Bound {
    if (!this.holds(plan, names, place)) return good('');
    const id = fill(parseTemplate(plan.id), names, true);
    const label = filled(plan.label, names);
    for (const bound of [id, label]) {
      if (isBad(bound)) {
        this.tell('refused', place, bound.fault);
        return bound;
      }
    }
    const [made, shown] = [id as Good, label as Good];
    const grounds = joint([made, shown]);
    const called = plan.called === undefined ? '' : textOf(filled(plan.called, names) as Good);
    const identity = {
      id: textOf(made),
      kind: plan.of.name,
      label: textOf(shown)
        .replace(/\s{2,}/g, ' ')
        .slice(0, 300),
      ...(called === '' ? {} : { called }),
    };
    this.identities.set(identity.id, identity);
    const doubt = this.run.finder.namesakes(identity, columnOf(plan.label));
    if (doubt) this.tell('doubtful', place, doubt);
    const given = (plan.names ?? []).map((name) => (typeof name === 'string' ? { text: name, lang: this.run.language } : name));
    const all = plan.of.named && given.length === 0 ? [{ text: plan.label, lang: this.run.language }] : given;
    for (const { text, lang } of all) {
      const bound = filled(text, names);
      if (this.hasSome(bound, place)) this.named(identity.id, { text: textOf(bound).replace(/\s{2,}/g, ' '), lang }, joint([grounds, bound]));
    }
    for (const external of plan.sameAs ?? []) {
      const bound = filled(external, names);
      if (this.hasSome(bound, place) && !textOf(bound).endsWith(':')) {
        this.draft({ fact: `${identity.id} sameAs`, value: textOf(bound), summary: '' }, joint([grounds, bound]), place);
      }
    }
    return good(identity.id, grounds);
  }

  /** Whether a further name or id is there; what is wrong with one that is, is told. */
  private hasSome(bound: Bound, place: string): bound is Good {
    if (isBad(bound) && bound.fault.value !== '') this.tell('refused', place, bound.fault);
    return !isBad(bound) && !isEmpty(bound);
  }

  private claim(plan: ClaimPlan, names: Names): void {
    if (!this.holds(plan, names, plan.place)) return;
    const used: Good[] = [];
    const text = (template: string): string | null => {
      const bound = filled(template, names);
      if (isBad(bound)) {
        this.tell('refused', plan.place, bound.fault);
        return null;
      }
      used.push(bound);
      return textOf(bound);
    };
    const ends = [plan.subject, ...(plan.object === null ? [] : [plan.object])].map((end) => {
      const id = text(end);
      if (id === '') this.tell('refused', plan.place, bad(end.replace(/[{}]/g, ''), '', `"${end.replace(/[{}]/g, '')}" is empty`).fault);
      return id;
    });
    if (ends.some((id) => id === null || id === '')) return;
    for (const id of ends) this.recall(id ?? '');
    const qualifiers: Record<string, Json> = {};
    for (const [name, template] of Object.entries(plan.with ?? {})) {
      const value = text(template);
      if (value === null) return;
      this.recall(value);
      if (value !== '') qualifiers[name] = typed(plan.relationship?.properties[name]?.sort, value);
    }
    const value = plan.value === undefined ? undefined : valueOf(this.run.vocabulary, plan, names, used);
    if (value !== undefined && isFault(value)) {
      this.tell('refused', plan.place, value.fault);
      return;
    }
    if (value === null) return;
    const when = plan.when === undefined ? '' : text(plan.when);
    const by = plan.by === undefined ? '' : text(plan.by);
    const said = plan.summary === undefined ? '' : text(plan.summary);
    const rule = plan.inferred === undefined ? undefined : text(plan.inferred);
    const doubt = plan.doubt === undefined ? undefined : text(plan.doubt);
    if (when === null || by === null || said === null || rule === null || doubt === null) return;
    this.recall(by);
    this.checkTime(plan, when, value, used);
    const draft = {
      fact: [ends[0], plan.predicate, ...ends.slice(1)].join(' '),
      ...(value === undefined ? {} : { value }),
      ...(Object.keys(qualifiers).length > 0 ? { with: qualifiers } : {}),
      ...(when === '' ? {} : { when }),
      ...(by === '' ? {} : { by }),
      ...Object.fromEntries(
        Object.entries({ modality: plan.modality, polarity: plan.polarity, inferred: rule, doubt }).filter(([, given]) => given !== undefined && given !== ''),
      ),
      summary: tidied(said).slice(0, 400),
    };
    const before = this.claims.length + this.halves.length;
    if (plan.spell && parseTime(when)) this.halves.push({ way: plan.spell, draft: this.whole(draft, joint(used)), identities: this.identities });
    else this.draft(draft, joint(used), plan.place);
    this.made += this.claims.length + this.halves.length - before;
  }

  /** Tells of a time that begins or ends after the set was made: of such it can know no more than what is planned. */
  private checkTime(plan: ClaimPlan, when: string, value: Json | undefined, used: readonly Good[]): void {
    const text = when !== '' ? when : sortOf(this.run.vocabulary, plan) === 'time' && typeof value === 'string' ? value : '';
    const { day, reason } = this.run.until;
    // An end that stands open has no day, and one of which a year is given may have been within it.
    const ends = [text, ...text.split('/').slice(1)].flatMap((end) => (end === '' || end === '..' ? [] : (parseTime(end)?.earliest ?? [])));
    if (text === '' || plan.modality !== undefined || ends.every((first) => first <= day)) return;
    const template = when !== '' ? plan.when : plan.value;
    const column = typeof template === 'string' ? columnOf(template) : plan.predicate;
    this.tell('doubtful', plan.place, { column, value: used.length > 0 ? text : '', reason, candidates: [] });
  }

  private whole(draft: Omit<Draft, 'source' | 'spans' | 'records'>, { cells, words }: Grounds): Draft {
    // A value that several parts of a claim stand on brings its words several times.
    const own = [...new Map(words.map((word) => [`${word.column} ${String(word.start)} ${String(word.end)}`, word])).values()];
    const { file, id, row, sha256 } = this.record;
    // In the order of canonical JSON, see `identified`.
    const record: ClaimRecord = { file, id, row, sha256, values: inOrder(cells), ...(own.length > 0 ? { words: own } : {}) };
    return { ...draft, source: this.run.source, spans: [], records: [record] };
  }

  private draft(draft: Omit<Draft, 'source' | 'spans' | 'records'>, grounds: Grounds, place: string): void {
    const { claim, problems } = claimOf(this.whole(draft, grounds), knownFrom(this.run.vocabulary, this.identities));
    if (claim) this.claims.push(claim);
    for (const { path, message } of problems) {
      this.tell('refused', place, { column: path.join('.'), value: Object.values(grounds.cells).join(' | ').slice(0, 200), reason: message, candidates: [] });
    }
  }

  private holds(item: { if?: Condition | undefined; unless?: Condition | undefined }, names: Names, place: string): boolean {
    const met = (condition: Condition): boolean => {
      if (typeof condition === 'string') return this.isThere(condition.includes('{') ? condition : `{${condition}}`, names, place);
      return Object.entries(condition).every(([name, wanted]) => {
        const bound = filled(name.includes('{') ? name : `{${name}}`, names);
        if (isBad(bound)) this.tell('refused', place, bound.fault);
        const values = (Array.isArray(wanted) ? wanted : [wanted]).flatMap((text) => {
          const value = filled(text, names);
          if (isBad(value)) this.tell('refused', place, value.fault);
          return isBad(value) ? [] : [textOf(value)];
        });
        return !isBad(bound) && values.includes(textOf(bound));
      });
    };
    return (item.if === undefined || met(item.if)) && (item.unless === undefined || !met(item.unless));
  }

  private isThere(template: string, names: Names, place: string): boolean {
    const bound = filled(template, names);
    if (isBad(bound)) this.tell('refused', place, bound.fault);
    return !isBad(bound) && !isEmpty(bound);
  }

  private tell(level: Told['level'], place: string, fault: Fault): void {
    const key = `${fault.column}|${fault.reason}|${this.item}`;
    if (this.told.get(key)?.level !== 'refused' && (level === 'refused' || !this.told.has(key)))
      this.told.set(key, { ...fault, level, place: place + this.item });
  }
}
