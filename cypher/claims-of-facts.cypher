// The claims of facts, with the day on which the source of each was published.
// Takes factKeys; gives claims in no order, since which is best is decided in one place for both stores. 6 hits each.
UNWIND $factKeys AS factKey
MATCH (c:Claim {factKey: factKey})
OPTIONAL MATCH (source:Entity {id: c.source})
RETURN c.data AS claim, source.published AS published
