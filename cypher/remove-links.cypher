// Removes relationships of one type.
// Takes keys; gives how many there were.
UNWIND $keys AS key
MATCH ()-[r:`TYPE` {key: key}]->()
DELETE r
RETURN count(r) AS count
