import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { ExecutionResult } from 'graphql';
import { z } from 'zod';
import { dictionary } from '../model/dictionary.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { argumentsOf } from './arguments.js';
import { OPERATIONS } from './operations.js';
import { prompts, type Prompt } from './prompts.js';
import { resultOf } from './results.js';
import { partOfSchema } from './schema-part.js';
import { tools, type Tool, type Variables } from './tools.js';

/** Sends an operation to the API, as any client would: within the same limits, answered or refused in the same way. */
export type Send = (query: string, variables: Variables) => Promise<ExecutionResult>;

export interface McpParts {
  readonly vocabulary: Vocabulary;
  /** Prints the schema. */
  readonly sdl: () => string;
  readonly version: string;
  readonly send: Send;
}

const INSTRUCTIONS =
  'A diplomatic knowledge graph with evidence. Ask in words with `ask`; find ids with `search`. Cite the claims that results bring, with source and span. Nothing recorded is not a no: a denied claim says no.';

/** What every tool answers with beside its text. */
const OUTPUT = {
  data: z.unknown().describe('What the API answered, claims with `source` and `link`.'),
  cut: z.boolean().describe('Whether lists were shortened to fit.'),
  cost: z.unknown().optional(),
};

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** A server of the Model Context Protocol over the API: tools, resources and prompts for agents that cite. */
export function mcpServer(parts: McpParts): McpServer {
  const server = new McpServer({ name: 'entente', version: parts.version }, { instructions: INSTRUCTIONS });
  for (const [name, tool] of Object.entries(tools)) addTool(server, parts, name, tool);
  addSchema(server, parts);
  addGraphQL(server, parts);
  addResources(server, parts);
  for (const [name, prompt] of Object.entries(prompts)) {
    addPrompt(server, name, prompt);
  }
  return server;
}

function addPrompt(server: McpServer, name: string, prompt: Prompt): void {
  const argsSchema = Object.fromEntries(Object.entries(prompt.args).map(([arg, of]) => [arg, z.string().max(400).describe(of)]));
  const registered = server.registerPrompt(name, { description: prompt.about, argsSchema }, (given) => ({
    messages: [{ role: 'user', content: { type: 'text', text: prompt.text(given) } }],
  }));
  registered.argsSchema = argumentsOf(argsSchema);
}

function addTool(server: McpServer, { send }: McpParts, name: string, tool: Tool): void {
  // What comes has been checked by the tool's own schema.
  server.registerTool(
    name,
    { description: tool.about, inputSchema: argumentsOf(tool.input), outputSchema: OUTPUT, annotations: READ_ONLY },
    async (input: unknown) => answered(await send(tool.operation, tool.variables(input as never))),
  );
}

function addSchema(server: McpServer, { sdl }: McpParts): void {
  const input = { word: z.string().min(2).max(60).describe('A type, field or value, such as partnerships or Claim.') };
  server.registerTool(
    'schema',
    { description: 'The part of the GraphQL schema that has to do with a word.', inputSchema: argumentsOf(input), annotations: READ_ONLY },
    ({ word }) => ({
      content: [{ type: 'text', text: partOfSchema(sdl(), word) }],
    }),
  );
}

function addGraphQL(server: McpServer, { send }: McpParts): void {
  const input = { query: z.string().min(1).max(20_000), variables: z.record(z.string(), z.unknown()).default({}) };
  const description = 'Runs any GraphQL query, read only and within the limits of the API; tells its cost. `schema` shows what there is.';
  server.registerTool('graphql', { description, inputSchema: argumentsOf(input), outputSchema: OUTPUT, annotations: READ_ONLY }, async ({ query, variables }) =>
    answered(await send(query, variables)),
  );
}

function addResources(server: McpServer, { vocabulary, send }: McpParts): void {
  server.registerResource(
    'vocabulary',
    'entente:///vocabulary',
    { description: 'Every kind, property and relationship, with what it means.', mimeType: 'text/markdown' },
    (uri) => ({
      contents: [{ uri: uri.href, mimeType: 'text/markdown', text: dictionary(vocabulary) }],
    }),
  );
  const template = new ResourceTemplate('entente:///{kind}/{name}', { list: undefined });
  server.registerResource(
    'entity',
    template,
    { description: 'An entity, a claim or a document with its passages, by id.', mimeType: 'application/json' },
    async (uri, { kind, name }) => {
      // A link to words of a document has their span behind a hash.
      const id = `${String(kind)}/${String(name)}`.replace(/(#|%23).*$/, '');
      const isDocument = vocabulary.rootOf(id)?.properties['sha256'] !== undefined;
      const isClaim = kind === 'claim';
      const operation = isClaim ? OPERATIONS.evidence : isDocument ? OPERATIONS.passages : OPERATIONS.entity;
      const result = await send(operation, { id, limit: 50, ...(isClaim ? { predicate: null } : {}) });
      if (result.errors?.[0]) throw new Error(result.errors[0].message);
      if (isNothing(result.data)) throw new Error(`there is no "${id}"`);
      return { contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(resultOf(result.data).data) }] };
    },
  );
}

function isNothing(data: ExecutionResult['data']): data is null | undefined {
  return data === null || data === undefined || Object.values(data).every((value) => value === null);
}

/** An answer of the API as the result of a tool: structured, and the same as text. */
function answered({ data, errors, extensions }: ExecutionResult): CallToolResult {
  const problems = (errors ?? []).map(({ message, extensions: own }) => (typeof own['code'] === 'string' ? `${own['code']}: ${message}` : message));
  if (problems.length > 0 && isNothing(data)) return { isError: true, content: [{ type: 'text', text: problems.slice(0, 5).join('\n') }] };
  if (isNothing(data)) return { isError: true, content: [{ type: 'text', text: 'There is nothing with this id; `search` finds ids.' }] };
  const { data: told, cut } = resultOf(data);
  const cost = extensions?.['cost'];
  const structuredContent = { data: told, cut, ...(cost === undefined ? {} : { cost }), ...(problems.length > 0 ? { problems } : {}) };
  return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
}
