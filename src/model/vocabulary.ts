import { hint } from './text.js';
import type { Called } from './words.js';
import type { Value, TypeOf } from './value.js';
import { many, name, ofSubject, quantity, text, told } from './values.js';

export type Properties = Readonly<Record<string, Value>>;

/** A kind of entity, as declared in `schema/`. */
export interface Kind<P extends Properties = Properties> {
  readonly is: 'kind';
  readonly name: string;
  readonly plural: string;
  readonly about: string;
  readonly extends: Kind | null;
  /** An abstract kind has no entities of its own, only its sub-kinds do. */
  readonly abstract: boolean;
  /** Whether people ask for it by name, so that GraphQL has a type of its own for it; else it is one of the others of its family. */
  readonly typed: boolean;
  /** An n-ary fact (an event, an agreement): it can be planned or hoped for, and it is evidence itself. */
  readonly record: boolean;
  /** Whether the texts name such things, so that a label must be one of the claimed names. */
  readonly named: boolean;
  /** Whether it is called by a family name and a given name, so that the given name alone may be meant. */
  readonly personal: boolean;
  /** Whether its label stands for several, so that the verb after it does too. */
  readonly several: boolean;
  /** What a sentence calls such a thing by its label, where the label alone is no phrase: "the partnership of {label}". */
  readonly phrase: string | null;
  /** How a name of such a thing is told, where names are what is looked for under it; else "{subject} is called". */
  readonly nameSays: string | null;
  /** The property whose choices are nouns for what such a thing is, in place of the name of the kind: a district. */
  readonly sortedBy: string | null;
  /** How the time of such a thing is told where it comes by itself, before as after; else by the sentence of the property. */
  readonly fallsSays: string | null;
  /** The property that says that such a thing happens again and again, which is told in the present. */
  readonly recursBy: string | null;
  /** The time property that lists of this kind are ordered by. */
  readonly orderedBy: string | null;
  readonly properties: P;
  readonly labels: readonly DerivedLabel[];
  /** Terms of outside vocabularies, such as wikidata:Q6256. */
  readonly mapping: readonly string[];
  /** What people call such things; without it, its name. */
  readonly called: Called;
  /** The relationship type through which such a thing stands for somebody, as an office does for its holders. */
  readonly borneBy: string | null;
  /** What the verb of a record leads to where its object is a place: `HELD_IN` of a visit. */
  readonly leadsTo: string | null;
  /** Never set: carries the shape of the properties to where it is inferred. */
  readonly shape?: { readonly [K in keyof P]: TypeOf<P[K]> };
}

/** A label that follows from a relationship: a Person who holds a leading office is also a Leader. */
export interface DerivedLabel {
  readonly label: string;
  readonly plural: string;
  readonly about: string;
  readonly called: Called;
  readonly via: string;
  readonly property: string;
  readonly values: readonly string[];
}

/** Which qualifier is worked out, and which one names whose home is meant. */
export interface Whereabouts {
  readonly qualifier: string;
  readonly of: string;
}

/** The sentences that a relationship is told in, with {subject} and {object}. */
export interface Sentences {
  /** A sentence for each direction; it may name a qualifier, such as {level}, and what stands in [ ] is left out without it. */
  readonly says: string;
  readonly saysBack: string;
  /** The sentence of what is only planned or hoped for: "{subject} will take part in {object}". */
  readonly will: string;
  /** The sentence of a state whose time is over: "{subject} held the office of {object}". */
  readonly was: string;
  /** The sentence of a state that began and goes on: "{subject} has held the office of {object}". */
  readonly since: string;
  /** The sentences of a record that happens again and again, in each direction; null where they are those of one time. */
  readonly again: { readonly says: string; readonly saysBack: string } | null;
}

export interface Relationship extends Sentences {
  readonly is: 'relationship';
  readonly type: string;
  readonly from: readonly Kind[];
  readonly to: readonly Kind[];
  /** The field's name on the first end, and on the second. */
  readonly reads: string;
  readonly readsBack: string;
  /** What one with qualifiers is called, in the names of types, from the first end and from the second: Participation, Participant. */
  readonly nouns: readonly [string, string];
  readonly about: string;
  /** The sentences of a qualifier's values, where a value has sentences of its own: the role of a host. */
  readonly sentencesBy: { readonly qualifier: string; readonly sentences: Readonly<Record<string, Sentences>> } | null;
  /** Sentences of their own for what its first end is, by the word that ids of that sort begin with. */
  readonly sentencesOf: Readonly<Record<string, Sentences>>;
  /** What each value of a qualifier reads as in these sentences; the empty value is for a relationship without one. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The end that a claim of this type describes; a record's own facts are those that describe it. */
  readonly describes: 'from' | 'to';
  readonly symmetric: boolean;
  /** Whether paths may run over it. */
  readonly traversed: boolean;
  /** Whether two entities that it joins may have little to do with each other: one is only spoken of. Paths cost more over it. */
  readonly loose: boolean;
  /** Whether the second end is what the first is about. */
  readonly treats: boolean;
  /** Whether the far end, with all that it lies in, counts as involved in the end described. */
  readonly involves: boolean;
  /** Whether the end described is told apart by the other: a statement by who made it. */
  readonly voices: boolean;
  /** Whether the first end lies within the second, so that what involves the first involves the second. */
  readonly nests: boolean;
  /** Whether the second end is where the first took place, so that the first lies in it and in all that it lies in. */
  readonly situates: boolean;
  /** Whether the first end is a part of the second, so that who took part in the first took part in the second. */
  readonly composes: boolean;
  /** The qualifier that names the office in which the first end took part. */
  readonly capacity: string | null;
  /** The qualifier that tells whether the record took place at home of the other end, or of what another qualifier names. */
  readonly whereabouts: Whereabouts | null;
  /**
   * Whether it is a state that goes on, and may be broken off and resumed: a day it is told for is when it was seen, not
   * all the time that it held, and each spell of it is a fact of its own.
   */
  readonly lasting: boolean;
  /** The qualifier that says more or less than there is already: an estimate with it tells what is expected, not what is. */
  readonly compares: string | null;
  /**
   * For what ends its first end, such as a succession: the property that says how long that end was, for where nobody
   * says so. Such a relationship holds from its date on.
   */
  readonly ends: string | null;
  /** Qualifiers that tell two facts between the same ends apart. */
  readonly distinguishedBy: readonly string[];
  readonly properties: Properties;
  readonly mapping: readonly string[];
  /** What people call it, read from the first end and from the second; without it, the words of its sentences. */
  readonly called: Called;
  readonly calledBack: Called;
}

