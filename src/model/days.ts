import { isActual, isIntended, type Claim } from './claim.js';
import { FIRST_DAY, LAST_DAY, type Time } from './edtf.js';
import { groupBy } from './groups.js';
import { describedIn } from './intended.js';
import { isClear, type Lens } from './lens.js';
import { namedBy } from './ends.js';
import type { Dataset } from './dataset.js';
import type { EntityNode } from './graph.js';
import type { Certainty } from './projection.js';
import type { Column } from './value.js';
import { atOnce } from './steps.js';
import { ValidTimes } from './valid-time.js';
import type { Relationship, Vocabulary } from './vocabulary.js';

/** Columns that say on which days a record is seen, and seen for sure. */
export const DAY_COLUMNS = ['seen', 'seenFrom', 'seenUntil', 'sureFrom', 'sureUntil'] as const;

/** In the column `seen`: the record looks the same on all days on which it is seen, and its other columns tell these. One without it varies. */
export const STEADY = 'DAYS';

/** Sorts behind every day: what begins then is never sure. */
const NEVER = '~';

/** Days from the first to the last, both included. */
interface Days {
  readonly from: string;
  readonly until: string;
}

const ALWAYS: Days = { from: FIRST_DAY, until: LAST_DAY };

/** The days that a lens asks about, where it asks about nothing else; null for any other lens. */
export function daysOf(lens: Lens): Days | null {
  const { asOf } = lens;
  return asOf !== null && isClear({ ...lens, asOf: null }) ? { from: asOf.earliest, until: asOf.latest } : null;
}

/** How sure a record is on some days, by its columns. */
export function certaintyOn({ columns }: EntityNode, { from, until }: Days): Certainty {
  return String(columns['sureFrom']) <= until && String(columns['sureUntil']) >= from ? 'CERTAIN' : 'POSSIBLE';
}

/** An entity without the columns that say on which days it is seen. */
export function withoutDays(entity: EntityNode): EntityNode {
  const hidden: readonly string[] = DAY_COLUMNS;
  return { ...entity, columns: Object.fromEntries(Object.entries(entity.columns).filter(([name]) => !hidden.includes(name))) };
}

/**
 * Entities with the days on which each record among them is seen: those of its own time, and for sure those that it surely
 * held, when all that is said of it goes by that time alone. A record of which something is only planned, has a time of
 * its own, or hangs on what was not there on all these days, varies. `aside` is what claims name that are not about it.
 */
export function withDays(
  vocabulary: Vocabulary,
  dataset: Dataset,
  entities: readonly EntityNode[],
  aside: ReadonlySet<string> = namedAside(vocabulary, dataset),
): readonly EntityNode[] {
  const known = new KnownDays(vocabulary, dataset, aside);
  return entities.map((entity) => {
    if (vocabulary.kind(entity.kind)?.record !== true) return entity;
    return { ...entity, columns: { ...entity.columns, ...known.columns(entity) } };
  });
}

class KnownDays {
  private readonly vocabulary: Vocabulary;
  private readonly times: ValidTimes;
  private readonly described: ReadonlyMap<string, readonly Claim[]>;
  private readonly nesting: ReadonlyMap<string, readonly Claim[]>;
  /** What claims name that are not about it. */
  private readonly aside: ReadonlySet<string>;
  private readonly kinds: ReadonlyMap<string, string>;
  private readonly nested = new Map<string, Days | null>();

  constructor(vocabulary: Vocabulary, dataset: Dataset, aside: ReadonlySet<string>) {
    const { claims, identities } = dataset;
    this.vocabulary = vocabulary;
    this.times = atOnce(ValidTimes.of(vocabulary, dataset, false));
    this.described = groupBy(claims, (claim) => describedIn(vocabulary, claim));
    this.nesting = groupBy(
      claims.filter(({ predicate }) => vocabulary.relationship(predicate)?.nests === true),
      ({ subject }) => subject,
    );
    this.aside = aside;
    this.kinds = new Map(identities.map(({ id, kind }) => [id, kind]));
  }

