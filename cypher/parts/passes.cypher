// Whether a relationship or an entity passes a filter.
// it: which of the two. LINK, FILTER: where the filter stands in `links`.
MATCH (it)
WHERE
//[
all(clause IN $links.`LINK`.`FILTER` WHERE any(test IN clause WHERE test.negated <> coalesce(
  CASE test.op
    WHEN 'IN' THEN `it`[test.column] IN test.values
    WHEN 'HAS' THEN valueType(`it`[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN `it`[test.column])
    WHEN 'CONTAINS' THEN any(text IN [] + `it`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
    WHEN 'STARTS' THEN any(text IN [] + `it`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
    WHEN 'AT_LEAST' THEN `it`[test.column] >= test.values[0]
    ELSE `it`[test.column] <= test.values[0]
  END, false)))
//]
RETURN it
