import type { Words } from './en.ts';

/** What a kind of entity is called. */
export function kindName(words: Words, kind: string): string {
  return words.kinds[kind] ?? words.plain(kind);
}

/** What a list of entities is called. */
export function listName(words: Words, list: string): string {
  const name = words.lists[list] ?? words.plain(list);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a property, or a value of one, is called. */
export function term(words: Words, name: string): string {
  return words.terms[name] ?? words.plain(name);
}

/** What a reading of a relationship is called, by its field. */
export function fieldName(words: Words, field: string): string {
  const name = words.fields[field] ?? words.plain(field);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
