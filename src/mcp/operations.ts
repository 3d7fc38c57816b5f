/** A claim with who says it, where it stands, and its words. */
const CLAIM = 'id summary polarity modality assertedBy { label } source { id label } span { start end text }';
const ENTITY = 'id label kind';

/** The operations of the tools: each is one that any client could send. */
export const OPERATIONS = {
  ask: `query ($text: String!, $after: String) {
  ask(text: $text, after: $after) {
    outcome reading sentence items unknown nearest id language plan
    entities { ${ENTITY} } candidates { text where entity { ${ENTITY} } }
    citations { number claim { ${CLAIM} } }
  }
}`,
  search: `query ($text: String!, $kind: [EntityKind!], $limit: Int!) {
  search(text: $text, kind: $kind, first: $limit) { totalCount edges { node { ${ENTITY} } } }
}`,
  entity: `query ($id: ID!, $limit: Int!) {
  entity(id: $id) {
    ${ENTITY} names(first: 10) { nodes { text lang } } descriptions(first: 5) { nodes { text } }
    claims(side: DESCRIBED, first: $limit) { totalCount nodes { ${CLAIM} } }
    neighbours(first: 15) { nodes { field count entities(first: 5) { ${ENTITY} } } }
  }
}`,
  paths: `query ($from: [ID!]!, $to: [ID!]!, $avoid: [ID!], $through: [ID!], $intended: Intended, $limit: Int!) {
  paths(from: $from, to: $to, avoid: $avoid, through: $through, intended: $intended, first: $limit) {
    outcome reason truncated paths { narrative entities { ${ENTITY} } citations { ${CLAIM} } }
  }
}`,
  timeline: `query ($of: Involves!, $from: Date, $to: Date, $limit: Int!) {
  timeline(of: $of, where: { during: { from: $from, to: $to } }, first: $limit) {
    totalCount nodes { sentence intended when { edtf } entity { ${ENTITY} } fact { status claims(first: 2) { nodes { ${CLAIM} } } } }
  }
}`,
  disputes: `query ($about: ID, $limit: Int!) {
  disputes(about: $about, first: $limit) { totalCount nodes { explanation verdict about { ${ENTITY} } claims(first: 6) { nodes { ${CLAIM} } } } }
}`,
  evidence: `query ($id: ID!, $predicate: [String!], $limit: Int!) {
  node(id: $id) {
    ... on Claim { ${CLAIM} when { edtf } fact { status disputed claims(first: $limit) { totalCount nodes { ${CLAIM} } } } }
    ... on Entity { ${ENTITY} claims(where: { predicate: $predicate }, first: $limit) { totalCount nodes { ${CLAIM} } } }
  }
}`,
  passages: `query ($id: ID!) {
  entity(id: $id) { ${ENTITY} ... on Source { passages(first: 100) { totalCount nodes { span { start end text } claims(first: 10) { nodes { id summary } } } } } }
}`,
} as const;
