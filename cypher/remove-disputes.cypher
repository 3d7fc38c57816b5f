// Removes what no longer disagrees.
// Takes ids; gives how many there were.
UNWIND $ids AS id
MATCH (d:EntenteDispute {id: id})
DELETE d
RETURN count(d) AS count
