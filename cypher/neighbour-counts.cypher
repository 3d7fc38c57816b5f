// How many relationships of each type entities have, outgoing and incoming.
// Takes ids, and how many relationships an entity has at most; gives, for each entity that is there, whether it has no
// more, and then for each type that it has: the type, whether outgoing, and how many. 2 hits for each relationship.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WITH n, COUNT { (n)--() } <= $few AS isFew
RETURN n.id AS id, isFew, COLLECT {
  MATCH (n)-[r]-()
  WHERE isFew
  WITH type(r) AS type, startNode(r) = n AS isOut, count(*) AS count
  RETURN [type, isOut, count]
} AS counts
