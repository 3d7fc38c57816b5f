// For each key a page of the relationships of one symmetric type at an entity, oldest first.
// They are stored once, so the entity may stand at either end: both ends are sought and merged.
// Takes and gives what expand-oldest does, at most twice the hits.
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (a)-[r:`TYPE`]->(b)
    WHERE r.from = key.id AND r.place > key.place
      AND all(clause IN $linkFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
        CASE test.op
          WHEN 'IN' THEN r[test.column] IN test.values
          WHEN 'HAS' THEN valueType(r[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN r[test.column])
          WHEN 'AT_LEAST' THEN r[test.column] >= test.values[0]
          ELSE r[test.column] <= test.values[0]
        END, false)))
      AND all(clause IN $farFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
        CASE test.op
          WHEN 'IN' THEN b[test.column] IN test.values
          WHEN 'HAS' THEN valueType(b[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN b[test.column])
          WHEN 'AT_LEAST' THEN b[test.column] >= test.values[0]
          ELSE b[test.column] <= test.values[0]
        END, false)))
    RETURN r, b AS far, r.place AS place
    ORDER BY r.from, r.place
    LIMIT $limit
  UNION ALL
    MATCH (a)-[r:`TYPE`]->(b)
    WHERE r.to = key.id AND r.place > key.place AND a <> b
      AND all(clause IN $linkFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
        CASE test.op
          WHEN 'IN' THEN r[test.column] IN test.values
          WHEN 'HAS' THEN valueType(r[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN r[test.column])
          WHEN 'AT_LEAST' THEN r[test.column] >= test.values[0]
          ELSE r[test.column] <= test.values[0]
        END, false)))
      AND all(clause IN $farFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
        CASE test.op
          WHEN 'IN' THEN a[test.column] IN test.values
          WHEN 'HAS' THEN valueType(a[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN a[test.column])
          WHEN 'AT_LEAST' THEN a[test.column] >= test.values[0]
          ELSE a[test.column] <= test.values[0]
        END, false)))
    RETURN r, a AS far, r.place AS place
    ORDER BY r.to, r.place
    LIMIT $limit
  }
  RETURN r, far, place
  ORDER BY place
  LIMIT $limit
}
RETURN key.index AS index, r.data AS link, far.data AS far
