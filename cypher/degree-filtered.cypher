// How many relationships of one type begin, or end, at each entity and pass filters on themselves and their far ends.
// `a` is the entity itself and `b` the far end when it is the first end; the other way round when it is the second.
// Takes ids, filters, and how many are looked at; gives a count for each entity that is there, -1 for one that has more.
UNWIND $ids AS id
MATCH (`a`:Entity {id: id})
RETURN id, CASE WHEN COUNT { (a)-[:`TYPE`]->(b) } > $walk THEN -1 ELSE COUNT {
  MATCH (a)-[r:`TYPE`]->(b)
  WITH r, `b` AS far
  //+ r
  //+ far
  RETURN r
} END AS count
