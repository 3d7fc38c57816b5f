import { overlap, type Overlap, type Time } from '../model/edtf.js';

/** Whether one of several times touches another; where there is nothing to compare, it may. */
export function touches(times: readonly Time[], at: Time | null): Overlap {
  if (at === null || times.length === 0) return 'POSSIBLE';
  const answers = times.map((time) => overlap(time, at.earliest, at.latest));
  return answers.includes('CERTAIN') ? 'CERTAIN' : answers.includes('POSSIBLE') ? 'POSSIBLE' : 'NO';
}

/** Whether something was there for all of a time. */
export function spans(time: Time, at: Time | null): boolean {
  return at !== null && time.earliest <= at.earliest && time.latest >= at.latest;
}
