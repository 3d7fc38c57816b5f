import { inWords } from '../model/text.js';
import { LAST_DAY, parseTime } from '../model/edtf.js';
import type { Head, Set } from './plan.js';
import { compared } from './compared.js';
import { between, brief, changed, denied, deniedOf, disputes, figure, mentioned, paths, sortIn, stated } from './tell-more.js';
import {
  aliasedEdges,
  claimsIn,
  edgesOf,
  factTimes,
  hedged,
  named,
  none,
  propertyTimes,
  proven,
  rowsOf,
  told,
  type Row,
  type Telling,
  type Told,
} from './rows.js';

/** One way of saying what each head came to. */
const tellers: { readonly [H in Head['head']]: (head: Head & { head: H }, telling: Telling) => Told } = {
  list,
  count,
  yesno,
  when,
  where,
  value,
  group,
  qualified,
  most,
  brief,
  compare: compared,
  paths,
  between,
  denied,
  disputes,
  said,
  stated,
  mentioned,
  figure,
  changed: (head, telling) => (head.id === undefined ? list(null, telling) : changed(telling)),
};

/** Says what one head of a plan came to. */
export function tell(head: Head, telling: Telling): Told {
  // Each takes the head that it stands for.
  return (tellers[head.head] as (own: Head, telling: Telling) => Told)(head, telling);
}

function list(head: (Head & { set: Set }) | null, telling: Telling): Told {
  const { say } = telling;
  const { rows: all, total: many } = rowsOf(telling);
  const isFar = head?.head === 'list' && head.far === true;
  const isPaired = head?.head === 'list' && head.pairs === true;
  const found = isFar ? all.flatMap((row) => farOf(row, head.set)) : isPaired ? pairsOf(all, head.set) : all;
  const kept = head?.head === 'list' && head.current ? current(found) : found;
  const total = head?.head === 'list' && head.order ? kept.length : many - all.length + kept.length;
  const rows = kept.map((row) => dated(row, head));
  const items = rows.map(({ label }) => label);
  if (rows.length === 0) return none(telling);
  const [sure, perhaps] = [rows.filter(({ certainty }) => certainty !== 'POSSIBLE'), rows.filter(({ certainty }) => certainty === 'POSSIBLE')];
  const isPerhaps = sure.every(({ intended }) => intended === true) && perhaps.length > 0 && asksTime(head);
  if (isPerhaps) return { sentence: say.perhaps(named(say, rows)), items, isEmpty: false, isPerhaps };
  if (perhaps.length > 0 && rows.length > 1)
    return { sentence: say.sureAndPerhaps(sure.length, named(say, sure), perhaps.length, named(say, perhaps)), items, isEmpty: false };
  return { sentence: say.listed(rows.length < total && rows.length === 1 ? 1 : total, named(say, rows, rows.length === 1 ? 1 : total)), items, isEmpty: false };
}

/** Those at the far end of the last test of a set, as of the record that they are in. */
function farOf(row: Row, { tests }: Set): Row[] {
  return aliasedEdges(row, `e${String(tests.length - 1)}`).map(({ node }) => ({ ...node, date: row.date ?? null }));
}

/** Each row with those at the far end of its last relationship; two who have it with one another once. */
function pairsOf(rows: readonly Row[], { tests }: Set): readonly Row[] {
  const alias = `e${String(tests.findLastIndex(({ is }) => is === 'some'))}`;
  const pairs = rows.flatMap((row) =>
    aliasedEdges(row, alias).map(({ node }) => [[row.id, node.id].sort().join(' '), { ...row, label: `${row.label} – ${node.label}` }] as const),
  );
  return [...new Map([...pairs].reverse()).values()].reverse();
}

/** Without those whose time in an office is known to be over, where another's came after it. */
function current(rows: readonly Row[]): readonly Row[] {
  const held = rows.map((row) => edgesOf(row, 'e').map(({ node, fact }) => ({ office: node.id, time: fact?.when?.edtf ?? '' })));
  const lastOf = (time: string) => (time.endsWith('/..') ? LAST_DAY : (parseTime(time)?.latest ?? ''));
  const isOver = ({ office, time }: { office: string; time: string }) =>
    /.\/\d/.test(time) && held.flat().some((other) => other.office === office && lastOf(other.time) > lastOf(time));
  return rows.filter((_row, at) => held[at]?.length === 0 || held[at]?.some((own) => !isOver(own)));
}

