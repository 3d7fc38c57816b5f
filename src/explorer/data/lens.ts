/** The point of view of a page, as its address holds it. */
export interface Lens {
  /** EDTF: what held then. */
  readonly asOf?: string | undefined;
  /** EDTF: what sources published by then say. */
  readonly knownBy?: string | undefined;
  /** Id of the party whose word counts. */
  readonly accordingTo?: string | undefined;
  /** Ids of the sources that count. */
  readonly sources?: readonly string[] | undefined;
}

/** Reads a lens from the parameters of an address. */
export function lensOf(search: Readonly<Record<string, unknown>>): Lens {
  const sources = [search['sources'] ?? []].flat().map(String);
  return {
    ...one('asOf', search['asOf']),
    ...one('knownBy', search['knownBy']),
    ...one('accordingTo', search['accordingTo']),
    ...(sources.length > 0 ? { sources } : {}),
  };
}

function one<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as Record<K, string>) : {};
}

export function isOpen(lens: Lens): boolean {
  return Object.keys(lens).length === 0;
}

/** The same text for the same lens. */
export function lensKey(lens: Lens): string {
  return JSON.stringify([lens.asOf, lens.knownBy, lens.accordingTo, lens.sources]);
}

/** The parameters by which `/export` knows a lens. */
export function exportParameters(lens: Lens): string {
  const parameters = new URLSearchParams();
  if (lens.asOf !== undefined) parameters.set('as-of', lens.asOf);
  if (lens.knownBy !== undefined) parameters.set('known-by', lens.knownBy);
  if (lens.accordingTo !== undefined) parameters.set('according-to', lens.accordingTo);
  for (const source of lens.sources ?? []) parameters.append('source', source);
  return parameters.toString();
}
