// Marks that $commits begun commits are applied, or given up.
MERGE (mark:EntenteTurn {id: 'committing'})
SET mark.ended = mark.ended + $commits
RETURN mark.ended AS count
