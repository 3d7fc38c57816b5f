// How many relationships of one symmetric type each entity has that pass filters on themselves and their far ends.
// Takes ids, filters, and how many are looked at; gives a count for each entity that is there, -1 for one that has more.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, CASE WHEN COUNT { (n)-[:`TYPE`]-() } > $walk THEN -1 ELSE COUNT {
  MATCH (n)-[r:`TYPE`]-(far)
  //+ r
  //+ far
  RETURN r
} END AS count
