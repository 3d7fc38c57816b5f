// The values of a column among the entities with a label that pass a filter, and how many entities have each.
// A list counts once for each value in it. Reads them all.
MATCH (n:`LABEL`)
//+ n
WITH n, n[$column] AS value
WHERE value IS NOT NULL
UNWIND CASE WHEN valueType(value) STARTS WITH 'LIST' THEN value ELSE [value] END AS key
RETURN key, count(DISTINCT n) AS count
