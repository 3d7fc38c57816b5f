import { statement, type Row } from '../statements.js';
import { claim, count, entity, link, numbers, pairs, properties, text, textOrEmpty, texts } from './rows.js';
import type { EntityNode, Link } from '../../model/graph.js';
import type { Expanded, Facet } from '../store.js';
import type { ToldDispute } from '../../model/told-dispute.js';

/** A relationship of a page, or that an entity has more than were looked at. */
const expanded = (row: Row) => ({ index: count(row, 'index'), item: row.get('isHub') === true ? null : parsedWhenAsked(text(row, 'link'), text(row, 'far')) });

/** A relationship with its far end, each parsed when it is asked for: a page of names needs no relationships. */
function parsedWhenAsked(linkText: string, farText: string): Expanded {
  let knownLink: Link | undefined;
  let knownFar: EntityNode | undefined;
  return {
    get link() {
      return (knownLink ??= JSON.parse(linkText) as Link);
    },
    get far() {
      return (knownFar ??= JSON.parse(farText) as EntityNode);
    },
  };
}

const countOfId = (row: Row): readonly [string, number] => [text(row, 'id'), count(row, 'count')];
const countOnly = (row: Row) => count(row, 'count');
const facet = (row: Row): Facet => ({ key: String(row.get('key')), count: count(row, 'count') });

const PAGE = ['place', 'limit'];
const PAGES = ['keys', 'limit', 'walk', 'isFiltered'];

export const entities = statement('entities', ['ids'], entity);
export const listAscending = statement('list-ascending', PAGE, entity, ['LABEL', 'PLACE']);
export const listDescending = statement('list-descending', PAGE, entity, ['LABEL', 'PLACE']);
export const counts = statement('count', [], countOnly, ['LABEL']);
export const countFiltered = statement('count-filtered', [], countOnly, ['LABEL']);
export const facets = statement('facets', ['column'], facet, ['LABEL']);
const isCut = (row: Row) => row.get('isCut') === true;
const FOUND = ['index', 'query'];
const found = (row: Row) => ({ isCut: isCut(row), page: texts(row, 'page').map((data) => JSON.parse(data) as EntityNode) });
export const listFoundAscending = statement('list-found-ascending', [...FOUND, 'place', 'limit', 'most'], found, ['PLACE']);
export const listFoundDescending = statement('list-found-descending', [...FOUND, 'place', 'limit', 'most'], found, ['PLACE']);
export const countFound = statement('count-found', FOUND, countOnly);
export const facetsFound = statement('facets-found', [...FOUND, 'column'], facet);
const REACHED = ['ids', 'queries', 'most'];
export const listReachedAscending = statement('list-reached-ascending', [...REACHED, 'place', 'limit'], found, ['PLACE']);
export const listReachedDescending = statement('list-reached-descending', [...REACHED, 'place', 'limit'], found, ['PLACE']);
export const countReached = statement('count-reached', REACHED, (row) => ({ isCut: isCut(row), count: count(row, 'count') }));
export const facetsReached = statement('facets-reached', [...REACHED, 'column'], (row) => ({
  isCut: isCut(row),
  facets: pairs(row, 'facets').map(([key, counted]): Facet => ({ key: String(key), count: Number(counted) })),
}));
const reachedPage = (row: Row) => ({
  isCut: isCut(row),
  page: pairs(row, 'page').map(([data, far]) => parsedWhenAsked(String(data), String(far))),
});
const REACHED_PAGE = [...REACHED, 'id', 'side', 'place', 'limit'];
export const degreeReached = statement('degree-reached', [...REACHED, 'id', 'side'], (row) => ({ isCut: isCut(row), count: count(row, 'count') }), ['TYPE']);
export const expandReachedNewest = statement('expand-reached-newest', REACHED_PAGE, reachedPage, ['TYPE']);
export const expandReachedOldest = statement('expand-reached-oldest', REACHED_PAGE, reachedPage, ['TYPE']);
export const expandNewest = statement('expand-newest', PAGES, expanded, ['TYPE', 'NEAR', 'a', 'b']);
export const expandOldest = statement('expand-oldest', PAGES, expanded, ['TYPE', 'NEAR', 'a', 'b']);
export const expandBothNewest = statement('expand-both-newest', PAGES, expanded, ['TYPE']);
export const expandBothOldest = statement('expand-both-oldest', PAGES, expanded, ['TYPE']);
export const degree = statement('degree', ['ids'], countOfId, ['a', 'TYPE']);
export const degreeBoth = statement('degree-both', ['ids'], countOfId, ['TYPE']);
export const degreeFiltered = statement('degree-filtered', ['ids', 'walk'], countOfId, ['a', 'b', 'TYPE']);
export const degreeBothFiltered = statement('degree-both-filtered', ['ids', 'walk'], countOfId, ['TYPE']);

/** A relationship around an entity, with the kind of its far end. */
export interface Around {
  readonly link: Link;
  readonly kind: string;
}

/** What stands around an entity; the degree is null where there is too much to look at each. */
export interface Surroundings {
  readonly id: string;
  readonly kind: string;
  readonly degree: number | null;
  readonly around: readonly Around[];
}

