import type { Lines } from '../load/datasets.js';
import { valueText, type Claim } from '../model/claim.js';
import { parseTime, type Time } from '../model/edtf.js';
import { push } from '../model/groups.js';
import type { Identity } from '../model/dataset.js';
import { fold } from '../model/text.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import { kilometres } from './distance.js';
import { Links } from './links.js';
import { spans, touches } from './touching.js';
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

type IsOfKind = (id: string) => boolean;

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
  readonly links: Links;

  /** Where two data sets give an identity, the first one's label counts. */
  constructor(vocabulary: Vocabulary, known: readonly Pick<Lines, 'identities' | 'claims'>[]) {
    this.vocabulary = vocabulary;
    this.links = new Links(vocabulary, (id) => this.things.get(id)?.kind);
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

  private learn(claim: Claim, isOwn = false): void {
    const { subject, predicate, object, value, polarity, rank, when } = claim;
    if (polarity !== 'AFFIRMED' || rank === 'DEPRECATED') return;
    if (object !== null) {
      this.links.add(claim, isOwn);
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
    const isOfKind: IsOfKind = (id) => {
      const thing = this.things.get(id);
      return thing !== undefined && this.vocabulary.lineage(thing.kind).includes(sought.kind);
    };
    return this.identified(sought, isOfKind) ?? (sought.names.length === 0 ? this.between(sought, isOfKind) : this.named(sought, isOfKind));
  }

  /** Who has one of the external ids; null where nobody has. */
  private identified({ by, at }: Sought, isOfKind: IsOfKind): Hits | null {
    const otherTimes: string[] = [];
    for (const external of by) {
      if (this.identity(external) && isOfKind(external)) return { exact: [external], perhaps: [] };
      const coded = (this.byId.get(external.toLowerCase()) ?? []).filter(({ id }) => isOfKind(id));
      const those = (fit: (times: readonly Time[]) => boolean) => [
        ...new Set(coded.filter(({ id, when }) => fit(when ? [when] : this.timesOf(id))).map(({ id }) => id)),
      ];
      const certain = those((times) => touches(times, at) === 'CERTAIN');
      if (certain.length === 1) return { exact: certain, perhaps: [] };
      // Of two that followed one another on the last day of a spell, the one that was there all along is meant.
      const throughout = those((times) => times.some((time) => spans(time, at)));
      if (throughout.length === 1) return { exact: throughout, perhaps: [] };
      const then = those((times) => touches(times, at) !== 'NO');
      if (then.length > 0) return then.length === 1 ? { exact: then, perhaps: [] } : { exact: [], perhaps: then };
      otherTimes.push(...coded.map(({ id }) => id));
    }
    return otherTimes.length > 0 ? { exact: [], perhaps: [...new Set(otherTimes)], isOtherTime: at !== null } : null;
  }

  /** Who is called so, wholly or in part. */
  private named(sought: Sought, isOfKind: IsOfKind): Hits {
    const { names, of, at, near, by } = sought;
    const asWritten = [...new Set(names.map(fold))].filter((name) => name !== '');
    const bearers = (some: readonly string[]) => some.flatMap((name) => this.byName.get(name) ?? []).filter(({ id }) => isOfKind(id));
    const isBorne = bearers(asWritten).length > 0;
    const folded = isBorne ? asWritten : [...new Set([...asWritten, ...names.flatMap(turnedNames).map(fold)])];
    const borne = bearers(folded);
    const named = [...new Set(borne.map(({ id }) => id))];
    const wasCalledSo = (id: string) => borne.some((own) => own.id === id && (own.when === null || touches([own.when], at) !== 'NO'));
    const isThere = (id: string) => touches(this.timesOf(id), at) !== 'NO';
    const isPlaced = (id: string) => this.links.isLinked(id, of) && this.isNear(id, near);
    const fitting = named.filter((id) => isPlaced(id) && !this.contradicts(id, by));
    const exact = fitting.filter((id) => isThere(id) && wasCalledSo(id) && this.links.wasLinkedNear(id, sought));
    if (exact.length === 1) return { exact, perhaps: [], langs: langsOf(borne.filter(({ id }) => exact.includes(id))) };
    if (exact.length > 1) return { exact: [], perhaps: exact };
    const partly = folded.flatMap((name) => this.partly(name)).filter((id) => isOfKind(id) && isPlaced(id));
    // A part of a name is enough for the one who was linked with the other, such as an office, at that very time.
    const all = [...new Set([...named, ...partly])];
    const linked = all.filter((id) => this.links.wasLinked(id, of, at));
    if (linked.length === 1 && linked.every((id) => !named.includes(id) || wasCalledSo(id))) return { exact: linked, perhaps: [] };
    return { exact: [], perhaps: all.slice(0, 8), isOtherTime: fitting.length > 0 && fitting.every((id) => !wasCalledSo(id) || !isThere(id)) };
  }

  /** What is sought by those alone that it joins: the partnership of two towns, the office of a country. */
  private between({ of, at, near }: Sought, isOfKind: IsOfKind): Hits {
    const found = this.links.amid(of).filter((id) => isOfKind(id) && this.isNear(id, near));
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

/** The catalogue of `geonames:3017382`. */
function schemeOf(external: string): string {
  return external.slice(0, external.indexOf(':') + 1);
}
