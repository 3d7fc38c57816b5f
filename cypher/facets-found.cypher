// The values of a column among the entities that an index finds and that pass a filter, and how many entities have each.
// A list counts once for each value in it. 2 hits for each that is found.
CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS n
//+ n
WITH n, n[$column] AS value
WHERE value IS NOT NULL
UNWIND CASE WHEN valueType(value) STARTS WITH 'LIST' THEN value ELSE [value] END AS key
RETURN key, count(DISTINCT n) AS count
