// Whether so many others stand at the far ends of an entity's relationships of a type, which pass a filter, and pass another
// themselves; one with several such relationships counts once.
// near, TYPE, ALSO, LINK: as in some; least and most stand in `links`.
MATCH (near:Entity)
//[
WITH *, any(count IN [COUNT {
  MATCH (`near`)-[`r`:`TYPE`|`ALSO`]-(`far`)
  //+ where
  //+ far
  RETURN DISTINCT `far`
}] WHERE $links.`LINK`.least <= count AND count <= $links.`LINK`.most) AS `LINK`
//]
RETURN near, LINK
