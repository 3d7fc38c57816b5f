import type { Relationship } from './vocabulary.js';

/** What a sentence is told of: the two ends by name, and what qualifies the relationship. */
export interface Told {
  readonly subject: string;
  readonly object: string;
  readonly qualifiers: Readonly<Record<string, unknown>>;
}

/** A template of a relationship, with its slots filled: both ends, and qualifiers in the words that the vocabulary has for them. */
export function filled(template: string, relationship: Pick<Relationship, 'words'>, { subject, object, qualifiers }: Told): string {
  return template.replace(/\{(\w+)\}/g, (_whole, slot: string) =>
    slot === 'subject' ? subject : slot === 'object' ? object : wordsFor(relationship, slot, qualifiers[slot]),
  );
}

/** The qualifiers that tell two relationships between the same ends apart and that the sentence does not name itself. */
export function unnamed({ distinguishedBy, says }: Relationship): readonly string[] {
  return distinguishedBy.filter((qualifier) => !says.includes(`{${qualifier}}`));
}

/** One of a list of choices as words. */
export function inWords(choice: string): string {
  return choice.toLowerCase().replaceAll('_', ' ');
}

function wordsFor({ words }: Pick<Relationship, 'words'>, qualifier: string, value: unknown): string {
  const known = words[qualifier] ?? {};
  return typeof value === 'string' ? (known[value] ?? inWords(value)) : (known[''] ?? '');
}
