import { Kind, type DocumentNode, type FieldNode, type ValueNode } from '@0no-co/graphql.web';
import { makeOperation, type Exchange } from 'urql';
import { map, pipe } from 'wonka';
import { isOpen, type Lens } from './lens.ts';

/**
 * Asks every operation through a lens: what it selects goes below `view(…)`, and comes back as if it had not. Pages
 * write their operations without a thought of it.
 */
export function viewExchange(lens: Lens): Exchange {
  return ({ forward }) =>
    isOpen(lens)
      ? forward
      : (operations) => {
          const originals = new Map<number, DocumentNode>();
          return pipe(
            operations,
            map((operation) => {
              if (operation.kind !== 'query') return operation;
              originals.set(operation.key, operation.query);
              return makeOperation(operation.kind, { ...operation, query: viewed(operation.query, lens) });
            }),
            forward,
            map((result) => {
              const query = originals.get(result.operation.key);
              if (query === undefined) return result;
              const data: unknown = (result.data as { view?: unknown } | undefined)?.view;
              return { ...result, data, operation: makeOperation(result.operation.kind, { ...result.operation, query }) };
            }),
          );
        };
}

/** The document with what its operation selects below `view`. */
export function viewed(document: DocumentNode, lens: Lens): DocumentNode {
  if (isOpen(lens)) return document;
  const view = (selectionSet: FieldNode['selectionSet']): FieldNode => ({
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: 'view' },
    arguments: Object.entries(lens).map(([name, value]: [string, unknown]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name === 'sources' ? 'source' : name },
      value: literal(value),
    })),
    selectionSet,
  });
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      'operation' in definition ? { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections: [view(definition.selectionSet)] } } : definition,
    ),
  };
}

function literal(value: unknown): ValueNode {
  return Array.isArray(value) ? { kind: Kind.LIST, values: value.map(literal) } : { kind: Kind.STRING, value: String(value) };
}
