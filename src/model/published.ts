import { LAST_DAY, timeValue } from './edtf.js';

/** The last day by which a header says that its source was published, for comparison as text; empty where unknown or open. */
export function publishedDay(published: unknown): string {
  const time = timeValue(published);
  return time === null || time.latest === LAST_DAY ? '' : time.latest;
}

/** When each source was published, see publishedDay. */
export function publishedDays(sources: readonly { readonly id: string; readonly header: Readonly<Record<string, unknown>> }[]): (source: string) => string {
  const days = new Map(sources.map(({ id, header: { published } }) => [id, publishedDay(published)]));
  return (source) => days.get(source) ?? '';
}
