// Writes entities that are not there yet.
// Takes rows (properties, labels); gives how many it wrote.
UNWIND $rows AS row
CREATE (n:Entity:$(row.labels))
SET n = row.properties
RETURN count(n) AS count
