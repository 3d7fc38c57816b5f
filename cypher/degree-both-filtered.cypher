// How many relationships of one symmetric type each entity has that pass filters on themselves and their far ends.
// Takes ids, filters, and how many are looked at; gives a count for each entity that is there, -1 for one that has more.
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, CASE WHEN COUNT { (n)-[:`TYPE`]-() } > $walk THEN -1 ELSE COUNT {
  MATCH (n)-[r:`TYPE`]-(far)
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
  RETURN r
} END AS count
