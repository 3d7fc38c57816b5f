import { COMMON, slug, type Kind, type Properties, type Relationship, type Vocabulary } from './vocabulary.js';

/** The data dictionary of a vocabulary as Markdown: every kind, property and relationship type, with what it means. */
export function dictionary(vocabulary: Vocabulary): string {
  return [
    '# The vocabulary',
    '',
    'Written by `npm run generate` from the files of `schema/`.',
    '',
    '## Properties that every kind has',
    '',
    ...propertyLines(COMMON),
    '',
    '# Kinds',
    ...vocabulary.kinds.flatMap(kindLines),
    '',
    '# Relationship types',
    ...vocabulary.relationships.flatMap(relationshipLines),
    '',
  ].join('\n');
}

function kindLines(kind: Kind): string[] {
  const own = Object.fromEntries(Object.entries(kind.properties).filter(([name]) => !(kind.extends && name in kind.extends.properties)));
  const parent = kind.extends ? `, a sort of ${kind.extends.name}` : '';
  const root = rootOf(kind);
  return [
    '',
    `## ${kind.name}`,
    '',
    kind.about,
    '',
    `Ids begin with \`${slug(root)}/\`${parent}${kind.abstract ? '; has no entities of its own' : ''}.${kind.mapping.length > 0 ? ` Mapped to ${kind.mapping.join(', ')}.` : ''}`,
    ...(Object.keys(own).length > 0 ? ['', ...propertyLines(own)] : []),
  ];
}

function relationshipLines(item: Relationship): string[] {
  const ends = (kinds: readonly Kind[]) => kinds.map(({ name }) => name).join(', ');
  const notes = [
    item.symmetric ? 'symmetric, stored once' : '',
    item.traversed ? '' : 'paths do not run over it',
    item.distinguishedBy.length > 0 ? `one fact for each ${item.distinguishedBy.join(' and ')}` : '',
  ].filter((note) => note !== '');
  return [
    '',
    `## ${item.type}`,
    '',
    item.about,
    '',
    `From ${ends(item.from)} to ${ends(item.to)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}. Fields \`${item.reads}\` and \`${item.readsBack}\`. "${item.says}"; "${item.saysBack}".${item.mapping.length > 0 ? ` Mapped to ${item.mapping.join(', ')}.` : ''}`,
    ...(Object.keys(item.properties).length > 0 ? ['', ...propertyLines(item.properties)] : []),
  ];
}

function propertyLines(properties: Properties): string[] {
  return Object.entries(properties).flatMap(([name, value]) => [
    `- \`${name}\` (${value.sort}${value.many ? ', several' : ''}${value.given ? ', from the header' : ''}${value.derived ? ', worked out, never claimed' : ''}): ${value.about}`,
    ...Object.entries(value.choice?.values ?? {}).map(([choice, meaning]) => `  - ${choice}: ${meaning}`),
  ]);
}

function rootOf(kind: Kind): Kind {
  return kind.extends ? rootOf(kind.extends) : kind;
}
