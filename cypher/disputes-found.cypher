// A page of what was found to disagree about something, or in some sources, by verdict, rule and id.
// Takes what is sought in the index, the place behind which the page begins, and how many; gives disputes in order.
// 1 hit for each that is found and 1 for each of the page, however many there are.
CALL db.index.fulltext.queryNodes('entente_disputes', $query) YIELD node AS d
WITH d
WHERE d.place > $place
RETURN d.data AS dispute
ORDER BY d.place
LIMIT $limit
