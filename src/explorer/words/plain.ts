/** A name of the schema as words: partnershipKind and MEMORANDUM_OF_INTENT become "partnership kind" and "memorandum of intent". */
export function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
}
