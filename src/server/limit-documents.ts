import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  type ASTVisitor,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type ParseOptions,
  type Source,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { parseFailed, tooComplex } from '../graphql/errors.js';
import { guessed, unguessed } from '../graphql/guesses.js';
import type { Config, Limits } from './config.js';
import { documentDepth } from './depth.js';

/** Documents longer than this are parsed anew each time; what is kept of all others stays small. */
const LONGEST_KEPT = 8_000;
const MOST_KEPT = 256;

/** What graphql-js says when it stops comparing fields with one another. */
const ABORTED = 'Validation aborted.';

/** Limits on documents that hold before anything is executed: depth and tokens before parsing, the rest by validation. */
export function limitDocuments({ limits, introspection, suggestions }: Config): Plugin[] {
  const told = (schema: GraphQLSchema, error: GraphQLError) => (suggestions ? guessed(schema, error) : unguessed(error));
  return [
    {
      onParse({ setParseFn }) {
        setParseFn((source: string | Source, options?: ParseOptions) => parseWithin(limits, source, options));
      },
      onValidate({ addValidationRule, params }) {
        addValidationRule(refuseThen);
        addValidationRule(refuseAbsentRoots);
        if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
        return ({ result, setResult }) => {
          const schema = params.schema as GraphQLSchema;
          const errors = result as readonly GraphQLError[];
          setResult(
            errors.map((error) => (error.message === ABORTED ? tooComplex('a document may not select the same fields so often') : told(schema, error))),
          );
        };
      },
      onExecute({ args }) {
        const schema = args.schema as GraphQLSchema;
        return {
          // Values of variables are refused by the executor.
          onExecuteDone({ result, setResult }) {
            const { errors, ...more } = result as ExecutionResult;
            if (errors) setResult({ ...more, errors: errors.map((error) => told(schema, error)) });
          },
        };
      },
    },
    EnvelopArmorPlugin({
      maxAliases: { n: limits.aliases, allowList: [], ...reported('aliases', limits.aliases) },
      maxDirectives: { n: limits.directives, ...reported('directives', limits.directives) },
      // It knows suggestions of fields only.
      blockFieldSuggestion: { enabled: false },
      // Depth is limited before parsing, tokens by the parser, cost on coerced variables: armor sees literals only.
      maxDepth: { enabled: false },
      maxTokens: { enabled: false },
      costLimit: { enabled: false },
    }),
  ];
}

/** Parsed documents by their text, few and short ones: distinct long documents would fill the memory. */
export function documentCache<T extends object>(): LRUCache<string, T> {
  return new LRUCache({ max: MOST_KEPT, maxEntrySize: LONGEST_KEPT, sizeCalculation: (_parsed, text) => Math.max(1, text.length) });
}

function parseWithin({ depth, tokens }: Limits, source: string | Source, options: ParseOptions | undefined): DocumentNode {
  if (documentDepth(typeof source === 'string' ? source : source.body) > depth) {
    throw tooComplex(`a document may nest brackets ${String(depth)} deep`);
  }
  try {
    return parse(source, { ...options, maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw error.message.includes('tokens. Parsing aborted') ? tooComplex(`a document may have ${String(tokens)} tokens`) : parseFailed(error);
  }
}

function reported(what: string, most: number) {
  return {
    propagateOnRejection: false,
    onReject: [(context: ValidationContext | null) => context?.reportError(tooComplex(`an operation may have ${String(most)} ${what}, fragments unfolded`))],
  };
}

/** An answer with a member `then` looks like a promise to the executor. */
function refuseThen(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.alias?.value === 'then') context.reportError(new GraphQLError('the alias "then" cannot be used; take another', { nodes: node }));
    },
  };
}

/** The executor finds out itself, but too late to refuse the request as a whole. */
function refuseAbsentRoots(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (!context.getSchema().getRootType(node.operation)) context.reportError(new GraphQLError(`there is no ${node.operation} here`, { nodes: node }));
    },
  };
}
