import type { Language } from '../model/words.js';
import { stemmer } from 'stemmer';
import { fold, inWords } from '../model/text.js';
import { isEntityId } from '../model/values.js';
import { says, type Say } from './languages/say.js';
import type { Head, Plan } from './plan.js';
import { manyOf, spokenTime } from './spoken.js';

/** What came of a plan: the answer in words, its list, and what it stands on. */
export interface Answer {
  readonly sentence: string;
  readonly items: readonly string[];
  /** Ids of claims, best first, and of entities. */
  readonly claims: readonly string[];
  readonly entities: readonly string[];
  readonly isEmpty: boolean;
  /** Ids of those that the list of the answer tells of. */
  readonly told: readonly string[];
}

const MOST_CLAIMS = 50;
const MOST_ENTITIES = 100;

type Data = Readonly<Record<string, unknown>>;

interface Edge {
  readonly node: Row;
  readonly fact?: { readonly when?: { readonly edtf: string } | null } | null;
}

interface Row extends Data {
  readonly id: string;
  readonly label: string;
  readonly date?: { readonly edtf: string } | null;
  readonly certainty?: string | null;
  readonly intended?: boolean;
}

interface List {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

interface Told {
  readonly sentence: string;
  readonly items: readonly string[];
  readonly isEmpty: boolean;
}

/** Says what the operation of a plan brought. */
export function answerOf(plan: Plan, language: Language, data: Data): Answer {
  const body = (data['view'] ?? data) as Data;
  const told = plan.heads.map((head, at) => new Teller(says[language], body, `h${String(at)}`).tell(head));
  const ids = idsIn(data);
  const claims = [...new Set(ids.filter((id) => id.startsWith('claim/')))].slice(0, MOST_CLAIMS);
  return {
    sentence: [...new Set(told.map(({ sentence }) => sentence))].join(' '),
    items: [...new Set(told.flatMap(({ items }) => items))],
    claims,
    entities: [...new Set(ids.filter(isEntityId).filter((id) => !id.startsWith('claim/')))].slice(0, MOST_ENTITIES),
    isEmpty: told.every(({ isEmpty }) => isEmpty),
    told: Object.entries(body)
      .flatMap(([name, value]) => (/^h0_\d+$/.test(name) ? ((value as Partial<List> | null)?.nodes ?? []).map(({ id }) => id) : []))
      .slice(0, MOST_CLAIMS),
  };
}

class Teller {
  private readonly say: Say;
  private readonly data: Data;
  private readonly alias: string;

  constructor(say: Say, data: Data, alias: string) {
    this.say = say;
    this.data = data;
    this.alias = alias;
  }

  tell(head: Head): Told {
    switch (head.head) {
      case 'list':
        return this.list();
      case 'count':
        return this.count();
      case 'yesno': {
        const { rows } = this.rows();
        if (rows.length === 0) return this.none();
        const proven = rows.slice(0, 5).map((row) => this.proven(row));
        return { sentence: `${this.say.yes(proven.join('; '))}${this.views(rows)}`, items: rows.map(({ label }) => label), isEmpty: false };
      }
      case 'when':
        return this.when(head.property !== undefined);
      case 'where':
        return this.where();
      case 'value':
        return this.value();
      case 'group':
        return this.group(head.most);
      case 'most':
        return this.most();
      case 'brief':
        return this.brief(head.ids.length);
      case 'paths':
        return this.paths();
      case 'between':
        return this.between(this.alias);
      case 'denied':
        return this.denied(head.id);
      case 'disputes':
        return this.disputes(head.about.length);
      case 'said':
        return this.said();
      case 'mentioned':
        return this.mentioned();
      case 'figure':
        return this.figure(head.words);
      case 'changed':
        return this.changed();
    }
  }

  private none(): Told {
    return { sentence: `${this.say.none}.`, items: [], isEmpty: true };
  }

  private rows(): { rows: readonly Row[]; total: number } {
    const lists = Object.entries(this.data).flatMap(([name, value]) => (new RegExp(`^${this.alias}_\\d+$`).test(name) ? [value as List] : []));
    return { rows: lists.flatMap(({ nodes }) => nodes), total: lists.reduce((sum, { totalCount }) => sum + totalCount, 0) };
  }

  /** Names with their times, as a sentence lists them. */
  private named(rows: readonly Row[], total = rows.length): string {
    const shown = rows.slice(0, 25).map((row) => this.hedged(row));
    return `${shown.join('; ')}${total > shown.length ? ' …' : ''}`;
  }

