// Which of some entities are there.
// Takes ids; gives those that are. 2 hits each.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id AS id
