// The indexes there are, to compare with what the vocabulary asks for.
SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, owningConstraint, options
WHERE name STARTS WITH 'entente_'
RETURN name, type, state, labelsOrTypes, properties, owningConstraint, options.indexConfig['fulltext.analyzer'] AS analyzer
