import type { Kind, Properties, Reading, Vocabulary } from '../model/vocabulary.js';
import type { Value } from '../model/values.js';
import { publishEnum, type Builder, type ChoiceRef, type DeclaredInput, type Types } from './builder.js';
import { alikeIn } from './alike.js';
import { farName, kindField, nounOf, sideOf } from './names.js';
import type { Choices } from './values.js';
import type { InputTypeParam } from '@pothos/core';

interface FieldSpec {
  readonly type: InputTypeParam<Types>;
  readonly description?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Names what inputs have alike: it is made for the first of them. */
  readonly alike?: string;
}

type Fields = Record<string, FieldSpec>;

/** How the parts of an input go together. */
const ALL_HOLD = 'all that is given must hold, one of `or`, and not what `not` says';

/** How to ask for what has no value of a list of choices. */
const NONE_CHOSEN = ' What has no value of an enumeration is `not` with all of them.';

/** What inputs on relationships do. */
const FAR_END = 'Narrows relationships and what stands at their far end: all that is given must hold.';
/** The same where they can be qualified. */
const QUALIFIED = `${FAR_END.slice(0, -1)}, one of \`or\`, and not what \`not\` says; these two ask of the relationship alone or of its far end alone.`;
/** The same where the far end can be of several kinds. */
const FAR_ENDS = `${QUALIFIED} Nothing is of two kinds: \`or\` takes either.`;

/** Publishes the inputs that narrow lists: one for each kind, and two for each sort of relationship. */
export class Wheres {
  readonly certainty: ChoiceRef;
  readonly dateRange: DeclaredInput;
  readonly intended: ChoiceRef;
  private readonly builder: Builder;
  private readonly vocabulary: Vocabulary;
  private readonly choices: Choices;
  private readonly kindEnum: ChoiceRef;
  private readonly refs = new Map<string, DeclaredInput>();
  private readonly linkNames = new Map<string, string>();
  private severalKinds: readonly Kind[] | null = null;

  constructor(builder: Builder, vocabulary: Vocabulary, choices: Choices, kindEnum: ChoiceRef) {
    this.builder = builder;
    this.vocabulary = vocabulary;
    this.choices = choices;
    this.kindEnum = kindEnum;
    this.certainty = publishEnum(
      builder,
      'Certainty',
      'Whether something that depends on a time only partly known is so, or may be: told, and asked for, within a view with asOf or knownBy.',
      {
        CERTAIN: 'It is, for sure.',
        POSSIBLE: 'It may be.',
      },
    );
    this.intended = publishEnum(
      builder,
      'Intended',
      'Whether what is only planned or hoped for counts: in a list, and in all that lies below it unless that says otherwise. What belongs to a planned record is there without asking.',
      {
        EXCLUDE: 'Only what is so; the default.',
        INCLUDE: 'What is so and what is intended.',
        ONLY: 'Only what is intended, and nobody says to be so already.',
      },
    );
    this.dateRange = this.input(
      'DateRange',
      'A time, `during` which a relationship held for instance, that lies, or may lie, between two days, both included; an absent one is open.',
      () => ({
        from: { type: 'Date', description: 'First day; of a month or a year, its first.' },
        to: { type: 'Date', description: 'Last day; of a month or a year, its last.' },
        certainty: {
          type: this.certainty,
          description:
            'CERTAIN for what held within these days for sure, POSSIBLE, unless said, also for what may have: of a time partly known, or for a part of it.',
        },
        exists: { type: 'Boolean', description: 'Whether there is a time at all; false for what is not dated.' },
      }),
    );
  }

  /** The input that narrows entities of one kind, or of any; kinds of a family that have nothing of their own share one. */
  of(kind: Kind | null): DeclaredInput {
    const parent = kind?.extends;
    if (kind && parent && this.isLike(kind, parent)) return this.of(parent);
    return this.input(
      `${kind?.name ?? 'Entity'}Where`,
      kind
        ? `Narrows ${kind.plural}: ${ALL_HOLD}.${chooses(kind) ? NONE_CHOSEN : ''}`
        : `Narrows entities: ${ALL_HOLD}. A kind's key asks for what is of it and its own; nothing is of two kinds: \`or\` takes either.`,
      (self) => ({
        and: { type: [self] },
        or: { type: [self] },
        not: { type: self },
        ...this.common(kind),
        ...(kind ? this.properties(kind.properties) : this.kinds()),
        ...(kind
          ? Object.fromEntries(this.vocabulary.readings(kind).map((reading) => [reading.field, { type: this.quantified(reading), alike: sideOf(reading) }]))
          : {}),
      }),
    );
  }

