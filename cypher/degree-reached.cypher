// How many relationships of one type an entity has that pass filters on themselves and their far ends, which are sought.
// TYPE: the type, INTENDED_ before it for plans.
// Takes ids, or an index and what is sought in it (queries), where the search begins; the steps from there; how many are
// found at most on each (most); the entity's id, the side on which it stands (from, to, or none for either), and filters.
// Gives a row: whether the search was cut, and the count.
CALL () {
  UNWIND $ids AS id
  MATCH (node:Entity {id: id})
  RETURN node
UNION ALL
  UNWIND $queries AS sought
  CALL db.index.fulltext.queryNodes(sought.index, sought.query, {limit: $most}) YIELD node
  RETURN node
}
WITH collect(node) AS found
WITH found, size(found) = $most AS isCut
//+ steps
MATCH (near:Entity {id: $id})
RETURN isCut, COUNT {
  UNWIND CASE WHEN isCut THEN [] ELSE found END AS far
  WITH DISTINCT near, far
  WHERE all(clause IN $farFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
    CASE test.op
      WHEN 'IN' THEN far[test.column] IN test.values
      WHEN 'HAS' THEN valueType(far[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN far[test.column])
      WHEN 'CONTAINS' THEN any(text IN [] + far[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
      WHEN 'STARTS' THEN any(text IN [] + far[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
      WHEN 'AT_LEAST' THEN far[test.column] >= test.values[0]
      ELSE far[test.column] <= test.values[0]
    END, false)))
  //+ far
  MATCH (near)-[r:`TYPE`]-(far)
  WHERE ($side = '' OR r[$side] = $id)
    AND all(clause IN $linkFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN r[test.column] IN test.values
        WHEN 'HAS' THEN valueType(r[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN r[test.column])
        WHEN 'CONTAINS' THEN any(text IN [] + r[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
        WHEN 'STARTS' THEN any(text IN [] + r[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
        WHEN 'AT_LEAST' THEN r[test.column] >= test.values[0]
        ELSE r[test.column] <= test.values[0]
      END, false)))
  RETURN r
} AS count
