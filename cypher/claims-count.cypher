// How many claims at each entity pass a filter.
// SIDE: describes, subject, object, source, assertedBy, predicate, polarity, or as_ before the name of a qualifier that names an entity.
// Takes ids, sides on which the entity must not stand, and a filter; gives a count for each. 1 hit for each claim there.
UNWIND $ids AS id
RETURN id, COUNT {
  MATCH (c:Claim)
  WHERE c.`SIDE` = id AND c.place IS NOT NULL
    AND none(side IN $except WHERE coalesce(c[side] = id, false))
  //+ c
  RETURN c
} AS count
