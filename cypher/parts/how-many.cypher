// Whether so many others stand at the far ends of an entity's relationships of a type, which pass a filter, and pass another
// themselves; one with several such relationships counts once.
// near, TYPE, ALSO, LINK: as in some; least and most stand beside the filters.
MATCH (near:Entity)
WHERE
//[
$links.`LINK`.negated <> any(count IN [COUNT {
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
  RETURN DISTINCT `far`
}] WHERE $links.`LINK`.least <= count AND count <= $links.`LINK`.most)
//]
RETURN near
