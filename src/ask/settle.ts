import type { EntityNode } from '../model/projection.js';
import type { Question } from './catalogue.js';
import type { Filling, Match } from './match.js';
import { TIER, type Candidate } from './names.js';
import type { Ran } from './run.js';
import type { Days } from './times.js';
import { DAY, PERIOD } from './wording.js';

/** One thing that fills a slot, out of those it may mean. */
export interface Meaning {
  readonly filling: Filling;
  readonly entity: EntityNode | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly shown: string;
}

/** What came of a match: an answer, or several among which somebody has to choose. */
export type Settled =
  | { readonly is: 'answer'; readonly ran: Ran; readonly meanings: readonly Meaning[]; readonly others: readonly EntityNode[] }
  | { readonly is: 'same' }
  | { readonly is: 'choice'; readonly of: readonly { readonly written: string; readonly entity: EntityNode }[] };

/** More meanings together than this are not tried out. */
const MOST_TRIED = 16;

type Run = (variables: Readonly<Record<string, unknown>>) => Promise<Ran>;

/**
 * Settles what ambiguous names mean by the answers: the nearest meanings are tried; those without an answer are
 * left out; one that remains, or several with equal answers, are meant. Where no nearest meaning has an answer, the
 * farther ones are tried, unless the name is somebody's very label. See docs/decisions/ask.md.
 */
export async function settle(
  { fillings, question }: Pick<Match, 'fillings' | 'question'>,
  days: (from: string, to: string) => string,
  run: Run,
): Promise<Settled> {
  const filled = fillings.filter((filling) => filling !== null);
  const nearest = filled.map((filling) => meaningsOf(filling, question, days, false));
  const mayBeSame = question.category === 'path';
  const first = await tried(nearest, run, mayBeSame);
  if (first.is !== 'answer' || !first.ran.isEmpty) return first;
  const farther = filled.map((filling) => meaningsOf(filling, question, days, true));
  if (farther.every((meanings, at) => meanings.length === nearest[at]?.length)) return first;
  const second = await tried(farther, run, mayBeSame);
  return second.is === 'answer' && second.ran.isEmpty ? first : second;
}

async function tried(slots: readonly (readonly Meaning[])[], run: Run, mayBeSame: boolean): Promise<Settled> {
  const all = combined(slots);
  const apart = all.filter(isApart);
  // Nothing has to do with itself, but for paths, which say so.
  if (apart.length === 0 && !mayBeSame) return { is: 'same' };
  const rows = apart.length === 0 ? all : apart;
  if (rows.length > MOST_TRIED) return choice(slots, rows);
  const answers = await Promise.all(
    rows.map(async (meanings) => ({ meanings, ran: await run(Object.assign({}, ...meanings.map(({ variables }) => variables)) as Record<string, unknown>) })),
  );
  const full = answers.filter(({ ran }) => !ran.isEmpty).filter(({ ran }, _at, all) => !all.some((other) => isLess(ran, other.ran)));
  const usual = full.length > 1 ? full.filter(({ meanings }) => areUsual(meanings)) : [];
  const [best] = usual.length === 1 ? usual : full.length > 0 ? full : [...answers.filter(({ ran }) => ran.refusal === null), ...answers];
  if (!best) throw new Error('a match without meanings');
  const labels = rows.flat().flatMap(({ entity }) => (entity ? [entity.label] : []));
  const isOne = usual.length === 1 || new Set(full.map(({ ran }) => JSON.stringify([ran.items, without(labels, ran.sentence)]))).size < 2;
  if (!isOne)
    return choice(
      slots,
      full.map(({ meanings }) => meanings),
    );
  const others =
    rows.length > 1
      ? [...new Set(rows.flat().flatMap(({ entity }) => (entity && !best.meanings.some((meaning) => meaning.entity?.id === entity.id) ? [entity] : [])))]
      : [];
  return { is: 'answer', ran: best.ran, meanings: best.meanings, others };
}

