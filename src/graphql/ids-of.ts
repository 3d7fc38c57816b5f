/** The extensions of an argument, or a key of an input, that takes ids of some kinds alone. */
export function idsOf(...kinds: readonly string[]): { readonly idsOf: readonly string[] } {
  return { idsOf: kinds };
}