  columns(entity: EntityNode): Readonly<Record<string, Column>> {
    const own = this.described.get(entity.id) ?? [];
    const life = this.times.lifeOf(entity.id);
    const days: Days = life ? { from: life.earliest, until: life.latest } : ALWAYS;
    if (!this.isSteady(entity, own, days)) return {};
    const sure = life ? { sureFrom: life.heldFrom, sureUntil: life.heldUntil } : { sureFrom: NEVER, sureUntil: FIRST_DAY };
    return { seen: STEADY, seenFrom: days.from, seenUntil: days.until, ...sure };
  }

  private isSteady({ id, kind, columns, intended }: EntityNode, own: readonly Claim[], days: Days): boolean {
    const found = this.vocabulary.kind(kind);
    const isLabelled = found === undefined || this.vocabulary.lineage(found).some(({ labels }) => labels.length > 0);
    const isNested = Array.isArray(columns['within']) && columns['within'].length > 0;
    if (intended || isLabelled || isNested || this.aside.has(id)) return false;
    // One claim that nobody doubts, and that hangs on nothing else, makes it as sure as its time is.
    const isWitness = (claim: Claim) => claim.doubt === null && (claim.object === null || (isActual(claim) && !this.isRecord(this.farOf(claim, id))));
    return own.some(isWitness) && own.every((claim) => claim.when === null && !isIntended(claim) && this.isSteadyLink(claim, id, days));
  }

  /** Whether a claim changes what is seen of the record that it describes on none of these days. */
  private isSteadyLink(claim: Claim, id: string, days: Days): boolean {
    const relationship = claim.object === null ? undefined : this.vocabulary.relationship(claim.predicate);
    if (!relationship) return claim.object === null;
    if (relationship.ends !== null || relationship.nests) return false;
    if (!relationship.involves) return true;
    const far = this.farOf(claim, id);
    const named = [far, ...referencesIn(relationship, claim)].filter((one) => one !== null);
    return !this.isRecord(far) && named.every((one) => covers(this.nestedOn(one), days));
  }

  /** The days on which all holds that says what an entity lies in, however deep; null where some of it has several times. */
  private nestedOn(id: string): Days | null {
    const known = this.nested.get(id);
    if (known !== undefined) return known;
    const seen = new Set([id]);
    let days: Days | null = ALWAYS;
    for (const one of seen) {
      for (const claim of this.nesting.get(one) ?? []) {
        days = both(days, this.heldOn(claim));
        if (claim.object !== null) seen.add(claim.object);
      }
    }
    this.nested.set(id, days);
    return days;
  }

  private heldOn(claim: Claim): Days | null {
    if (isIntended(claim) || this.isRecord(claim.subject) || this.isRecord(claim.object)) return null;
    const times = this.times.timesOf(claim);
    if (times.length > 0) return only(times);
    return [claim.subject, claim.object].reduce<Days | null>((days, id) => both(days, id === null ? ALWAYS : only(this.times.lifetimesFor(id))), ALWAYS);
  }

  private isRecord(id: string | null): boolean {
    return id !== null && this.vocabulary.kind(this.kinds.get(id) ?? '')?.record === true;
  }

  private farOf({ subject, object }: Claim, id: string): string | null {
    return subject === id ? object : subject;
  }
}

function namedAside(vocabulary: Vocabulary, { claims }: Dataset): ReadonlySet<string> {
  return new Set(claims.flatMap((claim) => namedBy(vocabulary, claim).filter((id) => id !== claim.subject && id !== claim.object)));
}

/** The one time that there is; always where there is none, and null where there are several. */
function only([time, ...others]: readonly Time[]): Days | null {
  if (!time) return ALWAYS;
  return others.length > 0 ? null : { from: time.earliest, until: time.latest };
}

function both(a: Days | null, b: Days | null): Days | null {
  return a && b && { from: a.from > b.from ? a.from : b.from, until: a.until < b.until ? a.until : b.until };
}

function covers(outer: Days | null, { from, until }: Days): boolean {
  return outer !== null && outer.from <= from && outer.until >= until;
}

function referencesIn({ properties }: Relationship, { qualifiers }: Claim): string[] {
  return Object.entries(properties).flatMap(([name, { sort }]) => {
    const id = sort === 'reference' ? qualifiers[name] : null;
    return typeof id === 'string' ? [id] : [];
  });
}
