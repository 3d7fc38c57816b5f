import type { Lines } from '../load/datasets.js';
import { valueText, type Claim } from '../model/claim.js';
import { overlap, parseTime, type Overlap, type Time } from '../model/edtf.js';
import { push } from '../model/groups.js';
import type { Identity } from '../model/dataset.js';
import { fold } from '../model/text.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import { turnedNames } from './turned-names.js';

/** What is looked for. */
export interface Sought {
  readonly kind: Kind;
  /** External ids, such as `iso2:FR` or `wikidata:Q142`; the first that anything has decides. */
  readonly by: readonly string[];
  readonly names: readonly string[];
  /** What it must be linked with, directly or by one step between; with each of several directly. */
  readonly of: readonly string[];
  readonly at: Time | null;
  /** How many years before or after `at` the link must be. */
  readonly years?: number | null;
  readonly near: { readonly latitude: number; readonly longitude: number; readonly km: number } | null;
}

/** Who fits: exactly, or perhaps. */
export interface Hits {
  readonly exact: readonly string[];
  /** Fit in part: some words of the name, another time, or nearly the same letters. */
  readonly perhaps: readonly string[];
  /** Whether these bear the very id or name, but not at the time that is asked for. */
  readonly isOtherTime?: boolean;
  /** The languages in which alone the one that fits exactly is called so; none where it was found otherwise. */
  readonly langs?: readonly string[];
}

interface Thing {
  readonly id: string;
  readonly kind: Kind;
  readonly times: Time[];
  place: { latitude?: number; longitude?: number };
}

/** What a thing is called, or linked with, and when. */
interface Borne {
  readonly id: string;
  readonly when: Time | null;
}

/** A name, and in which languages something bears it; null where it is a label, which is in none. */
interface BorneName extends Borne {
  readonly langs: Set<string> | null;
}

interface Held {
  readonly far: string;
  readonly when: Time | null;
  /** Whether one of the two lies in the other. */
  readonly isNesting: boolean;
  /** Whether the data set says so itself that is being imported. */
  readonly isOwn: boolean;
}

/** A hub has no need of all its links: what is looked up stands at their other end. */
const MOST_LINKS = 200;

/** An index of what is known, by external ids, names and links. */
export class Lookup {
  readonly identities = new Map<string, Identity>();
  private readonly vocabulary: Vocabulary;
  private readonly here = new Map<string, Identity>();
  private readonly things = new Map<string, Thing>();
  private readonly byId = new Map<string, Borne[]>();
  /** The catalogues that know each thing. */
  private readonly schemes = new Map<string, Set<string>>();
  private readonly byName = new Map<string, BorneName[]>();
  private readonly byWord = new Map<string, Set<string>>();
  private readonly links = new Map<string, Held[]>();

  /** Where two data sets give an identity, the first one's label counts. */
  constructor(vocabulary: Vocabulary, known: readonly Pick<Lines, 'identities' | 'claims'>[]) {
    this.vocabulary = vocabulary;
    for (const { identities } of known) {
      for (const identity of identities) {
        if (this.identities.has(identity.id)) continue;
        this.identities.set(identity.id, identity);
        this.meet(identity);
      }
    }
    for (const { claims } of known) for (const claim of claims) this.learn(claim);
  }

  /** Takes in what an earlier row of the same import says of kinds that are looked up; links only where look-ups go by them. */
  add(identities: readonly Identity[], claims: readonly Claim[], withLinks: boolean): void {
    for (const identity of identities) {
      if (!this.things.has(identity.id)) this.meet(identity);
      this.here.set(identity.id, identity);
    }
    for (const claim of claims) if (withLinks || claim.object === null) this.learn(claim, true);
  }

  identity(id: string): Identity | undefined {
    return this.identities.get(id) ?? this.here.get(id);
  }

  /** What is known beside the data set under a label, spelling folded. */
  labelled(label: string): readonly Identity[] {
    const folded = fold(label);
    const bearers = [...new Set((this.byName.get(folded) ?? []).map(({ id }) => id))];
    return bearers.flatMap((id) => this.identities.get(id) ?? []).filter((identity) => fold(identity.label) === folded);
  }

