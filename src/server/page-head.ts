import type { Vocabulary } from '../model/vocabulary.js';
import { isEntityId } from '../model/values.js';

/** What a shared link shows of a page. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** schema.org, for pages that are about one thing. */
  readonly linkedData: Readonly<Record<string, unknown>> | null;
  /** Where it is found, with its parameters where it has some: an entity's former id leads to the present one. */
  readonly path?: string;
  /** Whether the address leads to something. */
  readonly isThere: boolean;
}

/** What is asked of the graph for the head of an entity's page. */
export const HEAD_QUERY =
  'query PageHead($id: ID!) { entity(id: $id) { id label kind names(first: 20) { nodes { text } } descriptions(first: 3) { nodes { text } } } }';

/** The answer to it. */
export interface HeadData {
  readonly entity: {
    readonly id: string;
    readonly label: string;
    readonly kind: string;
    readonly names: { readonly nodes: readonly { readonly text: string }[] };
    readonly descriptions: { readonly nodes: readonly { readonly text: string }[] };
  } | null;
}

/** What is asked for where nobody describes it. */
export const LINKS_QUERY = 'query PageLinks($id: ID!) { subgraph(around: [$id], first: 6) { links { sentence } } }';

/** The answer to it. */
export interface LinksData {
  readonly subgraph: { readonly links: readonly { readonly sentence: string }[] };
}

/** What is asked of the graph for the head of a page that is about some entities. */
export const NAMES_QUERY = 'query PageNames($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { id label } } }';

/** The answer to it. */
export interface NamesData {
  readonly nodes: readonly ({ readonly id?: string; readonly label?: string } | null)[];
}

const ABOUT = 'A diplomatic knowledge graph with evidence: who met whom, where, under which agreement and when; and who says so, at which words.';

/** The head of an address that leads nowhere. */
export const NOT_FOUND: PageHead = { title: 'Not found', description: ABOUT, linkedData: null, isThere: false };

/** Longest description, and the sentences of relationships that stand for one. */
const LONGEST = 300;
const SENTENCES = 4;

/** Parameters that hold ids of entities. */
const ID_PARAMETERS = ['of', 'about'];

/** Titles of the addresses that are about no one thing; a parameter that is in the address is part of the title. */
const PAGES: Readonly<Record<string, { readonly title: string; readonly parameter?: string; readonly description: string }>> = {
  '/': { title: 'Entente', description: ABOUT },
  '/ask': { title: 'Ask', parameter: 'q', description: 'An answer with the words that it rests on, and who says so.' },
  '/graph': { title: 'Graph', parameter: 'of', description: 'How people, places and agreements are connected, each connection with its words.' },
  '/timeline': { title: 'Timeline', parameter: 'of', description: 'Events, offices, agreements and partnerships in time, each with who says so.' },
  '/map': {
    title: 'Map',
    parameter: 'of',
    description: 'Cities, regions and countries with the partnerships that join them, and the journeys of people in order, on a map.',
  },
  '/disputes': { title: 'Disputes', parameter: 'about', description: 'What the sources do not agree on: for and against, with words, dates and who.' },
  '/questions': {
    title: 'Questions',
    description: 'Worked questions, from single facts to what sources dispute, to be asked as they are or with people and places of your own.',
  },
  '/compare': { title: 'Compare', parameter: 'of', description: 'What differs between two points of view: two days, two states of knowledge, two who say so.' },
};

/** The id of the entity that a path is the address of, such as /city/tours; null for other paths. */
export function entityOf(vocabulary: Vocabulary, path: string): string | null {
  const id = decoded(path.slice(1));
  return isEntityId(id) && vocabulary.rootOf(id) !== undefined ? id : null;
}

/** The ids of entities that the parameters of an address name, as many as a title has room for. */
export function namedIn(query: URLSearchParams): string[] {
  return ID_PARAMETERS.flatMap((name) => query.getAll(name))
    .filter(isEntityId)
    .slice(0, 6);
}

/** The head of a page that is about no one entity, with what the entities in its address are called; null where the page has no such address. */
export function headOfPage(vocabulary: Vocabulary, path: string, query: URLSearchParams, { nodes }: NamesData): PageHead | null {
  // What it is about is in its parameters: without them, a shared link would lead elsewhere.
  const whole = query.size === 0 ? path : `${path}?${query.toString()}`;
  const list = /^\/list\/([a-z]+)$/i.exec(path)?.[1];
  const kind = vocabulary.kinds.find(({ plural, labels }) => plural === list || labels.some((label) => label.plural === list));
  if (list !== undefined && kind) return { title: capital(list), description: kind.about, linkedData: null, path: whole, isThere: true };
  const page = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined;
  if (!page) return null;
  const names = new Map(nodes.flatMap((node) => (node?.id !== undefined && node.label !== undefined ? [[node.id, node.label] as const] : [])));
  const values = page.parameter === undefined ? [] : query.getAll(page.parameter);
  const given = values
    .map((value) => names.get(value) ?? value)
    .join(', ')
    .slice(0, 200);
  const title = given === '' ? page.title : path === '/ask' ? given : `${page.title}: ${given}`;
  return { title, description: page.description, linkedData: path === '/' ? siteData() : null, path: whole, isThere: true };
}

/** The head of an entity's page, from the answers to HEAD_QUERY and LINKS_QUERY; `address` is the page's own, for linked data. */
export function headOfEntity(vocabulary: Vocabulary, { entity }: HeadData, links: LinksData | null, address: string): PageHead {
  if (!entity) return NOT_FOUND;
  const kind = vocabulary.kinds.find(({ name }) => name.toUpperCase() === entity.kind.replaceAll('_', ''));
  const said = entity.descriptions.nodes.map(({ text }) => text);
  const told = said.length > 0 ? said : (links?.subgraph.links.slice(0, SENTENCES) ?? []).map(({ sentence }) => `${sentence}.`);
  const description = shortened(told.length > 0 ? told.join(' ') : (kind?.about ?? ABOUT));
  const terms = kind ? vocabulary.lineage(kind).flatMap(({ mapping }) => mapping) : [];
  const type = terms.find((term) => term.startsWith('schema:'))?.slice('schema:'.length) ?? 'Thing';
  const others = [...new Set(entity.names.nodes.map(({ text }) => text))].filter((name) => name !== entity.label);
  const linkedData = { '@context': 'https://schema.org', '@type': type, '@id': address, url: address, name: entity.label, description };
  return {
    title: entity.label,
    description,
    linkedData: others.length > 0 ? { ...linkedData, alternateName: others } : linkedData,
    path: `/${entity.id}`,
    isThere: true,
  };
}

/** The head as HTML. */
export function headHtml({ title, description, linkedData }: PageHead, address: string): string {
  const full = title === 'Entente' ? title : `${title} · Entente`;
  const data = linkedData === null ? '' : `<script type="application/ld+json">${JSON.stringify(linkedData).replaceAll('<', '\\u003c')}</script>`;
  return `<title>${escaped(full)}</title>
    <meta name="description" content="${escaped(description)}" />
    <link rel="canonical" href="${escaped(address)}" />
    <meta property="og:site_name" content="Entente" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${escaped(title)}" />
    <meta property="og:description" content="${escaped(description)}" />
    <meta property="og:url" content="${escaped(address)}" />
    <meta name="twitter:card" content="summary" />
    ${data}`;
}

function siteData(): Record<string, unknown> {
  return { '@context': 'https://schema.org', '@type': 'Dataset', name: 'Entente', description: ABOUT, license: 'https://www.apache.org/licenses/LICENSE-2.0' };
}

/** As many whole words as a description has room for. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