const around = (row: Row): Surroundings => ({
  id: text(row, 'id'),
  kind: text(row, 'kind'),
  degree: row.get('degree') === null ? null : count(row, 'degree'),
  around: pairs(row, 'around').map(([data, kind]): Around => ({ link: JSON.parse(String(data)) as Link, kind: String(kind) })),
});
export const neighbourhood = statement('neighbourhood', ['ids', 'types', 'few', 'limit', 'most'], around);
export const neighbourhoodOfHubs = statement('neighbourhood-of-hubs', ['ids', 'types', 'limit', 'most'], around, ['TYPE']);
const byType = (row: Row, side: string) => pairs(row, side).map(([type, many]) => ({ type: String(type), count: Number(many) }));
export const neighbourCounts = statement('neighbour-counts', ['ids', 'few'], (row) => ({
  id: text(row, 'id'),
  isFew: row.get('isFew') === true,
  out: byType(row, 'out'),
  in: byType(row, 'in'),
}));
export const neighbourCountsOfHubs = statement(
  'neighbour-counts-of-hubs',
  ['ids'],
  (row) => ({ id: text(row, 'id'), counts: pairs(row, 'counts').map((pair) => pair.map(Number)) }),
  ['TYPE'],
);

export const claimsOfFacts = statement('claims-of-facts', ['factKeys'], (row) => ({
  claim: claim(row),
  published: textOrEmpty(row, 'published'),
}));
export const claimsPage = statement('claims-page', ['keys', 'except', 'limit'], (row) => ({ index: count(row, 'index'), claim: claim(row) }), ['SIDE']);
export const claimsPageBack = statement('claims-page-back', ['keys', 'except', 'limit'], (row) => ({ index: count(row, 'index'), claim: claim(row) }), [
  'SIDE',
]);
export const claimsCount = statement('claims-count', ['ids', 'except'], countOfId, ['SIDE']);
export const claimsById = statement('claims-by-id', ['ids'], claim);
export const search = statement('search', ['query', 'label', 'limit'], entity);

export const contentEntities = statement('content-entities', ['after', 'limit'], (row) => ({ id: text(row, 'id'), item: entity(row) }));
export const contentLinks = statement('content-links', ['after', 'limit'], (row) => ({ id: text(row, 'id'), item: link(row) }), ['TYPE']);
export const contentClaims = statement('content-claims', ['after', 'limit'], (row) => ({ id: text(row, 'id'), item: claim(row) }));

const held = (row: Row) => [text(row, 'id'), text(row, 'data')] as const;

export const isEmpty = statement('is-empty', [], (row) => count(row, 'count') === 0);
export const heldEntities = statement('held-entities', ['after', 'until'], held);
export const heldClaims = statement('held-claims', ['after', 'until'], held);
export const heldLinks = statement('held-links', ['after', 'until'], held, ['TYPE', 'SIDE']);
export const heldIds = statement('held-ids', ['ids'], (row) => text(row, 'id'));

export const auditEntities = statement('audit-entities', ['after', 'limit'], (row) => ({
  id: text(row, 'id'),
  item: { entity: entity(row), properties: properties(row, 'properties'), labels: texts(row, 'labels') },
}));
export const auditLinks = statement(
  'audit-links',
  ['after', 'limit'],
  (row) => ({
    id: text(row, 'id'),
    item: { link: link(row), properties: properties(row, 'properties'), from: textOrEmpty(row, 'from'), to: textOrEmpty(row, 'to') },
  }),
  ['TYPE'],
);
/** After so many milliseconds the mark of a commit was left by a writer that died: longer than a batch may take. */
export const STALE = 90_000;
export const revision = statement('revision', ['stale'], (row) => ({ revision: String(count(row, 'count')), isMoving: row.get('isMoving') === true }));
export const applied = statement('applied', [], (row) => ({ count: count(row, 'count'), taken: count(row, 'taken'), data: text(row, 'data') }));
export const claimTotal = statement('claim-total', [], countOnly);
export const countLinks = statement('count-links', [], (row) => numbers(row, 'counts'), ['TYPE']);

const dispute = (row: Row) => JSON.parse(text(row, 'dispute')) as ToldDispute;

export const disputesPage = statement('disputes-page', ['place', 'end', 'limit'], dispute);
export const disputesPageBack = statement('disputes-page-back', ['place', 'end', 'limit'], dispute);
export const disputesFound = statement('disputes-found', ['query', 'place', 'limit'], dispute);
export const disputesFoundBack = statement('disputes-found-back', ['query', 'place', 'limit'], dispute);
export const disputesCount = statement('disputes-count', ['query'], countOnly);
export const disputesCurrent = statement('disputes-current', [], countOnly);
export const disputesMarks = statement('disputes-marks', ['after', 'limit'], (row) => ({ id: text(row, 'id'), item: dispute(row) }));

/** An index as the database describes it. */
export interface IndexRow {
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly on: string;
  readonly properties: readonly string[];
  readonly isUnique: boolean;
  readonly analyzer: string;
}

export const schemaIndexes = statement('schema-indexes', [], (row): IndexRow => ({
  name: text(row, 'name'),
  type: text(row, 'type'),
  state: text(row, 'state'),
  on: texts(row, 'labelsOrTypes').join(','),
  properties: texts(row, 'properties'),
  isUnique: row.get('owningConstraint') !== null,
  analyzer: textOrEmpty(row, 'analyzer'),
}));
