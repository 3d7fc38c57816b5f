// How many relationships of one type an entity has that pass filters on themselves and their far ends, which are sought.
// TYPE: the type, INTENDED_ before it for plans.
// Takes ids, or an index and what is sought in it (queries), where the search begins; the steps from there; how many are
// found at most on each (most); the entity's id, the side on which it stands (from, to, or none for either), and filters.
// Gives a row: whether the search was cut, and the count.
CALL () {
  UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  RETURN node
UNION ALL
  UNWIND $queries AS sought
  CALL db.index.fulltext.queryNodes(sought.index, sought.query, {limit: $most}) YIELD node
  RETURN node
}
WITH collect(node) AS found
WITH found, size(found) = $most AS isCut
//+ steps
MATCH (near:Entity {id: $id})
RETURN isCut, COUNT {
  UNWIND CASE WHEN isCut THEN [] ELSE found END AS far
  WITH DISTINCT near, far
  //+ far
  MATCH (near)-[r:`TYPE`]-(far)
  WHERE ($side = '' OR r[$side] = $id)
  //+ r
  RETURN r
} AS count
