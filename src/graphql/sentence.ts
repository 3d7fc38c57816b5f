import type { EntityNode, Link } from '../model/projection.js';
import { filled, inWords, unnamed } from '../model/sentence.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Scope } from './scope.js';

/** What an entity is called in a sentence: a record, whose label is a phrase of its own, between quotation marks. */
export function titleOf(vocabulary: Vocabulary, { kind, label }: EntityNode): string {
  return vocabulary.kind(kind)?.record === true ? `“${label}”` : label;
}

/**
 * A relationship in words, with labels in place of its ends and of what tells it from others of its type; told in its
 * own direction, or from the side of `near`.
 */
export function clause(vocabulary: Vocabulary, link: Link, name: (id: string) => string, near: string = link.from): string {
  const relationship = vocabulary.relationship(link.type);
  const isBack = near !== link.from;
  const [subject, object] = isBack ? [name(link.to), name(link.from)] : [name(link.from), name(link.to)];
  const template = isBack ? relationship?.saysBack : relationship?.says;
  const told =
    relationship && template !== undefined
      ? filled(template, relationship, { subject, object, qualifiers: link.columns })
      : `${subject} ${link.type} ${object}`;
  const marks = marksOf(vocabulary, link).map((mark) => ('id' in mark ? name(mark.id) : mark.text));
  const marked = marks.length > 0 ? `${told} (${marks.join(', ')})` : told;
  return link.intended ? `It is planned or hoped for that ${marked}` : marked;
}

/** Entities that the sentence of a relationship names: its ends, and what it refers to. */
export function namedIn(vocabulary: Vocabulary, link: Link): readonly string[] {
  return [link.from, link.to, ...marksOf(vocabulary, link).flatMap((mark) => ('id' in mark ? [mark.id] : []))];
}

/** A relationship as a sentence, with the labels of what it names; from the side of `near`, where that is given. */
export async function sentenceOf(scope: Scope, link: Link, near: string = link.from): Promise<string> {
  const named = await Promise.all(namedIn(scope.vocabulary, link).map((id) => scope.entity(id)));
  const labels = new Map(named.flatMap((subject): [string, string][] => (subject ? [[subject.entity.id, titleOf(scope.vocabulary, subject.entity)]] : [])));
  return clause(scope.vocabulary, link, (id) => labels.get(id) ?? id, near);
}

type Mark = { readonly id: string } | { readonly text: string };

/** Qualifiers that tell two relationships of one type between the same ends apart, unless the sentence names them itself. */
function marksOf(vocabulary: Vocabulary, { type, columns }: Link): readonly Mark[] {
  const relationship = vocabulary.relationship(type);
  return (relationship ? unnamed(relationship) : []).flatMap((property): Mark[] => {
    const value = columns[property];
    if (typeof value !== 'string') return [];
    return relationship?.properties[property]?.sort === 'reference' ? [{ id: value }] : [{ text: inWords(value) }];
  });
}
