import type { Kind, Properties, Reading, Vocabulary } from '../model/vocabulary.js';
import type { Value } from '../model/value.js';
import type { Builder, ChoiceRef, DeclaredInput, Types } from './builder.js';
import { CommonInputs, type Fields, type FieldSpec } from './common-inputs.js';
import { farName, kindField, nounOf, sideOf } from './names.js';
import { idsOf } from './ids-of.js';
import type { Choices } from './values.js';
import type { InputTypeParam } from '@pothos/core';

/** How the parts of an input on entities go together, and how to ask for what has no value of a list of choices. */
const ALL_HOLD =
  'Narrows entities: all that is given must hold, one of `or`, and not what `not` says; what has no value of an enumeration is `not` with all of them.';

/** What inputs on relationships do. */
const FAR_END = 'Narrows relationships and what stands at their far end: all that is given must hold.';
/** The same where they can be qualified. */
const QUALIFIED = `${FAR_END.slice(0, -1)}, one of \`or\`, and not what \`not\` says; these two ask of the relationship alone or of its far end alone.`;
/** The same where the far end can be of several kinds. */
const FAR_ENDS = `${QUALIFIED} Nothing is of two kinds: \`or\` takes either.`;

/** Publishes the inputs that narrow lists: one for each kind, and two for each sort of relationship. */
export class Wheres extends CommonInputs {
  private readonly vocabulary: Vocabulary;
  private readonly choices: Choices;
  private readonly kindEnum: ChoiceRef;
  private readonly linkNames = new Map<string, string>();
  private severalKinds: readonly Kind[] | null = null;

  constructor(builder: Builder, vocabulary: Vocabulary, choices: Choices, kindEnum: ChoiceRef) {
    super(builder);
    this.vocabulary = vocabulary;
    this.choices = choices;
    this.kindEnum = kindEnum;
  }

  /** The input that narrows entities of one kind, or of any; kinds of a family that have nothing of their own share one. */
  of(kind: Kind | null): DeclaredInput {
    const parent = kind?.extends;
    if (kind && parent && this.isLike(kind, parent)) return this.of(parent);
    return this.input(
      `${kind?.name ?? 'Entity'}Where`,
      kind
        ? `Narrows ${kind.plural} (see EntityWhere).`
        : `${ALL_HOLD} A kind's key asks for what is of it and its own; nothing is of two kinds: \`or\` takes either.`,
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
        count: { type: this.integers },
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

  private get sureness(): FieldSpec {
    return { type: [this.certainty], alike: 'certainty' };
  }

  private common(kind: Kind | null): Fields {
    return {
      id: { type: ['ID'], ...(kind ? { alike: 'id' } : { description: 'One of these ids.' }) },
      named: {
        type: 'String',
        ...(kind
          ? { alike: 'named' }
          : {
              description:
                'Has this whole name or alias, of which `search` finds parts; capitals, accents, punctuation, and whether the family name comes first or last, do not count. Where nothing is called so, `extensions.unnamed` says what may be meant.',
            }),
      },
      label: { type: this.texts, alike: 'label' },
      ...(kind && this.vocabulary.concrete(kind).length === 1
        ? {}
        : { kind: { type: [this.kindEnum], ...(kind ? {} : { description: 'Of one of these kinds.' }) } }),
      ...(kind ? {} : { when: { type: this.dateRange, description: 'By `Entity.when`, the time by which lists of its kind are ordered.' } }),
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

  private properties(properties: Properties): Fields {
    return Object.fromEntries(
      Object.entries(properties).flatMap(([name, value]): [string, FieldSpec][] => {
        const type = this.propertyType(value);
        return type === null ? [] : [[name, { type, ...(value.refersTo ? { extensions: idsOf(...value.refersTo.map((kind) => kind.name)) } : {}) }]];
      }),
    );
  }

  private propertyType(value: Value): InputTypeParam<Types> | null {
    if (value.choice) return [this.choices.ref(value)];
    if (value.asking === 'TIME') return this.dateRange;
    if (value.asking === 'TEXT') return this.texts;
    if (value.asking === 'RANGE') return value.sort === 'integer' ? this.integers : this.decimals;
    return value.asking === 'IN' ? [value.sort === 'reference' ? 'ID' : 'String'] : null;
  }
}

/** Whether entities of a kind lie in others, or take place there. */
export function lies(vocabulary: Vocabulary, kind: Kind): boolean {
  return vocabulary.readings(kind).some(({ relationship, direction }) => direction === 'OUT' && (relationship.nests || relationship.situates));
}

function isQualified({ relationship }: Reading): boolean {
  return Object.keys(relationship.properties).length > 0;
}
