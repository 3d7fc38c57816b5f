// Removes claims.
// Takes ids; gives how many there were.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
DELETE c
RETURN count(c) AS count
