import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Answer } from './answer.js';
import type { Gate } from './gate.js';
import type { StatementNote } from './store-hooks.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What /metrics tells, in the text format of Prometheus. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Counter<'route' | 'status'>;
  private readonly durations: Histogram<'route'>;
  private readonly errors: Counter<'code'>;
  private readonly nodes: Histogram;
  private readonly statements: Histogram<'statement' | 'outcome'>;

  constructor(gate: Gate) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Counter({ name: 'entente_http_requests_total', help: 'Requests answered.', labelNames: ['route', 'status'], registers });
    this.durations = new Histogram({
      name: 'entente_http_request_duration_seconds',
      help: 'Time from the head of a request to its answer.',
      labelNames: ['route'],
      buckets: SECONDS,
      registers,
    });
    this.errors = new Counter({ name: 'entente_graphql_errors_total', help: 'Answers with an error, by code.', labelNames: ['code'], registers });
    this.nodes = new Histogram({
      name: 'entente_graphql_cost_nodes',
      help: 'Nodes that requests may bring, computed before execution.',
      buckets: [1, 10, 100, 1_000, 5_000, 10_000, 20_000],
      registers,
    });
    this.statements = new Histogram({
      name: 'entente_store_statement_duration_seconds',
      help: 'Time of the statements sent to the database.',
      labelNames: ['statement', 'outcome'],
      buckets: SECONDS,
      registers,
    });
    new Gauge({
      name: 'entente_graphql_executions_in_flight',
      help: 'Operations that are executed just now.',
      registers,
      collect() {
        this.set(gate.inFlight);
      },
    });
  }

  async answer(): Promise<Answer> {
    return { status: 200, type: this.registry.contentType, body: await this.registry.metrics() };
  }

  /** Notes an answered request; `route` is one of the server's own, never a path as it came. */
  request(route: string, status: number, milliseconds: number): void {
    this.requests.inc({ route, status: String(status) });
    this.durations.observe({ route }, milliseconds / 1_000);
  }

  execution(nodes: number | null, codes: Iterable<string>): void {
    if (nodes !== null) this.nodes.observe(nodes);
    for (const code of codes) this.errors.inc({ code });
  }

  statement({ name, milliseconds, outcome }: StatementNote): void {
    this.statements.observe({ statement: name, outcome }, milliseconds / 1_000);
  }
}
