import { isIntended, valueText, type Claim } from './claim.js';
import { capitalised, filled, inWords, unnamed } from './sentence.js';
import { parseTime, type Time } from './edtf.js';
import type { EntityNode, Link } from './projection.js';
import { inWords as spaced } from './text.js';
import { timeInWords, whenInWords } from './time-words.js';
import { deniedOf, infinitiveOf, pastOf, perfectOf, pluralOf } from './verb.js';
import type { Name, Quantity } from './values.js';
import type { Vocabulary } from './vocabulary.js';

/** What an entity is called in a sentence: a record or a work, whose label is a phrase of its own, between quotation marks. */
export function titleOf(vocabulary: Vocabulary, { kind, label, columns: { called } }: Pick<EntityNode, 'kind' | 'label' | 'columns'>): string {
  const known = vocabulary.kind(kind);
  const isTitled = known?.record === true || known?.properties['title'] !== undefined;
  return isTitled ? `“${label}”` : typeof called === 'string' ? called : label;
}

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
export function clause(vocabulary: Vocabulary, link: ToldLink, name: (id: string) => string, near: string = link.from): string {
  return capitalised(worded(vocabulary, link, name, near));
}

function worded(vocabulary: Vocabulary, link: ToldLink, name: (id: string) => string, near: string = link.from, manner: Manner = {}): string {
  const { type, from, to, intended, columns } = link;
  const relationship = vocabulary.relationship(type);
  const wisher = intended && typeof columns['intentOf'] === 'string' ? columns['intentOf'] : null;
  const own = wisher === from || (relationship?.symmetric === true && wisher === to);
  const isBack = own ? wisher !== from : near !== from && !(intended && relationship?.symmetric !== true);
  const [subject, object] = isBack ? [to, from] : [from, to];
  const several = (id: string) => vocabulary.rootOf(id)?.several === true;
  const told = (template: string) =>
    relationship ? filled(template, relationship, { subject: name(subject), object: name(object), qualifiers: columns, called: name }) : template;
  const marks = marksOf(vocabulary, link).map((mark) => ('id' in mark ? name(mark.id) : mark.text));
  const marked = (text: string) => (marks.length > 0 ? `${text} (${marks.join(', ')})` : text);
  if (!relationship) return marked(`${name(subject)} ${type} ${name(object)}`);
  if (own) {
    const verb = columns['intent'] === 'HOPED' ? 'hope' : 'plan';
    return marked(`${name(subject)} ${several(subject) ? verb : `${verb}s`} ${told(infinitiveOf(relationship.will))}`);
  }
  if (intended)
    return `${intentOf(wisher === null ? null : name(wisher), wisher !== null && several(wisher), columns['intent'])}${marked(told(relationship.will))}`;
  const template = inTime(isBack ? { says: relationship.saysBack, was: pastOf(relationship.saysBack) } : relationship, manner.when ?? null);
  const denied = manner.denied ? deniedOf(template, relationship.will) : template;
  return marked(told(several(subject) ? pluralOf(denied) : denied));
}

