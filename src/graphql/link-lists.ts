import type { ArgBuilder, FieldRef, InterfaceRef, ObjectRef } from '@pothos/core';
import { dated, undatedLast, type Part } from '../graph/undated-last.js';
import type { Expanded, Position } from '../graph/store.js';
import { unitedCount, unitedPage } from '../graph/united.js';
import type { Intended } from '../graph/filter.js';
import { filled } from '../model/sentence.js';
import { pluralOf } from '../model/verb.js';
import type { Kind, Reading } from '../model/vocabulary.js';
import { alikeIn } from './alike.js';
import type { Types } from './builder.js';
import { certaintyIn } from './certainty.js';
import { connection, type Connection, type Edge } from './connection.js';
import type { PageArgs } from './cursor.js';
import type { Input } from './filters.js';
import { propertyField } from './property-field.js';
import { publishList } from './list-type.js';
import { readingCalled } from './guesses.js';
import { nounOf } from './names.js';
import type { FieldBuilder, Publisher } from './publisher.js';
import type { Subject } from './scope.js';
import { sentenceOf } from './sentence.js';
import { timeIn } from './values.js';

interface LinkEdge extends Edge<Subject> {
  readonly near: Subject;
  readonly expanded: Expanded;
}

interface LinkArgs extends PageArgs {
  readonly where?: Input | null | undefined;
  readonly orderBy?: string | null | undefined;
  readonly intended?: string | null | undefined;
}

type LinkList = ObjectRef<Types, Connection<LinkEdge>>;

const lists = new WeakMap<Publisher, ReturnType<typeof sharedParts>>();

/** What the lists of a schema share: their types by shape. */
function sharedParts(publisher: Publisher) {
  return { edge: publishLinkEdge(publisher), byShape: new Map<string, LinkList>() };
}

/** What all lists of relationships take but for `where`. */
function pageArgs({ linkOrder, wheres }: Publisher, arg: ArgBuilder<Types>) {
  return { ...arg.connectionArgs(), orderBy: arg({ type: linkOrder, required: false }), intended: arg({ type: wheres.intended, required: false }) };
}

/** The field of a type that lists the relationships of a reading. */
export function linkField(
  publisher: Publisher,
  t: FieldBuilder<Subject>,
  { type, reading }: { readonly type: string; readonly reading: Reading },
): FieldRef<Types> {
  const shared = lists.get(publisher) ?? sharedParts(publisher);
  lists.set(publisher, shared);
  const { args: alike } = alikeIn(publisher.builder);
  return t.field({
    type: linkList(publisher, reading, shared),
    description: aboutField(reading),
    extensions: { alsoCalled: () => readingCalled(publisher.vocabulary, reading) },
    args: {
      ...alike.of('relationships', { type, field: reading.field }, () => pageArgs(publisher, t.arg)),
      where: t.arg({ type: publisher.wheres.ofLinks(reading), required: false }),
    },
    resolve: (parent, args: LinkArgs) => links(publisher, parent, reading, args),
  });
}

/** What a field lists, as a relative clause told from the end that has it; the type of relationship says the rest, and alone says it where both ends are alike. */
function aboutField({ relationship, direction, far }: Reading): string {
  const { about, symmetric, says, saysBack } = relationship;
  if (symmetric) return about.replace(/[:;].*$/s, '.');
  // "Made the statement {object}" names one of several, as "made {object}" does.
  const template = (direction === 'IN' ? saysBack : says).replace(/\bthe (?:\w+ )?(?!of\b)\w+ \{object\}/, '{object}');
  // "Was where {object} took place" tells what its far end did.
  const [, there] = /\bwhere \{object\} (.+)/s.exec(template) ?? [];
  const nouns = `The ${nounsOf(far)} that`;
  if (there !== undefined) return `${pluralOf(`{subject} ${there}`).replace('{subject}', nouns)} there.`;
  return `${filled(template.replace(/ \{object\}/, ''), relationship, { subject: `${nouns} it`, object: '', qualifiers: {} })}.`;
}

/** What stands at far ends: the kinds by their names, or, of more than are read at a glance, that it is of several. */
function nounsOf(far: readonly Kind[]): string {
  const nouns = far.map(({ plural }) => plural);
  return nouns.length > 3 ? 'entities' : nouns.join(' or ');
}

