import { isIntended, type Claim } from './claim.js';
import { capitalised, filled, inWords, sentencesFor, unnamed } from './sentence.js';
import type { Time } from './edtf.js';
import { intentOf, SURENESS } from './manner.js';
import type { Named, Naming } from './named.js';
import type { Link } from './graph.js';
import { propertyInWords } from './property-words.js';
import { whenInWords } from './time-words.js';
import { deniedOf, infinitiveOf, inTime, pastOf, pluralOf, type Forms } from './verb.js';
import type { Sentences, Vocabulary } from './vocabulary.js';

/** A relationship as a clause tells it. */
export type ToldLink = Pick<Link, 'type' | 'from' | 'to' | 'intended' | 'columns'>;

/** What a claim adds to a clause: when it was so, and that it is denied. */
interface Manner {
  readonly when?: Time | null;
  readonly denied?: boolean;
}

/**
 * A relationship in words, with what its ends are called and what tells it from others of its type; told in its own
 * direction, or from the side of `near`. What is only planned or hoped for says so, and by whom.
 */
export function clause(vocabulary: Vocabulary, link: ToldLink, name: Naming, near: string = link.from): string {
  return capitalised(worded(vocabulary, link, name, near));
}

function worded(vocabulary: Vocabulary, link: ToldLink, name: Naming, near: string = link.from, manner: Manner = {}): string {
  const { type, from, to, intended, columns } = link;
  const relationship = vocabulary.relationship(type);
  const wisher = intended && typeof columns['intentOf'] === 'string' ? columns['intentOf'] : null;
  const own = wisher === from || (relationship?.symmetric === true && wisher === to);
  const isBack = own ? wisher !== from : near !== from && !(intended && relationship?.symmetric !== true);
  const [subject, object] = (isBack ? [to, from] : [from, to]).map(name) as [Named, Named];
  const called = (id: string) => name(id).text;
  const { several } = name(from);
  const told = (template: string) =>
    relationship ? filled(template, relationship, { subject: subject.text, object: object.text, several, qualifiers: columns, called }) : template;
  const marks = marksOf(vocabulary, link).map((mark) => ('id' in mark ? called(mark.id) : mark.text));
  const marked = (text: string) => (marks.length > 0 ? `${text} (${marks.join(', ')})` : text);
  if (!relationship) return marked(`${subject.text} ${type} ${object.text}`);
  const sentences = sentencesFor(relationship, columns, from);
  if (own) {
    const verb = columns['intent'] === 'HOPED' ? 'hope' : 'plan';
    return marked(`${subject.text} ${subject.several ? verb : `${verb}s`} ${told(infinitiveOf(sentences.will))}`);
  }
  if (intended) return `${intentOf(wisher === null ? null : name(wisher), columns['intent'])}${marked(told(sentences.will))}`;
  const recurs = (relationship.describes === 'from' ? name(from) : name(to)).recurs;
  const template = inTime(formsOf(sentences, isBack, recurs), manner.when ?? null);
  const denied = manner.denied ? deniedOf(template, sentences.will) : template;
  return marked(told(subject.several ? pluralOf(denied) : denied));
}

/** The sentences of a direction; of a record that happens again and again, in the present where its type has them. */
function formsOf(sentences: Sentences, isBack: boolean, recurs: boolean): Forms {
  const { says, saysBack } = (recurs ? sentences.again : null) ?? sentences;
  return isBack ? { says: saysBack, was: pastOf(saysBack), since: saysBack } : { ...sentences, says };
}

/** Entities that the sentence of a relationship names: its ends, and what it refers to. */
export function namedIn(vocabulary: Vocabulary, link: ToldLink): readonly string[] {
  const { from, to, intended, columns } = link;
  const relationship = vocabulary.relationship(link.type);
  const told = Object.entries(relationship?.properties ?? {}).filter(([name, { sort }]) => sort === 'reference' && relationship?.says.includes(`{${name}}`));
  const named = [...told.map(([name]) => columns[name]), intended ? columns['intentOf'] : null].filter((id) => typeof id === 'string');
  return [from, to, ...named, ...marksOf(vocabulary, link).flatMap((mark) => ('id' in mark ? [mark.id] : []))];
}

/** One claim as the sentence that its fact is shown by, with its denial, its voice, its certainty and its time. */
export function sentenceOfClaim(vocabulary: Vocabulary, claim: Omit<Claim, 'id'>, name: Naming): string {
  const { predicate, subject, object, modality, polarity, assertedBy, when } = claim;
  if (object === null) return `${capitalised(propertyInWords(vocabulary, claim, name))}.`;
  const by = assertedBy === null ? {} : { intentOf: assertedBy };
  const intended = isIntended(claim);
  const denied = polarity === 'DENIED';
  const columns = { ...(claim.qualifiers as Link['columns']), intent: modality, ...by };
  const told = worded(vocabulary, { type: predicate, from: subject, to: object, intended, columns }, name, subject, { when, denied });
  const time = when ? ` ${whenInWords(when)}` : '';
  const voice = assertedBy === null || intended ? '' : `according to ${name(assertedBy).text}, `;
  const unsure = denied && intended ? 'it is not so that ' : (SURENESS[modality] ?? '');
  const certainty = modality === 'REPORTED' && voice !== '' ? '' : unsure;
  return `${capitalised(`${voice}${certainty}${told}${time}`)}.`;
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
