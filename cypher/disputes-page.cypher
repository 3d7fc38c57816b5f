// A page of what was found to disagree, by verdict, rule and id.
// Takes the place behind which the page begins, the one at which the list ends, and how many; gives disputes in order.
// 2 hits for each, anywhere in the list.
MATCH (d:EntenteDispute)
WHERE d.place > $place AND d.place < $end
RETURN d.data AS dispute
ORDER BY d.place
LIMIT $limit
