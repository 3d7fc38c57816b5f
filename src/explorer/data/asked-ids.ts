/** The ids of entities among the variables of an operation, each once, in their order. */
export function askedIds(variables: unknown): string[] {
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && /^[a-z]+\/[a-z\d]+(?:-[a-z\d]+)*$/.test(value)) ids.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(variables);
  return [...ids];
}
