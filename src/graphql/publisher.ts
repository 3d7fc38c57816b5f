import type { FieldRef, ImplementableInterfaceRef, ImplementableObjectRef } from '@pothos/core';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import { publishEnum, type Builder, type ChoiceRef, type EntityRef, type Types } from './builder.js';
import { publishEvidence, type Evidence } from './evidence.js';
import { Filters } from './filters.js';
import { idsOf } from './ids-of.js';
import { kindConstant, typeName } from './names.js';
import type { Nodes } from './nodes.js';
import type { Subject } from './scope.js';
import { Choices } from './values.js';
import { Wheres } from './where.js';

/** What makes the fields of a type. */
export type FieldBuilder<P> = PothosSchemaTypes.ObjectFieldBuilder<Types, P>;

/** Fields whose names the vocabulary declares. */
export type Fields = Record<string, FieldRef<Types>>;

/** What a vocabulary is published with: the types of its kinds, the inputs that narrow them, and what all of them share. */
export class Publisher {
  readonly builder: Builder;
  readonly vocabulary: Vocabulary;
  /** What `node` finds by its id. */
  readonly nodes: Nodes;
  readonly query: ReturnType<Builder['queryType']>;
  readonly evidence: Evidence;
  readonly wheres: Wheres;
  readonly filters: Filters;
  readonly choices: Choices;
  readonly kindEnum: ChoiceRef;
  /** The order of lists of relationships. */
  readonly linkOrder: ChoiceRef;
  readonly relationshipType: ChoiceRef;
  readonly entity: ImplementableInterfaceRef<Types, Subject>;
  /** The type of what claims stand in: the kind whose properties a header gives. */
  readonly source: EntityRef;
  /** What is told of an argument that takes ids of sources alone. */
  readonly ofSources: { readonly extensions?: ReturnType<typeof idsOf> };
  private readonly interfaces = new Map<Kind, ImplementableInterfaceRef<Types, Subject>>();
  private readonly objects = new Map<Kind, ImplementableObjectRef<Types, Subject>>();

  constructor(builder: Builder, vocabulary: Vocabulary, nodes: Nodes) {
    this.builder = builder;
    this.nodes = nodes;
    this.query = builder.queryType({
      description:
        'Everything that can be asked of the graph. Each kind of entity has a field for one of them, by id, and a list, which brings 20 items unless `first` or `last` says otherwise, at most 100. What an interface describes is not described again in its kinds. An operation is counted before it runs: each list 1, and its page, or as many as `id` or `named` ask for, as often as what it stands in; each `some`, `none`, `every` and `count` of a filter, and each test of a text, 100; a field that counts more says so. `extensions.cost` tells with each answer what it came to, and the most that it may.',
    });
    this.vocabulary = vocabulary;
    this.entity = builder.interfaceRef<Subject>('Entity');
    this.choices = new Choices(builder, vocabulary);
    this.kindEnum = publishEnum(
      builder,
      'EntityKind',
      'The kinds of entity. A family of kinds, such as EVENT, asks for all of them; nothing is of such a kind alone.',
      Object.fromEntries(vocabulary.kinds.map((kind) => [kindConstant(kind), { value: kind.name, description: kind.about }])),
    );
    this.linkOrder = publishEnum(
      builder,
      'LinkOrder',
      'The order of a list of relationships, DATE_DESC unless said, of a timeline, and of at most 2000 claims, by when what they say held; it counts 200 for these.',
      {
        DATE_ASC: 'By the time of the record that it belongs to, or of the relationship, oldest first; undated ones last.',
        DATE_DESC: 'By that time, newest first; undated ones last.',
      },
    );
    this.relationshipType = publishEnum(
      builder,
      'RelationshipType',
      'Types of relationship. Paths, subgraphs and timelines run over all but those of documents: who wrote them, what they cite.',
      Object.fromEntries(vocabulary.relationships.map(({ type, about }) => [type, about])),
    );
    for (const kind of vocabulary.kinds) {
      const name = typeName(kind);
      const alike = vocabulary.kinds.find((other) => this.objects.has(other) && typeName(other) === name);
      if (kind.abstract) this.interfaces.set(kind, builder.interfaceRef<Subject>(name));
      else this.objects.set(kind, (alike && this.objects.get(alike)) ?? builder.objectRef<Subject>(name));
    }
    this.wheres = new Wheres(builder, vocabulary, this.choices, this.kindEnum);
    this.filters = new Filters(vocabulary);
    const sources = vocabulary.kinds.find(({ properties }) => Object.values(properties).some(({ given }) => given));
    this.source = sources ? this.ref(sources) : this.entity;
    this.ofSources = sources ? { extensions: idsOf(sources.name) } : {};
    this.evidence = publishEvidence(this, this.source);
  }

  /** The GraphQL type of a kind. */
  ref(kind: Kind): EntityRef {
    const ref = this.interfaces.get(kind) ?? this.objects.get(kind);
    if (!ref) throw new Error(`${kind.name} is not in this vocabulary`);
    return ref;
  }

  /** The name of the GraphQL type of an entity. */
  typeOf({ entity }: Subject): string {
    const kind = this.vocabulary.kind(entity.kind);
    return kind ? typeName(kind) : entity.kind;
  }

  /** The type of what may stand at one of several ends: the kind itself, or any entity. */
  far(kinds: readonly Kind[]): EntityRef {
    const [only] = kinds;
    return kinds.length === 1 && only ? this.ref(only) : this.entity;
  }

  /** Publishes a kind's type, without fields of its own. */
  implement(kind: Kind): void {
    const parents = this.vocabulary
      .lineage(kind)
      .slice(1)
      .flatMap((parent) => this.interfaces.get(parent) ?? []);
    const isOther = kind.extends !== null && !kind.typed;
    const [first] = this.vocabulary.kinds.filter((other) => typeName(other) === typeName(kind));
    if (isOther && !this.wheres.isLike(kind, kind.extends)) throw new Error(`${kind.name} has something of its own: it needs a type of its own`);
    if (isOther && first !== kind) return;
    const description = isOther ? `One of the ${kind.extends.plural} of any other kind: \`kind\` says which.` : kind.about;
    const options = { description, interfaces: [this.builder.nodeInterfaceRef(), this.entity, ...parents] };
    this.interfaces.get(kind)?.implement({ ...options, resolveType: (subject) => this.typeOf(subject) });
    this.objects.get(kind)?.implement(options);
  }

  /** Adds fields to the type of a kind. */
  fields(kind: Kind, fields: (t: FieldBuilder<Subject>) => Fields): void {
    const [object, family] = [this.objects.get(kind), this.interfaces.get(kind)];
    if (object) this.builder.objectFields(object, fields);
    // Fields of interfaces are made like those of objects, but Pothos keeps their types apart.
    if (family) this.builder.interfaceFields(family, fields as never);
  }
}