function count(head: Head & { set: Set }, telling: Telling): Told {
  const { rows: all, total } = rowsOf(telling);
  // Of what is no record, as members, none is listed is no count; nor of a sort that nobody may have said.
  const isJudged = head.set.tests.some(({ is }) => is === 'choice');
  if (total === 0 && (isJudged || !head.set.kinds.some((name) => telling.vocabulary.kind(name)?.record))) return none(telling);
  const rows = all.map((row) => dated(row, head));
  if (rows.length === total && rows.some(({ certainty }) => certainty === 'POSSIBLE') && rows.length > 1) return list(head, telling);
  return { sentence: telling.say.counted(total, named(telling.say, rows, total)), items: rows.map(({ label }) => label), isEmpty: total === 0 };
}

/** A row that is there for a date, its own or that of a record that it is in, with whether it is so for sure: a year may lie outside of the days that were asked for. */
function dated(row: Row, head: (Head & { set: Set }) | null): Row {
  return head && isOpen(row, row.date, head.set) ? { ...row, certainty: 'POSSIBLE' } : row;
}

/** Whether what is asked for was at a time. */
function asksTime(head: Head | null): boolean {
  return JSON.stringify(head).includes('"is":"time"');
}

function isOpen(row: Row, date: Row['date'], { tests }: Set): boolean {
  const time = date ? parseTime(date.edtf) : null;
  return tests.some((test, at) => {
    if (test.is === 'time') return time !== null && (time.earliest < test.days.from || time.latest > test.days.to);
    const records = test.is === 'some' ? aliasedEdges(row, `e${String(at)}`).map(({ node }) => node) : [];
    const dateOf = (own: Row) => Object.entries(own).find(([name]) => name.startsWith('date_'))?.[1] as Row['date'];
    return test.is === 'some' && records.length > 0 && records.every((own) => isOpen(own, dateOf(own), test.set));
  });
}

/** Yes with what proves it, no where a source denies it, else that nothing is recorded. */
function yesno(head: Head & { head: 'yesno' }, telling: Telling): Told {
  const { say } = telling;
  const rows = rowsOf(telling).rows.map((row) => dated(row, head));
  if (rows.length === 0) {
    const some = head.set.tests.find((test) => test.is === 'some');
    const far = some?.is === 'some' ? some.set.tests.flatMap((test) => (test.is === 'id' ? test.ids : [])) : [];
    const near = head.set.tests.flatMap((test) => (test.is === 'id' ? test.ids : []));
    const claims = some?.is === 'some' ? deniedOf({ id: near[0] ?? '', way: some.way }, telling, far) : [];
    const summaries = [...new globalThis.Set(claims.map(({ summary }) => summary))];
    return summaries.length === 0 ? none(telling) : { sentence: say.no(summaries.slice(0, 3).join(' ')), items: summaries, isEmpty: false };
  }
  const shown = rows.slice(0, 5).map((row) => proven(say, row));
  if (asksTime(head) && rows.every(({ certainty }) => certainty === 'POSSIBLE'))
    return { sentence: say.perhaps(shown.join('; ')), items: rows.map(({ label }) => label), isEmpty: false };
  const edges = rows.flatMap((row) => edgesOf(row, 'e'));
  if (edges.length > 0 && rows.every(({ intended }) => intended === undefined) && edges.every(({ fact }) => fact?.status === 'INTENDED'))
    return { sentence: `${say.planned}: ${shown.join('; ')}.`, items: rows.map(({ label }) => label), isEmpty: false };
  const differing = views(rows);
  const sentence = differing === null ? say.yes(shown.join('; ')) : say.disputedYes(shown.join('; '), differing);
  return { sentence, items: rows.map(({ label }) => label), isEmpty: false };
}

function when({ set, property }: Head & { head: 'when' }, telling: Telling): Told {
  const { say } = telling;
  const { rows } = rowsOf(telling);
  if (rows.length === 0) return none(telling);
  const sorts = set.tests.flatMap((test) => (test.is === 'some' ? Object.values(test.link).flat() : []));
  const each = rows.map((row) => ({
    label: row.intended === true ? say.intended(row.label) : row.label,
    times: property === undefined ? factTimes(row, sorts) : propertyTimes(row),
  }));
  const told = each.map(({ label, times: { edtf, differ } }) => ({ label, times: edtf.map((time) => say.time(time)), differ }));
  const inWords = ({ times, differ }: (typeof told)[number]) => (differ && times.length > 1 ? say.differing(times) : times.join('; ') || say.noTime);
  const items = told.flatMap(({ times }) => times);
  return { sentence: told.map((own) => say.of(own.label, inWords(own))).join(' '), items, isEmpty: items.length === 0 };
}

