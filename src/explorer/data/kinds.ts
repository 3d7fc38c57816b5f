/** A colour for each sort of thing, the same in the graph, on the map and along the line of time. */
const COLOURS: Readonly<Record<string, string>> = {
  PERSON: '#b4532a',
  COUNTRY: '#17616d',
  CITY: '#2f7d5b',
  REGION: '#6a8f3c',
  ORGANIZATION: '#6b57a5',
  OFFICE: '#8a6d3b',
  AGREEMENT: '#a8324e',
  PARTNERSHIP: '#b8811a',
  STATEMENT: '#7a7f87',
  TOPIC: '#9a8f80',
  SOURCE: '#555b63',
};

/** What happens at some time, of whatever kind. */
const EVENT = '#3a6ea5';

export function colourOf(kind: string): string {
  return COLOURS[kind] ?? EVENT;
}
