import { compareClaims, isActual, isIntended, makersOf, timeOfClaims, type Claim } from './claim.js';
import { timeValue, type Time } from './edtf.js';
import type { Dataset, Identity, Source } from './dataset.js';
import { describedBy, namedBy } from './ends.js';
import type { Derived, EntityNode, Graph, Link } from './graph.js';
import { push } from './groups.js';
import { intendedRecords } from './intended.js';
import { namedAs } from './named.js';
import { Placing } from './placing.js';
import { add, boundsOf, columnsOfTime, dayOf, intentOf, linkColumns, openDay } from './projected-columns.js';
import { publishedDays } from './published.js';
import { claimsOfSpell, wholeKey } from './spells.js';
import { joined, spellings } from './spellings.js';
import { atOnce, eachInSteps, keptInSteps, madeInSteps, sortedInSteps, type Steps } from './steps.js';
import { compareText, fold } from './text.js';
import type { Column, Columns } from './value.js';
import type { Kind, Relationship, Vocabulary } from './vocabulary.js';

/** How a lens changes what is projected; without one, nothing here is set. */
export interface ProjectOptions {
  /** How sure each claim is, by its id, and each source, by its own; gives entities and links a certainty. */
  readonly certainty?: ReadonlyMap<string, Certainty>;
  /** What had ended at the time that the lens looks at, or not begun: how sure it is there has no answer. */
  readonly over?: ReadonlySet<string>;
  /** Whether what only DEPRECATED claims say is projected too. */
  readonly deprecated?: boolean;
}

/** Whether something is sure under a lens, or only may be. */
export type Certainty = 'CERTAIN' | 'POSSIBLE';

/**
 * Projects the plain graph from the claims: a pure function, the same for both stores. Entities that no claim
 * touches are not there; DENIED and HYPOTHETICAL claims project nothing; what is only PLANNED or HOPED is marked
 * as intended.
 */
export function project(vocabulary: Vocabulary, dataset: Dataset, options: ProjectOptions = {}): Graph {
  return atOnce(projectInSteps(vocabulary, dataset, options));
}

/** The same in steps, see `project`. */
export function projectInSteps(vocabulary: Vocabulary, dataset: Dataset, options: ProjectOptions = {}): Steps<Graph> {
  return new Projection(vocabulary, dataset, options).graph();
}

/** The claims that make a relationship, best first, and those that decide how sure it is. */
interface Makers {
  readonly makers: readonly Claim[];
  readonly deciding: readonly Claim[];
}

class Projection {
  private readonly facts = new Map<string, Claim[]>();
  private readonly identities: ReadonlyMap<string, Identity>;
  private intended: ReadonlySet<string> = new Set();
  private readonly touched = new Set<string>();
  private readonly compare: (a: Claim, b: Claim) => number;
  /** Keys of relationships that have several spells, and of those that hold at a time that somebody gives. */
  private readonly several = new Set<string>();
  private readonly datedActually = new Set<string>();
  private readonly vocabulary: Vocabulary;
  private readonly dataset: Dataset;
  private readonly options: ProjectOptions;
  private readonly certain = new Set<string>();

  constructor(vocabulary: Vocabulary, dataset: Dataset, options: ProjectOptions) {
    this.vocabulary = vocabulary;
    this.dataset = dataset;
    this.options = options;
    this.identities = new Map(dataset.identities.map((identity) => [identity.id, identity]));
    this.compare = compareClaims(publishedDays(dataset.sources));
  }

  *graph(): Steps<Graph> {
    yield* this.read();
    const properties = yield* this.properties();
    const claimed = yield* this.links(properties);
    const placing = new Placing(this.vocabulary, (id) => this.kindOf(id), this.intended);
    const within = yield* placing.within(claimed);
    const links = yield* madeInSteps(claimed, (link) => placing.placed(link, within));
    const involves = yield* placing.involved(links, within);
    const labels = yield* this.derivedLabels(links, properties);
    const makers = yield* this.makersIn(links);
    const entities: EntityNode[] = [];
    yield* eachInSteps(this.touched, (id) => {
      const identity = this.identities.get(id);
      const kind = identity && this.vocabulary.kind(identity.kind);
      if (!kind) return;
      const own = properties.get(id) ?? {};
      const names = namesOf(identity.label, own);
      const derived: Derived = {
        sortLabel: fold(identity.label),
        sortDate: dayOf(kind, own) ?? '',
        terms: sorted(new Set(names.map(fold))),
        spellings: sorted(new Set([...names.flatMap((name) => spellings(name, kind.personal)), ...(identity.was ?? []).map(joined)])),
        ...(identity.was ? { was: identity.was } : {}),
        within: sorted(within.get(id) ?? []),
        involves: sorted(involves.get(id) ?? []),
        ...(identity.called === undefined ? {} : { called: identity.called }),
        ...(identity.several === true ? { several: true } : {}),
        ...(makers.has(id) ? { madeBy: sorted(makers.get(id) ?? []) } : {}),
      };
      entities.push({
        id,
        kind: kind.name,
        label: identity.label,
        labels: [...this.vocabulary.lineage(kind).map((item) => item.name), ...sorted(labels.get(id) ?? [])],
        intended: this.intended.has(id),
        columns: { ...own, ...derived, ...(this.options.over?.has(id) === true ? {} : this.certainty(this.certain.has(id))) },
      });
    });
    return {
      entities: yield* sortedInSteps(entities, (a, b) => compareText(a.id, b.id)),
      links: yield* sortedInSteps(links, (a, b) => compareText(a.key, b.key)),
    };
  }

