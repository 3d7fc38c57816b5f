import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { Scope } from '../../src/graphql/scope.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { discriminatorOf, factKey, identified, storedEnds, type Claim } from '../../src/model/claim.js';
import { parseTime } from '../../src/model/edtf.js';
import type { Dataset, Identity, Source } from '../../src/model/dataset.js';
import { inSpells } from '../../src/model/spells.js';
import { PLAIN_CLAIM } from '../plain-claim.js';

export { vocabulary };

/** What a test says of a claim; the fact is `subject TYPE object`, or `subject property` with a value. */
export interface Said extends Partial<Omit<Claim, 'when'>> {
  readonly fact: string;
  readonly with?: Claim['qualifiers'];
  readonly when?: string;
  readonly at?: number | readonly [number, number];
}

/** A source as a test states it: its id and when it was published. */
export type Published = Readonly<Record<string, string | null>>;

const SUB_KINDS: Readonly<Record<string, string>> = { event: 'Meeting' };

function kindOf(id: string): string {
  const root = vocabulary.rootOf(id);
  return SUB_KINDS[id.slice(0, id.indexOf('/'))] ?? root?.name ?? '';
}

/** One claim, made the way that a seed is read. */
export function claimOf({ fact, with: qualifiers = {}, when, at = 0, value = null, ...rest }: Said): Claim {
  const [subject = '', predicate = '', object] = fact.split(' ');
  const relationship = vocabulary.relationship(predicate);
  const time = when === undefined ? null : parseTime(when);
  const [start, end] = typeof at === 'number' ? [at, at + 10] : at;
  const common = {
    ...PLAIN_CLAIM,
    predicate,
    qualifiers,
    when: time && { ...time, asWritten: null, rule: null },
    source: 'source/gazette',
    spans: [{ start, end }],
    summary: `${fact} ${JSON.stringify(value)} ${when ?? ''}`,
  } as const;
  if (relationship && object !== undefined) {
    const [from, to] = storedEnds(relationship, subject, object);
    const key = factKey(predicate, from, to, discriminatorOf(relationship, qualifiers));
    return identified({ ...common, subject: from, object: to, value: null, factKey: key, ...rest });
  }
  const kind = vocabulary.kind(kindOf(subject));
  const property = kind && vocabulary.property(kind, predicate);
  const parsed = property?.parse(value);
  if (!property || !parsed || 'refused' in parsed) throw new Error(`no such fact: ${fact} ${JSON.stringify(value)}`);
  const key = factKey(predicate, subject, '', property.many ? property.key(parsed.value) : '');
  return identified({ ...common, subject, object: null, value, factKey: key, ...rest });
}

/** A data set of invented claims; identities follow from them, labels from ids. */
export function world(
  said: readonly Said[],
  published: Published = { 'source/gazette': '2020-05-01' },
  labels: Readonly<Record<string, string>> = {},
  covered: Readonly<Record<string, string>> = {},
): Dataset {
  const claims = said.map(claimOf);
  const ids = new Set([
    ...claims.flatMap(({ subject, object, assertedBy, source, qualifiers }) => [subject, object, assertedBy, source, ...Object.values(qualifiers)]),
    ...Object.keys(published),
  ]);
  const identities = [...ids].flatMap((id): Identity[] =>
    typeof id === 'string' && id.includes('/') ? [{ id, kind: kindOf(id), label: labels[id] ?? id.slice(id.indexOf('/') + 1) }] : [],
  );
  const sources = Object.entries(published).map(([id, day]): Source => ({
    id,
    header: { title: id, ...(day === null ? {} : { published: day }), ...(covered[id] === undefined ? {} : { covered: covered[id] }) },
    sentences: [],
  }));
  return { identities, sources, claims: [...inSpells(vocabulary, claims)] };
}

/** A scope over an embedded store that holds the data set. */
export async function scopeOver(dataset: Dataset): Promise<Scope> {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(everything(contentOf(vocabulary, dataset)));
  return new Scope(vocabulary, store, new Map());
}
