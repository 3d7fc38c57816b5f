// A page of the entities that an index finds, A or oldest first.
// PLACE: byLabel or byDate.
// Takes the name of the index, what is sought in it, how many are sorted at most, the place behind which the page
// begins, a filter on what is found, and how many; gives a row: whether more were found, then the page is empty, and
// else the page in order. 1 hit for each that is found and 1 for each of the page, however many entities there are.
CALL db.index.fulltext.queryNodes($index, $query, {limit: $most}) YIELD node
WITH collect(node) AS found
RETURN size(found) = $most AS isCut, COLLECT {
  UNWIND CASE WHEN size(found) = $most THEN [] ELSE found END AS n
  WITH n
  WHERE n.`PLACE` > $place
  //+ n
  WITH n
  ORDER BY n.`PLACE`
  LIMIT $limit
  RETURN n.data
} AS page
