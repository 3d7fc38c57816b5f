// Writes claims, new or not.
// Takes rows (id, properties); gives how many it wrote.
UNWIND $rows AS row
MERGE (c:Claim {id: row.id})
SET c = row.properties
RETURN count(c) AS count
