// How many relationships of one type there are. 1 hit, from the count store.
MATCH ()-[r:`TYPE`]->()
RETURN count(r) AS count
