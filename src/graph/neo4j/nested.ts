import { isLinkTest, parted, statesOf, type LinkTest, type NestedFilter, type Test } from '../filter.js';
import { joining, part, type Part, type Parts, type Statement, type Parameters } from '../statements.js';
import { integer } from './connection.js';
import { typeFor } from './properties.js';

/** However many there are: the database compares counts with no larger number. */
export const ALL = 2_000_000_000;

const some = part('some', ['near', 'r', 'far', 'TYPE', 'ALSO', 'LINK']);
const howMany = part('how-many', ['near', 'r', 'far', 'TYPE', 'ALSO', 'LINK']);
const tests = part('tests', ['near', 'LINK']);
const stepPart = part('step', ['TYPE', 'ALSO', 'STEP']);

/** What is asked of entities that were found, before their relationships are followed towards what is sought. */
export interface Step {
  readonly test: LinkTest;
  readonly farFilter: NestedFilter;
}

/** A filter in two parts: what one expression decides from parameters, and the rest, which is text of the statement. */
export class Nesting {
  private readonly links: Record<string, Parameters> = {};
  private readonly steps: Record<string, Parameters> = {};

  /** The clauses that ask for relationships, looked at where the others hold; empty where there are none. */
  clauses(filter: NestedFilter, near: string): string {
    const conditions = parted(filter).nested.map((clause) => {
      const plain = clause.filter((test): test is Test => !isLinkTest(test));
      const own = plain.length > 0 ? [tests.with({ near, LINK: this.link({ tests: plain }) })] : [];
      return `(${[...own, ...clause.filter(isLinkTest).map((test) => this.condition(test, near))].join('\nOR ')})`;
    });
    return conditions.length === 0 ? '' : `WITH *\nWHERE ${conditions.join('\nAND ')}`;
  }

  /** The steps of a search, in their order. */
  walk(steps: readonly Step[]): string {
    return steps
      .map(({ test, farFilter }) => {
        const STEP = `s${String(Object.keys(this.steps).length + 1)}`;
        this.steps[STEP] = { linkFilter: test.linkFilter, farFilter: parted(farFilter).plain };
        return drawn(stepPart.with({ ...typesOf(test), STEP }, { far: this.clauses(farFilter, 'far') }), test);
      })
      .join('\n');
  }

  /** The statement with these texts at its marks, and what it takes more. */
  join<T>(statement: Statement<T>, parts: Parts): { readonly statement: Statement<T>; readonly parameters: Parameters } {
    const given = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
    if (Object.keys(given).length === 0) return { statement, parameters: {} };
    const { links, steps } = this;
    const parameters = { ...(Object.keys(links).length > 0 ? { links } : {}), ...(Object.keys(steps).length > 0 ? { steps } : {}) };
    return { statement: joining(statement, given), parameters };
  }

  private condition(test: LinkTest, near: string): string {
    const { linkFilter, farFilter, least, most, negated } = test;
    const isSome = most === null && least === 1;
    const isNone = most === 0 && least === 0;
    const filters = { linkFilter, farFilter: parted(farFilter).plain };
    const LINK = this.link(
      isSome || isNone ? { ...filters, negated: isNone !== negated } : { ...filters, negated, least: integer(least), most: integer(most ?? ALL) },
    );
    const far = `far_${LINK}`;
    const form: Part = isSome || isNone ? some : howMany;
    return drawn(form.with({ ...typesOf(test), near, r: `r_${LINK}`, far, LINK }, { far: this.clauses(farFilter, far) }), test);
  }

  private link(parameters: Parameters): string {
    const name = `l${String(Object.keys(this.links).length + 1)}`;
    this.links[name] = parameters;
    return name;
  }
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
