/** A name of the schema as words: partnershipKind, MEMORANDUM_OF_INTENT and new-members become "partnership kind", "memorandum of intent" and "new members". */
export function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase();
}
