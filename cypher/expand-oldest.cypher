// For each key a page of the relationships of one type that begin, or end, at an entity, oldest first.
// TYPE: the type, INTENDED_ before it for plans. NEAR: from or to, the side on which the entity stands.
// `a` is the entity itself and `b` the far end when NEAR is from; the other way round when NEAR is to.
// Takes keys (index, id, place behind which the page begins), filters, how many for each, and how many are looked at for
// each where they are filtered. Gives, for each relationship, its key's index, itself and its far end, in order; and a row
// that says so for each entity that has more than are looked at. 3 hits for each that is looked at, anywhere in the list.
UNWIND $keys AS key
CALL (key) {
  MATCH (a)-[r:`TYPE`]->(b)
  WHERE r.`NEAR` = key.id AND r.place > key.place
  WITH r, `b` AS far
  ORDER BY r.`NEAR`, r.place
  LIMIT $walk
  WITH r, far
  WHERE all(clause IN $linkFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
    CASE test.op
      WHEN 'IN' THEN r[test.column] IN test.values
      WHEN 'HAS' THEN valueType(r[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN r[test.column])
      WHEN 'CONTAINS' THEN any(text IN [] + r[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
      WHEN 'STARTS' THEN any(text IN [] + r[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
      WHEN 'AT_LEAST' THEN r[test.column] >= test.values[0]
      ELSE r[test.column] <= test.values[0]
    END, false)))
    AND all(clause IN $farFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN far[test.column] IN test.values
        WHEN 'HAS' THEN valueType(far[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN far[test.column])
        WHEN 'CONTAINS' THEN any(text IN [] + far[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
        WHEN 'STARTS' THEN any(text IN [] + far[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
        WHEN 'AT_LEAST' THEN far[test.column] >= test.values[0]
        ELSE far[test.column] <= test.values[0]
      END, false)))
  //+ far
  RETURN r, far
  LIMIT $limit
UNION ALL
  UNWIND CASE WHEN $isFiltered THEN [key.id] ELSE [] END AS id
  MATCH (`a`:Entity {id: id})
  WHERE COUNT { (a)-[:`TYPE`]->(b) } > $walk
  RETURN null AS r, null AS far
}
RETURN key.index AS index, r IS NULL AS isHub, r.data AS link, far.data AS far
