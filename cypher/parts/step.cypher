// From entities that were found one step on, over relationships of a type, to the entities at their near ends.
// TYPE, ALSO: as in some. STEP: what is asked of the relationships, in `steps`. Where there are more relationships than
// $most, which a hub's degree tells at once, the search is cut: then nothing is found, and another way is to be taken.
MATCH (n:Entity)
WHERE n.id IN $ids
WITH collect(n) AS found, false AS isCut
//[
WITH found, isCut OR reduce(total = 0, far IN found[..100] | total + COUNT { (far)-[:`TYPE`|`ALSO`]-() }) > $most AS isCut
CALL (found, isCut) {
  UNWIND CASE WHEN isCut THEN [] ELSE found END AS far
  WITH DISTINCT far
  //+ far
  MATCH (near)-[r:`TYPE`|`ALSO`]-(far)
  WITH r, near
  LIMIT $most
  RETURN count(*) = $most AS isFull, collect(CASE
    WHEN all(clause IN $steps.`STEP`.linkFilter WHERE any(test IN clause WHERE test.negated <> coalesce(
      CASE test.op
        WHEN 'IN' THEN r[test.column] IN test.values
        WHEN 'HAS' THEN valueType(r[test.column]) STARTS WITH 'LIST' AND any(value IN test.values WHERE value IN r[test.column])
        WHEN 'CONTAINS' THEN any(text IN [] + r[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) CONTAINS test.values[0])
        WHEN 'STARTS' THEN any(text IN [] + r[test.column] WHERE valueType(text) STARTS WITH 'STRING' AND toLower(toStringOrNull(text)) STARTS WITH test.values[0])
        WHEN 'AT_LEAST' THEN r[test.column] >= test.values[0]
        ELSE r[test.column] <= test.values[0]
      END, false))) THEN near
  END) AS reached
}
WITH reached AS found, isCut OR isFull AS isCut
//]
RETURN isCut, found
