// A page of the entities with a label, A first or oldest first.
// LABEL: a kind or derived label, Intended before it for plans. PLACE: byLabel or byDate.
// Takes the place behind which the page begins, a filter, and how many; gives entities in order.
// 2 hits for each entity passed, anywhere in the list.
MATCH (n:`LABEL`)
WHERE n.`PLACE` > $place
  AND all(clause IN $filter WHERE any(test IN clause WHERE test.negated <> coalesce(
    CASE test.op
      WHEN 'IN' THEN n[test.column] IN test.values
      WHEN 'HAS' THEN valueType(n[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN n[test.column])
      WHEN 'CONTAINS' THEN any(text IN [] + n[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
      WHEN 'STARTS' THEN any(text IN [] + n[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
      WHEN 'AT_LEAST' THEN n[test.column] >= test.values[0]
      ELSE n[test.column] <= test.values[0]
    END, false)))
//+ n
RETURN n.data AS entity
ORDER BY n.`PLACE`
LIMIT $limit
