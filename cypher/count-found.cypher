// How many entities an index finds that pass a filter.
// Takes the name of the index, what is sought in it, and a filter on what is found. No hits but those of the filter.
CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS n
//+ n
RETURN count(n) AS count
