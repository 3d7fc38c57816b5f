import { isLinkTest, parted, statesOf, type Filter, type LinkTest, type NestedFilter } from '../filter.js';
import { askedBy } from '../simplest-filter.js';
import { joining, part, type Parts, type Statement, type Parameters } from '../statements.js';
import { integer } from './connection.js';
import { typeFor } from './properties.js';

/** However many there are: the database compares counts with no larger number. */
export const ALL = 2_000_000_000;

const some = part('some', ['near', 'r', 'far', 'TYPE', 'ALSO', 'LINK']);
const howMany = part('how-many', ['near', 'r', 'far', 'TYPE', 'ALSO', 'LINK']);
const passing = part('passes', ['it', 'LINK', 'FILTER']);
const clausesOf = part('clauses', ['it', 'HELD', 'CLAUSES']);
const held = part('held', ['HELD', 'CLAUSES']);
const stepPart = part('step', ['TYPE', 'ALSO', 'STEP']);

/** What is asked of entities that were found, before their relationships are followed towards what is sought. */
export interface Step {
  readonly test: LinkTest;
  readonly farFilter: NestedFilter;
}

/** Filters as texts that statements are joined with, and the parameters in which their values stand. */
export class Nesting {
  private readonly links: Record<string, Parameters> = {};
  private readonly clauses: Record<string, unknown> = {};
  private readonly steps: Record<string, Parameters> = {};

  /** All clauses of a filter, those that ask for relationships where the others hold; empty where there are none. */
  of(filter: NestedFilter, near: string): string {
    return [this.plain(parted(filter).plain, near), this.nested(filter, near)].filter((text) => text !== '').join('\n');
  }

  /** Clauses that columns decide. */
  plain(filter: Filter, it: string): string {
    // A text takes as long to plan as it is long, so what lets everything pass is left out.
    if (filter.length === 0) return '';
    const LINK = nameAmong(this.links, 'l');
    this.links[LINK] = { filter };
    return `WITH *\nWHERE ${passing.with({ it, LINK, FILTER: 'filter' })}`;
  }

  /**
   * The clauses that ask for relationships. What is asked of these is found once each, however many clauses hang on it, and
   * how they combine stands in parameters: a text grows with what is asked, not with its normal form.
   */
  private nested(filter: NestedFilter, near: string): string {
    const names = new Map<string, string>();
    const texts: string[] = [];
    // Those that hang on the fewest relationships first: what does not pass them is not asked for the others.
    let left = [...parted(filter).nested].sort((a, b) => a.filter(isLinkTest).length - b.filter(isLinkTest).length);
    while (left[0]) {
      for (const test of left[0].filter(isLinkTest)) {
        const { what } = askedBy(test);
        if (names.has(what)) continue;
        const name = nameAmong(this.links, 'l');
        names.set(what, name);
        texts.push(this.found(test, near, name));
      }
      const known = left.filter((clause) => clause.every((test) => !isLinkTest(test) || names.has(askedBy(test).what)));
      const CLAUSES = nameAmong(this.clauses, 'c');
      this.clauses[CLAUSES] = known.map((clause) =>
        clause.map((test) => (isLinkTest(test) ? { op: 'LINK', column: names.get(askedBy(test).what), values: [], negated: askedBy(test).negated } : test)),
      );
      const HELD = [...names.values()];
      texts.push(known.every((clause) => clause.every(isLinkTest)) ? held.with({ HELD, CLAUSES }) : clausesOf.with({ it: near, HELD, CLAUSES }));
      left = left.filter((clause) => !known.includes(clause));
    }
    return texts.join('\n');
  }

  /** The steps of a search, in their order. */
  walk(steps: readonly Step[]): string {
    return steps
      .map(({ test, farFilter }) => {
        const STEP = nameAmong(this.steps, 's');
        this.steps[STEP] = { linkFilter: test.linkFilter };
        return drawn(stepPart.with({ ...typesOf(test), STEP }, { far: this.of(farFilter, 'far') }), test);
      })
      .join('\n');
  }

  /** The statement with these texts at its marks, and what it takes more. */
  join<T>(statement: Statement<T>, parts: Parts): { readonly statement: Statement<T>; readonly parameters: Parameters } {
    const given = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
    if (Object.keys(given).length === 0) return { statement, parameters: {} };
    const { links, clauses, steps } = this;
    const parameters = Object.fromEntries(Object.entries({ links, clauses, steps }).filter(([, told]) => Object.keys(told).length > 0));
    return { statement: joining(statement, given), parameters };
  }

  /** Finds whether an entity has such relationships, under a name. */
  private found(test: LinkTest, near: string, LINK: string): string {
    const { linkFilter, farFilter, least, most } = test;
    const isSome = (most === null && least === 1) || (most === 0 && least === 0);
    const filters = { linkFilter, farFilter: parted(farFilter).plain };
    this.links[LINK] = isSome ? filters : { ...filters, least: integer(least), most: integer(most ?? ALL) };
    const [r, far] = [`r_${LINK}`, `far_${LINK}`];
    const conditions = [
      ...(linkFilter.length > 0 ? [passing.with({ it: r, LINK, FILTER: 'linkFilter' })] : []),
      ...(filters.farFilter.length > 0 ? [passing.with({ it: far, LINK, FILTER: 'farFilter' })] : []),
    ];
    const where = conditions.length > 0 ? `WHERE ${conditions.join('\nAND ')}` : '';
    return drawn((isSome ? some : howMany).with({ ...typesOf(test), near, r, far, LINK }, { where, far: this.nested(farFilter, far) }), test);
  }
}

function nameAmong(names: object, letter: string): string {
  return `${letter}${String(Object.keys(names).length + 1)}`;
}

function typesOf({ type, intended }: LinkTest): { readonly TYPE: string; readonly ALSO: string } {
  const [first = false, second = first] = statesOf(intended);
  return { TYPE: typeFor(type, first), ALSO: typeFor(type, second) };
}

/** Draws the arrow of a part's own pattern, which comes before all that is joined to it, with its type once. */
function drawn(text: string, { direction, ...test }: LinkTest): string {
  const { TYPE, ALSO } = typesOf({ direction, ...test });
  const [left, right] = direction === 'OUT' ? ['-', '->'] : direction === 'IN' ? ['<-', '-'] : ['-', '-'];
  const arrow = text.replace(/\)-\[([^\]]*)\]-\(`?far/, (whole, inner: string) => `)${left}[${inner}]${right}(${whole.slice(whole.lastIndexOf('(') + 1)}`);
  return TYPE === ALSO ? arrow.replaceAll(`\`${TYPE}\`|\`${ALSO}\``, `\`${TYPE}\``) : arrow;
}
