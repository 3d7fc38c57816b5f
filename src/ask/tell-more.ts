import { stemmer } from 'stemmer';
import { fold, inWords } from '../model/text.js';
import { capitalised } from '../model/sentence.js';
import type { Value } from '../model/value.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Called, Language } from '../model/words.js';
import type { Head } from './plan.js';
import { none, rowsOf, told, type Row, type Telling, type Told } from './rows.js';

interface Brief extends Row {
  readonly kind: string;
  /** What an English sentence calls it. */
  readonly inText?: string;
  readonly descriptions: { readonly nodes: readonly { readonly text: string }[] };
  readonly claims: { readonly nodes: readonly { readonly summary: string }[] };
  readonly neighbours: { readonly nodes: readonly Neighbours[] };
}

interface Neighbours {
  readonly type: string;
  readonly field: string;
  readonly count: number;
  /** In English. */
  readonly sentence?: string;
  /** In other languages. */
  readonly entities?: readonly Row[];
}

/** How many relationships of something are told in brief. */
const MOST_TOLD = 6;

export function brief({ sets }: Head & { head: 'brief' }, telling: Telling): Told {
  const { alias } = telling;
  const each = sets.map((_set, at) => rowsOf({ ...telling, alias: `${alias}_${String(at)}` }).rows as readonly Brief[]);
  if (each.some((rows) => rows.length === 0)) return none(telling);
  const entities = each.flat();
  const parts = entities.map((own) => briefly(telling, own));
  const shared = `${alias}_b` in telling.data ? between(null, { ...telling, alias: `${alias}_b` }) : null;
  return {
    sentence: [...parts, ...(shared && !shared.isEmpty ? [shared.sentence] : [])].join(' '),
    items: parts,
    isEmpty: entities.every((own) => own.claims.nodes.length === 0),
  };
}

/** What sort of thing it is, what is said of it, and what it is bound up with. */
function briefly({ say, vocabulary, language }: Telling, { id, label, kind, inText = label, date, descriptions, claims, neighbours, ...more }: Brief): string {
  const root = vocabulary.rootOf(id);
  const choices = Object.entries(more).flatMap(([alias, value]) => {
    const property = root?.properties[alias.replace(/^c_/, '')];
    return alias.startsWith('c_') && typeof value === 'string' ? (sortIn(language, property, value) ?? []) : [];
  });
  const sorts = [nounIn(language, language === 'en' ? {} : root?.called, kind), ...choices, ...(date ? [say.time(date.edtf)] : [])].filter(
    (sort) => sort !== null,
  );
  const told = descriptions.nodes.length > 0 ? descriptions.nodes.slice(0, 3).map(({ text }) => text) : claims.nodes.slice(0, 3).map(({ summary }) => summary);
  const around = neighbours.nodes.flatMap((own) => own.sentence?.slice(inText.length + 1, -1) ?? aroundIn(vocabulary, language, own) ?? []).slice(0, MOST_TOLD);
  const bound = around.length === 0 ? [] : [language === 'en' ? `${capitalised(inText)} ${around.join('; ')}.` : `${around.join('; ')}.`];
  return [say.of(label, [...new Set(sorts)].join(', ')), ...told, ...bound].join(' ');
}

/** The first noun that a language has for something; in English its name where there is none. */
function nounIn(language: Language, called: Called | undefined, value: string): string | null {
  return called?.[language]?.noun?.split(/,\s*/)[0] ?? (language === 'en' ? inWords(value) : null);
}

/** What a choice says of its sort: by its noun, in English else by its name, where people speak of what is so and no codebook does. */
export function sortIn(language: Language, property: Value | undefined, value: string): string | null {
  const called = property?.choice?.called[value];
  const isSpokenOf = typeof property?.coded !== 'string' && (called === undefined || Object.keys(called).length > 0);
  return called?.[language]?.noun !== undefined || isSpokenOf ? nounIn(language, called, value) : null;
}

/** What stands at the far end of one relationship by the noun for it, where the language has one. */
function aroundIn(vocabulary: Vocabulary, language: Language, { type, field, count, entities = [] }: Neighbours): string | null {
  const item = vocabulary.relationship(type);
  if (!item) return null;
  const list = `${entities.map(({ label }) => label).join(', ')}${count > entities.length ? ' …' : ''}`;
  const noun = (field === item.reads ? item.called : item.calledBack)[language]?.noun?.split(/,\s*/)[0];
  return noun === undefined ? null : `${noun}: ${list}`;
}

export function paths({ intended: isIntended }: Head & { head: 'paths' }, { say, data, alias }: Telling): Told {
  const found = data[alias] as {
    readonly outcome: string;
    readonly reason: string | null;
    readonly truncated: boolean;
    readonly paths: readonly { readonly narrative: string; readonly entities: readonly Row[] }[];
  };
  const lead = isIntended ? `${say.withPlanned}: ` : '';
  if (found.paths.length === 0)
    return { sentence: found.truncated ? `${say.cut}.` : `${lead}${say.noPath} (${found.reason ?? inWords(found.outcome)}).`, items: [], isEmpty: true };
  return {
    sentence: `${lead}${found.paths[0]?.narrative ?? ''}`,
    items: found.paths.map(({ entities }) => entities.map(({ label }) => label).join(' – ')),
    isEmpty: false,
  };
}

export function between(_head: Head | null, telling: Telling): Told {
  const { direct, shared } = telling.data[telling.alias] as {
    readonly direct: { readonly sentence: string } | null;
    readonly shared: readonly { readonly entity: Row | null }[];
  };
  const items = [...(direct ? [direct.sentence] : []), ...shared.flatMap(({ entity }) => (entity ? [entity.label] : []))];
  return told(telling, items, (own) => telling.say.between(own.length, own.join('; ')));
}

