import { parseTime } from '../model/edtf.js';
import type { Head } from './plan.js';
import { none, rowsOf, type Row, type Telling, type Told } from './rows.js';

/** Which of several came first or last; only where their times leave no doubt. */
export function compared({ of, order, asks }: Head & { head: 'compare' }, telling: Telling): Told {
  const { say, alias } = telling;
  const rows = of.flatMap((_own, at) => rowsOf({ ...telling, alias: `${alias}_${String(at)}` }).rows.slice(0, 1));
  if (rows.length < of.length) return none(telling);
  const named = rows.map((row) => `${row.label} (${timeOf(row) === '' ? say.noTime : say.time(timeOf(row))})`);
  const times = rows.map((row) => parseTime(timeOf(row)));
  const items = rows.map(({ label }) => label);
  const isBefore = (a: number, b: number) => (times[a]?.latest ?? '9') < (times[b]?.earliest ?? '');
  const sorted = rows.map((_row, at) => at).toSorted((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
  const isTold = sorted.every((at, place) => place === 0 || isBefore(sorted[place - 1] ?? 0, at));
  if (!isTold) return { sentence: say.noOrder(named), items: [], isEmpty: times.includes(null) };
  const inOrder = say.inOrder(sorted.map((at) => named[at] ?? ''));
  if (asks === 'order') return { sentence: inOrder, items: sorted.map((at) => items[at] ?? ''), isEmpty: false };
  const best = order === 'first' ? sorted[0] : sorted.at(-1);
  if (asks === 'whether') return { sentence: best === 0 ? say.yes(named.join('; ')) : say.no(inOrder), items, isEmpty: false };
  return { sentence: `${named[best ?? 0] ?? ''}. ${inOrder}`, items: [items[best ?? 0] ?? ''], isEmpty: false };
}

function timeOf({ time, date }: Row): string {
  return (time as { edtf: string } | null | undefined)?.edtf ?? date?.edtf ?? '';
}
