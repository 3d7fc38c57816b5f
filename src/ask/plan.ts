import { z } from 'zod';

/** Days from and to, both included. */
const days = z.object({ from: z.string(), to: z.string() });
export type Days = z.infer<typeof days>;

const range = z.object({ from: z.number().optional(), to: z.number().optional() });
const ids = z.array(z.string()).min(1).max(100).readonly();

/** A description of entities: of some of these kinds, that pass every test. */
const setShape = z.object({
  kinds: z.array(z.string()).min(1).readonly(),
  get tests() {
    return z.array(testShape).max(20).readonly();
  },
});
export type Set = z.infer<typeof setShape>;

/** Has a relationship of a type, seen from it, whose far end is in a set; `count` asks how many. */
const someShape = z.object({
  is: z.literal('some'),
  type: z.string(),
  way: z.enum(['OUT', 'IN', 'BOTH']),
  /** Qualifiers of the relationship. */
  link: z.record(z.string(), z.array(z.string()).readonly()),
  during: days.optional(),
  /** The relationship began in these days. */
  began: days.optional(),
  count: range.optional(),
  get set() {
    return setShape;
  },
});
export type Some = z.infer<typeof someShape>;

/** What is asked of an entity. */
const testShape = z.discriminatedUnion('is', [
  z.object({ is: z.literal('id'), ids }),
  /** Every one of these, or something within it, takes part in the record. */
  z.object({ is: z.literal('involves'), ids }),
  /** Is one of these or lies within one. */
  z.object({ is: z.literal('within'), ids }),
  z.object({ is: z.literal('choice'), property: z.string(), values: z.array(z.string()).readonly() }),
  /** A text of its own that says this: a profession. */
  z.object({ is: z.literal('text'), property: z.string(), text: z.string().min(1).max(100) }),
  z.object({ is: z.literal('time'), property: z.string(), days }),
  z.object({ is: z.literal('exists'), property: z.string(), exists: z.boolean() }),
  someShape,
  z.object({
    is: z.literal('not'),
    get test() {
      return testShape;
    },
  }),
  z.object({
    is: z.enum(['any', 'all']),
    get tests() {
      return z.array(testShape).readonly();
    },
  }),
  /** Planned or hoped for, no more. */
  z.object({ is: z.literal('intended') }),
  /** Is no part of another that passes the other tests: a visit within a visit is one of them. */
  z.object({ is: z.literal('whole') }),
  /** Earlier or later than something of a set, whose time is asked first; with the properties that both are dated by, none for a kind's own. */
  z.object({
    is: z.literal('relative'),
    property: z.string(),
    how: z.enum(['before', 'after', 'since', 'either']),
    get set() {
      return setShape;
    },
    by: z.string(),
  }),
  /** Bears a derived label, such as Leader. */
  z.object({ is: z.literal('label'), label: z.string() }),
]);
export type Test = z.infer<typeof testShape>;

/** From whose point of view, and as of when, a plan is answered. */
const lensShape = z.object({
  asOf: z.string().optional(),
  knownBy: z.string().optional(),
  accordingTo: z.string().optional(),
  sources: z.array(z.string()).optional(),
  /** As of when something of a set was, whose time is asked first. */
  when: setShape.optional(),
});
export type Lens = z.infer<typeof lensShape>;

const order = z.enum(['first', 'last']);

/** What is to be told of what. */
const headShape = z.discriminatedUnion('head', [
  /**
   * `order` asks for the first or last by time; `far`, not for the records of the set but for those at the far end of its
   * last test; `pairs`, for each with whom it has its last relationship; `current`, for nobody whose time is known to be
   * over while another's came after it.
   */
  z.object({ head: z.literal('list'), set: setShape, order: order.optional(), far: z.boolean().optional(), pairs: z.boolean().optional(), current: z.boolean().optional() }), // prettier-ignore
  z.object({ head: z.literal('count'), set: setShape }),
  z.object({ head: z.literal('yesno'), set: setShape }),
  /** The value of a property of each; without a property, the time of the relationship that the first test asks for. */
  z.object({ head: z.literal('when'), set: setShape, property: z.string().optional(), order: order.optional() }),
  z.object({ head: z.literal('where'), set: setShape, order: order.optional() }),
  z.object({ head: z.literal('value'), set: setShape, property: z.string() }),
  /** How many by a property, `year` for the year of its time; `most` only for the greatest. */
  z.object({ head: z.literal('group'), set: setShape, by: z.string(), most: z.boolean() }),
  /** What qualifies a relationship of things of a set: the fields in which two countries cooperate. */
  z.object({ head: z.literal('qualified'), set: setShape, by: someShape, property: z.string() }),
  /** Which of a set have most of a relationship; `whether`, if the first that it names has. */
  z.object({ head: z.literal('most'), set: setShape, by: someShape, whether: z.boolean().optional() }),
  /** What is known of one thing, or of two. */
  z.object({ head: z.literal('brief'), sets: z.array(setShape).min(1).max(2) }),
  /** Which of several is the first or last; of two, whether the first is, or in which order they come. */
  z.object({
    head: z.literal('compare'),
    of: z
      .array(z.object({ set: setShape, property: z.string() }))
      .min(2)
      .max(4),
    order,
    asks: z.enum(['which', 'whether', 'order']),
  }),
  z.object({
    head: z.literal('paths'),
    from: z.string(),
    to: z.string(),
    types: z.array(z.string()),
    avoid: z.array(z.string()),
    through: z.array(z.string()),
    /** Only through entities of these kinds; of any where there are none. */
    kinds: z.array(z.string()),
    intended: z.boolean(),
  }),
  z.object({ head: z.literal('between'), a: z.string(), b: z.string() }),
  /** With whom an entity has no such relationship, as a source says. */
  z.object({ head: z.literal('denied'), id: z.string(), type: z.string(), way: z.enum(['OUT', 'IN', 'BOTH']), set: setShape }),
  /** Of nothing in particular: all of them; with `over`, only what claims of such a relationship are in. */
  z.object({ head: z.literal('disputes'), about: z.array(z.string()).max(2), over: someShape.optional() }),
  /** Who says what is so of a set; `by` asks whether one does. */
  z.object({ head: z.literal('said'), set: setShape, by: z.string().optional() }),
  /** How many of a set sources say that there are. */
  z.object({ head: z.literal('stated'), set: setShape }),
  /** Which documents name something. */
  z.object({ head: z.literal('mentioned'), id: z.string() }),
  /** A number that somebody states of something, by words of what it measures. */
  z.object({ head: z.literal('figure'), id: z.string(), words: z.array(z.string()).min(1) }),
  /** What sources told of something, or of anything, between two days. */
  z.object({ head: z.literal('changed'), id: z.string().optional(), from: z.string(), to: z.string() }),
]);
export type Head = z.infer<typeof headShape>;

/** What a question was read as: up to three heads under one lens; `intended` takes in what is only planned or hoped for. JSON, and checked by this shape wherever it comes from. */
export const planShape = z.object({ heads: z.array(headShape).min(1).max(3), lens: lensShape.optional(), intended: z.boolean().optional() });
export type Plan = z.infer<typeof planShape>;
