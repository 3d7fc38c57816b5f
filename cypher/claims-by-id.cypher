// Claims by id.
// Takes ids; gives a row for each that is there. 3 hits each.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN c.data AS claim
