/** The sorts of worked questions, from simple to rich. */
const ORDER = ['SINGLE_FACT', 'FILTER', 'TIME_QUALIFIED', 'AGGREGATION', 'PROVENANCE', 'MULTI_HOP', 'NEGATIVE', 'PATH', 'CONTRADICTION'];

/** The sorts that some questions are of, from simple to rich; sorts that are not known here come last. */
export function sortsFromSimple(questions: readonly { readonly category: string }[]): string[] {
  const rank = (category: string) => (ORDER.includes(category) ? ORDER.indexOf(category) : ORDER.length);
  return [...new Set(questions.map(({ category }) => category))].sort((one, other) => rank(one) - rank(other));
}