  private hedged({ label, date, certainty, intended, text }: Row): string {
    const told = typeof text === 'string' ? `${label}: ${text.replace(/\.$/, '')}` : label;
    const dated = date ? `${told} (${spokenTime(date.edtf)})` : told;
    const sure = certainty === 'POSSIBLE' ? this.say.possible(dated) : dated;
    return intended === true ? this.say.intended(sure) : sure;
  }

  /** A name with what proves it: the records and others that it was found by. */
  private proven(row: Row): string {
    const proofs = edgesOf(row, 'e')
      .map(({ node }) => node.label)
      .filter((label) => label !== row.label);
    return proofs.length > 0 ? `${this.hedged(row)} (${[...new Set(proofs)].slice(0, 5).join('; ')})` : this.hedged(row);
  }

  private list(): Told {
    const { rows, total } = this.rows();
    if (rows.length === 0) return this.none();
    const [sure, perhaps] = [rows.filter(({ certainty }) => certainty !== 'POSSIBLE'), rows.filter(({ certainty }) => certainty === 'POSSIBLE')];
    if (perhaps.length > 0 && rows.length > 1)
      return {
        sentence: this.say.sureAndPerhaps(sure.length, this.named(sure), perhaps.length, this.named(perhaps)),
        items: rows.map(({ label }) => label),
        isEmpty: false,
      };
    return {
      sentence: this.say.listed(rows.length < total && rows.length === 1 ? 1 : total, this.named(rows, rows.length === 1 ? 1 : total)),
      items: rows.map(({ label }) => label),
      isEmpty: false,
    };
  }

  private count(): Told {
    const { rows, total } = this.rows();
    return { sentence: this.say.counted(total, this.named(rows, total)), items: rows.map(({ label }) => label), isEmpty: total === 0 };
  }

  private when(isProperty: boolean): Told {
    const { rows } = this.rows();
    if (rows.length === 0) return this.none();
    const items: string[] = [];
    const parts = rows.map((row) => {
      const times = isProperty ? this.times(row) : factTimes(row);
      items.push(...times);
      const label = row.intended === true ? this.say.intended(row.label) : row.label;
      return this.say.when(label, times.length > 0 ? times.join(`; `) : this.say.noTime);
    });
    return { sentence: parts.join(' '), items, isEmpty: items.length === 0 };
  }

  /** The time of a property, and those of its history where claims differ. */
  private times(row: Row): string[] {
    const time = row['time'] as { edtf: string } | null;
    const fact = row['tf'] as { disputed: boolean; history: { nodes: readonly { value?: string | null; when?: { edtf: string } | null }[] } } | null;
    const others = fact?.disputed !== false ? (fact?.history.nodes ?? []).flatMap(({ value, when }) => when?.edtf ?? value ?? []) : [];
    return [...new Set([...(time ? [time.edtf] : []), ...others])].map(spokenTime);
  }

  private where(): Told {
    const { rows } = this.rows();
    if (rows.length === 0) return this.none();
    const items: string[] = [];
    const parts = rows.map((row) => {
      const places = edgesOf(row, 'p').map(({ node }) => node.label);
      items.push(...places);
      return this.say.where(this.hedged(row), places.length > 0 ? places.join('; ') : this.say.noPlace);
    });
    return { sentence: parts.join(' '), items, isEmpty: items.length === 0 };
  }

  private value(): Told {
    const { rows } = this.rows();
    const valued = rows.flatMap((row) => {
      const raw = row['value'];
      const values = (Array.isArray(raw) ? raw : [raw]).filter((own) => own !== null && own !== undefined).map((own) => inWords(String(own)));
      return values.length > 0 ? [{ row, values }] : [];
    });
    if (valued.length === 0) return this.none();
    return {
      sentence: valued.map(({ row, values }) => this.say.value(row.label, values.join('; '))).join(' '),
      items: valued.flatMap(({ values }) => values),
      isEmpty: false,
    };
  }

  private group(isMost: boolean): Told {
    const list = this.data[`${this.alias}_0`] as { facets: { nodes: readonly { key: string; count: number }[] } };
    const facets = list.facets.nodes.filter(({ key }) => key !== '');
    if (facets.length === 0) return this.none();
    const top = Math.max(...facets.map(({ count }) => count));
    const best = facets.filter(({ count }) => count === top).map(({ key }) => inWords(key));
    if (isMost) return { sentence: this.say.groupedMost(best.join('; '), top), items: best, isEmpty: false };
    const sorted = facets.map(({ key, count }) => `${inWords(key)}: ${String(count)}`);
    return { sentence: this.say.grouped(sorted.join('; ')), items: sorted, isEmpty: false };
  }

