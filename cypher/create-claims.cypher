// Writes claims that are not there yet.
// Takes rows (properties); gives how many it wrote.
UNWIND $rows AS row
CREATE (c:Claim)
SET c = row.properties
RETURN count(c) AS count
