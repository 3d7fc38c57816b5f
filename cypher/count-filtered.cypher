// How many entities with a label pass a filter. Reads them all.
MATCH (n:`LABEL`)
//+ n
RETURN count(n) AS count
