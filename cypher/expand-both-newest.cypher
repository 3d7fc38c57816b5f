// For each key a page of the relationships of one symmetric type at an entity, newest first.
// They are stored once, so the entity may stand at either end: both ends are sought and merged.
// Takes and gives what expand-newest does, at most twice the hits.
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (a)-[r:`TYPE`]->(b)
    WHERE r.from = key.id AND r.place < key.place
    WITH r, b AS far
    ORDER BY r.from DESC, r.place DESC
    LIMIT $walk
    WITH r, far
    //+ r
    //+ far
    RETURN r, far, r.place AS place
    LIMIT $limit
  UNION ALL
    MATCH (a)-[r:`TYPE`]->(b)
    WHERE r.to = key.id AND r.place < key.place AND a <> b
    WITH r, a AS far
    ORDER BY r.to DESC, r.place DESC
    LIMIT $walk
    WITH r, far
    //+ r
    //+ far
    RETURN r, far, r.place AS place
    LIMIT $limit
  }
  WITH r, far, place
  ORDER BY place DESC
  LIMIT $limit
  RETURN r, far
UNION ALL
  UNWIND CASE WHEN $isFiltered THEN [key.id] ELSE [] END AS id
  MATCH (n:Entity {id: id})
  WHERE COUNT { (n)-[:`TYPE`]-() } > $walk
  RETURN null AS r, null AS far
}
RETURN key.index AS index, r IS NULL AS isHub, r.data AS link, far.data AS far
