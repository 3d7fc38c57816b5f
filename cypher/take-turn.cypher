// Makes writers wait for one another: whoever runs this holds a lock until its transaction ends.
MERGE (turn:EntenteTurn {id: 'writing'})
SET turn.taken = coalesce(turn.taken, 0) + 1
RETURN turn.taken AS count