  private meet({ id, kind: name, label }: Identity): void {
    const kind = this.vocabulary.kind(name);
    if (!kind) return;
    this.things.set(id, { id, kind, times: [], place: {} });
    this.name(id, label, null, null);
  }

  private learn({ subject, predicate, object, value, polarity, rank, when }: Claim, isOwn = false): void {
    if (polarity !== 'AFFIRMED' || rank === 'DEPRECATED') return;
    if (object !== null) {
      const relationship = this.vocabulary.relationship(predicate);
      const isNesting = relationship?.nests === true || relationship?.situates === true;
      this.link(subject, { far: object, when, isNesting, isOwn });
      this.link(object, { far: subject, when, isNesting, isOwn });
      return;
    }
    const thing = this.things.get(subject);
    if (!thing) return;
    const text = valueText(value) ?? '';
    const sort = this.vocabulary.property(thing.kind, predicate)?.sort;
    if (sort === 'name') this.name(subject, text, when, langOf(value));
    else if (sort === 'time') thing.times.push(...[parseTime(text)].filter((time) => time !== null));
    else if (predicate === 'sameAs') this.identify(subject, text, when);
    else if (sort === 'text' || sort === 'integer') this.identify(subject, `${predicate}:${text}`, when);
    else if (sort === 'decimal' && (predicate === 'latitude' || predicate === 'longitude')) thing.place[predicate] = Number(text);
  }

  private link(id: string, link: Held): void {
    const held = this.links.get(id) ?? [];
    if (held.length < MOST_LINKS && !held.some(({ far, when }) => far === link.far && when?.edtf === link.when?.edtf)) push(this.links, id, link);
  }

  private name(id: string, name: string, when: Time | null, lang: string | null): void {
    const folded = fold(name);
    const held = this.byName.get(folded)?.filter((borne) => borne.id === id) ?? [];
    const same = held.find((borne) => borne.when === null || borne.when.edtf === when?.edtf);
    if (same) {
      if (lang !== null) same.langs?.add(lang);
      return;
    }
    push(this.byName, folded, { id, when, langs: lang === null ? null : new Set([lang]) });
    for (const word of folded.split(' ')) this.byWord.set(word, (this.byWord.get(word) ?? new Set()).add(id));
  }

  private identify(id: string, external: string, when: Time | null): void {
    const key = external.toLowerCase();
    this.schemes.set(id, (this.schemes.get(id) ?? new Set()).add(schemeOf(key)));
    if (!this.byId.get(key)?.some((held) => held.id === id && held.when?.edtf === when?.edtf)) push(this.byId, key, { id, when });
  }

  /** Whether a catalogue that is sought by knows the thing under another id: two towns of one name in one country are two. */
  contradicts(id: string, by: readonly string[]): boolean {
    return by.some((external) => {
      const key = external.toLowerCase();
      return this.schemes.get(id)?.has(schemeOf(key)) === true && !this.byId.get(key)?.some((held) => held.id === id);
    });
  }

