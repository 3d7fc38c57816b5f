// Writes entities that are not there yet.
// Takes rows (properties, labels); gives how many it wrote.
UNWIND $rows AS row
CREATE (n:Entity)
SET n = row.properties, n:$(row.labels)
RETURN count(n) AS count
