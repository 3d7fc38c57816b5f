// All relationships of one type, a page at a time, by key.
// Takes the last key seen and how many; gives key and relationship.
MATCH ()-[r:`TYPE`]->()
WHERE r.key > $after
RETURN r.key AS id, r.data AS link
ORDER BY r.key
LIMIT $limit
