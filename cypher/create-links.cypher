// Writes relationships of one type that are not there, or no longer: remove-links runs before it.
// Takes rows (from, to, properties); gives how many it wrote, fewer where an end is missing.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:`TYPE`]->(b)
SET r = row.properties
RETURN count(r) AS count
