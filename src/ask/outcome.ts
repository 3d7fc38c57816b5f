/** How a question in words came out. */
export const OUTCOMES = {
  ANSWERED: 'Understood and answered; the answer may be that nothing is recorded.',
  AMBIGUOUS: 'Understood but for a name or a sense that can be meant in several ways with different answers; say which.',
  NOT_UNDERSTOOD: 'Not understood; the words that were not, and the nearest that can be asked, are given.',
} as const;
export type Outcome = keyof typeof OUTCOMES;