/** Properties that every kind has. */
export const COMMON = {
  name: many(told('{subject} is called “{value}”', name('A name or alias as somebody writes it, with its language.'))),
  description: many(ofSubject(told('about {subject}: {value}', text('What is said of it that no other property or relationship holds, in our own words.')))),
  sameAs: many(
    told(
      'another catalogue has {subject} as {value}',
      text('What another catalogue calls it, as scheme:id, such as wikidata:Q142, geonames:3017382 or iso3:FRA.'),
    ),
  ),
  figure: many(told('a figure for {subject}: {value}', quantity('A number that somebody states about it, with its hedge.'))),
} as const satisfies Properties;

/** The kinds and relationship types of one graph, and what follows from them. */
export class Vocabulary {
  readonly kinds: readonly Kind[];
  readonly relationships: readonly Relationship[];
  private readonly kindsByName: ReadonlyMap<string, Kind>;
  private readonly relationshipsByType: ReadonlyMap<string, Relationship>;
  private readonly readingsByKind = new Map<Kind, readonly Reading[]>();

  constructor(declarations: readonly (Kind | Relationship)[]) {
    this.kinds = declarations.filter((item) => item.is === 'kind');
    this.relationships = declarations.filter((item) => item.is === 'relationship');
    this.kindsByName = unique(this.kinds, (kind) => kind.name);
    this.relationshipsByType = unique(this.relationships, (item) => item.type);
  }

  kind(kindName: string): Kind | undefined {
    return this.kindsByName.get(kindName);
  }

  relationship(type: string): Relationship | undefined {
    return this.relationshipsByType.get(type);
  }

  /** The kinds at the root of each family; their slugs begin ids. */
  get roots(): readonly Kind[] {
    return this.kinds.filter((kind) => kind.extends === null);
  }

  /** The root kind that an id such as `city/tours` belongs to. */
  rootOf(id: string): Kind | undefined {
    const prefix = id.slice(0, id.indexOf('/'));
    return this.roots.find((kind) => slug(kind) === prefix);
  }

  /** The kind and those it extends, itself first. */
  lineage(kind: Kind): readonly Kind[] {
    return kind.extends ? [kind, ...this.lineage(kind.extends)] : [kind];
  }

  /** Kinds that `kind` stands for: itself unless abstract, and all that extend it. */
  concrete(kind: Kind): readonly Kind[] {
    return this.kinds.filter((item) => !item.abstract && this.lineage(item).includes(kind));
  }

  /** A property of a kind, or one that every kind has. */
  property(kind: Kind, property: string): Value | undefined {
    const own: readonly Properties[] = [kind.properties, COMMON];
    return own.find((properties) => Object.hasOwn(properties, property))?.[property];
  }

  properties(kind: Kind): Properties {
    return { ...COMMON, ...kind.properties };
  }

  /** Whether entities of `kind` may stand at an end declared for `ends`. */
  fits(kind: Kind, ends: readonly Kind[]): boolean {
    return ends.includes(kind) || (kind.extends !== null && this.fits(kind.extends, ends));
  }

  /** The relationships that have `kind` at an end, seen from it. */
  readings(kind: Kind): readonly Reading[] {
    const known = this.readingsByKind.get(kind);
    if (known) return known;
    const found = this.relationships.flatMap((item) => {
      const out = this.fits(kind, item.from) ? [reading(item, 'OUT')] : [];
      const back = !item.symmetric && this.fits(kind, item.to) ? [reading(item, 'IN')] : [];
      return [...out, ...back];
    });
    this.readingsByKind.set(kind, found);
    return found;
  }

  /** `; did you mean …?` for a name that is no kind, type or property. */
  hintKind(wrong: string): string {
    return hint(wrong, this.kindsByName.keys());
  }

  hintType(wrong: string): string {
    return hint(wrong, this.relationshipsByType.keys());
  }
}

/** A relationship type as one end sees it. */
export interface Reading {
  readonly relationship: Relationship;
  readonly direction: Direction;
  readonly field: string;
  readonly far: readonly Kind[];
}

export type Direction = 'OUT' | 'IN' | 'BOTH';

function reading(item: Relationship, side: 'OUT' | 'IN'): Reading {
  return side === 'OUT'
    ? { relationship: item, direction: item.symmetric ? 'BOTH' : 'OUT', field: item.reads, far: item.to }
    : { relationship: item, direction: 'IN', field: item.readsBack, far: item.from };
}

/** What ids of a kind begin with. */
export function slug(kind: Kind): string {
  return kind.name.toLowerCase();
}

function unique<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const id = key(item);
    if (map.has(id)) throw new Error(`The vocabulary declares ${id} twice.`);
    map.set(id, item);
  }
  return map;
}
