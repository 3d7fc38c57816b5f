// A page of the entities with a label, Z first or newest first.
// LABEL: a kind or derived label, Intended before it for plans. PLACE: byLabel or byDate.
// Takes the place behind which the page begins, a filter, and how many; gives entities in order.
// 2 hits for each entity passed, anywhere in the list.
MATCH (n:`LABEL`)
WHERE n.`PLACE` < $place
//+ n
RETURN n.data AS entity
ORDER BY n.`PLACE` DESC
LIMIT $limit
