// How many entities are reached over relationships and pass a filter.
// Takes ids, or an index and what is sought in it (queries), where the search begins; the steps from there; how many are
// found at most on each (most); and a filter. Gives a row: whether the search was cut, and the count.
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
RETURN isCut, COUNT {
  UNWIND CASE WHEN isCut THEN [] ELSE found END AS n
  WITH DISTINCT n
  //+ n
  RETURN n
} AS count
