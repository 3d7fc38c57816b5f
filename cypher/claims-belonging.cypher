// To which fact and which entity claims belong.
// Takes ids; gives a row for each that is there. 5 hits each.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN id, c.factKey AS factKey, c.describes AS describes
