// Marks that a batch is about to be committed: while the database applies it, a reader may see half of it. A mark older
// than $stale milliseconds was left by a writer that died, and counts as ended. Gives how often a commit was begun.
MERGE (mark:EntenteTurn {id: 'committing'})
SET
  mark.ended = CASE WHEN timestamp() - coalesce(mark.since, 0) > $stale THEN coalesce(mark.begun, 0) ELSE mark.ended END,
  mark.begun = coalesce(mark.begun, 0) + 1,
  mark.since = timestamp()
RETURN mark.begun AS count
