// For each key a page of the relationships of one type that begin, or end, at an entity, newest first.
// TYPE: the type, INTENDED_ before it for plans. NEAR: from or to, the side on which the entity stands.
// `b` is the far end: b when NEAR is from, a when NEAR is to.
// Takes keys (index, id, place behind which the page begins), filters, and how many for each; gives, for each
// relationship, its key's index, itself and its far end, in order. 3 hits for each, anywhere in the list.
UNWIND $keys AS key
CALL (key) {
  MATCH (a)-[r:`TYPE`]->(b)
  WHERE r.`NEAR` = key.id AND r.place < key.place
    AND all(clause IN $linkFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN r[test.column] IN test.values
        WHEN 'HAS' THEN valueType(r[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN r[test.column])
        WHEN 'AT_LEAST' THEN r[test.column] >= test.values[0]
        ELSE r[test.column] <= test.values[0]
      END, false)))
    AND all(clause IN $farFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN `b`[test.column] IN test.values
        WHEN 'HAS' THEN valueType(`b`[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN `b`[test.column])
        WHEN 'AT_LEAST' THEN `b`[test.column] >= test.values[0]
        ELSE `b`[test.column] <= test.values[0]
      END, false)))
  RETURN r, `b` AS far
  ORDER BY r.`NEAR` DESC, r.place DESC
  LIMIT $limit
}
RETURN key.index AS index, r.data AS link, far.data AS far
