// How many relationships of each type entities of many have, outgoing and incoming.
// TYPE: every type there is, its line once for each.
// Takes ids; gives, for each entity that is there, a pair of counts for each type, in the order of the types.
// 2 hits for each type, however many relationships there are. That it names every type makes it dear to plan.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, [
  [COUNT { (n)-[:`TYPE`]->() }, COUNT { (n)<-[:`TYPE`]-() }]
] AS counts