  /** Who fits what is sought. By an external id alone, time only chooses among several. */
  find(sought: Sought): Hits {
    const isOfKind = (id: string) => {
      const thing = this.things.get(id);
      return thing !== undefined && this.vocabulary.lineage(thing.kind).includes(sought.kind);
    };
    const otherTimes: string[] = [];
    for (const external of sought.by) {
      if (this.identity(external) && isOfKind(external)) return { exact: [external], perhaps: [] };
      const coded = (this.byId.get(external.toLowerCase()) ?? []).filter(({ id }) => isOfKind(id));
      const ids = [...new Set(coded.map(({ id }) => id))];
      const held = (wanted: readonly Overlap[]) => [
        ...new Set(coded.filter(({ id, when }) => wanted.includes(touches(when ? [when] : this.timesOf(id), sought.at))).map(({ id }) => id)),
      ];
      const then = held(['CERTAIN', 'POSSIBLE']);
      const certain = held(['CERTAIN']);
      if (certain.length === 1) return { exact: certain, perhaps: [] };
      // Of two that followed one another on the last day of a spell, the one that was there all along is meant.
      const throughout = [
        ...new Set(coded.filter(({ id, when }) => (when ? [when] : this.timesOf(id)).some((time) => spans(time, sought.at))).map(({ id }) => id)),
      ];
      if (throughout.length === 1) return { exact: throughout, perhaps: [] };
      if (then.length > 0) return then.length === 1 ? { exact: then, perhaps: [] } : { exact: [], perhaps: then };
      otherTimes.push(...ids);
    }
    if (otherTimes.length > 0) return { exact: [], perhaps: [...new Set(otherTimes)], isOtherTime: sought.at !== null };
    if (sought.names.length === 0) return this.between(sought, isOfKind);
    const asWritten = [...new Set(sought.names.map(fold))].filter((name) => name !== '');
    const bearers = (names: readonly string[]) => names.flatMap((name) => this.byName.get(name) ?? []).filter(({ id }) => isOfKind(id));
    const isBorne = bearers(asWritten).length > 0;
    const folded = isBorne ? asWritten : [...new Set([...asWritten, ...sought.names.flatMap(turnedNames).map(fold)])];
    const borne = bearers(folded);
    const named = [...new Set(borne.map(({ id }) => id))];
    const wasCalledSo = (id: string) => borne.some((own) => own.id === id && (own.when === null || touches([own.when], sought.at) !== 'NO'));
    const fits = (id: string) => this.isLinked(id, sought.of) && this.isNear(id, sought.near) && !this.contradicts(id, sought.by);
    const then = (id: string) => touches(this.timesOf(id), sought.at) !== 'NO' && wasCalledSo(id) && this.wasLinkedNear(id, sought);
    const fitting = named.filter(fits);
    const exact = fitting.filter(then);
    if (exact.length === 1) return { exact, perhaps: [], langs: langsOf(borne.filter(({ id }) => exact.includes(id))) };
    if (exact.length > 1) return { exact: [], perhaps: exact };
    const partly = folded.flatMap((name) => this.partly(name)).filter((id) => isOfKind(id) && this.isLinked(id, sought.of) && this.isNear(id, sought.near));
    // A part of a name is enough for the one who was linked with the other, such as an office, at that very time.
    const linked = [...new Set([...named, ...partly])].filter((id) => this.wasLinked(id, sought.of, sought.at));
    if (linked.length === 1 && linked.every((id) => !named.includes(id) || wasCalledSo(id))) return { exact: linked, perhaps: [] };
    const perhaps = [...new Set([...named, ...partly])].slice(0, 8);
    return { exact: [], perhaps, isOtherTime: fitting.length > 0 && fitting.every((id) => !wasCalledSo(id) || touches(this.timesOf(id), sought.at) === 'NO') };
  }

  /** What is sought by those alone that it joins: the partnership of two towns, the office of a country. */
  private between({ of, at, near }: Sought, isOfKind: (id: string) => boolean): Hits {
    const [first] = [...of].sort((a, b) => (this.links.get(a)?.length ?? 0) - (this.links.get(b)?.length ?? 0));
    if (first === undefined) return { exact: [], perhaps: [] };
    const found = [...new Set((this.links.get(first) ?? []).map(({ far }) => far))].filter(
      (id) => isOfKind(id) && of.every((end) => this.links.get(end)?.some(({ far }) => far === id)) && this.isNear(id, near),
    );
    const then = found.filter((id) => touches(this.timesOf(id), at) !== 'NO');
    if (then.length === 1) return { exact: then, perhaps: [] };
    return { exact: [], perhaps: then.length > 0 ? then : found, isOtherTime: found.length > 0 && then.length === 0 };
  }

  /** Those whose names have all words of this one, or the other way round. */
  private partly(name: string): string[] {
    const words = name.split(' ');
    const [rarest = new Set<string>()] = words.map((word) => this.byWord.get(word) ?? new Set<string>()).sort((a, b) => a.size - b.size);
    if (rarest.size > 2_000) return [];
    return [...rarest].filter((id) => words.every((word) => this.byWord.get(word)?.has(id)));
  }

  private timesOf(id: string): readonly Time[] {
    return this.things.get(id)?.times ?? [];
  }

  private isLinked(id: string, of: readonly string[]): boolean {
    const near = this.links.get(id) ?? [];
    return of.every((end) => id === end || near.some((link) => link.far === end || (of.length === 1 && this.leads(link.far, end))));
  }

