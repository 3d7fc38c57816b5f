// The relationships of one type that describe the entities of a range of ids.
// SIDE: from or to, the end that the type describes.
// Takes the id behind which the range begins and the one that it ends with; gives key and relationship. 3 hits each.
MATCH ()-[r:`TYPE`]->()
WHERE r.`SIDE` > $after AND r.`SIDE` <= $until AND r.place >= ''
RETURN r.key AS id, r.data AS data
