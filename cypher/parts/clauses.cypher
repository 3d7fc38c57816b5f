// The clauses of a filter that hang on relationships and on columns, looked at as soon as what they ask is known.
// it: the entity. HELD: the names of what was found of its relationships, as in some; a test of one has it as its column.
// CLAUSES: where the clauses stand in `clauses`.
MATCH (it:Entity)
WITH it, true AS HELD
//[
WITH *
WHERE all(clause IN $clauses.`CLAUSES` WHERE any(test IN clause WHERE test.negated <> coalesce(
  CASE test.op
    WHEN 'LINK' THEN {
      `HELD`: `HELD`
    }[test.column]
    WHEN 'IN' THEN `it`[test.column] IN test.values
    WHEN 'HAS' THEN valueType(`it`[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN `it`[test.column])
    WHEN 'CONTAINS' THEN any(text IN [] + `it`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
    WHEN 'STARTS' THEN any(text IN [] + `it`[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
    WHEN 'AT_LEAST' THEN `it`[test.column] >= test.values[0]
    ELSE `it`[test.column] <= test.values[0]
  END, false)))
//]
RETURN it
