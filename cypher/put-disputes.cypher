// Writes what was found to disagree, new or not.
// Takes rows (id, properties); gives how many it wrote.
UNWIND $rows AS row
MERGE (d:EntenteDispute {id: row.id})
SET d = row.properties
RETURN count(d) AS count
