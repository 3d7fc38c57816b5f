// Waits until every index is filled.
// Takes seconds.
CALL db.awaitIndexes($seconds)
