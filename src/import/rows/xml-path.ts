/** An element as far as it has been read, with what it holds in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  readonly children: (Element | string)[];
  isRow: boolean;
}

interface Step {
  readonly name: string;
  /** The value that an attribute must have. */
  readonly where: readonly { readonly attribute: string; readonly value: string }[];
  /** Which of several it is, counted from 1; 0 for all. */
  readonly nth: number;
  /** Whether it may stand at any depth: `//name`. */
  readonly deep: boolean;
}

const known = new Map<string, readonly Step[]>();

/**
 * A path of elements: `from`, `from/@id`, `../../territory-id`, `head/date[1]/@when`, `div[@type=section]`, `//date`, `.`.
 * A step is an element's name, `@` and an attribute's, `*`, `.` or `..`.
 */
export function parseXmlPath(path: string): readonly Step[] {
  let steps = known.get(path);
  if (!steps) known.set(path, (steps = read(path)));
  return steps;
}

function read(path: string): Step[] {
  return [...path.matchAll(/(\/{0,2})((?:[^/[\]]|\[[^\]]*\])+)/g)].map(([, strokes, step = '']) => {
    const [, name = step, conditions = ''] = /^([^[]*)(.*)$/.exec(step) ?? [];
    const inside = [...conditions.matchAll(/\[([^\]]*)\]/g)].map(([, text = '']) => text);
    return {
      name: name.trim(),
      deep: strokes === '//',
      nth: Number(inside.find((text) => /^\d+$/.test(text)) ?? 0),
      where: inside.flatMap((text) => {
        const [, attribute, value] = /^@([\w:-]+)\s*=\s*['"]?(.*?)['"]?$/.exec(text) ?? [];
        return attribute === undefined || value === undefined ? [] : [{ attribute, value }];
      }),
    };
  });
}

/** Whether an element is what a path of a mapping's `rows` names; its last steps must fit. */
export function matches(element: Element, steps: readonly Step[]): boolean {
  let at: Element | null = element;
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (!at || !step || !fits(at, step)) return false;
    at = at.parent;
  }
  return true;
}

/** The texts that a path leads to from an element. */
export function select(element: Element, steps: readonly Step[]): string[] {
  const last = steps.at(-1)?.name ?? '';
  if (!last.startsWith('@')) return elementsAt(element, steps).map(textOf);
  return elementsAt(element, steps.slice(0, -1)).flatMap(({ attributes }) => attributes[last.slice(1).replace(/^.*:/, '')] ?? []);
}

/** The elements that a path leads to from an element. */
export function elementsAt(element: Element, steps: readonly Step[]): Element[] {
  const [step, ...rest] = steps;
  if (!step) return [element];
  if (step.name === '.') return elementsAt(element, rest);
  if (step.name === '..') return element.parent ? elementsAt(element.parent, rest) : [];
  const found = (step.deep ? below(element) : element.children.filter((child) => typeof child !== 'string')).filter((child) => fits(child, step));
  const chosen = step.nth > 0 ? found.slice(step.nth - 1, step.nth) : found;
  return chosen.flatMap((child) => elementsAt(child, rest));
}

function below(element: Element): Element[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...below(child)]));
}

function fits(element: Element, { name, where }: Step): boolean {
  return (name === '*' || name === element.name) && where.every(({ attribute, value }) => element.attributes[attribute.replace(/^.*:/, '')] === value);
}

function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
