import type { Claim } from '../model/claim.js';
import { describedBy } from '../model/ends.js';
import type { EntityNode, Link } from '../model/graph.js';
import type { Columns, Scalar, Value } from '../model/value.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { GraphSource } from './graph-source.js';

/** Vocabularies that the RDF formats use; `ent` holds this project's own terms. */
export const PREFIXES = {
  ent: 'urn:entente:term:',
  id: 'urn:entente:',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  prov: 'http://www.w3.org/ns/prov#',
  wd: 'http://www.wikidata.org/entity/',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
} as const;

/** What a property of a resource points at: another resource, or text, a number, a truth value, a time in EDTF. */
export type Term =
  | { readonly id: string }
  | { readonly text: string; readonly lang?: string }
  | { readonly value: string; readonly type: 'integer' | 'double' | 'boolean' | 'EDTF' };

/** Everything that is said of one resource, as pairs of a property and a term; both are full IRIs. */
export interface Resource {
  readonly id: string;
  readonly types: readonly string[];
  readonly values: readonly (readonly [property: string, term: Term])[];
}

const ent = (name: string) => PREFIXES.ent + name;
const iri = (id: string) => PREFIXES.id + encodeURI(id).replace(/[<>"{}|^`\\]/g, encodeURIComponent);

/**
 * The graph as resources. What is so is stated plainly, with this project's terms and those of schema.org and SKOS
 * that a kind or type is mapped to; what is only planned or hoped for is stated by its claims alone. Every claim is a
 * qualified statement: an rdf:Statement and a prov:Entity with its source, speaker, modality, polarity, rank, basis and time.
 */
export async function* resources(source: GraphSource): AsyncGenerator<readonly Resource[]> {
  const { vocabulary } = source;
  yield [{ id: `${PREFIXES.id}export`, types: [`${PREFIXES.prov}Entity`], values: [[`${PREFIXES.rdfs}comment`, { text: source.about }]] }];
  for await (const entities of source.entities()) yield entities.map((entity) => entityResource(vocabulary, entity));
  for await (const links of source.links()) yield links.filter(({ intended }) => !intended).flatMap((link) => linkResources(vocabulary, link));
  for await (const claims of source.claims()) yield claims.map((claim) => claimResource(vocabulary, claim));
}

function entityResource(vocabulary: Vocabulary, { id, kind, label, labels, intended, columns }: EntityNode): Resource {
  const found = vocabulary.kind(kind);
  const mapped = found ? vocabulary.lineage(found).flatMap(({ mapping }) => mapping.flatMap(outside)) : [];
  const values: [string, Term][] = [[`${PREFIXES.rdfs}label`, { text: label }]];
  if (intended) values.push([ent('intended'), { value: 'true', type: 'boolean' }]);
  for (const [name, value] of Object.entries(found ? vocabulary.properties(found) : {})) values.push(...propertyValues(name, value, columns));
  return { id: iri(id), types: [...labels.map(ent), ...mapped], values };
}

function propertyValues(name: string, value: Value, columns: Columns): [string, Term][] {
  const list = (suffix: string): readonly Scalar[] => {
    const column = columns[name + suffix];
    return column === undefined ? [] : typeof column === 'object' ? column : [column];
  };
  if (value.sort === 'name') return list('').map((text, at) => [`${PREFIXES.schema}${name}`, { text: String(text), lang: String(list('Lang')[at]) }]);
  if (value.sort === 'quantity') {
    const [amounts, units, comparators] = [list('Amount'), list('Unit'), list('Comparator')];
    return list('').map((measure, at) => [ent(name), { text: `${String(measure)}: ${String(comparators[at])} ${String(amounts[at])} ${String(units[at])}` }]);
  }
  return list('').map((item) => [ent(name), scalarTerm(value.sort, item)]);
}

function scalarTerm(sort: Value['sort'], item: Scalar): Term {
  if (sort === 'reference') return { id: iri(String(item)) };
  if (sort === 'time') return { value: String(item), type: 'EDTF' };
  if (typeof item === 'number') return { value: String(item), type: sort === 'integer' ? 'integer' : 'double' };
  return typeof item === 'boolean' ? { value: String(item), type: 'boolean' } : { text: item };
}

/** Outside terms read from the end that a type describes: schema.org says who took part of the event, not of the person. */
function linkResources(vocabulary: Vocabulary, { type, from, to }: Link): Resource[] {
  const relationship = vocabulary.relationship(type);
  const mapped = (relationship?.mapping ?? []).flatMap(outside).filter((term) => !term.startsWith(PREFIXES.wd));
  const described = relationship ? describedBy(relationship, from, to) : from;
  const other = described === from ? to : from;
  const own: Resource = { id: iri(from), types: [], values: [[ent(type), { id: iri(to) }]] };
  return mapped.length === 0 ? [own] : [own, { id: iri(described), types: [], values: mapped.map((property) => [property, { id: iri(other) }]) }];
}

function claimResource(vocabulary: Vocabulary, claim: Claim): Resource {
  const text = (property: string, value: string | null): [string, Term][] => (value === null ? [] : [[property, { text: value }]]);
  const reference = (property: string, value: string | null): [string, Term][] => (value === null ? [] : [[property, { id: iri(value) }]]);
  const relationship = vocabulary.relationship(claim.predicate);
  const qualifiers = Object.entries(claim.qualifiers).map(([name, value]): [string, Term] => {
    const written = typeof value === 'string' ? value : JSON.stringify(value);
    return [ent(name), relationship?.properties[name]?.sort === 'reference' ? { id: iri(written) } : { text: written }];
  });
  const object: [string, Term][] =
    claim.object === null
      ? text(`${PREFIXES.rdf}object`, typeof claim.value === 'string' ? claim.value : JSON.stringify(claim.value))
      : reference(`${PREFIXES.rdf}object`, claim.object);
  return {
    id: iri(claim.id),
    types: [ent('Claim'), `${PREFIXES.rdf}Statement`, `${PREFIXES.prov}Entity`],
    values: [
      [`${PREFIXES.rdf}subject`, { id: iri(claim.subject) }],
      [`${PREFIXES.rdf}predicate`, { id: ent(claim.predicate) }],
      ...object,
      ...text(ent('factKey'), claim.factKey),
      ...text(ent('polarity'), claim.polarity),
      ...text(ent('modality'), claim.modality),
      ...text(ent('rank'), claim.rank),
      ...text(ent('rankReason'), claim.rankReason),
      ...text(ent('basis'), claim.basis),
      ...text(ent('basisRule'), claim.basisRule),
      ...text(ent('doubt'), claim.doubt),
      ...(claim.when ? [[ent('when'), { value: claim.when.edtf, type: 'EDTF' }] as [string, Term]] : []),
      ...qualifiers,
      ...reference(`${PREFIXES.prov}wasDerivedFrom`, claim.source),
      ...reference(`${PREFIXES.prov}wasAttributedTo`, claim.assertedBy),
      ...claim.spans.map(({ start, end }): [string, Term] => [ent('span'), { text: `${String(start)}-${String(end)}` }]),
      [`${PREFIXES.rdfs}comment`, { text: claim.summary }],
    ],
  };
}

/** The IRI of a term of another vocabulary that is used as it stands; others are only notes. */
function outside(term: string): string[] {
  const [prefix = '', name = ''] = term.split(':');
  const known: Readonly<Record<string, string>> = { schema: PREFIXES.schema, skos: PREFIXES.skos, prov: PREFIXES.prov, wikidata: PREFIXES.wd };
  const base = known[prefix];
  return base === undefined || name === '' ? [] : [base + name];
}