/** Whether no entity fills two slots. */
function isApart(meanings: readonly Meaning[]): boolean {
  const ids = meanings.flatMap(({ filling, entity }) => (entity && filling.slot.type !== PERIOD && filling.slot.type !== DAY ? [entity.id] : []));
  return new Set(ids).size === ids.length;
}

/** Whether, of things that share a name, the one is meant that is usually meant where something else is named beside it. */
function areUsual(meanings: readonly Meaning[]): boolean {
  const named = meanings.filter(({ entity }) => entity !== null);
  const candidate = ({ filling, entity }: Meaning) => filling.entities.find((item) => item.entity === entity);
  return named.length > 1 && named.every((meaning) => candidate(meaning)?.isUsual === true || !meaning.filling.entities.some(({ isUsual }) => isUsual));
}

/** Whether an answer has the same list as another and names only things that the other names too: it says nothing of its own. */
function isLess(ran: Ran, other: Ran): boolean {
  if (ran === other || JSON.stringify(ran.items) !== JSON.stringify(other.items)) return false;
  const asked = new Set([...Object.values(ran.variables), ...Object.values(other.variables)]);
  const named = new Set(other.entities);
  const own = ran.entities.filter((id) => !asked.has(id));
  return own.every((id) => named.has(id)) && own.length < other.entities.filter((id) => !asked.has(id)).length;
}

/** A sentence without the names that tell its askers apart, so that equal answers are equal. */
function without(labels: readonly string[], sentence: string): string {
  return labels.reduce((text, label) => text.replaceAll(label, ''), sentence);
}

/** What to choose from: the meanings that have different answers, for each name that has several. */
function choice(slots: readonly (readonly Meaning[])[], rows: readonly (readonly Meaning[])[]): Settled {
  const seen = new Set<string>();
  const of = slots.flatMap((meanings, at) => {
    const left = meanings.filter((meaning) => rows.some((row) => row[at] === meaning));
    return left.length < 2
      ? []
      : left.flatMap(({ filling, entity }) => {
          if (!entity || seen.has(entity.id)) return [];
          seen.add(entity.id);
          return [{ written: filling.mention.written, entity }];
        });
  });
  return { is: 'choice', of };
}

function meaningsOf(filling: Filling, question: Question, days: (from: string, to: string) => string, isWide: boolean): Meaning[] {
  const { slot, entities, times, words } = filling;
  const { variable, type } = slot;
  if (words !== null) return [{ filling, entity: null, variables: { [variable]: words }, shown: `"${words}"` }];
  if (type === PERIOD || type === DAY) {
    return times.map(({ from, to, of }) => ({
      filling,
      entity: of,
      variables: type === DAY ? { [variable]: dayOf(question, variable, { from, to }) } : { from, to },
      shown: days(from, to),
    }));
  }
  return within(entities, isWide, question.category === 'path').map(({ entity }) => ({
    filling,
    entity,
    variables: { [variable]: entity.id },
    shown: entity.label,
  }));
}

/** A month or a year where a day is asked for: as it is where the operation takes one, else its last day. */
function dayOf({ operation }: Question, variable: string, { from, to }: Days): string {
  return from !== to && operation.includes(`$${variable}: EDTF`) ? `${from}/${to}` : to;
}

function within(candidates: readonly Candidate[], isWide: boolean, mayBeSame: boolean): readonly Candidate[] {
  const nearest = candidates[0]?.tier ?? TIER.noun;
  if (isWide)
    return nearest === TIER.label ? candidates.filter(({ tier, isCapital }) => tier === TIER.label || (isCapital === true && !mayBeSame)) : candidates;
  return candidates.filter(({ tier }) => tier === nearest);
}

function combined<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((rows, list) => rows.slice(0, MOST_TRIED + 1).flatMap((row) => list.map((item) => [...row, item])), [[]]);
}
