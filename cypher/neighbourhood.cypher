// What stands around entities: their relationships of many types in both directions, newest first.
// TYPE: every type there is, its line once for each.
// Takes ids, a map of the types asked for, how many relationships an entity brings at most, and of how many it is
// sorted: one that has more brings none. Gives, for each entity that is there, its kind, its degree, and a list of
// pairs: the relationship and the kind of its far end. 1 hit for each type asked; then, unless it has too many, 4 for
// each relationship asked for and 2 for each other.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WITH n, reduce(total = 0, degree IN [
  CASE WHEN $types.`TYPE` THEN COUNT { (n)-[:`TYPE`]-() } ELSE 0 END
] | total + degree) AS degree
RETURN n.id AS id, n.kind AS kind, degree, COLLECT {
  MATCH (n)-[r]-(far)
  WHERE degree > 0 AND degree <= $most AND $types[type(r)]
  RETURN [r.data, far.kind]
  ORDER BY r.place DESC
  LIMIT $limit
} AS around
