// Whether an entity has so many relationships of a type that pass a filter and whose far ends pass another.
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
      WHEN 'AT_LEAST' THEN `r`[test.column] >= test.values[0]
      ELSE `r`[test.column] <= test.values[0]
    END, false)))
    AND all(clause IN $links.`LINK`.farFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN `far`[test.column] IN test.values
        WHEN 'HAS' THEN valueType(`far`[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN `far`[test.column])
        WHEN 'AT_LEAST' THEN `far`[test.column] >= test.values[0]
        ELSE `far`[test.column] <= test.values[0]
      END, false)))
  //+ far
  RETURN `far`
}] WHERE $links.`LINK`.least <= count AND count <= $links.`LINK`.most)
//]
RETURN near
