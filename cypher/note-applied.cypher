// Notes what the database was made to hold, and after how many writings.
// Takes both; gives one count.
MERGE (noted:EntenteTurn {id: 'applied'})
SET noted.taken = $taken, noted.data = $data
RETURN count(noted) AS count
