// How many claims there are, from the count store.
// Takes nothing; gives one count.
MATCH (c:Claim)
RETURN count(c) AS count
