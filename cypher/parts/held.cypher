// The clauses of a filter that hang on relationships alone, looked at as soon as these are known.
// HELD, CLAUSES: as in clauses.
MATCH (n:Entity)
WITH n, true AS HELD
//[
WITH *
WHERE all(clause IN $clauses.`CLAUSES` WHERE any(test IN clause WHERE test.negated <> {
  `HELD`: `HELD`
}[test.column]))
//]
RETURN n
