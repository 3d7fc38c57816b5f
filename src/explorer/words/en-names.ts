/** What names of the schema are called, where their own words are not enough. */
export interface Names {
  readonly kinds: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, string>>;
  /** What the readings of relationships are called, by their field. */
  readonly fields: Readonly<Record<string, string>>;
  /** What properties and their values are called. */
  readonly terms: Readonly<Record<string, string>>;
}

/** What the schema's names are called in English; those that are missing are called by their own words. */
export const enNames: Names = {
  kinds: {},
  lists: {},
  fields: {
    addressedStatements: 'statements received',
    broader: 'broader topics',
    concernedBy: 'what deals with it',
    concerns: 'deals with',
    eventsHeld: 'events held here',
    narrower: 'narrower topics',
    presentHere: 'groups present here',
    statementsMade: 'statements made there',
    voices: 'who speaks in it',
  },
  terms: {},
};
