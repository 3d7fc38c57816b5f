import type { FunctionCat } from './languages/pack.js';
import type { Set as Described, Test } from './plan.js';

/** One step from an entity to another: over a relationship, seen from the first. */
export interface Step {
  readonly type: string;
  readonly way: 'OUT' | 'IN' | 'BOTH';
  readonly link: Readonly<Record<string, readonly string[]>>;
}

/** How what a noun means stands to its owner: "partner" over a record to another who takes part, "capital" over one relationship. */
export type Relational = { readonly over: 'record'; readonly record: Described } | { readonly over: 'link'; readonly step: Step };

/** What a noun of the vocabulary means. */
export interface NounSense {
  readonly cat: 'noun';
  readonly set: Described;
  readonly relational: Relational | null;
  /** It means the relationship itself, not what stands at its far end: "diplomatic relations". */
  readonly isLink: boolean;
  /** A property: "purpose", "date". */
  readonly property: string | null;
  /** Of the word for a kind: whether it is its first one. */
  readonly isOwn?: boolean;
  /** How much likelier another meaning is. */
  readonly cost?: number;
}

/** The qualifiers by which who does it, or whom it is done to, takes part in the record. */
export interface Roles {
  readonly subject?: Step['link'];
  readonly object?: Step['link'];
  /** Its object is what the record is about: discuss trade. */
  readonly treats?: boolean;
  /** It says what only its object means: pay a visit. */
  readonly isLight?: boolean;
}

/** What a verb of the vocabulary means. */
export interface VerbSense {
  readonly cat: 'verb';
  /** The preposition that the verb wants, where it does not stand behind it: "belong", with "to" elsewhere. */
  readonly link?: string;
  /** It says that the relationship begins, not that it holds. */
  readonly begins?: boolean;
  /** Somebody takes part in such a record, somebody stands in a relationship, or something begins or ends at a time. */
  readonly does:
    | { readonly by: 'record'; readonly record: Described; readonly leadsTo: string | null; readonly roles?: Roles }
    | { readonly by: 'link'; readonly step: Step }
    /** Somebody bears such a thing of another: leads a country by an office of it. */
    | { readonly by: 'borne'; readonly borne: Described }
    | { readonly by: 'time'; readonly kinds: readonly string[]; readonly property: string; readonly isAsked?: boolean };
}

export interface AdjectiveSense {
  readonly cat: 'adjective';
  readonly kinds: readonly string[];
  readonly tests: readonly Test[];
}

export interface LinkSense {
  readonly cat: 'link';
  readonly word: string;
  readonly isAccented?: boolean;
}

export interface MannerSense {
  readonly cat: 'manner';
  readonly record: Described;
}

export interface FunctionSense {
  readonly cat: FunctionCat;
  /** Of a short word: whether it has an accent, as à and où have, and a and ou do not. */
  readonly isAccented?: boolean;
}

export type Sense = NounSense | VerbSense | AdjectiveSense | LinkSense | MannerSense | FunctionSense;
