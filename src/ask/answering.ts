import type { GraphQLSchema } from 'graphql';
import type { Scope } from '../graphql/scope.js';
import { namedAs, nameIn } from '../model/named.js';
import type { EntityNode } from '../model/graph.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import { answerOf } from './answer.js';
import type { Ran } from './choose.js';
import { executed } from './executed.js';
import { says } from './languages/say.js';
import { isSet, operationOf, operationOfAll } from './operation.js';
import type { Outcome } from './outcome.js';
import { planShape, type Plan } from './plan.js';
import type { Reading } from './read.js';
import { placedBy, placing } from './relative.js';
import { readingOf } from './reading.js';
import { isCalled } from './rows.js';
import { entitiesIn, LISTED, withListed } from './sets.js';
import { Unaskable } from './where.js';

/** What is answered to a question in words. */
export interface Asked {
  readonly outcome: Outcome;
  /** What was understood, in words. */
  readonly reading: string;
  readonly language: Language;
  readonly plan: Plan | null;
  readonly sentence: string;
  readonly ran: Ran | null;
  /** What an ambiguous name may mean. */
  readonly candidates: readonly { readonly text: string; readonly entity: EntityNode; readonly where: string | null }[];
  /** Words that were not understood. */
  readonly unknown: readonly string[];
  /** What can be asked instead. */
  readonly nearest: readonly string[];
}

export const MOST_NEAREST = 3;

/** What was understood is more than the API answers at once. */
export class TooWide extends Error {}

/** Answers in one language from one graph: runs plans, and says what came of them. */
export class Answering {
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly scope: Scope;
  private readonly schema: GraphQLSchema;
  private readonly examples: Readonly<Record<Language, readonly string[]>>;

  constructor(vocabulary: Vocabulary, language: Language, schema: GraphQLSchema, scope: Scope, examples: Readonly<Record<Language, readonly string[]>>) {
    this.vocabulary = vocabulary;
    this.language = language;
    this.schema = schema;
    this.scope = scope;
    this.examples = examples;
  }

  /** Runs a plan; it is checked like any other, wherever it comes from. */
  async run(own: Plan): Promise<Ran> {
    const [plan = own] = await this.placed([planShape.parse(own)]);
    const operation = operationOf(this.vocabulary, this.schema, plan, this.language);
    const { data, wide } = await executed(operation, this.schema, this.scope);
    if (wide !== null) throw new TooWide();
    return { ...operation, data, ...answerOf(this.vocabulary, plan, this.language, data) };
  }

  /** Runs several plans in one operation; null for one that is too much, or that asks what no kind can have. */
  async runAll(own: readonly Plan[]): Promise<readonly (Ran | null)[]> {
    try {
      return await this.ranAll(await this.placed(own));
    } catch (error) {
      if (!(error instanceof Unaskable)) throw error;
      if (own.length <= 1) return own.map(() => null);
      const each = await Promise.all(own.map((plan) => this.runAll([plan])));
      return each.flat();
    }
  }

  private async ranAll(plans: readonly Plan[]): Promise<readonly (Ran | null)[]> {
    if (plans.length <= 1) return Promise.all(plans.map((plan) => this.run(plan)));
    const { data, wide } = await executed(operationOfAll(this.vocabulary, this.schema, plans, this.language), this.schema, this.scope);
    if (wide !== null) {
      const others = await this.ranAll(plans.filter((_plan, at) => !wide.includes(at))); // prettier-ignore
      return plans.map((_plan, at) => (wide.includes(at) ? null : (others[at - wide.filter((own) => own < at).length] ?? null)));
    }
    return plans.map((plan, at) => {
      const own = data[`m${String(at)}`] as Record<string, unknown>;
      const seen = isSet(plan.lens) ? { view: own } : own;
      return { ...operationOf(this.vocabulary, this.schema, plan, this.language), data: seen, ...answerOf(this.vocabulary, plan, this.language, seen) };
    });
  }

  /** Plans that place something by another, with when that was. */
  private async placed(own: readonly Plan[]): Promise<readonly Plan[]> {
    const plans = await Promise.all(own.map((plan) => this.listedFirst(plan)));
    const others = placing(plans);
    if (others.length === 0) return plans;
    const runs = await this.runAll(others.map(({ plan }) => plan));
    const times = new Map(others.map(({ key }, at) => [key, runs[at]?.data ?? {}]));
    return plans.map((plan) => placedBy(plan, times));
  }

  /** A plan of several questions, of which one is about what the first lists. */
  private async listedFirst(plan: Plan): Promise<Plan> {
    const [first, ...more] = plan.heads;
    return first && JSON.stringify(more).includes(LISTED) ? withListed(plan, (await this.run({ ...plan, heads: [first] })).told[0]) : plan;
  }

  /** What came of a plan, told as the answer to another one that asks the same operation. */
  retold(plan: Plan, ran: Ran): Ran {
    return { ...ran, ...answerOf(this.vocabulary, plan, this.language, ran.data) };
  }

  /** The answer that came of a plan. */
  async answered(own: Plan, ran: Ran, taken: ReadonlyMap<string, EntityNode> = new Map(), slips: Reading['slips'] = []): Promise<Asked> {
    const { language } = this;
    const plan = withListed(own, ran.told[0]);
    const { none, spaced } = says[language];
    const told = spaced(await this.reading(plan, taken, slips));
    const sentence = ran.isEmpty && ran.sentence === `${none}.` ? `${none}: ${told}.` : ran.sentence;
    return { outcome: 'ANSWERED', reading: told, language, plan, sentence: spaced(sentence), ran, candidates: [], unknown: [], nearest: [] };
  }

  /** What a plan asks, in words, with what each of its names was taken for. */
  async reading(plan: Plan, taken: ReadonlyMap<string, EntityNode>, slips: Reading['slips'] = []): Promise<string> {
    const known = new Map([...taken.values()].map((entity) => [entity.id, entity]));
    const missing = [...new Set(entitiesIn(plan))].filter((id) => !known.has(id));
    const found = missing.length > 0 ? await this.scope.reader.entities(missing) : new Map<string, EntityNode>();
    const called = (own: EntityNode) => {
      if (this.language === 'en') return namedAs(this.vocabulary, own).text;
      const name = nameIn(own, this.language);
      return isCalled(this.vocabulary, own.id, name) ? name : own.label;
    };
    const named = [...known.values(), ...found.values()].map((own) => [own.id, called(own)] as const);
    return readingOf(this.vocabulary, this.language, plan, new Map(named), slips);
  }

  /** An answer that there is none, with what can be asked instead. */
  declined(sentence: string, unknown: readonly string[] = []): Asked {
    const { language } = this;
    const nearest = this.examples[this.language].slice(0, MOST_NEAREST);
    return { outcome: 'NOT_UNDERSTOOD', reading: '', language, plan: null, sentence, ran: null, candidates: [], unknown, nearest };
  }
}
