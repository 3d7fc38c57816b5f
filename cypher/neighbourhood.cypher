// What stands around entities: their relationships of many types in both directions, newest first.
// Takes ids, a map of the types asked for, how many relationships of any type an entity has at most (of one that has
// more the degree is null), how many relationships an entity brings at most, and of how many it is sorted: one that has
// more brings none. Gives, for each entity that is there, its kind, its degree in the types asked for, and a list of
// pairs: the relationship and the kind of its far end. 2 hits for each relationship that it has; then, unless it has too
// many, 4 for each asked for and 2 for each other.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WITH n, COUNT { (n)--() } <= $few AS isFew
WITH n, isFew, COUNT { MATCH (n)-[r]-() WHERE isFew AND $types[type(r)] } AS degree
RETURN n.id AS id, n.kind AS kind, CASE WHEN isFew THEN degree END AS degree, COLLECT {
  MATCH (n)-[r]-(far)
  WHERE degree > 0 AND degree <= $most AND $types[type(r)]
  RETURN [r.data, far.kind]
  ORDER BY r.place DESC
  LIMIT $limit
} AS around