  private most(): Told {
    const { rows } = this.rows();
    const counts = rows.map((row) => ({ row, count: (row['n'] as { totalCount: number }).totalCount }));
    const top = Math.max(0, ...counts.map(({ count }) => count));
    const best = counts.filter(({ count }) => count === top && top > 0).map(({ row }) => row.label);
    return best.length === 0 ? this.none() : { sentence: this.say.most(best.join('; '), top), items: best, isEmpty: false };
  }

  private brief(count: number): Told {
    const entities = Array.from({ length: count }, (_, at) => this.data[`${this.alias}_${String(at)}`] as Brief | null).filter((own) => own !== null);
    if (entities.length < count) return this.none();
    const parts = entities.map((own) => `${own.label}: ${briefly(own)}`);
    const shared = count === 2 ? this.between(`${this.alias}_b`) : null;
    return {
      sentence: [...parts, ...(shared && !shared.isEmpty ? [shared.sentence] : [])].join(' '),
      items: parts,
      isEmpty: entities.every((own) => own.claims.nodes.length === 0),
    };
  }

  private paths(): Told {
    const { paths, outcome, reason, truncated } = this.data[this.alias] as Paths;
    if (paths.length === 0)
      return { sentence: truncated ? `${this.say.cut}.` : `${this.say.noPath} (${reason ?? inWords(outcome)}).`, items: [], isEmpty: true };
    return { sentence: paths[0]?.narrative ?? '', items: paths.map(({ entities }) => entities.map(({ label }) => label).join(' – ')), isEmpty: false };
  }

  private between(alias: string): Told {
    const { direct, shared } = this.data[alias] as Between;
    const items = [...(direct ? [direct.sentence] : []), ...shared.flatMap(({ entity }) => (entity ? [entity.label] : []))];
    return items.length === 0 ? this.none() : { sentence: this.say.between(items.length, items.join('; ')), items, isEmpty: false };
  }

  private denied(id: string): Told {
    const { rows } = this.rows();
    const entity = this.data[this.alias] as Denied | null;
    const others = (entity?.claims.nodes ?? []).flatMap(({ subject, object }) =>
      [subject, object].filter((own): own is Row => own !== null && own.id !== id && rows.some((row) => row.id === own.id)),
    );
    const items = [...new Set(others.map(({ label }) => label))];
    return items.length === 0 ? this.none() : { sentence: this.say.denied(items.join('; ')), items, isEmpty: false };
  }

  private disputes(count: number): Told {
    const lists = Array.from({ length: count }, (_, at) => this.data[`${this.alias}_${String(at)}`] as { nodes: readonly Dispute[] });
    const [first, ...others] = lists.map(({ nodes }) => nodes);
    const both = (first ?? []).filter(({ explanation }) => others.every((nodes) => nodes.some((own) => own.explanation === explanation)));
    const items = both.map(({ explanation }) => explanation);
    return items.length === 0 ? this.none() : { sentence: this.say.disputed(items.length, items.join(' ')), items, isEmpty: false };
  }

  /** Who says so, and how: the claims that stand behind it. */
  private said(): Told {
    const items = claimsIn(this.rows().rows).map(
      ({ summary, assertedBy, source }) => `${assertedBy?.label ?? source?.label ?? '?'}: ${summary.replace(/\.$/, '')}`,
    );
    return items.length === 0
      ? this.none()
      : { sentence: this.say.said([...new Set(items)].slice(0, 10).join('; ')), items: [...new Set(items)], isEmpty: false };
  }

  /** Where claims of a sort that was asked for differ, what each says. */
  private views(rows: readonly Row[]): string {
    const claims = claimsIn(rows).filter(({ value }) => value !== null);
    const isDifferent = new Set(claims.map(({ value }) => value)).size > 1;
    return isDifferent ? ` ${this.say.views([...new Set(claims.map(({ summary }) => summary))].join(' '))}` : '';
  }

  private mentioned(): Told {
    const entity = this.data[this.alias] as { mentions: { nodes: readonly { source: Row | null }[] } } | null;
    const items = (entity?.mentions.nodes ?? []).flatMap(({ source }) => source?.label ?? []);
    return items.length === 0 ? this.none() : { sentence: this.say.mentioned(items.length, items.join('; ')), items, isEmpty: false };
  }

