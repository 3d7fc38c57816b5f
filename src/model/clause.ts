import { isIntended, valueText, type Claim } from './claim.js';
import { capitalised, filled, inWords, unnamed } from './sentence.js';
import { parseTime, type Time } from './edtf.js';
import { figureInWords } from './figure.js';
import type { Named, Naming } from './named.js';
import type { Link } from './projection.js';
import { inWords as spaced } from './text.js';
import { timeInWords, whenInWords } from './time-words.js';
import { deniedOf, futureOf, infinitiveOf, pastOf, pluralOf } from './verb.js';
import type { Name, Quantity, Value } from './values.js';
import type { Relationship, Vocabulary } from './vocabulary.js';

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
  const several = name(from).several;
  const told = (template: string) =>
    relationship ? filled(template, relationship, { subject: subject.text, object: object.text, several, qualifiers: columns, called }) : template;
  const marks = marksOf(vocabulary, link).map((mark) => ('id' in mark ? called(mark.id) : mark.text));
  const marked = (text: string) => (marks.length > 0 ? `${text} (${marks.join(', ')})` : text);
  if (!relationship) return marked(`${subject.text} ${type} ${object.text}`);
  if (own) {
    const verb = columns['intent'] === 'HOPED' ? 'hope' : 'plan';
    return marked(`${subject.text} ${subject.several ? verb : `${verb}s`} ${told(infinitiveOf(relationship.will))}`);
  }
  if (intended) return `${intentOf(wisher === null ? null : name(wisher), columns['intent'])}${marked(told(relationship.will))}`;
  const recurs = (relationship.describes === 'from' ? name(from) : name(to)).recurs;
  const template = inTime(formsOf(relationship, isBack, recurs), manner.when ?? null);
  const denied = manner.denied ? deniedOf(template, relationship.will) : template;
  return marked(told(subject.several ? pluralOf(denied) : denied));
}

type Forms = Pick<Relationship, 'says' | 'was' | 'since'>;

/** The sentences of a direction; of a record that happens again and again, in the present where its type has them. */
function formsOf(relationship: Relationship, isBack: boolean, recurs: boolean): Forms {
  const { says, saysBack } = (recurs ? relationship.again : null) ?? relationship;
  return isBack ? { says: saysBack, was: pastOf(saysBack), since: saysBack } : { ...relationship, says };
}

/** The sentence of a state that was, or has been since, where its time says so. */
function inTime({ says, was, since }: Forms, when: Time | null): string {
  if (when === null) return says;
  return /\/(\.\.)?$/.test(when.edtf) ? since : was;
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

/** What a modality short of an assertion puts before what is told. */
const SURENESS: Readonly<Partial<Record<Claim['modality'], string>>> = {
  REPORTED: 'it is said that ',
  ESTIMATED: 'it is estimated that ',
  HYPOTHETICAL: 'it may be that ',
};

/** The same beside a property, whose sentence may be a heading with what is told under it. */
const ASIDE: Readonly<Partial<Record<Claim['modality'], string>>> = {
  REPORTED: 'as is said',
  ESTIMATED: 'as is estimated',
  PLANNED: 'as is planned',
  HOPED: 'as is hoped',
  HYPOTHETICAL: 'as may be',
};

/** A property in the sentence that it declares, as sure as the claim is; a choice in the words that say what it means. */
function propertyInWords(vocabulary: Vocabulary, claim: Omit<Claim, 'id'>, name: Naming): string {
  const { subject, predicate, value } = claim;
  const kind = vocabulary.rootOf(subject);
  const property = kind && vocabulary.property(kind, predicate);
  const text = quantityInWords(value) ?? valueText(value) ?? '';
  const time = parseTime(text);
  const meaning = property?.choice?.values[text]?.replace(/[.:;].*$/su, '') ?? '';
  const meant = `${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`;
  const shown = time ? timeInWords(time) : text.replace(/\.$/, '');
  const isA = /^(An?|Called|Signed|Not yet|In force|Wanted|No longer)(?: |$)/u.test(meaning);
  const template =
    (predicate === 'name' && kind?.nameSays) ||
    (property?.says ?? (isA ? '{subject} is {meaning}' : `${spaced(predicate)} of {subject}: ${meaning === '' ? '{value}' : '{word} ({meaning})'}`));
  const words: Readonly<Record<string, string | undefined>> = {
    subject: name(subject).text,
    when: time ? whenInWords(time) : shown,
    value: shown,
    word: inWords(text),
    meaning: meant,
  };
  const says = asSureAs(claim, property, template, name);
  const numbered = name(subject).several ? pluralOf(says) : says;
  return `${numbered.replace(/\{(\w+)\}/gu, (hole, key: string) => words[key] ?? hole)}${inLanguage(value)}`;
}

/** The template with whose word it is and how sure; not where a curator codes, whose word it is whatever it is about. */
function asSureAs(claim: Omit<Claim, 'id'>, property: Value | undefined, template: string, name: Naming): string {
  const { modality, polarity, assertedBy } = claim;
  if (typeof property?.coded === 'string') return template;
  const by = assertedBy === null ? null : name(assertedBy);
  const future = property?.will ?? futureOf(template);
  if (isIntended(claim) && polarity === 'AFFIRMED' && future !== template) return `${intentOf(by, modality)}${future}`;
  const voice = by === null ? [] : [`according to ${by.text}`];
  const aside = modality === 'REPORTED' && by !== null ? undefined : ASIDE[modality];
  const asides = [...voice, ...(aside === undefined ? [] : [aside])].join(', ');
  if (polarity === 'DENIED') return `${asides === '' ? '' : `${asides}, `}it is not so that ${template}`;
  if (asides === '') return template;
  return template.includes(': {') ? template.replace(': {', `, ${asides}: {`) : `${asides}, ${template}`;
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** " in Russian", of a name in another language than that of the sentence. */
function inLanguage(value: Claim['value']): string {
  const { lang } = (value ?? {}) as Partial<Name>;
  return lang === undefined || lang === 'en' ? '' : ` in ${LANGUAGES.of(lang) ?? lang}`;
}

/** A figure by its parts, in words; null for another value. */
function quantityInWords(value: Claim['value']): string | null {
  const { measure, amount, unit, comparator } = (value ?? {}) as Partial<Quantity>;
  return measure === undefined || amount === undefined ? null : figureInWords({ measure, amount, unit: unit ?? '', comparator: comparator ?? 'EXACTLY' });
}

/** "Ada Example hopes that", "It is planned that": as far as is told. */
function intentOf(by: Named | null, intent: unknown): string {
  if (intent === 'HOPED') return by === null ? 'it is hoped that ' : `${by.text} ${by.several ? 'hope' : 'hopes'} that `;
  return by === null ? 'it is planned that ' : `as ${by.text} ${by.several ? 'say' : 'says'}, it is planned that `;
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
