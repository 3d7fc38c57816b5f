// For each key a page of the relationships of one type that begin, or end, at an entity, newest first.
// TYPE: the type, INTENDED_ before it for plans. NEAR: from or to, the side on which the entity stands.
// `a` is the entity itself and `b` the far end when NEAR is from; the other way round when NEAR is to.
// Takes keys (index, id, place behind which the page begins), filters, how many for each, and how many are looked at for
// each where they are filtered. Gives, for each relationship, its key's index, itself and its far end, in order; and a row
// that says so for each entity that has more than are looked at. 3 hits for each that is looked at, anywhere in the list.
UNWIND $keys AS key
CALL (key) {
  MATCH (a)-[r:`TYPE`]->(b)
  WHERE r.`NEAR` = key.id AND r.place < key.place
  WITH r, `b` AS far
  ORDER BY r.`NEAR` DESC, r.place DESC
  LIMIT $walk
  WITH r, far
  //+ r
  //+ far
  RETURN r, far
  LIMIT $limit
UNION ALL
  UNWIND CASE WHEN $isFiltered THEN [key.id] ELSE [] END AS id
  MATCH (`a`:Entity {id: id})
  WHERE COUNT { (a)-[:`TYPE`]->(b) } > $walk
  RETURN null AS r, null AS far
}
RETURN key.index AS index, r IS NULL AS isHub, r.data AS link, far.data AS far
