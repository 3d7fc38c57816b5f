import { cell, entityColumns, linkColumns, type ColumnSpec } from './columns.js';
import type { GraphSource } from './graph-source.js';
import { attributes, escaped } from './xml.js';

const ENTITY: readonly (readonly [name: string, type: string])[] = [
  ['label', 'string'],
  ['kind', 'string'],
  ['intended', 'boolean'],
];
const LINK: readonly (readonly [name: string, type: string])[] = [
  ['type', 'string'],
  ['day', 'string'],
  ['intended', 'boolean'],
];

/** GraphML (http://graphml.graphdrawing.org/specification.html): directed, relationships named by their fact keys. */
export async function* graphml(source: GraphSource): AsyncGenerator<string> {
  const nodes = entityColumns(source.vocabulary);
  const edges = linkColumns(source.vocabulary);
  const key = (side: 'node' | 'edge', name: string, type: string) =>
    `<key${attributes({ id: `${side}.${name}`, for: side, 'attr.name': name, 'attr.type': type })}/>\n`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield [
    ...ENTITY.map(([name, type]) => key('node', name, type)),
    ...nodes.map((spec) => key('node', spec.name, typeOf(spec))),
    ...LINK.map(([name, type]) => key('edge', name, type)),
    ...edges.map((spec) => key('edge', spec.name, typeOf(spec))),
  ].join('');
  yield `<graph id="entente" edgedefault="directed">\n<desc>${escaped(source.about)}</desc>\n`;
  const data = (side: 'node' | 'edge', name: string, value: string | null) => (value === null ? '' : `<data key="${side}.${name}">${escaped(value)}</data>`);
  for await (const entities of source.entities()) {
    yield entities
      .map(({ id, label, kind, intended, columns }) => {
        const own = [
          data('node', 'label', label),
          data('node', 'kind', kind),
          data('node', 'intended', String(intended)),
          ...nodes.map(({ name }) => data('node', name, cell(columns, name))),
        ];
        return `<node${attributes({ id })}>${own.join('')}</node>\n`;
      })
      .join('');
  }
  for await (const links of source.links()) {
    yield links
      .map(({ key: id, type, from, to, at, intended, columns }) => {
        const own = [
          data('edge', 'type', type),
          data('edge', 'day', at === '' ? null : at),
          data('edge', 'intended', String(intended)),
          ...edges.map(({ name }) => data('edge', name, cell(columns, name))),
        ];
        return `<edge${attributes({ id, source: from, target: to })}>${own.join('')}</edge>\n`;
      })
      .join('');
  }
  yield '</graph>\n</graphml>\n';
}

/** A list becomes text. */
function typeOf({ type, many }: ColumnSpec): string {
  return many ? 'string' : type;
}
