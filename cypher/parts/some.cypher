// Whether an entity has some relationship of a type that passes a filter and whose far end passes another.
// near: the entity. TYPE, ALSO: the type, and its twin for plans where these count as well. LINK: the name of the answer,
// which is found before it is asked for: the database plans it once, while what stands within a condition is planned
// again for each way to the condition. The arrow is drawn where the type has a direction.
MATCH (near:Entity)
//[
WITH *, EXISTS {
  MATCH (`near`)-[`r`:`TYPE`|`ALSO`]-(`far`)
  //+ where
  //+ far
  RETURN `far`
} AS `LINK`
//]
RETURN near, LINK
