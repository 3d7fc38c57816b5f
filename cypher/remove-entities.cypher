// Removes entities, with what still hangs on them.
// Takes ids; gives how many there were.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
DETACH DELETE n
RETURN count(n) AS count
