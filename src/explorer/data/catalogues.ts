/** Pages of other catalogues, by the scheme of what they call an entity. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  wikidata: (id) => `https://www.wikidata.org/wiki/${id}`,
  geonames: (id) => `https://www.geonames.org/${id}`,
};

/** The page at which another catalogue shows an entity, for `scheme:id`; null for schemes that have none. */
export function cataloguePage(sameAs: string): string | null {
  const [, scheme = '', id = ''] = /^([^:]+):(.+)$/.exec(sameAs) ?? [];
  return Object.hasOwn(PAGES, scheme) ? (PAGES[scheme]?.(encodeURIComponent(id)) ?? null) : null;
}
