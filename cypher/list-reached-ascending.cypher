// A page of the entities that are reached over relationships, A or oldest first.
// PLACE: byLabel or byDate.
// Takes ids, or an index and what is sought in it (queries), where the search begins; the steps from there; how many are
// found at most on each (most); the place behind which the page begins, a filter, and how many. Gives a row: whether
// the search was cut, then the page is empty, and else the page in order.
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
RETURN isCut, COLLECT {
  UNWIND CASE WHEN isCut THEN [] ELSE found END AS n
  WITH DISTINCT n
  WHERE n.`PLACE` > $place
  //+ n
  WITH n
  ORDER BY n.`PLACE`
  LIMIT $limit
  RETURN n.data
} AS page
