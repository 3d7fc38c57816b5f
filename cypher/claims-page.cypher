// For each key a page of claims at an entity, in reading order.
// SIDE: describes, subject, object, source, assertedBy, predicate, polarity, or as_ before the name of a qualifier that names an entity.
// Takes keys (index, id, place behind which the page begins), sides on which the entity must not stand, a filter,
// and how many for each; gives, for each claim, its key's index and itself, in order. 2 hits for each, anywhere in
// the list.
UNWIND $keys AS key
CALL (key) {
  MATCH (c:Claim)
  WHERE c.`SIDE` = key.id AND c.place >= key.place AND (c.place > key.place OR c.id > key.claim)
    AND none(side IN $except WHERE coalesce(c[side] = key.id, false))
    AND all(clause IN $filter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN c[test.column] IN test.values
        WHEN 'HAS' THEN valueType(c[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN c[test.column])
        WHEN 'CONTAINS' THEN any(text IN [] + c[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
        WHEN 'STARTS' THEN any(text IN [] + c[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
        WHEN 'AT_LEAST' THEN c[test.column] >= test.values[0]
        ELSE c[test.column] <= test.values[0]
      END, false)))
  RETURN c
  ORDER BY c.`SIDE`, c.place
  LIMIT $limit
}
RETURN key.index AS index, c.data AS claim
