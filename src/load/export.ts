import { isActual, valueText, type Claim } from '../model/claim.js';
import type { Dataset } from '../model/dataset.js';
import { parseTime, type Time } from '../model/edtf.js';
import { shownBound, type Name } from '../model/values.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { push } from '../model/groups.js';

/** One claim as `entente export claims` prints it; absent values are null. */
export function claimRow(vocabulary: Vocabulary, dataset: Dataset): (claim: Claim) => Record<string, unknown> {
  const headers = new Map(dataset.sources.map(({ id, header }) => [id, header]));
  const kinds = new Map(dataset.identities.map(({ id, kind }) => [id, vocabulary.kind(kind)]));
  return (claim) => {
    const kind = kinds.get(claim.subject);
    const isTime = claim.object === null && kind !== undefined && vocabulary.property(kind, claim.predicate)?.sort === 'time';
    const time: Time | null = isTime ? parseTime(valueText(claim.value) ?? '') : claim.when;
    return {
      id: claim.id,
      factKey: claim.factKey,
      subject: claim.subject,
      predicate: claim.predicate,
      object: claim.object,
      value: claim.value,
      polarity: claim.polarity,
      modality: claim.modality,
      rank: claim.rank,
      assertedBy: claim.assertedBy,
      edtf: time?.edtf ?? null,
      earliest: time ? shownBound(time.earliest) : null,
      latest: time ? shownBound(time.latest) : null,
      source: claim.source,
      ...Object.fromEntries(['sha256', 'dataset', 'licence', 'attribution'].map((key) => [key, headers.get(claim.source)?.[key] ?? null])),
      spans: claim.spans,
      records: claim.records ?? [],
      summary: claim.summary,
      basis: claim.basis,
      basisRule: claim.basisRule,
      doubt: claim.doubt,
    };
  };
}

/** Entities as `entente export entities` prints them; a name that is denied or set aside is none. */
export function entityRows({ identities, claims }: Dataset): Record<string, unknown>[] {
  const names = new Map<string, Name[]>();
  for (const claim of claims) {
    const { subject, predicate, value, rank } = claim;
    if (predicate === 'name' && rank !== 'DEPRECATED' && isActual(claim) && isName(value)) push(names, subject, value);
  }
  return identities.map(({ id, kind, label }) => {
    const own = names.get(id) ?? [];
    const unique = [...new Map(own.map(({ text, lang }) => [`${text}@${lang}`, { text, lang }])).values()];
    return { id, kind, names: unique.length > 0 ? unique : [{ text: label, lang: 'en' }] };
  });
}

function isName(value: unknown): value is Name {
  return typeof value === 'object' && value !== null && 'text' in value && 'lang' in value;
}
