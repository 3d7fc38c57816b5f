// The entities of a range of ids.
// Takes the id behind which it begins and the one that it ends with; gives id and entity. 3 hits each.
MATCH (n:Entity)
WHERE n.id > $after AND n.id <= $until
RETURN n.id AS id, n.data AS data
