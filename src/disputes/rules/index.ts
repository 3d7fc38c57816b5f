import type { Rule } from '../rule.js';
import { curatedTensions } from './curated-tension.js';
import { affirmedDenied } from './affirmed-denied.js';
import { excludingDates } from './excluding-dates.js';
import { figuresDiffer } from './figures-differ.js';
import { morePreciseDate } from './more-precise-date.js';
import { officeOutsideDates } from './office-outside-dates.js';
import { partyOutsideDates } from './party-outside-dates.js';
import { plannedPast } from './planned-past.js';
import { twoValues } from './two-values.js';

/** The rules that hold for every vocabulary. */
export const GENERIC_RULES: readonly Rule[] = [
  affirmedDenied,
  ...curatedTensions,
  excludingDates,
  figuresDiffer,
  morePreciseDate,
  officeOutsideDates,
  partyOutsideDates,
  plannedPast,
  twoValues,
];
