// How many claims at each entity pass a filter.
// SIDE: describes, subject, object, source, assertedBy, predicate, polarity, or as_ before the name of a qualifier that names an entity.
// Takes ids, sides on which the entity must not stand, and a filter; gives a count for each. 1 hit for each claim there.
UNWIND $ids AS id
RETURN id, COUNT {
  MATCH (c:Claim)
  WHERE c.`SIDE` = id AND c.place IS NOT NULL
    AND none(side IN $except WHERE coalesce(c[side] = id, false))
    AND all(clause IN $filter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN c[test.column] IN test.values
        WHEN 'HAS' THEN valueType(c[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN c[test.column])
        WHEN 'CONTAINS' THEN any(text IN [] + c[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
        WHEN 'STARTS' THEN any(text IN [] + c[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
        WHEN 'AT_LEAST' THEN c[test.column] >= test.values[0]
        ELSE c[test.column] <= test.values[0]
      END, false)))
} AS count
