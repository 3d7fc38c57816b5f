// What stands around entities of many relationships: as in neighbourhood, but those of types not asked for are not walked.
// TYPE: every type there is, its line once for each.
// Takes and gives what neighbourhood does, but `few`. 1 hit for each type asked; then, unless it has too many, 4 for each
// relationship asked for and 2 for each other. That it names every type makes it dear to plan.
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