  /** The input that narrows relationships: their qualifiers, their time, what stands at their far end. */
  ofLinks(reading: Reading): DeclaredInput {
    const { relationship } = reading;
    const far = this.keysOf(reading);
    return this.input(`${this.linkName(reading)}Where`, far.length > 1 ? FAR_ENDS : isQualified(reading) ? QUALIFIED : FAR_END, (self) => ({
      ...this.properties(relationship.properties),
      during: { type: this.dateRange, alike: 'during' },
      certainty: this.sureness,
      ...(far.length > 1 || isQualified(reading) ? { not: { type: self }, or: { type: [self] } } : {}),
      ...(far.length > 1 ? { entity: { type: this.of(null), alike: 'entity' } } : {}),
      ...this.keyed(far),
    }));
  }

  /** The kinds that an input has keys for: those at the far end, or, where it is shared by all that lead to several kinds, those of all these. */
  private keysOf(reading: Reading): readonly Kind[] {
    if (isQualified(reading) || reading.far.length === 1) return reading.far;
    return (this.severalKinds ??= this.endsOfSeveral());
  }

  private endsOfSeveral(): readonly Kind[] {
    const { kinds } = this.vocabulary;
    const shared = kinds.flatMap((kind) => this.vocabulary.readings(kind)).filter((item) => !isQualified(item) && item.far.length > 1);
    return kinds.filter((kind) => shared.some(({ far }) => far.includes(kind)));
  }

  /** The input by which entities are narrowed by their relationships. */
  private quantified(reading: Reading): DeclaredInput {
    const where = this.ofLinks(reading);
    return this.input(
      `${this.linkName(reading)}Some`,
      '`some`: at least one such relationship; `none`: no such; `every`: none but such, and perhaps none at all.',
      () => ({
        some: { type: where },
        none: { type: where },
        every: { type: where },
        count: { type: this.countRange },
      }),
    );
  }

  /** Relationships without qualifiers that lead to one kind share an input, and so do those that lead to several; with qualifiers, those to the same kinds. */
  private linkName(reading: Reading): string {
    if (!isQualified(reading)) return farName(reading);
    const shape = [...reading.far.map(({ name }) => name).sort(), '|', reading.relationship.type].join(' ');
    const known = this.linkNames.get(shape);
    if (known !== undefined) return known;
    const name = nounOf(reading);
    if ([...this.linkNames.values()].includes(name)) {
      throw new Error(`${reading.relationship.type} leads to other kinds from each end: its \`nouns\` must tell the two apart, both are ${name}`);
    }
    this.linkNames.set(shape, name);
    return name;
  }

  /** Whether a kind of a family has nothing of its own. */
  isLike(kind: Kind, parent: Kind): boolean {
    const names = (item: Kind) => [...Object.keys(item.properties), ...this.vocabulary.readings(item).map(({ field }) => field)].join(' ');
    return names(kind) === names(parent);
  }

  /** An input whose fields are declared; made once. */
  input(name: string, description: string, fields: (self: DeclaredInput) => Fields): DeclaredInput {
    const known = this.refs.get(name);
    if (known) return known;
    const ref = this.builder.inputRef<Readonly<Record<string, unknown>>>(name);
    this.refs.set(name, ref);
    ref.implement({
      description,
      // The vocabulary declares the fields; their types cannot be inferred.
      fields: (t) =>
        Object.fromEntries(
          Object.entries(fields(ref)).flatMap(([field, { alike, ...spec }]) =>
            alike !== undefined && alikeIn(this.builder).inputs.isMade(alike, name, field) ? [] : [[field, t.field({ required: false, ...spec })]],
          ),
        ) as never,
    });
    return ref;
  }

  /** The input that numbers lie between. */
  get decimals(): DeclaredInput {
    return this.range('FloatRange', 'Float');
  }

  private range(name: string, type: 'Int' | 'Float'): DeclaredInput {
    return this.input(name, 'Numbers from and to, both included; an absent one is open.', () => ({
      from: { type, description: 'Least.' },
      to: { type, description: 'Most.' },
      exists: { type: 'Boolean', description: 'Whether there is a number at all.' },
    }));
  }

