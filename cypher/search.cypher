// Entities whose folded names have a word for each of the words asked, beginning with it.
// Takes the words as a full-text query, a label (empty for any), and how many; gives entities in no order.
CALL db.index.fulltext.queryNodes('entente_terms', $query) YIELD node
WHERE $label = '' OR $label IN node.labels
RETURN node.data AS entity
LIMIT $limit