  /** Gathers the claims of each fact, best first, and what they touch. */
  private *read(): Steps<void> {
    const { vocabulary, dataset } = this;
    yield* eachInSteps(dataset.claims, (claim) => {
      push(this.facts, claim.factKey, claim);
      for (const id of namedBy(vocabulary, claim)) this.touch(id, claim.id);
    });
    for (const source of dataset.sources) this.touch(source.id, source.id);
    yield* eachInSteps(this.facts, ([key, claims]) => {
      claims.sort(this.compare);
      const whole = wholeKey(key);
      if (whole !== key) this.several.add(whole);
      if (claims.some((claim) => claim.when !== null && isActual(claim) && !this.isSetAside(claim))) this.datedActually.add(whole);
    });
    const standing = yield* keptInSteps(dataset.claims, (claim) => !this.isSetAside(claim));
    this.intended = yield* intendedRecords(vocabulary, (id) => this.kindOf(id), standing);
  }

  private touch(id: string, by: string): void {
    this.touched.add(id);
    if (this.options.certainty?.get(by) === 'CERTAIN') this.certain.add(id);
  }

  private certainty(isCertain: boolean): { readonly certainty?: Certainty } {
    return this.options.certainty ? { certainty: isCertain ? 'CERTAIN' : 'POSSIBLE' } : {};
  }

  private relationship(type: string): Relationship | undefined {
    return this.vocabulary.relationship(type);
  }

  private kindOf(id: string): Kind | undefined {
    const identity = this.identities.get(id);
    return identity && this.vocabulary.kind(identity.kind);
  }

  private isSetAside(claim: Claim): boolean {
    return claim.rank === 'DEPRECATED' && this.options.deprecated !== true;
  }

  private holds(claim: Claim, intended: boolean): boolean {
    return !this.isSetAside(claim) && (isActual(claim) || (intended && isIntended(claim)));
  }

  private *properties(): Steps<Map<string, Record<string, Column>>> {
    const byEntity = new Map<string, Record<string, Column>>();
    const columnsOf = (id: string) => {
      let columns = byEntity.get(id);
      if (!columns) byEntity.set(id, (columns = {}));
      return columns;
    };
    yield* eachInSteps(yield* sortedInSteps(this.facts.keys(), compareText), (key) => {
      const claims = this.facts.get(key) ?? [];
      const first = claims[0];
      const kind = first && this.kindOf(first.subject);
      if (!kind || first.object !== null) return;
      const value = this.vocabulary.property(kind, first.predicate);
      const best = claims.find((claim) => this.holds(claim, this.intended.has(claim.subject)));
      if (value && best) add(columnsOf(first.subject), first.predicate, value, best.value);
    });
    for (const [id, columns] of yield* this.endings()) byEntity.set(id, { ...columns, ...byEntity.get(id) });
    yield* eachInSteps(this.dataset.sources, (source) => {
      this.header(source, columnsOf(source.id));
    });
    return byEntity;
  }

  /** Until when what has ended was there, by what ended it last. */
  private *endings(): Steps<ReadonlyMap<string, Columns>> {
    const endings = new Map<string, { readonly property: string; readonly time: Time }>();
    yield* eachInSteps(this.facts.values(), (claims) => {
      const relationship = this.relationship(claims[0]?.predicate ?? '');
      if (!relationship?.ends) return;
      const makers = makersOf(claims, this.options.deprecated === true).filter(isActual);
      const [day] = timeOfClaims(makers, relationship)?.edtf.split('/') ?? [];
      const time = timeValue(day && `../${day}`);
      const subject = makers[0]?.subject ?? '';
      if (time && (endings.get(subject)?.time.latest ?? '') < time.latest) endings.set(subject, { property: relationship.ends, time });
    });
    return new Map([...endings].map(([id, { property, time }]) => [id, columnsOfTime(property, time)]));
  }

