// A page of what was found to disagree, by verdict, rule and id, read from the end.
// Takes the place before which the page ends, the one at which the list begins, and how many; gives disputes in order.
// 2 hits for each, anywhere in the list.
MATCH (d:EntenteDispute)
WHERE d.place < $place AND d.place > $end
RETURN d.data AS dispute
ORDER BY d.place DESC
LIMIT $limit
