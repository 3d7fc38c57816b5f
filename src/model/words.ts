/** Languages that questions are understood in. */
export const LANGUAGES = ['en', 'fr', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What something is called in one language: lists of base forms, separated by commas; forms of several words may be given too. */
export interface Words {
  /** Nouns for the thing itself: `twinning, sister city agreement`. Of a relationship: for what stands at its far end. */
  readonly noun?: string;
  /** Verbs that say it: `meet`. A kind's verb joins those who took part; a relationship's joins its two ends. */
  readonly verb?: string;
  /** Verbs of a record whose object is what it is about: `discuss`. */
  readonly treats?: string;
  /** Verbs by which a time is asked for, and that say less of when it was than the time does: `break out`. */
  readonly asked?: string;
  /** Verbs that say that it begins: `join`. */
  readonly begins?: string;
  /** Verbs for what is done to one in this role: `invite`. */
  readonly done?: string;
  /** Nouns for somebody in it, as seen by another: `partner`, `ally`. */
  readonly partner?: string;
  /** Adjectives: `dormant, asleep`. */
  readonly adjective?: string;
  /** Adverbs that make such a record of any talk or meeting: `by phone`. */
  readonly manner?: string;
  /** Prepositions that lead to the far end of a relationship: `about, on`. Of a kind: that lead over its `leadsTo`. */
  readonly link?: string;
}

export type Called = { readonly [L in Language]?: Words };
