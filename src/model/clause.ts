import { isActual, isIntended, valueText, type Claim } from './claim.js';
import { capitalised, filled, inWords, unnamed } from './sentence.js';
import { parseTime } from './edtf.js';
import type { EntityNode, Link } from './projection.js';
import { inWords as spaced } from './text.js';
import { timeInWords, whenInWords } from './time-words.js';
import type { Vocabulary } from './vocabulary.js';

/** What an entity is called in a sentence: a record, whose label is a phrase of its own, between quotation marks. */
export function titleOf(vocabulary: Vocabulary, { kind, label, columns: { called } }: Pick<EntityNode, 'kind' | 'label' | 'columns'>): string {
  return vocabulary.kind(kind)?.record === true ? `“${label}”` : typeof called === 'string' ? called : label;
}

/** A relationship as a clause tells it. */
export type ToldLink = Pick<Link, 'type' | 'from' | 'to' | 'intended' | 'columns'>;

/**
 * A relationship in words, with what its ends are called and what tells it from others of its type; told in its own
 * direction, or from the side of `near`. What is only planned or hoped for says so, and by whom.
 */
export function clause(vocabulary: Vocabulary, link: ToldLink, name: (id: string) => string, near: string = link.from): string {
  const { type, intended, columns } = link;
  const relationship = vocabulary.relationship(type);
  const isBack = near !== link.from && !(intended && relationship?.symmetric !== true);
  const [subject, object] = isBack ? [name(link.to), name(link.from)] : [name(link.from), name(link.to)];
  const template = intended ? relationship?.will : isBack ? relationship?.saysBack : relationship?.says;
  const told =
    relationship && template !== undefined
      ? filled(template, relationship, { subject, object, qualifiers: columns, called: name })
      : `${subject} ${type} ${object}`;
  const marks = marksOf(vocabulary, link).map((mark) => ('id' in mark ? name(mark.id) : mark.text));
  const marked = marks.length > 0 ? `${told} (${marks.join(', ')})` : told;
  return capitalised(intended ? `${intentOf(columns, name)}${marked}` : marked);
}

/** Entities that the sentence of a relationship names: its ends, and what it refers to. */
export function namedIn(vocabulary: Vocabulary, link: ToldLink): readonly string[] {
  const { from, to, intended, columns } = link;
  const relationship = vocabulary.relationship(link.type);
  const told = Object.entries(relationship?.properties ?? {}).filter(([name, { sort }]) => sort === 'reference' && relationship?.says.includes(`{${name}}`));
  const named = [...told.map(([name]) => columns[name]), intended ? columns['intentOf'] : null].filter((id) => typeof id === 'string');
  return [from, to, ...named, ...marksOf(vocabulary, link).flatMap((mark) => ('id' in mark ? [mark.id] : []))];
}

/** One claim as the sentence that its fact is shown by, with its denial, its voice and its time. */
export function sentenceOfClaim(vocabulary: Vocabulary, claim: Claim, name: (id: string) => string): string {
  const { subject, predicate, object, modality, polarity, assertedBy, when } = claim;
  const by = assertedBy === null ? {} : { intentOf: assertedBy };
  const told =
    object === null
      ? capitalised(`${spaced(predicate)} of ${name(subject)}: ${shownValue(claim)}`)
      : clause(
          vocabulary,
          {
            type: predicate,
            from: subject,
            to: object,
            intended: isIntended(claim),
            columns: { ...(claim.qualifiers as Link['columns']), intent: modality, ...by },
          },
          name,
        );
  const time = when && object !== null ? `, ${whenInWords(when)}` : '';
  const voice = assertedBy === null || isIntended(claim) ? '' : ` (${name(assertedBy)})`;
  const status = polarity === 'DENIED' ? 'It is not so: ' : isActual(claim) || isIntended(claim) ? '' : 'It is considered: ';
  return `${status}${told}${time}${voice}.`;
}

function shownValue({ value }: Claim): string {
  const text = (valueText(value) ?? '').replace(/\.$/, '');
  const time = parseTime(text);
  return time ? timeInWords(time) : text;
}

/** "Ada Example hopes that", "It is planned that": as far as is told. */
function intentOf({ intent, intentOf: id }: ToldLink['columns'], name: (id: string) => string): string {
  const by = typeof id === 'string' ? name(id) : null;
  if (intent === 'HOPED') return by === null ? 'it is hoped that ' : `${by} hopes that `;
  return by === null ? 'it is planned that ' : `as ${by} says, it is planned that `;
}

type Mark = { readonly id: string } | { readonly text: string };

/** Qualifiers that tell two relationships of one type between the same ends apart, unless the sentence names them itself. */
function marksOf(vocabulary: Vocabulary, { type, columns }: ToldLink): readonly Mark[] {
  const relationship = vocabulary.relationship(type);
  return (relationship ? unnamed(relationship) : []).flatMap((property): Mark[] => {
    const value = columns[property];
    if (typeof value !== 'string') return [];
    return relationship?.properties[property]?.sort === 'reference' ? [{ id: value }] : [{ text: inWords(value) }];
  });
}
