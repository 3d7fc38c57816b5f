// Whether an entity has some relationship of a type that passes a filter and whose far end passes another.
// near: the entity. TYPE, ALSO: the type, and its twin for plans where these count as well. LINK: what is asked of it, in
// `links`: linkFilter, farFilter, and whether it is negated. The arrow is drawn where the type has a direction.
MATCH (near:Entity)
WHERE
//[
$links.`LINK`.negated <> EXISTS {
  MATCH (`near`)-[`r`:`TYPE`|`ALSO`]-(`far`)
  WHERE all(clause IN $links.`LINK`.linkFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
    CASE test.op
      WHEN 'IN' THEN `r`[test.column] IN test.values
      WHEN 'HAS' THEN valueType(`r`[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN `r`[test.column])
      WHEN 'CONTAINS' THEN any(text IN [] + `r`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
      WHEN 'STARTS' THEN any(text IN [] + `r`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
      WHEN 'AT_LEAST' THEN `r`[test.column] >= test.values[0]
      ELSE `r`[test.column] <= test.values[0]
    END, false)))
    AND all(clause IN $links.`LINK`.farFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN `far`[test.column] IN test.values
        WHEN 'HAS' THEN valueType(`far`[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN `far`[test.column])
        WHEN 'CONTAINS' THEN any(text IN [] + `far`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
        WHEN 'STARTS' THEN any(text IN [] + `far`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
        WHEN 'AT_LEAST' THEN `far`[test.column] >= test.values[0]
        ELSE `far`[test.column] <= test.values[0]
      END, false)))
  //+ far
  RETURN `far`
}
//]
RETURN near
