// For each key a page of claims at an entity, read from the end.
// SIDE: describes, subject, object, source, assertedBy, predicate, polarity, or as_ before the name of a qualifier that names an entity.
// Takes keys (index, id, place before which the page ends), sides on which the entity must not stand, a filter,
// and how many for each; gives, for each claim, its key's index and itself, in order. 2 hits for each, anywhere in
// the list.
UNWIND $keys AS key
CALL (key) {
  MATCH (c:Claim)
  WHERE c.`SIDE` = key.id AND c.place <= key.place AND (c.place < key.place OR c.id < key.claim)
    AND none(side IN $except WHERE coalesce(c[side] = key.id, false))
  //+ c
  RETURN c
  ORDER BY c.`SIDE` DESC, c.place DESC
  LIMIT $limit
}
RETURN key.index AS index, c.data AS claim
