// Says of which state of the content the disagreements are, once all are written; of none while they are being written.
// Takes whether all are; gives one count.
MERGE (found:EntenteTurn {id: 'disputes'})
WITH found
OPTIONAL MATCH (turn:EntenteTurn {id: 'writing'})
SET found.taken = CASE WHEN $isDone THEN turn.taken ELSE -1 END
RETURN count(found) AS count
