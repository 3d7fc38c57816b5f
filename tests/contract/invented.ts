import { vocabulary } from '../../schema/vocabulary.js';
import type { Content } from '../../src/graph/store.js';
import { contentOf } from '../../src/load/plan.js';
import { discriminatorOf, factKey, identified, type Claim } from '../../src/model/claim.js';
import { parseTime } from '../../src/model/edtf.js';
import { compareText } from '../../src/model/text.js';
import type { Dataset, Identity } from '../../src/model/dataset.js';
import { PLAIN_CLAIM } from '../plain-claim.js';

export { vocabulary };

/** A small world that is in no document: three countries, their people, and what they are said to have done. */
const labels: Record<string, readonly [kind: string, label: string]> = {
  'country/xa': ['Country', 'Xanadu'],
  'country/xb': ['Country', 'Xebec Islands'],
  'country/xc': ['Country', 'Xylophonia'],
  'city/xa-port': ['City', 'Port Xánadu'],
  'city/xb-bay': ['City', 'Bay of Xebec'],
  'person/ada-oak': ['Person', 'Ada Oak'],
  'person/bo-elm': ['Person', 'Bo Élm'],
  'person/cy-fir': ['Person', 'Cy Fir'],
  'office/xa-president': ['Office', 'President of Xanadu'],
  'event/first-summit': ['Summit', 'First summit of the X'],
  'event/second-summit': ['Summit', 'Second summit of the X'],
  'event/third-summit': ['Summit', 'Third summit of the X'],
  'event/tea': ['Meeting', 'Tea at the bay'],
  'source/gazette': ['Source', 'The Gazette'],
  'source/herald': ['Source', 'The Herald'],
};

const identities: Identity[] = Object.entries(labels).map(([id, [kind, label]]) => ({ id, kind, label }));

let at = 0;

function claim(subject: string, predicate: string, parts: Partial<Omit<Claim, 'when'>> & { readonly on?: string }): Claim {
  const { on, ...rest } = parts;
  const relationship = vocabulary.relationship(predicate);
  const value = parts.value ?? null;
  const kind = vocabulary.kind(labels[subject]?.[0] ?? '');
  const property = kind && vocabulary.property(kind, predicate);
  const parsed = property?.many ? property.parse(value) : null;
  const discriminator = relationship
    ? discriminatorOf(relationship, parts.qualifiers ?? {})
    : parsed && 'value' in parsed
      ? (property?.key(parsed.value) ?? '')
      : '';
  const time = on === undefined ? null : parseTime(on);
  at += 10;
  return identified({
    factKey: factKey(predicate, subject, parts.object ?? '', discriminator),
    subject,
    predicate,
    object: null,
    value,
    ...PLAIN_CLAIM,
    when: time && { ...time, asWritten: null, rule: null },
    source: 'source/gazette',
    spans: [{ start: at, end: at + 9 }],
    summary: `${subject} ${predicate} ${parts.object ?? ''}`,
    ...rest,
  });
}

function took(subject: string, object: string, role: string, parts: Parameters<typeof claim>[2] = {}): Claim {
  return claim(subject, 'TOOK_PART', { object, qualifiers: { role }, ...parts });
}

export const dataset: Dataset = {
  identities,
  sources: [
    { id: 'source/gazette', header: { title: 'Gazette', published: '2020-05-01' }, sentences: [{ start: 0, end: 9, excuse: null }] },
    { id: 'source/herald', header: { title: 'Herald', published: '2021-05' }, sentences: [] },
  ],
  claims: [
    claim('country/xa', 'name', { value: { text: 'Sanadu', lang: 'fr' } }),
    claim('country/xa', 'name', { value: { text: '재너두', lang: 'ko' }, source: 'source/herald' }),
    claim('country/xb', 'existed', { value: '1950/..' }),
    claim('country/xc', 'description', { value: 'Known for its music.' }),
    claim('city/xa-port', 'LOCATED_IN', { object: 'country/xa' }),
    claim('city/xb-bay', 'LOCATED_IN', { object: 'country/xb' }),
    claim('city/xa-port', 'latitude', { value: 9.5 }),
    claim('city/xb-bay', 'latitude', { value: 48 }),
    claim('country/xa', 'figure', { value: { measure: 'islands', amount: 12, unit: 'islands', comparator: 'ABOUT' } }),
    claim('country/xa', 'figure', { value: { measure: 'rainfall', amount: 0.5, unit: 'm', comparator: 'ALMOST' } }),
    claim('office/xa-president', 'branch', { value: 'HEAD_OF_STATE' }),
    claim('office/xa-president', 'OFFICE_OF', { object: 'country/xa' }),
    claim('person/ada-oak', 'HELD_OFFICE', { object: 'office/xa-president', on: '2016/2019' }),
    claim('country/xa', 'DIPLOMATIC_RELATION', { object: 'country/xb', qualifiers: { level: 'PARTNERSHIP' }, on: '1990' }),
    claim('country/xa', 'DIPLOMATIC_RELATION', { object: 'country/xc', qualifiers: { level: 'ALLIANCE' }, on: '2001-02-03' }),
    claim('country/xb', 'DIPLOMATIC_RELATION', { object: 'country/xc', qualifiers: { level: 'PARTNERSHIP' }, modality: 'HOPED' }),
    claim('event/first-summit', 'when', { value: '2018-06-12' }),
    claim('event/first-summit', 'edition', { value: 1 }),
    claim('event/second-summit', 'when', { value: '2019-02' }),
    claim('event/second-summit', 'edition', { value: 2 }),
    claim('event/third-summit', 'when', { value: '2031', modality: 'PLANNED' }),
    claim('event/tea', 'description', { value: 'Nobody says when.' }),
    ...['country/xa', 'country/xb', 'person/ada-oak', 'person/bo-elm'].map((id) =>
      took(id, 'event/first-summit', id === 'country/xa' ? 'HOST' : 'PARTICIPANT'),
    ),
    ...['country/xa', 'country/xc', 'person/ada-oak'].map((id) => took(id, 'event/second-summit', id === 'country/xc' ? 'HOST' : 'PARTICIPANT')),
    took('country/xa', 'event/third-summit', 'HOST', { modality: 'PLANNED' }),
    took('country/xa', 'event/tea', 'PARTICIPANT'),
    took('person/cy-fir', 'event/tea', 'PARTICIPANT', { polarity: 'DENIED', assertedBy: 'person/bo-elm' }),
    took('country/xa', 'event/first-summit', 'HOST', { source: 'source/herald', modality: 'REPORTED', assertedBy: 'person/cy-fir' }),
    took('country/xa', 'event/first-summit', 'HOST', { source: 'source/herald', rank: 'DEPRECATED', rankReason: 'A slip of the pen.' }),
    claim('event/first-summit', 'HELD_IN', { object: 'city/xb-bay' }),
    claim('person/ada-oak', 'ALLIED_WITH', { object: 'person/bo-elm' }),
  ],
};

const projected = contentOf(vocabulary, dataset);

/** In the order in which stores give it back. */
export const content: Content = { ...projected, claims: [...projected.claims].sort((a, b) => compareText(a.id, b.id)) };
