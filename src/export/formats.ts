import { claimSheet, entitySheet, linkSheet } from './csv.js';
import { cypherScript } from './cypher.js';
import { gexf } from './gexf.js';
import type { GraphSource } from './graph-source.js';
import { graphml } from './graphml.js';
import { jsonld } from './jsonld.js';
import { importFile } from './neo4j-csv.js';
import { turtle } from './turtle.js';

/** One file of a format. */
export interface Part {
  readonly name: string;
  readonly file: string;
  readonly mediaType: string;
  readonly write: (source: GraphSource) => AsyncIterable<string>;
}

export interface Format {
  readonly about: string;
  readonly parts: readonly Part[];
}

const CSV = 'text/csv; charset=utf-8; header=present';

function single(about: string, file: string, mediaType: string, write: Part['write']): Format {
  return { about, parts: [{ name: 'graph', file, mediaType, write }] };
}

/** What a graph can be written as. */
export const FORMATS: Readonly<Record<string, Format>> = {
  graphml: single('GraphML, for networkx, igraph, yEd, Cytoscape.', 'graph.graphml', 'application/graphml+xml; charset=utf-8', graphml),
  gexf: single('GEXF 1.2, for Gephi.', 'graph.gexf', 'application/gexf+xml; charset=utf-8', gexf),
  jsonld: single('JSON-LD, with claims as qualified statements.', 'graph.jsonld', 'application/ld+json; charset=utf-8', jsonld),
  turtle: single('Turtle, with claims as qualified statements.', 'graph.ttl', 'text/turtle; charset=utf-8', turtle),
  csv: {
    about: 'Sheets of entities, relationships and claims for a spreadsheet.',
    parts: [
      { name: 'entities', file: 'entities.csv', mediaType: CSV, write: entitySheet },
      { name: 'relationships', file: 'relationships.csv', mediaType: CSV, write: linkSheet },
      { name: 'claims', file: 'claims.csv', mediaType: CSV, write: claimSheet },
    ],
  },
  'neo4j-csv': {
    about: 'Files for neo4j-admin database import, with --array-delimiter=U+001F.',
    parts: [
      { name: 'entities', file: 'entities.csv', mediaType: CSV, write: (source) => importFile(source, 'entities') },
      { name: 'relationships', file: 'relationships.csv', mediaType: CSV, write: (source) => importFile(source, 'links') },
      { name: 'claims', file: 'claims.csv', mediaType: CSV, write: (source) => importFile(source, 'claims') },
    ],
  },
  cypher: single('A Cypher script for an empty Neo4j.', 'graph.cypher', 'text/plain; charset=utf-8', cypherScript),
};
