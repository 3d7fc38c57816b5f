// Whether nothing was written yet. 2 hits, from the count store.
RETURN COUNT { (:Entity) } + COUNT { (:Claim) } AS count
