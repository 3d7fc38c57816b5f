// How many relationships of one symmetric type each entity has, at either end.
// Takes ids; gives a count for each that is there. 3 hits each.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, COUNT { (n)-[:`TYPE`]-() } AS count
