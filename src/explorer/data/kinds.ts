/** A colour for each sort of thing, wherever it is drawn: neither so dark nor so light that it could not be seen on paper of either theme. */
const COLOURS: Readonly<Record<string, string>> = {
  PERSON: '#b4532a',
  COUNTRY: '#1f7684',
  CITY: '#2f7d5b',
  REGION: '#6a8f3c',
  ORGANIZATION: '#7763b2',
  GROUP: '#97609a',
  SITE: '#4b8788',
  OFFICE: '#8a6d3b',
  AGREEMENT: '#bb4260',
  PARTNERSHIP: '#b8811a',
  STATEMENT: '#7a7f87',
  TOPIC: '#948977',
  SOURCE: '#676e78',
};

/** What happens at some time, of whatever kind. */
const EVENT = '#3a6ea5';

export function colourOf(kind: string): string {
  return COLOURS[kind] ?? EVENT;
}