/** The sentence of a state that was, or has been since, where its time says so. */
function inTime({ says, was }: { readonly says: string; readonly was: string }, when: Time | null): string {
  if (when === null) return says;
  return /\/(\.\.)?$/.test(when.edtf) ? perfectOf(says) : was;
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
export function sentenceOfClaim(vocabulary: Vocabulary, claim: Claim, name: (id: string) => string): string {
  const { predicate, subject, object, modality, polarity, assertedBy, when } = claim;
  const by = assertedBy === null ? {} : { intentOf: assertedBy };
  const intended = isIntended(claim);
  const denied = polarity === 'DENIED';
  const told =
    object === null
      ? propertyInWords(vocabulary, claim, name)
      : worded(
          vocabulary,
          { type: predicate, from: subject, to: object, intended, columns: { ...(claim.qualifiers as Link['columns']), intent: modality, ...by } },
          name,
          subject,
          { when, denied },
        );
  const time = when && object !== null ? ` ${whenInWords(when)}` : '';
  const voice = assertedBy === null || (intended && object !== null) ? '' : `according to ${name(assertedBy)}, `;
  const unsure = denied && (object === null || intended) ? 'it is not so that ' : ((object === null ? ASIDE : SURENESS)[modality] ?? '');
  const certainty = modality === 'REPORTED' && voice !== '' ? '' : unsure;
  return `${capitalised(`${voice}${certainty}${told}${time}`)}.`;
}

/** The same before a property, whose sentence may be a heading with what is told under it. */
const ASIDE: Readonly<Partial<Record<Claim['modality'], string>>> = {
  REPORTED: 'as is said, ',
  ESTIMATED: 'as is estimated, ',
  PLANNED: 'as is planned, ',
  HOPED: 'as is hoped, ',
  HYPOTHETICAL: 'as may be, ',
};

/** What a modality short of an assertion puts before what is told. */
const SURENESS: Readonly<Partial<Record<Claim['modality'], string>>> = {
  REPORTED: 'it is said that ',
  ESTIMATED: 'it is estimated that ',
  HYPOTHETICAL: 'it may be that ',
};

/** A property in the sentence that it declares; a choice in the words that say what it means. */
function propertyInWords(vocabulary: Vocabulary, { subject, predicate, value }: Claim, name: (id: string) => string): string {
  const kind = vocabulary.rootOf(subject);
  const property = kind && vocabulary.property(kind, predicate);
  const text = quantityInWords(value) ?? valueText(value) ?? '';
  const time = parseTime(text);
  const meaning = property?.choice?.values[text]?.replace(/[.:;].*$/su, '') ?? '';
  const meant = `${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`;
  const shown = time ? timeInWords(time) : text.replace(/\.$/, '');
  const template = (predicate === 'name' && kind?.nameSays) || property?.says;
  if (template !== undefined) {
    const words: Readonly<Record<string, string | undefined>> = {
      subject: name(subject),
      when: time ? whenInWords(time) : shown,
      value: shown,
      word: inWords(text),
      meaning: meant,
    };
    const says = kind?.several === true ? pluralOf(template) : template;
    return `${says.replace(/\{(\w+)\}/gu, (hole, key: string) => words[key] ?? hole)}${inLanguage(value)}`;
  }
  if (/^(An?|Called|Signed|Not yet|In force|Wanted|No longer)(?: |$)/u.test(meaning)) return `${name(subject)} is ${meant}`;
  return `${spaced(predicate)} of ${name(subject)}: ${meaning === '' ? shown : `${inWords(text)} (${meant})`}`;
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** " in Russian", of a name in another language than that of the sentence. */
function inLanguage(value: Claim['value']): string {
  const { lang } = (value ?? {}) as Partial<Name>;
  return lang === undefined || lang === 'en' ? '' : ` in ${LANGUAGES.of(lang) ?? lang}`;
}

const HEDGES: Readonly<Record<string, string>> = {
  ABOUT: 'about ',
  ALMOST: 'almost ',
  LESS_THAN: 'less than ',
  MORE_THAN: 'more than ',
  AT_LEAST: 'at least ',
};

/** "masks sent, 40,000 (mask)", "members, about 300 (member)". */
function quantityInWords(value: Claim['value']): string | null {
  const { measure, amount, unit, comparator } = (value ?? {}) as Partial<Quantity>;
  if (measure === undefined || amount === undefined) return null;
  return `${measure.replaceAll('-', ' ')}, ${HEDGES[comparator ?? ''] ?? ''}${amount.toLocaleString('en')} (${unit ?? ''})`;
}

/** "Ada Example hopes that", "It is planned that": as far as is told. */
function intentOf(by: string | null, several: boolean, intent: unknown): string {
  if (intent === 'HOPED') return by === null ? 'it is hoped that ' : `${by} ${several ? 'hope' : 'hopes'} that `;
  return by === null ? 'it is planned that ' : `as ${by} ${several ? 'say' : 'says'}, it is planned that `;
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
