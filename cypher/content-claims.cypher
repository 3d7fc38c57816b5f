// All claims, a page at a time, by id.
// Takes the last id seen and how many; gives id and claim.
MATCH (c:Claim)
WHERE c.id > $after
RETURN c.id AS id, c.data AS claim
ORDER BY c.id
LIMIT $limit
