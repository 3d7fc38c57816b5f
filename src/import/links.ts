import type { Claim } from '../model/claim.js';
import type { Time } from '../model/edtf.js';
import { push } from '../model/groups.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import { touches } from './touching.js';

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

/** What something must have been linked with, and within how many years of when. */
interface Asked {
  readonly of: readonly string[];
  readonly at: Time | null;
  readonly years?: number | null;
}

/** What is linked with what, and when. */
export class Links {
  private readonly vocabulary: Vocabulary;
  private readonly kindOf: (id: string) => Kind | undefined;
  private readonly links = new Map<string, Held[]>();

  /** `kindOf`: what is known of a thing's kind. */
  constructor(vocabulary: Vocabulary, kindOf: (id: string) => Kind | undefined) {
    this.vocabulary = vocabulary;
    this.kindOf = kindOf;
  }

  /** Takes in a relationship, at both ends. */
  add({ subject, predicate, object, when }: Pick<Claim, 'subject' | 'predicate' | 'object' | 'when'>, isOwn: boolean): void {
    if (object === null) return;
    const relationship = this.vocabulary.relationship(predicate);
    const isNesting = relationship?.nests === true || relationship?.situates === true;
    this.link(subject, { far: object, when, isNesting, isOwn });
    this.link(object, { far: subject, when, isNesting, isOwn });
  }

  /** What is linked with each of several. */
  amid(ends: readonly string[]): readonly string[] {
    const [first] = [...ends].sort((a, b) => this.of(a).length - this.of(b).length);
    if (first === undefined) return [];
    const fars = [...new Set(this.of(first).map(({ far }) => far))];
    return fars.filter((id) => ends.every((end) => this.of(end).some(({ far }) => far === id)));
  }

  /** Whether something is linked with what the mapping names: with one over one step too, with each of several directly. */
  isLinked(id: string, of: readonly string[]): boolean {
    const near = this.of(id);
    return of.every((end) => id === end || near.some((link) => link.far === end || (of.length === 1 && this.leads(link.far, end))));
  }

  /** Whether one step leads on to what is named: not from its like, which has its own towns and people, unless one lies in the other. */
  private leads(from: string, to: string): boolean {
    const kind = this.kindOf(to);
    return this.of(from).some(({ far, isNesting }) => far === to && (isNesting || this.kindOf(from) !== kind));
  }

  /** The times at which two things are known to be linked, where all are known and none touches the one that is asked for. */
  otherTimes(id: string, far: string, at: Time | null): readonly string[] {
    const times = this.of(id).flatMap((link) => (link.far === far ? [link.when] : []));
    const dated = times.filter((time) => time !== null);
    return at !== null && dated.length === times.length && touches(dated, at) === 'NO' ? dated.map(({ edtf }) => edtf) : [];
  }

  /**
   * Whether other sets link something with another at any time; true where they link nothing of its kind with that, so that
   * none is missing. Null where more is linked with both than is held.
   */
  isListed(id: string, far: string): boolean | null {
    const [near, there] = [id, far].map((end) => this.of(end).filter(({ isOwn }) => !isOwn)) as [Held[], Held[]];
    if (near.some((link) => link.far === far) || there.some((link) => link.far === id)) return true;
    const rootOf = (one: string) => this.vocabulary.rootOf(one);
    if (!there.some((link) => rootOf(link.far) === rootOf(id))) return true;
    return near.length < MOST_LINKS || there.length < MOST_LINKS ? false : null;
  }

  /** Whether it was surely linked with each at a time. */
  wasLinked(id: string, of: readonly string[], at: Time | null): boolean {
    if (of.length === 0 || at === null) return false;
    return of.every((end) => this.links.get(id)?.some(({ far, when }) => far === end && when !== null && touches([when], at) === 'CERTAIN'));
  }

  /** Whether it was linked with what the mapping names, over one step too, within so many years; true where none are said. */
  wasLinkedNear(id: string, { of, at, years }: Asked): boolean {
    if (of.length === 0 || at === null || !years) return true;
    const [from, to] = [Number(at.earliest.slice(0, 4)) - years, Number(at.latest.slice(0, 4)) + years];
    return this.of(id).some(
      ({ far, when }) =>
        when !== null &&
        Number(when.latest.slice(0, 4)) >= from &&
        Number(when.earliest.slice(0, 4)) <= to &&
        of.some((end) => far === end || this.leads(far, end)),
    );
  }

  private link(id: string, link: Held): void {
    const held = this.links.get(id) ?? [];
    if (held.length < MOST_LINKS && !held.some(({ far, when }) => far === link.far && when?.edtf === link.when?.edtf)) push(this.links, id, link);
  }

  private of(id: string): readonly Held[] {
    return this.links.get(id) ?? [];
  }
}
