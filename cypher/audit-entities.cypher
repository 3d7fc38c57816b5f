// Entities with their properties and labels, a page at a time, to compare one with the other.
// Takes the last id seen and how many.
MATCH (n:Entity)
WHERE n.id > $after
RETURN n.id AS id, n.data AS entity, properties(n) AS properties, labels(n) AS labels
ORDER BY n.id
LIMIT $limit
