// How many relationships of each type entities have, outgoing and incoming.
// Takes ids, and how many relationships an entity has at most; gives, for each entity that is there, whether it has no
// more, and then pairs of a type that it has and how many, of those that go out and of those that come in: one that does
// both counts in each. 1 hit for each relationship.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WITH n, COUNT { (n)--() } <= $few AS isFew
RETURN n.id AS id, isFew, COLLECT {
  MATCH (n)-[r]->()
  WHERE isFew
  WITH type(r) AS type, count(*) AS count
  RETURN [type, count]
} AS out, COLLECT {
  MATCH (n)<-[r]-()
  WHERE isFew
  WITH type(r) AS type, count(*) AS count
  RETURN [type, count]
} AS in
