// How often something was written: changes with every batch, so that what is kept of the content can be told from it.
// Takes nothing; gives one count. Two database hits.
OPTIONAL MATCH (turn:EntenteTurn {id: 'writing'})
RETURN coalesce(turn.taken, 0) AS count
