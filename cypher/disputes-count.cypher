// How many disagreements an index finds.
// Takes what is sought in it; gives one count. No hits.
CALL db.index.fulltext.queryNodes('entente_disputes', $query) YIELD node
RETURN count(node) AS count
