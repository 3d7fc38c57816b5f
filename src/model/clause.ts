import { isIntended, type Claim } from './claim.js';
import { apartFrom, capitalised, filled, inWords, sentencesFor, unnamed } from './sentence.js';
import type { Time } from './edtf.js';
import { intentOf, SURENESS } from './manner.js';
import { listed, type Named, type Naming } from './named.js';
import type { Link } from './graph.js';
import { propertyInWords } from './property-words.js';
import { whenInWords } from './time-words.js';
import { deniedOf, infinitiveOf, inTime, pastOf, perfectOf, pluralOf, type Forms } from './verb.js';
import type { Relationship, Sentences, Vocabulary } from './vocabulary.js';

/** A relationship as a clause tells it. */
export type ToldLink = Pick<Link, 'type' | 'from' | 'to' | 'intended' | 'columns'>;

/** What a claim adds to a clause: when it was so, that it is denied, and that it is expected. */
interface Manner {
  readonly when?: Time | null;
  readonly denied?: boolean;
  /** It is to become more than it is: "is expected to cooperate more closely". */
  readonly expected?: boolean;
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
  const ends = { subject: (isBack ? to : from) === near ? ownName(relationship, subject, object) : subject.text, object: object.text };
  const called = (id: string) => name(id).text;
  const { several } = name(from);
  const told = (template: string) => (relationship ? filled(template, relationship, { ...ends, several, qualifiers: columns, called }) : template);
  const marks = marksOf(vocabulary, link).map((mark) => ('id' in mark ? called(mark.id) : mark.text));
  const marked = (text: string) => (marks.length > 0 ? `${text} (${marks.join(', ')})` : text);
  if (!relationship) return marked(`${subject.text} ${type} ${object.text}`);
  const sentences = sentencesFor(relationship, columns, from);
  if (own) {
    const verb = columns['intent'] === 'HOPED' ? 'would like' : subject.several ? 'plan' : 'plans';
    return marked(`${subject.text} ${verb} ${told(infinitiveOf(sentences.will))}`);
  }
  if (intended) {
    const { before, template } = intentOf(wisher === null ? null : name(wisher), columns['intent'], sentences.will);
    return `${before}${marked(told(template))}`;
  }
  const recurs = (relationship.describes === 'from' ? name(from) : name(to)).recurs;
  const forms = formsOf(sentences, isBack, recurs);
  const template = manner.expected ? `{subject} is expected ${infinitiveOf(sentences.will)}` : inTime(forms, manner.when ?? null);
  const denied = manner.denied ? deniedOf(template, sentences.will) : template;
  return marked(told(subject.several ? pluralOf(denied) : denied));
}

/** What the end that is looked from is called beside the other: a record that treats of something by its makers, for its name says the topic already. */
function ownName(relationship: Relationship | undefined, own: Named, far: Named): string {
  return relationship?.treats === true && own.byMakers !== undefined ? own.byMakers : apartFrom(far.text, own.text);
}

/** The sentences of a direction; of a record that goes on or happens again and again, in the present where its type has them. */
function formsOf(sentences: Sentences, isBack: boolean, recurs: boolean): Forms {
  const again = recurs ? sentences.again : null;
  const { says, saysBack } = again ?? sentences;
  if (isBack) return { says: saysBack, was: pastOf(saysBack), since: saysBack };
  return { says, was: sentences.was, since: again ? perfectOf(again.says) : sentences.since };
}

/** A character of no text, where a far end is to stand. */
const FAR = '\uE000';

/**
 * Several relationships of one type at an entity in one sentence, without what is told in brackets, such as a field:
 * what is said alike is said once, of all far ends. With `more`, there are others that are not named.
 */
export function together(vocabulary: Vocabulary, links: readonly ToldLink[], name: Naming, near: string, most: number, more = false): string {
  const groups = new Map<string, Set<string>>();
  let shown = 0;
  let isLeftOut = more;
  for (const link of links) {
    const far = link.from === near ? link.to : link.from;
    const stand = (id: string): Named => ({ ...name(id), ...(id === far ? { text: FAR } : {}) });
    const told = clause(vocabulary, { ...link, columns: essential(vocabulary, link) }, stand, near);
    const known = groups.get(told) ?? new Set();
    const { text } = name(far);
    if (known.has(text)) continue;
    if (shown === most) {
      isLeftOut = true;
      continue;
    }
    shown += 1;
    groups.set(told, known.add(text));
  }
  const own = name(near).text.length;
  const parts = [...groups].map(([told, far], at) => (at === 0 ? told : told.slice(own + 1)).replace(FAR, listed([...far])));
  return `${parts.join('; ')}${isLeftOut ? ', among others' : ''}.`;
}

/** The qualifiers that a sentence cannot do without: what stands in brackets is left out where there is none. */
function essential(vocabulary: Vocabulary, { type, columns }: ToldLink): ToldLink['columns'] {
  const relationship = vocabulary.relationship(type);
  const aside = new Set([...(relationship?.says.matchAll(/\[[^\]]*\{(\w+)\}/g) ?? [])].map(([, slot]) => slot));
  const kept = relationship?.sentencesBy?.qualifier;
  return Object.fromEntries(Object.entries(columns).filter(([column]) => column === kept || !aside.has(column)));
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
  const { compares = null } = vocabulary.relationship(predicate) ?? {};
  const expected = modality === 'ESTIMATED' && compares !== null && claim.qualifiers[compares] !== undefined;
  const told = worded(vocabulary, { type: predicate, from: subject, to: object, intended, columns }, name, subject, { when, denied, expected });
  const time = when ? ` ${whenInWords(when)}` : '';
  const voice = assertedBy === null || intended ? '' : `according to ${name(assertedBy).text}, `;
  const unsure = denied && intended ? 'it is not so that ' : (SURENESS[modality] ?? '');
  const certainty = expected || (modality === 'REPORTED' && voice !== '') ? '' : unsure;
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