  /** The input that texts are narrowed by. */
  get texts(): DeclaredInput {
    return this.input(
      'TextWhere',
      'Narrows by a text, or by one of several: all that is given must hold. Capitals do not count, in a label nor do accents.',
      () => ({
        in: { type: ['String'], description: 'Is one of these, as they are written.' },
        contains: { type: 'String', description: 'Has this anywhere in it, within words as well.' },
        startsWith: { type: 'String', description: 'Begins with this.' },
        exists: { type: 'Boolean', description: 'Whether there is a text at all.' },
      }),
    );
  }

  private get countRange(): DeclaredInput {
    return this.input(
      'CountRange',
      'How many others stand at the far ends, from and to, both included: of such as `some` asks for beside it, if given. One with which there are several relationships, such as one for each field, counts once.',
      () => ({
        from: { type: 'Int', description: 'Least.' },
        to: { type: 'Int', description: 'Most.' },
      }),
    );
  }

  private get sureness(): FieldSpec {
    return { type: [this.certainty], alike: 'certainty' };
  }

  private common(kind: Kind | null): Fields {
    return {
      id: { type: ['ID'], description: 'One of these ids.', alike: 'id' },
      named: {
        type: 'String',
        ...(kind ? { alike: 'named' } : {}),
        description: kind
          ? 'Has this whole name or alias.'
          : 'Has this whole name or alias, of which `search` finds parts; capitals, accents, punctuation, and whether the family name comes first or last, do not count. Where nothing is called so, `extensions.unnamed` says what may be meant.',
      },
      label: { type: this.texts, alike: 'label' },
      ...(kind && this.vocabulary.concrete(kind).length === 1 ? {} : { kind: { type: [this.kindEnum], description: 'Of one of these kinds.' } }),
      certainty: this.sureness,
      ...(kind?.record === false ? {} : { involves: { type: this.involves, alike: 'involves' } }),
      ...this.lying(kind),
    };
  }

  /** A key for each kind, or family of kinds, by what is its own. */
  private kinds(): Fields {
    return this.keyed(this.vocabulary.roots);
  }

  private keyed(kinds: readonly Kind[]): Fields {
    return Object.fromEntries(kinds.map((kind) => [kindField(kind), { type: this.of(kind), alike: kind.name }]));
  }

  /** What lies in nothing takes it too: with `self`, these are asked for themselves, beside what lies in them. */
  private lying(kind: Kind | null): Fields {
    if (kind === null || lies(this.vocabulary, kind)) return { within: { type: this.within, alike: 'within' } };
    return kind.record ? {} : { within: { type: this.within, extensions: { isRare: true } } };
  }

  /** The input that names whom a list has to do with. */
  get involves(): DeclaredInput {
    return this.input('Involves', 'Narrows records by whom they involve: who takes part, is party to it or says it, or what these lie in.', () => ({
      all: { type: ['ID'], description: 'Each of these.' },
      any: { type: ['ID'], description: 'One of these, or more.' },
    }));
  }

  private get within(): DeclaredInput {
    return this.input(
      'Within',
      'Narrows entities by what they lie in, or events by where they took place, however deep. What lies in nothing, such as a person, is refused without `self`.',
      () => ({
        any: { type: ['ID'], description: 'One of these, or more.' },
        self: { type: 'Boolean', description: 'Whether these themselves count as well.' },
      }),
    );
  }

  private properties(properties: Properties): Fields {
    return Object.fromEntries(
      Object.entries(properties).flatMap(([name, value]): [string, FieldSpec][] => {
        const type = this.propertyType(value);
        return type === null ? [] : [[name, { type }]];
      }),
    );
  }

  private propertyType(value: Value): InputTypeParam<Types> | null {
    if (value.choice) return [this.choices.ref(value)];
    if (value.asking === 'TIME') return this.dateRange;
    if (value.asking === 'TEXT') return this.texts;
    if (value.asking === 'RANGE') return value.sort === 'integer' ? this.range('IntRange', 'Int') : this.decimals;
    return value.asking === 'IN' ? [value.sort === 'reference' ? 'ID' : 'String'] : null;
  }
}

/** Whether entities of a kind lie in others, or take place there. */
export function lies(vocabulary: Vocabulary, kind: Kind): boolean {
  return vocabulary.readings(kind).some(({ relationship, direction }) => direction === 'OUT' && (relationship.nests || relationship.situates));
}

/** Whether a kind has a choice that may be absent. */
function chooses({ properties }: Kind): boolean {
  return Object.values(properties).some(({ choice }) => choice !== undefined);
}

function isQualified({ relationship }: Reading): boolean {
  return Object.keys(relationship.properties).length > 0;
}
