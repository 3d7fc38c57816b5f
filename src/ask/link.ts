/** The address, on this server, at which GraphiQL opens an operation with its variables. */
export function graphiqlUrl(operation: string, variables: Readonly<Record<string, unknown>>): string {
  return `/graphql?${new URLSearchParams({ query: operation, variables: JSON.stringify(variables) }).toString()}`;
}