function links(publisher: Publisher, near: Subject, reading: Reading, args: LinkArgs): Connection<LinkEdge> {
  const { scope, entity } = near;
  const { type } = reading.relationship;
  const below = (args.intended ?? scope.intended) as Intended;
  const intended = !args.intended && entity.intended ? 'INCLUDE' : below;
  const descending = args.orderBy !== 'DATE_ASC';
  const inner = scope.counting(below);
  let narrowed: ReturnType<Publisher['filters']['ofLinks']> | undefined;
  const filters = () => (narrowed ??= publisher.filters.ofLinks(scope, reading, args.where, intended));
  const position = ({ link }: Expanded): Position => ({ sort: link.at, id: link.key });
  return connection<Expanded, LinkEdge>({
    list: [entity.id, type, reading.direction, args.where ?? null, args.orderBy ?? null, intended],
    args,
    fetch: (window) => {
      const { linkFilter, farFilter } = filters();
      const set = { type, direction: reading.direction, farFilter, descending: descending !== window.isBackward };
      const read = ({ first, after, isDated }: Part) => {
        const question = { ...set, linkFilter: isDated === undefined ? linkFilter : [...linkFilter, ...dated('at', isDated)], first };
        return unitedPage(intended, (state) => scope.expand({ ...question, intended: state }, { id: entity.id, after }), {
          size: first,
          descending: set.descending,
          position,
        });
      };
      return descending ? read({ first: window.size, after: window.from }) : undatedLast(window, read);
    },
    count: () => {
      const set = { type, direction: reading.direction, ...filters() };
      return unitedCount(intended, (state) => scope.degree({ ...set, intended: state }, entity.id));
    },
    position,
    edge: (expanded) => ({ near, expanded, node: inner.subject(expanded.far) }),
  });
}

/** Relationships with the same qualifiers that lead to the same type share the types of their lists. */
function linkList(publisher: Publisher, reading: Reading, { byShape, edge }: ReturnType<typeof sharedParts>): LinkList {
  const { builder } = publisher;
  const { relationship, far } = reading;
  const qualifiers = Object.entries(relationship.properties);
  const farKind = far.length === 1 && far[0] ? far[0].name : 'Entity';
  const shape = qualifiers.length > 0 ? `${farKind} ${relationship.type}` : farKind;
  const known = byShape.get(shape);
  if (known) return known;
  const name = qualifiers.length > 0 ? nounOf(reading) : `Related${farKind}`;
  const columns = ({ expanded }: LinkEdge) => expanded.link.columns;
  const made = publishList<Subject, LinkEdge>(builder, {
    name,
    of: 'relationships',
    type: publisher.far(far),
    isA: [edge],
    edge: (t) =>
      Object.fromEntries(
        qualifiers.map(([property, value]) => [property, propertyField(publisher, t, property, value, { columns, scope: ({ near }: LinkEdge) => near.scope })]),
      ),
  });
  byShape.set(shape, made);
  return made;
}

/** What every relationship has beside its qualifiers, whatever it leads to. */
function publishLinkEdge({ evidence, builder, wheres }: Publisher): InterfaceRef<Types, LinkEdge> {
  return builder.interfaceRef<LinkEdge>('RelationshipEdge').implement({
    description: 'A relationship in a list of such, whatever it leads to and qualifies it.',
    fields: (t) => ({
      certainty: t.field({ type: wheres.certainty, nullable: true, resolve: ({ expanded }) => certaintyIn(expanded.link.columns) }),
      when: t.field({
        type: evidence.when,
        nullable: true,
        description: 'When it held; null where no claim says so.',
        resolve: ({ expanded }) => timeIn(expanded.link.columns, 'when'),
      }),
      fact: t.field({
        type: evidence.fact,
        description: 'Who says so, and at which words.',
        resolve: ({ near, expanded }) => ({ scope: near.scope, key: expanded.link.key, record: null }),
      }),
      sentence: t.string({
        description: 'The relationship as a sentence.',
        resolve: ({ near, expanded }) => {
          // Both ends are at hand and need not be fetched again.
          for (const end of [near.entity, expanded.far]) near.scope.subject(end);
          return sentenceOf(near.scope, expanded.link, near.entity.id);
        },
      }),
    }),
  });
}
