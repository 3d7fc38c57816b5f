// How many relationships of each type there are.
// TYPE: every type there is, its line once for each. Gives the counts in the order of the types, from the count store.
RETURN [
  COUNT { ()-[:`TYPE`]->() }
] AS counts