interface Denial {
  readonly summary: string;
  readonly subject: Row | null;
  readonly object: Row | null;
}

/** The claims that deny a relationship of one with any of others. */
export function deniedOf({ id, way }: { id: string; way: string }, { data, alias }: Telling, others: readonly string[]): readonly (Denial & { other: Row })[] {
  const entity = data[alias] as { readonly claims: { readonly nodes: readonly Denial[] } } | null | undefined;
  return (entity?.claims.nodes ?? []).flatMap((claim) => {
    const other = claim.subject?.id === id ? (way === 'IN' ? null : claim.object) : way === 'OUT' ? null : claim.subject;
    return other && others.includes(other.id) ? [{ ...claim, other }] : [];
  });
}

export function denied(head: Head & { head: 'denied' }, telling: Telling): Told {
  const { rows } = rowsOf(telling);
  const claims = deniedOf(head, telling, rows.map((row) => row.id)); // prettier-ignore
  return told(telling, claims.map(({ other }) => other.label), (items) => telling.say.denied(items.join('; '))); // prettier-ignore
}

interface Disputed {
  readonly explanation: string;
  readonly claims: {
    readonly nodes: readonly { readonly predicate: string; readonly qualifiers: readonly { readonly name: string; readonly value: string }[] }[];
  };
}

export function disputes({ about, over }: Head & { head: 'disputes' }, telling: Telling): Told {
  const isOver = ({ predicate, qualifiers }: Disputed['claims']['nodes'][number]) =>
    predicate === over?.type && qualifiers.every(({ name, value }) => over.link[name]?.includes(value) !== false);
  const isMeant = ({ claims }: Disputed) => over === undefined || claims.nodes.some(isOver);
  const lists = Array.from({ length: Math.max(1, about.length) }, (_, at) =>
    (telling.data[`${telling.alias}_${String(at)}`] as { nodes: readonly Disputed[] }).nodes.filter(isMeant).map(({ explanation }) => explanation),
  );
  const both = (lists[0] ?? []).filter((explanation) => lists.every((list) => list.includes(explanation)));
  return told(telling, both, (items) => telling.say.disputed(items.length, items.join(' ')));
}

/** How many sources say that there are, of what is counted alike: the same things make up both counts. */
export function stated(_head: Head, telling: Telling): Told {
  const { data, alias, say } = telling;
  const { nodes } = data[alias] as {
    nodes: readonly { stated: string; measure: string; list: string; members: { nodes: readonly Row[] }; claim: { value: string } }[];
  };
  const { rows } = rowsOf(telling);
  const known = new Set(rows.map(({ id }) => id));
  const kind = rows[0]?.['kind'];
  const alike = nodes.filter(({ members, claim }) => {
    const shared = members.nodes.filter(({ id }) => known.has(id)).length;
    return shared > 0 && shared >= 0.8 * Math.max(known.size, members.nodes.length) && new RegExp(`\\b${String(kind)}\\b`, 'i').test(claim.value);
  });
  return told(telling, alike.map((check) => `${check.stated} (${inWords(check.measure)})`), (items) => say.stated(items.join('; '))); // prettier-ignore
}

export function mentioned(_head: Head, telling: Telling): Told {
  const entity = telling.data[telling.alias] as { mentions: { nodes: readonly { source: Row | null }[] } } | null;
  const items = (entity?.mentions.nodes ?? []).flatMap(({ source }) => source?.label ?? []);
  return told(telling, items, (own) => telling.say.mentioned(own.length, own.join('; ')));
}

interface Figured {
  readonly label: string;
  readonly figures: { readonly nodes: readonly { readonly measure: string; readonly unit: string; readonly text: string }[] };
}

/** Numbers whose measure, unit and bearer hold every word that was asked, or another word for it. */
export function figure({ words }: Head & { head: 'figure' }, telling: Telling): Told {
  const own = telling.data[`${telling.alias}_e`] as Figured | null;
  const rows = [...(own ? [own] : []), ...rowsOf(telling).rows.map(({ label, figures }) => ({ label, figures: figures as Figured['figures'] }))];
  const stems = (text: string) => new Set(fold(text).split(' ').map((word) => stemmer(word))); // prettier-ignore
  const holds = (known: ReadonlySet<string>, word: string) => word.split('|').some((other) => other.split(' ').every((part) => known.has(stemmer(part))));
  // Labels are English: there, another language's word is only by what else it is called.
  const said = (known: ReadonlySet<string>, word: string) => holds(known, telling.language === 'en' ? (word.split('|')[0] ?? word) : word);
  const fits = rows.flatMap(({ label, figures }) =>
    figures.nodes.filter(({ measure, unit }) => {
      const measured = stems(`${measure} ${unit}`);
      const known = stems(`${measure} ${unit} ${label}`);
      return words.some((word) => holds(measured, word)) && words.every((word) => holds(measured, word) || said(known, word));
    }),
  );
  const items = fits.map(({ text }) => text);
  return told(telling, items, (all) => `${all.join('; ')}.`);
}

export function changed(telling: Telling): Told {
  const [before, after] = ['before', 'after'].map(
    (name) =>
      (telling.data[`${telling.alias}_${name}`] as { entity: { claims: { nodes: readonly { id: string; summary: string }[] } } | null } | undefined)?.entity
        ?.claims.nodes ?? [],
  );
  const known = new Set(before?.map(({ id }) => id));
  const items = (after ?? []).filter(({ id }) => !known.has(id)).map(({ summary }) => summary);
  return told(telling, items, (own) => telling.say.changed(own.length, own.slice(0, 10).join(' ')));
}
