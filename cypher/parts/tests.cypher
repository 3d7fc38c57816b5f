// Whether one of some tests of an entity's columns holds: those of a clause that asks for relationships as well.
// near: the entity. LINK: where the tests stand in `links`.
MATCH (near:Entity)
WHERE
//[
any(test IN $links.`LINK`.tests WHERE test.negated <> coalesce(
  CASE test.op
    WHEN 'IN' THEN `near`[test.column] IN test.values
    WHEN 'HAS' THEN valueType(`near`[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN `near`[test.column])
    WHEN 'CONTAINS' THEN any(text IN [] + `near`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
    WHEN 'STARTS' THEN any(text IN [] + `near`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
    WHEN 'AT_LEAST' THEN `near`[test.column] >= test.values[0]
    ELSE `near`[test.column] <= test.values[0]
  END, false))
//]
RETURN near
