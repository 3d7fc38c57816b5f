// The claims that describe the entities of a range of ids.
// Takes the id behind which it begins and the one that it ends with; gives id and claim. 3 hits each.
MATCH (c:Claim)
WHERE c.describes > $after AND c.describes <= $until AND c.place >= ''
RETURN c.id AS id, c.data AS data
