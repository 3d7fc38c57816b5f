// The values of a column among the entities that are reached over relationships and pass a filter, and how many have each.
// Takes ids, or an index and what is sought in it (queries), where the search begins; the steps from there; how many are
// found at most on each (most); a filter, and the column. Gives a row: whether the search was cut, and pairs of value and count.
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
  //+ n
  WITH n, n[$column] AS value
  WHERE value IS NOT NULL
  UNWIND CASE WHEN valueType(value) STARTS WITH 'LIST' THEN value ELSE [value] END AS key
  WITH key, count(DISTINCT n) AS count
  RETURN [key, count]
} AS facets