  /** Whether one step leads on to what is named: not from its like, which has its own towns and people, unless one lies in the other. */
  private leads(from: string, to: string): boolean {
    const kind = this.things.get(to)?.kind;
    return this.links.get(from)?.some(({ far, isNesting }) => far === to && (isNesting || this.things.get(from)?.kind !== kind)) === true;
  }

  /** The times at which two things are known to be linked, where all are known and none touches the one that is asked for. */
  otherTimes(id: string, far: string, at: Time | null): readonly string[] {
    const times = (this.links.get(id) ?? []).flatMap((link) => (link.far === far ? [link.when] : []));
    const dated = times.filter((time) => time !== null);
    return at !== null && dated.length === times.length && touches(dated, at) === 'NO' ? dated.map(({ edtf }) => edtf) : [];
  }

  /**
   * Whether other sets link something with another at any time; true where they link nothing of its kind with that, so that
   * none is missing. Null where more is linked with both than is held.
   */
  isListed(id: string, far: string): boolean | null {
    const [near, there] = [id, far].map((end) => (this.links.get(end) ?? []).filter(({ isOwn }) => !isOwn)) as [Held[], Held[]];
    if (near.some((link) => link.far === far) || there.some((link) => link.far === id)) return true;
    const rootOf = (one: string) => this.vocabulary.rootOf(one);
    if (!there.some((link) => rootOf(link.far) === rootOf(id))) return true;
    return near.length < MOST_LINKS || there.length < MOST_LINKS ? false : null;
  }

  private wasLinked(id: string, of: readonly string[], at: Time | null): boolean {
    if (of.length === 0 || at === null) return false;
    return of.every((end) => this.links.get(id)?.some(({ far, when }) => far === end && when !== null && touches([when], at) === 'CERTAIN'));
  }

  /** Whether it was linked with what the mapping names, over one step too, within so many years; true where none are said. */
  private wasLinkedNear(id: string, { of, at, years }: Sought): boolean {
    if (of.length === 0 || at === null || !years) return true;
    const [from, to] = [Number(at.earliest.slice(0, 4)) - years, Number(at.latest.slice(0, 4)) + years];
    return (this.links.get(id) ?? []).some(
      ({ far, when }) =>
        when !== null &&
        Number(when.latest.slice(0, 4)) >= from &&
        Number(when.earliest.slice(0, 4)) <= to &&
        of.some((end) => far === end || this.leads(far, end)),
    );
  }

  private isNear(id: string, near: Sought['near']): boolean {
    const { latitude, longitude } = this.things.get(id)?.place ?? {};
    if (near === null || latitude === undefined || longitude === undefined) return true;
    return kilometres({ latitude, longitude }, near) <= near.km;
  }
}

/** The languages of names that one thing bears; none where one of them is in no language that is known. */
function langsOf(borne: readonly BorneName[]): readonly string[] {
  return borne.some(({ langs }) => langs === null) ? [] : [...new Set(borne.flatMap(({ langs }) => [...(langs ?? [])]))];
}

function langOf(value: Claim['value']): string | null {
  return typeof value === 'object' && value !== null && 'lang' in value && typeof value.lang === 'string' ? value.lang : null;
}

/** Whether one of several times touches another; where there is nothing to compare, it may. */
function touches(times: readonly Time[], at: Time | null): Overlap {
  if (at === null || times.length === 0) return 'POSSIBLE';
  const answers = times.map((time) => overlap(time, at.earliest, at.latest));
  return answers.includes('CERTAIN') ? 'CERTAIN' : answers.includes('POSSIBLE') ? 'POSSIBLE' : 'NO';
}

/** Whether something was there for all of a time. */
function spans(time: Time, at: Time | null): boolean {
  return at !== null && time.earliest <= at.earliest && time.latest >= at.latest;
}

/** The catalogue of `geonames:3017382`. */
function schemeOf(external: string): string {
  return external.slice(0, external.indexOf(':') + 1);
}

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS = 6371;

/** The way between two places along a great circle, in kilometres, by the haversine formula. */
export function kilometres(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const chord = half(b.latitude - a.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord));
}
