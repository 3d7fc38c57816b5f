// The values of a column among the entities that an index finds and that pass a filter, and how many entities have each.
// A list counts once for each value in it. 2 hits for each that is found.
CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS n
WHERE all(clause IN $filter WHERE any(test IN clause WHERE test.negated <> coalesce(
    CASE test.op
      WHEN 'IN' THEN n[test.column] IN test.values
      WHEN 'HAS' THEN valueType(n[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN n[test.column])
      WHEN 'CONTAINS' THEN any(text IN [] + n[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
      WHEN 'STARTS' THEN any(text IN [] + n[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
      WHEN 'AT_LEAST' THEN n[test.column] >= test.values[0]
      ELSE n[test.column] <= test.values[0]
    END, false)))
//+ n
WITH n, n[$column] AS value
WHERE value IS NOT NULL
UNWIND CASE WHEN valueType(value) STARTS WITH 'LIST' THEN value ELSE [value] END AS key
RETURN key, count(DISTINCT n) AS count
