import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Vocabulary } from '../model/vocabulary.js';
import { textAnswer, type Answer } from './answer.js';
import type { Call } from './call.js';
import type { GraphQLEndpoint } from './graphql-endpoint.js';
import {
  entityOf,
  HEAD_QUERY,
  headHtml,
  headOfEntity,
  headOfPage,
  LINKS_QUERY,
  namedIn,
  NAMES_QUERY,
  NOT_FOUND,
  type HeadData,
  type LinksData,
  type NamesData,
  type PageHead,
} from './page-head.js';
import { wantsPage, type Target } from './request-head.js';
import { StaticFiles } from './static-files.js';

/** A browser that obeys runs and asks nothing but what this server sends, whatever the page holds. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  // The layout of the graph works in a thread whose program comes from a script of this page.
  'worker-src': "'self' blob:",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** GraphiQL's editor writes style sheets of its own. */
const GRAPHIQL_POLICY = { ...POLICY, 'style-src': "'self' 'unsafe-inline'", 'font-src': "'self' data:" };

const MARK = '<!--head-->';

/** Bytes that nobody guesses while a document is looked at. */
const NONCE_BYTES = 16;

/** Longest path that may be an address of the page. */
const LONGEST_PATH = 300;

/** The page: its files, and its document at every address, with the head that a shared link shows. */
export class Explorer {
  private readonly files: StaticFiles;
  private readonly vocabulary: Vocabulary;
  private readonly endpoint: GraphQLEndpoint;

  constructor(vocabulary: Vocabulary, endpoint: GraphQLEndpoint, files = new StaticFiles()) {
    this.vocabulary = vocabulary;
    this.endpoint = endpoint;
    this.files = files;
  }

  /** A file or a document of the page; null for what it has no address for, unless a browser is to be told so by the page itself. */
  async answer(request: IncomingMessage, { path, query }: Target, call: Call): Promise<Answer | null> {
    const file = this.files.answer(request, path);
    if (file) return file;
    const head = (await this.head(request, path, query, call)) ?? (wantsPage(request) ? NOT_FOUND : null);
    if (!head) return null;
    if (!this.files.isBuilt) return notBuilt();
    // What completes names lays a style sheet of its own into the document; it finds there what lets it do so.
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    const html = this.files
      .text('index.html')
      .replace(MARK, () => `${headHtml(head, addressOf(request, head.path ?? path))}\n    <meta property="csp-nonce" nonce="${nonce}" />`);
    return document(head.isThere ? 200 : 404, html, { ...POLICY, 'style-src': `'self' 'nonce-${nonce}'` });
  }

  /** GraphiQL; its examples and its editor come as files of the page. */
  graphiql(): Answer {
    return this.files.isBuilt ? document(200, this.files.text('graphiql.html'), GRAPHIQL_POLICY) : notBuilt();
  }

  private async head(request: IncomingMessage, path: string, query: string, call: Call): Promise<PageHead | null> {
    if (path.length > LONGEST_PATH) return null;
    const id = entityOf(this.vocabulary, path);
    if (id === null) {
      const parameters = new URLSearchParams(query);
      const ids = namedIn(parameters);
      const names = ids.length === 0 ? null : await this.asked<NamesData>(NAMES_QUERY, { ids }, call);
      return headOfPage(this.vocabulary, path, parameters, names ?? { nodes: [] });
    }
    const data = await this.asked<HeadData>(HEAD_QUERY, { id }, call);
    const links = data?.entity?.descriptions.nodes.length === 0 ? await this.asked<LinksData>(LINKS_QUERY, { id: data.entity.id }, call) : null;
    // While the graph cannot be asked, the page itself tells why.
    return data
      ? headOfEntity(this.vocabulary, data, links, addressOf(request, `/${data.entity?.id ?? id}`))
      : { title: id, description: '', linkedData: null, isThere: true };
  }

  private async asked<T>(query: string, variables: object, call: Call): Promise<T | null> {
    const body = JSON.stringify({ query, variables });
    const answer = await this.endpoint({ method: 'POST', target: '/graphql', accept: 'application/json', body }, call);
    const { data } = JSON.parse(answer.body) as { data?: T | null };
    return data ?? null;
  }
}

function document(status: number, html: string, policy: Readonly<Record<string, string>>): Answer {
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: html,
    headers: {
      'content-security-policy': Object.entries(policy)
        .map(([name, value]) => `${name} ${value}`)
        .join('; '),
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  };
}

function notBuilt(): Answer {
  return { ...textAnswer(503, 'The page is not built yet; "npm run build" builds it. GraphQL is answered at /graphql.\n'), headers: { 'retry-after': '15' } };
}

/** The full address of a path, as the client names this server. */
function addressOf({ headers }: IncomingMessage, path: string): string {
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return `${scheme}://${headers.host ?? 'localhost'}${path}`;
}
