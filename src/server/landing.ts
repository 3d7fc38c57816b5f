import type { Vocabulary } from '../model/vocabulary.js';
import type { Answer } from './answer.js';
import type { Config } from './config.js';
import type { ServedStore } from './store-hooks.js';
import { withinTime } from './within-time.js';

interface KindCount {
  readonly plural: string;
  readonly about: string;
  readonly count: number;
}

/** Counts are taken again after this many milliseconds. */
const FRESH = 10_000;

/** How long the page waits for counts. */
const LONGEST = 1_000;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
h1 { margin-bottom: 0 } a { color: #0b57a4 } table { border-collapse: collapse; width: 100% }
td { padding: .25rem .5rem; border-top: 1px solid #d8dee6; vertical-align: top } td:nth-child(1) { text-align: right; width: 4rem; font-variant-numeric: tabular-nums }
pre { background: #f2f5f8; padding: .75rem; overflow-x: auto }
@media (prefers-color-scheme: dark) { body { color: #e3e8ef; background: #12161c } a { color: #7db7f0 } pre { background: #1c222b } td { border-color: #333c48 } }
`;

/** The page at `/`: what this is, how much it holds, and where to go on. It needs no script and loads nothing. */
export class LandingPage {
  private readonly config: Config;
  private readonly vocabulary: Vocabulary;
  private readonly store: ServedStore;
  private counts: Promise<readonly KindCount[] | null> | undefined;
  private countedAt = 0;

  constructor(config: Config, vocabulary: Vocabulary, store: ServedStore) {
    this.config = config;
    this.vocabulary = vocabulary;
    this.store = store;
  }

  async answer(): Promise<Answer> {
    return {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: this.page(await this.counted()),
      headers: { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' },
    };
  }

  private counted(): Promise<readonly KindCount[] | null> {
    if (this.counts === undefined || Date.now() - this.countedAt > FRESH) {
      this.countedAt = Date.now();
      // A page that cannot count still tells what this is; /ready tells why.
      this.counts = withinTime(this.count(), LONGEST).catch(() => null);
    }
    return this.counts;
  }

  private count(): Promise<KindCount[]> {
    const kinds = this.vocabulary.kinds.filter((kind) => kind.extends === null);
    return Promise.all(
      kinds.map(async ({ name, plural, about }) => ({ plural, about, count: await this.store.count({ label: name, filter: [], intended: false }) })),
    );
  }

  private page(counts: readonly KindCount[] | null): string {
    const rows = (counts ?? []).map(
      ({ plural, about, count }) => `<tr><td>${String(count)}</td><td><b>${escaped(plural)}</b></td><td>${escaped(about)}</td></tr>`,
    );
    const holds = counts ? `<table>${rows.join('')}</table>` : '<p>The database cannot be reached just now; <a href="/ready">/ready</a> tells more.</p>';
    const graphiql = this.config.graphiql ? '<p><a href="/graphql">Open GraphiQL</a>: ask in your browser, with examples to begin with.</p>' : '';
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Entente</title><style>${STYLE}</style></head>
<body><h1>Entente</h1>
<p>A diplomatic knowledge graph with evidence: who met whom, where, under which agreement and when; and who says so, in which document and at which words.</p>
${graphiql}
<p>Or send GraphQL to <code>/graphql</code>:</p>
<pre>curl -s http://localhost:${String(this.config.port)}/graphql -H 'content-type: application/json' \\
  -d '{"query":"{ countries { totalCount edges { node { id label } } } }"}'</pre>
<h2>What it holds</h2>
${holds}
<p>Engine: ${escaped(this.store.engine)}. <a href="/health">/health</a> · <a href="/ready">/ready</a>${this.config.metrics ? ' · <a href="/metrics">/metrics</a>' : ''}</p>
</body></html>
`;
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
