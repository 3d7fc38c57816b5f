// What the database was made to hold last, as was noted then, and how often it was written to since it is there.
// Takes nothing; gives one row. Four hits.
OPTIONAL MATCH (noted:EntenteTurn {id: 'applied'})
OPTIONAL MATCH (turn:EntenteTurn {id: 'writing'})
RETURN coalesce(turn.taken, 0) AS count, coalesce(noted.taken, -1) AS taken, coalesce(noted.data, '{}') AS data
