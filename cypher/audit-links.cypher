// Relationships of one type with their properties and real ends, a page at a time, to compare one with the other.
// Takes the last key seen and how many.
MATCH (a)-[r:`TYPE`]->(b)
WHERE r.key > $after
RETURN r.key AS id, r.data AS link, properties(r) AS properties, a.id AS from, b.id AS to
ORDER BY r.key
LIMIT $limit
