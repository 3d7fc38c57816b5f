import { cell, entityColumns, linkColumns, type ColumnSpec } from './columns.js';
import type { GraphSource } from './graph-source.js';
import { attributes, escaped } from './xml.js';

/** GEXF 1.2 (https://gexf.net/1.2draft/gexf-12draft-primer.pdf), which Gephi and networkx read: directed, edges named by their fact keys. */
export async function* gexf(source: GraphSource): AsyncGenerator<string> {
  const nodes: readonly ColumnSpec[] = [fixed('kind', 'string'), fixed('intended', 'boolean'), ...entityColumns(source.vocabulary)];
  const edges: readonly ColumnSpec[] = [fixed('type', 'string'), fixed('day', 'string'), fixed('intended', 'boolean'), ...linkColumns(source.vocabulary)];
  const declared = (side: 'node' | 'edge', specs: readonly ColumnSpec[]) =>
    `<attributes class="${side}">\n${specs.map((spec, at) => `<attribute${attributes({ id: String(at), title: spec.name, type: spec.many ? 'string' : spec.type })}/>\n`).join('')}</attributes>\n`;
  const given = (specs: readonly ColumnSpec[], value: (name: string) => string | null) => {
    const values = specs.flatMap(({ name }, at) => {
      const found = value(name);
      return found === null ? [] : [`<attvalue${attributes({ for: String(at), value: found })}/>`];
    });
    return `<attvalues>${values.join('')}</attvalues>`;
  };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
  yield `<meta><creator>Entente</creator><description>${escaped(source.about)}</description></meta>\n<graph defaultedgetype="directed" mode="static">\n`;
  yield declared('node', nodes) + declared('edge', edges);
  yield '<nodes>\n';
  for await (const entities of source.entities()) {
    yield entities
      .map(({ id, label, kind, intended, columns }) => {
        const own: Readonly<Record<string, string>> = { kind, intended: String(intended) };
        return `<node${attributes({ id, label })}>${given(nodes, (name) => own[name] ?? cell(columns, name))}</node>\n`;
      })
      .join('');
  }
  yield '</nodes>\n<edges>\n';
  for await (const links of source.links()) {
    yield links
      .map(({ key, type, from, to, at, intended, columns }) => {
        const own: Readonly<Record<string, string | null>> = { type, day: at === '' ? null : at, intended: String(intended) };
        return `<edge${attributes({ id: key, source: from, target: to, label: type })}>${given(edges, (name) => (name in own ? (own[name] ?? null) : cell(columns, name)))}</edge>\n`;
      })
      .join('');
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function fixed(name: string, type: ColumnSpec['type']): ColumnSpec {
  return { name, type, many: false, about: '' };
}
