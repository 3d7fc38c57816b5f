import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { printed } from '../graphql/printed.js';
import type { McpParts } from '../mcp/server.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { packageVersion } from '../model/package-root.js';
import type { Answer } from './answer.js';
import type { Call } from './call.js';
import type { GraphQLEndpoint } from './graphql-endpoint.js';

/** Answers one message of the Model Context Protocol, its body read and checked. */
export type McpEndpoint = (body: string, headers: Headers, call: Call) => Promise<Answer>;

/** What the protocol's server needs, over the GraphQL endpoint: tools go the way of any other request. */
export function mcpParts(schema: GraphQLSchema, vocabulary: Vocabulary, endpoint: GraphQLEndpoint, call: Call): McpParts {
  return {
    vocabulary,
    sdl: () => printed(schema),
    version: packageVersion(),
    send: async (query, variables) => {
      const body = JSON.stringify({ query, variables });
      const answer = await endpoint({ method: 'POST', target: '/graphql', accept: 'application/graphql-response+json', body }, call);
      return JSON.parse(answer.body) as ExecutionResult;
    },
  };
}

/** The protocol over streamable HTTP, without sessions: every request is a whole conversation, so any number of servers may answer. */
export function createMcpEndpoint(schema: GraphQLSchema, vocabulary: Vocabulary, endpoint: GraphQLEndpoint): McpEndpoint {
  return async (body, headers, call) => {
    // Most servers never speak it, and all would wait for it at their start.
    const [{ mcpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
      import('../mcp/server.js'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
    ]);
    const server = mcpServer(mcpParts(schema, vocabulary, endpoint, call));
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    try {
      const response = await transport.handleRequest(new Request('http://localhost/mcp', { method: 'POST', headers, body, signal: call.signal }));
      return {
        status: response.status,
        type: response.headers.get('content-type') ?? 'application/json',
        body: await response.text(),
        headers: { 'cache-control': 'no-store' },
      };
    } finally {
      await server.close();
    }
  };
}