function where(_head: Head, telling: Telling): Told {
  const { say } = telling;
  const { rows } = rowsOf(telling);
  if (rows.length === 0) return none(telling);
  const each = rows.map((row) => ({ label: hedged(say, row), places: edgesOf(row, 'p').map(({ node }) => node.label) }));
  const items = each.flatMap(({ places }) => places);
  return { sentence: each.map(({ label, places }) => say.of(label, places.join('; ') || say.noPlace)).join(' '), items, isEmpty: items.length === 0 };
}

function value(_head: Head, telling: Telling): Told {
  const valued = rowsOf(telling).rows.flatMap((row) => {
    const values = [row['value'] as string | number | boolean | null | readonly string[]].flat().filter((own) => own !== null).map((own) => inWords(String(own))); // prettier-ignore
    return values.length > 0 ? [{ row, values }] : [];
  });
  if (valued.length === 0) return none(telling);
  const sentence = valued.map(({ row, values }) => telling.say.of(row.label, values.join('; '))).join(' ');
  return { sentence, items: valued.flatMap(({ values }) => values), isEmpty: false };
}

function group({ set, by, most: isMost }: Head & { head: 'group' }, telling: Telling): Told {
  const { say, data, alias, vocabulary, language } = telling;
  const property = vocabulary.kind(set.kinds[0] ?? '')?.properties[by];
  const called = (key: string) => (by === 'year' ? say.time(key) : (sortIn(language, property, key) ?? say.noSort));
  const all = (data[`${alias}_0`] as { facets: { nodes: readonly { key: string; count: number }[] } }).facets.nodes;
  const facets = all.filter(({ key }) => key !== '');
  const top = Math.max(...facets.map((facet) => facet.count));
  const shown = isMost ? facets.filter((facet) => facet.count === top).map(({ key }) => called(key)) : facets.map((facet) => `${called(facet.key)}: ${String(facet.count)}`); // prettier-ignore
  return told(telling, shown, (items) => (isMost ? say.groupedMost(items, top) : `${items.join('; ')}.`));
}

function most({ set, whether }: Head & { head: 'most' }, telling: Telling): Told {
  const counts = rowsOf(telling).rows.map(({ id, label, n }) => ({ id, label, many: (n as { totalCount: number }).totalCount }));
  const top = Math.max(0, ...counts.map(({ many }) => many));
  if (whether === true) {
    const [first, ...others] = set.tests.flatMap((test) => (test.is === 'id' ? test.ids : [])).map((own) => counts.find(({ id }) => id === own));
    const isMore = first !== undefined && others.every((other) => (other?.many ?? 0) < first.many);
    const shown = [first, ...others].flatMap((own) => (own ? [`${own.label} (${String(own.many)})`] : []));
    return told(telling, shown, (items) => (isMore ? telling.say.yes(items.join('; ')) : telling.say.no(items.join('; '))));
  }
  const best = counts.filter(({ many }) => many === top && top > 0).map(({ label }) => label);
  return told(telling, best, (items) => telling.say.most(items, top));
}

/** The values of a qualifier, those of what is only meant to be last. */
function qualified({ property }: Head & { head: 'qualified' }, telling: Telling): Told {
  const { say } = telling;
  const edges = rowsOf(telling).rows.flatMap((row) => aliasedEdges(row, 'q0'));
  const values = (isMeant: boolean) =>
    edges.flatMap((edge) => {
      const value = edge[property] as { readonly label: string } | null;
      return value && (edge.fact?.status === 'INTENDED') === isMeant ? [value.label] : [];
    });
  const done = values(false);
  const meant = values(true).filter((label) => !done.includes(label));
  return told(telling, [...done, ...meant.map((label) => say.intended(label))], (items) => say.listed(items.length, items.join('; ')));
}

/** Who says so, and how: the claims that stand behind it. */
function said({ by }: Head & { head: 'said' }, telling: Telling): Told {
  const claims = claimsIn(rowsOf(telling).rows).filter(({ assertedBy }) => by === undefined || assertedBy?.id === by);
  const items = claims.map(
    ({ summary, assertedBy, source }) =>
      `${[...new globalThis.Set([assertedBy?.label ?? '', source?.label ?? ''])].filter((own) => own !== '').join(', ')}: ${summary.replace(/\.$/, '')}`,
  );
  return told(telling, items, (own) => (by === undefined ? telling.say.said : telling.say.yes)(own.slice(0, 10).join('; ')));
}

/** Where claims of a sort that was asked for differ, what each says; else null. */
function views(rows: readonly Row[]): string | null {
  const claims = claimsIn(rows).filter((claim) => claim.value !== null);
  const isDifferent = new globalThis.Set(claims.map((claim) => claim.value)).size > 1;
  return isDifferent ? [...new globalThis.Set(claims.map(({ summary }) => summary))].join(' ') : null;
}
