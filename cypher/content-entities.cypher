// All entities, a page at a time, by id.
// Takes the last id seen and how many; gives id and entity.
MATCH (n:Entity)
WHERE n.id > $after
RETURN n.id AS id, n.data AS entity
ORDER BY n.id
LIMIT $limit
