import { isIntended, valueText, type Claim } from './claim.js';
import { parseTime, type Time } from './edtf.js';
import { figureInWords } from './figure.js';
import { intentOf, SURENESS } from './manner.js';
import type { Named, Naming } from './named.js';
import { inWords } from './sentence.js';
import { fold, inWords as spaced } from './text.js';
import { timeInWords, whenInWords } from './time-words.js';
import { futureOf, inTime, pastOf, perfectOf, pluralOf } from './verb.js';
import type { Value } from './value.js';
import type { Name, Quantity } from './values.js';
import type { Kind, Vocabulary } from './vocabulary.js';

type Unnumbered = Omit<Claim, 'id'>;

/** A property in the sentence that it declares, as sure as the claim is; a choice in the words that say what it means. */
export function propertyInWords(vocabulary: Vocabulary, claim: Unnumbered, name: Naming): string {
  const { subject, predicate, value } = claim;
  const kind = vocabulary.rootOf(subject);
  const property = kind && vocabulary.property(kind, predicate);
  const figure = quantityInWords(value);
  const text = figure ?? valueText(value) ?? '';
  const time = property?.sort === 'time' ? parseTime(text) : null;
  const shown = time ? timeInWords(time) : property?.sort === 'name' ? text : text.replace(/\.$/, '');
  const meaning = meaningOf(property, text);
  const named = name(subject);
  const rest = property?.ofSubject === true ? restOf(named, shown) : null;
  const falls = time !== null && predicate === kind?.orderedBy ? named.fallsSays : null;
  const isOwn = predicate === 'name' && isSameName(kind, named.text, shown) && (!named.several || typeof kind?.nameSays === 'string');
  const filed = predicate === 'name' && !isOwn ? kind?.nameSays : null;
  const says = falls ?? filed ?? atTime(templateOf(property, predicate, meaning), property, claim.when, time);
  const template = rest === null ? says : `{subject} ${rest}`;
  const words: Readonly<Record<string, string | undefined>> = {
    subject: isOwn ? someOf(named.sort ?? (kind ? spaced(kind.name).toLowerCase() : 'thing')) : named.text,
    when: time ? whenInWords(time) : shown,
    value: shown,
    word: inWords(text),
    phrase: startingLow(shown),
  };
  const sure = asSureAs(claim, property, template, name);
  const numbered = named.several && !isOwn ? sure.replace(/\{subject\} .*/su, pluralOf) : sure;
  return `${numbered.replace(/\{(\w+)\}/gu, (hole, key: string) => words[key] ?? hole)}${inLanguage(value)}${figure !== null && claim.when ? ` ${whenInWords(claim.when)}` : ''}`;
}

/** Whether a name is the one that a sentence has for its bearer already, alone or with what that is of: nobody is told that Nice is called Nice. */
function isSameName(kind: Kind | undefined, named: string, name: string): boolean {
  const [phrase = ''] = kind?.phrase?.split('{label}') ?? [];
  const bare = (text: string) => ` ${fold(text.replace(/^the /iu, ''))} `;
  const own = named.startsWith(phrase) ? named.slice(phrase.length) : named;
  if (bare(own) === bare(name)) return true;
  return /^the /u.test(own) && /^(?:the )?\p{Lu}/u.test(name) && bare(own).startsWith(bare(name));
}

/** One of a sort: a city, an organization. */
function someOf(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** A figure by its parts, in words; null for another value. */
function quantityInWords(value: Claim['value']): string | null {
  const { measure, amount, unit = '', comparator = 'EXACTLY' } = (value ?? {}) as Partial<Quantity>;
  return measure === undefined || amount === undefined ? null : figureInWords({ measure, amount, unit, comparator });
}

/** What a choice means, up to where its description goes into detail. */
function meaningOf(property: Value | undefined, text: string): string {
  return property?.choice?.values[text]?.replace(/[.:;].*$/su, '') ?? '';
}

function startingLow(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function templateOf(property: Value | undefined, predicate: string, meaning: string): string {
  // What a choice means may hold the verb, which goes by time and number.
  if (property?.says !== undefined) return property.says.replace('{meaning}', startingLow(meaning));
  if (/^An? /u.test(meaning)) return `{subject} is ${startingLow(meaning)}`;
  return `${spaced(predicate)} of {subject}: ${meaning === '' ? '{value}' : `{word} (${startingLow(meaning)})`}`;
}

/** The template of what holds at a time, in its tense: "was an administrative region until 2016", "has been in force since 2011". */
function atTime(says: string, property: Value | undefined, when: Claim['when'], own: Time | null): string {
  const forms = { says, was: pastOf(says), since: perfectOf(says) };
  if (own !== null) return inTime(forms, own);
  if (when === null || property?.choice === undefined || typeof property.coded === 'string') return says;
  return `${inTime(forms, when)} ${whenInWords(when)}`;
}

/** What a text says of its subject after naming it first or by a pronoun of the same number; null where it begins otherwise. */
function restOf({ text, several }: Named, told: string): string | null {
  const begins = [text, ...(several ? ['They'] : ['It', 'He', 'She'])].find((start) => told.toLowerCase().startsWith(`${start.toLowerCase()} `));
  return begins === undefined ? null : told.slice(begins.length + 1);
}

/** How sure a claim is, beside a heading with what is told under it. */
const ASIDE: Readonly<Partial<Record<Claim['modality'], string>>> = {
  REPORTED: 'reportedly',
  ESTIMATED: 'by an estimate',
  PLANNED: 'as is planned',
  HOPED: 'as is hoped',
  HYPOTHETICAL: 'possibly',
};

/** The template with whose word it is and how sure; not where a curator codes, whose word it is whatever it is about. */
function asSureAs(claim: Unnumbered, property: Value | undefined, template: string, name: Naming): string {
  const { modality, polarity, assertedBy } = claim;
  if (typeof property?.coded === 'string') return template;
  const by = assertedBy === null ? null : name(assertedBy);
  const future = property?.will ?? futureOf(template);
  if (isIntended(claim) && polarity === 'AFFIRMED' && future !== template && property?.ofSubject !== true) {
    const { before, template: meant } = intentOf(by, modality, future);
    return `${before}${meant}`;
  }
  const voice = by === null ? [] : [`according to ${by.text}`];
  const aside = modality === 'REPORTED' && by !== null ? undefined : ASIDE[modality];
  const asides = [...voice, ...(aside === undefined ? [] : [aside])].join(', ');
  if (polarity === 'DENIED') return `${asides === '' ? '' : `${asides}, `}it is not so that ${template}`;
  if (asides === '') return template;
  if (template.includes(': {')) return template.replace(': {', `, ${asides}: {`);
  const sure = aside === undefined ? undefined : SURENESS[modality];
  return sure === undefined ? `${asides}, ${template}` : `${[...voice, sure].join(', ')}${template}`;
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** " in Russian", of a name in another language than that of the sentence. */
function inLanguage(value: Claim['value']): string {
  const { lang } = (value ?? {}) as Partial<Name>;
  return lang === undefined || lang === 'en' ? '' : ` in ${LANGUAGES.of(lang) ?? lang}`;
}
