// How many entities have a label. 1 hit, from the count store.
MATCH (n:`LABEL`)
RETURN count(n) AS count