  private figure(words: readonly string[]): Told {
    const own = this.data[`${this.alias}_e`] as Figured | null;
    const rows = [...(own ? [own] : []), ...this.rows().rows.map((row) => row as unknown as Figured)];
    const stems = (text: string) =>
      new Set(
        fold(text)
          .split(' ')
          .map((word) => stemmer(word)),
      );
    const fits = rows.flatMap(({ label, figures }) =>
      figures.nodes.flatMap((figure) => {
        const known = stems(`${figure.measure} ${figure.unit} ${label}`);
        const isMeasured = words.some((word) => stems(`${figure.measure} ${figure.unit}`).has(stemmer(word)));
        return isMeasured && words.every((word) => known.has(stemmer(word))) ? [figure] : [];
      }),
    );
    const items = fits.map(
      ({ comparator, amount, unit, measure }) =>
        `${comparator === 'EXACTLY' ? '' : `${inWords(comparator)} `}${String(amount)} ${amount === 1 ? unit : manyOf(unit)} (${inWords(measure)})`,
    );
    return items.length === 0 ? this.none() : { sentence: `${items.join('; ')}.`, items, isEmpty: false };
  }

  private changed(): Told {
    const [before, after] = ['before', 'after'].map(
      (name) =>
        (this.data[`${this.alias}_${name}`] as { entity: { claims: { nodes: readonly { id: string; summary: string }[] } } | null } | undefined)?.entity?.claims
          .nodes ?? [],
    );
    if (!(`${this.alias}_after` in this.data)) return this.list();
    const known = new Set(before?.map(({ id }) => id));
    const items = (after ?? []).filter(({ id }) => !known.has(id)).map(({ summary }) => summary);
    return items.length === 0 ? this.none() : { sentence: this.say.changed(items.length, items.slice(0, 10).join(' ')), items, isEmpty: false };
  }
}

interface Denied {
  readonly claims: { readonly nodes: readonly { readonly subject: Row | null; readonly object: Row | null }[] };
}

interface Brief extends Row {
  readonly kind: string;
  readonly descriptions: { readonly nodes: readonly { readonly text: string }[] };
  readonly claims: { readonly nodes: readonly { readonly summary: string }[] };
  readonly neighbours: { readonly nodes: readonly { readonly field: string; readonly count: number; readonly entities: readonly Row[] }[] };
}

interface Paths {
  readonly outcome: string;
  readonly reason: string | null;
  readonly truncated: boolean;
  readonly paths: readonly { readonly narrative: string; readonly entities: readonly Row[] }[];
}

interface Between {
  readonly direct: { readonly sentence: string } | null;
  readonly shared: readonly { readonly entity: Row | null }[];
}

interface Dispute {
  readonly explanation: string;
}

interface Figured {
  readonly label: string;
  readonly figures: { readonly nodes: readonly Figure[] };
}

interface Figure {
  readonly measure: string;
  readonly amount: number;
  readonly unit: string;
  readonly comparator: string;
}

function briefly({ kind, date, descriptions, claims, neighbours, ...more }: Brief): string {
  const choices = Object.entries(more).flatMap(([name, value]) => (name.startsWith('c_') && typeof value === 'string' ? [inWords(value)] : []));
  const around = neighbours.nodes.map(
    ({ field, count, entities }) => `${inWords(field)}: ${entities.map(({ label }) => label).join(', ')}${count > entities.length ? ' …' : ''}`,
  );
  const told = descriptions.nodes.length > 0 ? descriptions.nodes.slice(0, 3).map(({ text }) => text) : claims.nodes.slice(0, 3).map(({ summary }) => summary);
  return `${[inWords(kind), ...choices, ...(date ? [spokenTime(date.edtf)] : [])].join(', ')}. ${told.join(' ')} ${around.slice(0, 6).join('; ')}`.trim();
}

interface Saying {
  readonly summary: string;
  readonly value: string | null;
  readonly assertedBy: { readonly label: string } | null;
  readonly source: { readonly label: string } | null;
}

/** Every claim in an answer that was asked for with what it says. */
function claimsIn(value: unknown): Saying[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(claimsIn);
  return 'summary' in value && 'assertedBy' in value ? [value as Saying] : Object.values(value).flatMap(claimsIn);
}

/** The edges under aliases of a row that begin with a letter. */
function edgesOf(row: Row, letter: string): readonly Edge[] {
  return Object.entries(row).flatMap(([name, value]) =>
    new RegExp(`^${letter}\\d`).test(name) ? ((value as { edges?: readonly Edge[] } | null)?.edges ?? []) : [],
  );
}

/** When the relationships held that a row is there for. */
function factTimes(row: Row): string[] {
  return [...new Set(edgesOf(row, 'e').flatMap(({ fact }) => fact?.when?.edtf ?? []))].map(spokenTime);
}

/** Every id in an answer, in its order. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  const { id } = value as { id?: unknown };
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(value).flatMap(idsIn)];
}
