/** What most claims of tests are: stated and asserted once, of no time, by nobody in particular. */
export const PLAIN_CLAIM = {
  qualifiers: {},
  polarity: 'AFFIRMED',
  modality: 'ASSERTED',
  rank: 'NORMAL',
  rankReason: null,
  basis: 'STATED',
  basisRule: null,
  doubt: null,
  assertedBy: null,
  when: null,
  counts: null,
  tensions: null,
} as const;
