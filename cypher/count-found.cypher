// How many entities an index finds that pass a filter.
// Takes the name of the index, what is sought in it, and a filter on what is found. No hits but those of the filter.
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
RETURN count(n) AS count
