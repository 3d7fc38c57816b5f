import { isActual, type Claim } from '../../model/claim.js';
import { hedged } from '../../model/figure.js';
import type { Quantity } from '../../model/values.js';
import { meet, quantityOf, rangeOf } from '../hedge.js';
import { inEach, type Finding, type Rule } from '../rule.js';
import { pairs, sortedIds, type Testimony } from '../testimony.js';
import { differing, sidesByValue } from '../values.js';
import { groupBy } from '../../model/groups.js';
import { inWords } from '../../model/text.js';

interface Figure {
  readonly claim: Claim;
  readonly quantity: Quantity;
}

export const figuresDiffer: Rule = {
  id: 'figures-differ',
  about:
    'Figures for one quantity that differ even when their hedges are taken into account. Where one voice hedges a figure in one place and not in another, side by side.',
  leaves:
    'Figures whose hedges leave room for both ("about 22" and 22, from two voices); figures for different times or in different units; what is planned, hoped for or denied.',
  find: (testimony) =>
    inEach(groupBy(testimony.ofSort('quantity').filter(isActual), ({ subject }) => subject).values(), (claims) =>
      quantities(claims.flatMap(figureOf)).flatMap((own) => judged(testimony, own)),
    ),
};

function figureOf(claim: Claim): Figure[] {
  const quantity = quantityOf(claim.value);
  return quantity ? [{ claim, quantity }] : [];
}

/** Figures for one quantity: of one measure, or of a measure whose name begins with another's, in the same unit. */
function quantities(figures: readonly Figure[]): Figure[][] {
  const measures = sortedIds(figures.map(({ quantity }) => quantity.measure));
  const root = (measure: string) => measures.find((other) => measure === other || measure.startsWith(`${other}-`)) ?? measure;
  return [...groupBy(figures, ({ quantity }) => `${root(quantity.measure)}|${quantity.unit}`).values()];
}

function judged(testimony: Testimony, figures: readonly Figure[]): Finding[] {
  const comparable = pairs(figures).filter(([a, b]) => isAtOneTime(a.claim, b.claim));
  const apart = comparable.filter(([a, b]) => !meet(rangeOf(a.quantity), rangeOf(b.quantity)));
  const disputes = apart.length > 0 ? [finding(testimony, 'DISPUTE', new Set(comparable.flat()))] : [];
  const rehedged = comparable.filter(([a, b]) => isRehedged(testimony, a, b));
  const views = [...groupBy(rehedged.flat(), ({ claim }) => testimony.voice(claim)).values()].map((own) => finding(testimony, 'SIDE_BY_SIDE', new Set(own)));
  // What one voice says in two ways stands among the sides of the dispute, where there is one.
  return disputes.length > 0 ? disputes : views;
}

function finding(testimony: Testimony, verdict: 'DISPUTE' | 'SIDE_BY_SIDE', figures: ReadonlySet<Figure>): Finding {
  const quantities = new Map([...figures].map(({ claim, quantity }) => [claim, quantity]));
  // What one voice says with a hedge and without one is one side of a dispute.
  const told = (figure: Figure) =>
    verdict === 'DISPUTE' ? ([...figures].find((other) => isRehedged(testimony, figure, other) && isHedged(other)) ?? figure) : figure;
  const says = (claim: Claim) => {
    const quantity = quantities.get(claim);
    return quantity ? hedged(told({ claim, quantity }).quantity) : '';
  };
  const [first] = figures;
  const what = first
    ? `The figure “${inWords(first.quantity.measure)}” (unit: ${inWords(first.quantity.unit)}) of ${testimony.labelOf(first.claim.subject)}`
    : '';
  const found = differing(testimony, verdict, sidesByValue(testimony, [...quantities.keys()], says), what);
  return verdict === 'DISPUTE' || !first ? found : { ...found, key: `${found.key}|${testimony.voice(first.claim)}` };
}

/** Whether one voice gives a number twice, with different hedges. */
function isRehedged(testimony: Testimony, a: Figure, b: Figure): boolean {
  return testimony.voice(a.claim) === testimony.voice(b.claim) && a.quantity.amount === b.quantity.amount && a.quantity.comparator !== b.quantity.comparator;
}

function isHedged({ quantity }: Figure): boolean {
  return quantity.comparator !== 'EXACTLY';
}

function isAtOneTime(a: Claim, b: Claim): boolean {
  return !a.when || !b.when || (a.when.earliest <= b.when.latest && b.when.earliest <= a.when.latest);
}
