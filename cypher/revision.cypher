// How often a commit of content was begun, so that what is kept of the content can be told from it, and whether one may
// be half applied at this moment. A mark older than $stale milliseconds was left by a writer that died.
// Gives one row. Three database hits.
OPTIONAL MATCH (mark:EntenteTurn {id: 'committing'})
RETURN
  coalesce(mark.begun, 0) AS count,
  coalesce(mark.begun > mark.ended AND timestamp() - mark.since <= $stale, false) AS isMoving
