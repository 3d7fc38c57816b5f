// Entities by id.
// Takes ids; gives a row for each that is there. 3 hits each.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.data AS entity
