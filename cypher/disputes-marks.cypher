// What was found to disagree before, a page at a time, by id.
// Takes the last id seen and how many; gives id and dispute.
MATCH (d:EntenteDispute)
WHERE d.id > $after
RETURN d.id AS id, d.data AS dispute
ORDER BY d.id
LIMIT $limit
