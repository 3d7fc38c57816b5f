// Writes entities, new or changed; labels that no longer hold go.
// Takes rows (id, properties, labels); gives how many it wrote.
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n = row.properties
REMOVE n:$([label IN labels(n) WHERE label <> 'Entity' AND NOT label IN row.labels])
SET n:$(row.labels)
RETURN count(n) AS count
