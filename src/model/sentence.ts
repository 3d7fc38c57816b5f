import type { Relationship, Sentences } from './vocabulary.js';

/** What a sentence is told of: the two ends by name, and what qualifies the relationship. */
export interface Told {
  readonly subject: string;
  readonly object: string;
  /** Whether the subject is several, so that they are visitors, not a visitor. */
  readonly several?: boolean;
  readonly qualifiers: Readonly<Record<string, unknown>>;
  /** What an entity is called that a qualifier refers to. */
  readonly called?: (id: string) => string;
}

type Worded = Pick<Relationship, 'words' | 'properties'>;

/**
 * A template of a relationship, with its slots filled: both ends, and qualifiers in the words that the vocabulary has
 * for them. What stands in square brackets is left out where its slot is empty.
 */
export function filled(template: string, relationship: Worded, told: Told): string {
  const slots = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_whole, slot: string) =>
      slot === 'subject' ? told.subject : slot === 'object' ? told.object : wordsFor(relationship, slot, told),
    );
  const chosen = template.replace(/\[([^\]]*\{(\w+)\}[^\]]*)\]/g, (_whole, part: string, slot: string) =>
    wordsFor(relationship, slot, told) === '' ? '' : part,
  );
  return slots(chosen);
}

/** The sentences of a relationship, or those of the value that a qualifier has, or of what its first end is. */
export function sentencesFor(relationship: Relationship, qualifiers: Readonly<Record<string, unknown>>, from = ''): Sentences {
  const { qualifier = '', sentences = {} } = relationship.sentencesBy ?? {};
  return sentences[String(qualifiers[qualifier])] ?? relationship.sentencesOf[from.slice(0, from.indexOf('/'))] ?? relationship;
}

/** The qualifiers that tell two relationships between the same ends apart and that the sentences do not name themselves. */
export function unnamed({ distinguishedBy, says, sentencesBy }: Relationship): readonly string[] {
  return distinguishedBy.filter((qualifier) => qualifier !== sentencesBy?.qualifier && !says.includes(`{${qualifier}}`));
}

/** What a name ends with where it stands for a place, a time or a whole: "in Seoul", "of the Korean War". */
const END = /^(.*) (of|in|on|at|to|for|with|by|from|during) (?:the )?$/u;

/**
 * What an end of a relationship is called without the other end, which the sentence names anyway: "the capture of Seoul",
 * which was part of the Korean War, "the Economic Service" of the embassy. A proper name stays whole: "University of Paris".
 */
export function apartFrom(other: string, name: string): string {
  const bare = other.replace(/^the /u, '');
  const [, head = '', preposition = ''] = (name.endsWith(` ${bare}`) ? END.exec(name.slice(0, -bare.length)) : null) ?? [];
  const isPhrase = other.startsWith('the ') || /^the \p{Ll}/u.test(head) || / \p{Ll}[^ ]*$/u.test(head) || ['in', 'at', 'during'].includes(preposition);
  return isPhrase && head.includes(' ') ? head : name;
}

/** One of a list of choices as words. */
export function inWords(choice: string): string {
  return choice.toLowerCase().replaceAll('_', ' ');
}

/** The first letter made a capital. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function wordsFor({ words, properties }: Worded, qualifier: string, { qualifiers, called, several }: Told): string {
  const value = qualifiers[qualifier];
  const known = words[qualifier] ?? {};
  if (typeof value !== 'string') return known[''] ?? '';
  if (properties[qualifier]?.sort === 'reference') return called?.(value) ?? value;
  const text = known[value] ?? inWords(value);
  return several === true ? text.replace(/^an? (\p{L}+)$/u, (_, noun: string) => `${noun.replace(/y$/, 'ie')}s`) : text;
}
