// A page of the relationships of one type at an entity, newest first, whose far ends are sought and not walked to.
// TYPE: the type, INTENDED_ before it for plans.
// Takes ids, or an index and what is sought in it (queries), where the search begins; the steps from there; how many are
// found at most on each (most); the entity's id, the side on which it stands (from, to, or none for either), the place behind which the page begins, filters, and how many.
// Gives a row: whether the search was cut, then the page is empty, and else pairs of relationship and far end, in order.
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
RETURN isCut, COLLECT {
  UNWIND CASE WHEN isCut THEN [] ELSE found END AS far
  WITH DISTINCT near, far
  //+ far
  MATCH (near)-[r:`TYPE`]-(far)
  WHERE ($side = '' OR r[$side] = $id)
    AND r.place < $place
  //+ r
  WITH r, far
  ORDER BY r.place DESC
  LIMIT $limit
  RETURN [r.data, far.data]
} AS page
