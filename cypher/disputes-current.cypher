// Whether what was found to disagree was found in the content as it is now.
// Takes nothing; gives 1 or 0. Four hits.
OPTIONAL MATCH (found:EntenteTurn {id: 'disputes'})
OPTIONAL MATCH (turn:EntenteTurn {id: 'writing'})
RETURN CASE WHEN found.taken = turn.taken THEN 1 ELSE 0 END AS count
