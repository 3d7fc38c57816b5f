// How many relationships of one type begin, or end, at each entity.
// `a` is the entity itself: a when it is the first end, b when it is the second.
// Takes ids; gives a count for each that is there. 3 hits each: the far end has no label, so nothing is expanded.
UNWIND $ids AS id
MATCH (`a`:Entity {id: id})
RETURN id, COUNT { (a)-[:`TYPE`]->(b) } AS count