  private header(source: Source, columns: Record<string, Column>): void {
    const kind = this.kindOf(source.id);
    for (const [property, raw] of Object.entries(source.header)) {
      const value = kind && this.vocabulary.property(kind, property);
      if (value) add(columns, property, value, raw);
    }
    if (source.sentences.length === 0) return;
    columns['sentences'] = source.sentences.map(({ start, end }) => `${String(start)}-${String(end)}`);
    columns['excuses'] = source.sentences.map(({ excuse }) => excuse ?? '');
  }

  private *links(properties: ReadonlyMap<string, Columns>): Steps<Link[]> {
    const links: Link[] = [];
    yield* eachInSteps(this.facts, ([key, claims]) => {
      const relationship = this.relationship(claims[0]?.predicate ?? '');
      const { makers, deciding } = relationship?.lasting === true ? this.spell(key) : this.makers(claims);
      const [best] = makers;
      if (!relationship || !best?.object || !this.kindOf(best.subject) || !this.kindOf(best.object)) return;
      const described = describedBy(relationship, best.subject, best.object);
      const kind = this.kindOf(described);
      const when = timeOfClaims(makers, relationship);
      links.push({
        key,
        type: relationship.type,
        from: best.subject,
        to: best.object,
        intended: !isActual(best) || this.intended.has(described),
        at: (kind && dayOf(kind, properties.get(described) ?? {})) ?? (when ? openDay(when) : ''),
        columns: {
          ...linkColumns(relationship, best, when),
          ...(isActual(best) ? {} : intentOf(best)),
          ...(relationship.lasting ? boundsOf(makers) : {}),
          ...this.certainty(deciding.some(({ id }) => this.options.certainty?.get(id) === 'CERTAIN')),
        },
      });
    });
    return links;
  }

  private makers(claims: readonly Claim[]): Makers {
    const makers = makersOf(claims, this.options.deprecated === true);
    return { makers, deciding: makers };
  }

  /** Claims without a time support every spell that others date alike, and make one only where nobody does. */
  private spell(key: string): Makers {
    const whole = wholeKey(key);
    const claims = [...claimsOfSpell(key, (part) => this.facts.get(part) ?? [])].sort(this.compare);
    const dated = this.makers(claims.filter(({ when }) => when !== null)).makers;
    const isDated = this.datedActually.has(whole);
    const undated = this.makers(claims.filter(({ when }) => when === null)).makers;
    const [best] = dated;
    if (best && (isActual(best) || key !== whole || isDated || !undated.some(isActual))) {
      const makers = [...dated, ...undated.filter((claim) => isActual(claim) === isActual(best))].sort(this.compare);
      return { makers, deciding: this.several.has(whole) ? dated : makers };
    }
    return key === whole && !isDated ? this.makers(claims) : { makers: [], deciding: [] };
  }

  /** What those are called who made each record that is told apart by them: the people, or where it was none, the bodies and places. */
  private *makersIn(links: readonly Link[]): Steps<Map<string, readonly string[]>> {
    const [makers, people] = [new Map<string, string[]>(), new Map<string, string[]>()];
    yield* eachInSteps(links, ({ type, from, to, intended }) => {
      const relationship = this.relationship(type);
      if (relationship?.voices !== true || intended) return;
      const [record, maker] = relationship.describes === 'from' ? [from, to] : [to, from];
      const identity = this.identities.get(maker);
      if (!identity) return;
      const { text } = namedAs(this.vocabulary, { ...identity, columns: calledIn(identity) });
      push(this.kindOf(maker)?.personal === true ? people : makers, record, text);
    });
    return new Map([...makers, ...people]);
  }

  private *derivedLabels(links: readonly Link[], properties: ReadonlyMap<string, Columns>): Steps<Map<string, Set<string>>> {
    const labels = new Map<string, Set<string>>();
    for (const { label, via, property, values } of this.vocabulary.kinds.flatMap((kind) => kind.labels)) {
      yield* eachInSteps(links, (link) => {
        if (link.type !== via || link.intended) return;
        if (values.includes(String(properties.get(link.to)?.[property]))) {
          labels.set(link.from, (labels.get(link.from) ?? new Set()).add(label));
        }
      });
    }
    return labels;
  }
}

function calledIn({ called }: Identity): Columns {
  return called === undefined ? {} : { called };
}

function namesOf(label: string, columns: Columns): readonly string[] {
  const names = columns['name'];
  return [label, ...(Array.isArray(names) ? names.map(String) : [])];
}

function sorted(items: Iterable<string>): string[] {
  return [...items].sort(compareText);
}
