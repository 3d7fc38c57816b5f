import { FIRST_DAY, LAST_DAY } from '../model/edtf.js';
import type { EntityNode } from '../model/projection.js';
import { inWords } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Days, Head, Plan, Set, Test } from './plan.js';
import { edtfOf } from './times.js';
import { kindOf, readingOf as relationOf } from './where.js';

/** A plan in words, with what each name was taken for and each slip mended: what the answer is an answer to. */
export function readingOf(
  vocabulary: Vocabulary,
  { heads, lens }: Plan,
  taken: ReadonlyMap<string, EntityNode>,
  slips: readonly (readonly [string, string])[],
): string {
  const labels = new Map([...taken.values()].map(({ id, label }) => [id, label]));
  const said = new Sayer(vocabulary, labels);
  const seen = Object.entries(lens ?? {}).map(([name, value]) => `${inWords(name)} ${said.name(String(value))}`);
  const mended = slips.map(([written, word]) => `"${written}" taken for "${word}"`);
  return [...heads.map((head) => said.head(head)), ...seen, ...mended].join('; ');
}

class Sayer {
  private readonly vocabulary: Vocabulary;
  private readonly labels: ReadonlyMap<string, string>;

  constructor(vocabulary: Vocabulary, labels: ReadonlyMap<string, string>) {
    this.vocabulary = vocabulary;
    this.labels = labels;
  }

  name(id: string): string {
    const label = this.labels.get(id);
    return label === undefined ? id : `${label} (${id})`;
  }

  head(head: Head): string {
    const { head: what, ...rest } = head;
    if ('set' in head) {
      const by = head.head === 'most' ? ` by ${this.test(head.set.kinds, head.by)}` : head.head === 'group' ? ` by ${inWords(head.by)}` : '';
      const property = 'property' in head && head.property !== undefined ? ` ${inWords(head.property)} of` : '';
      const order = 'order' in head && head.order ? `${head.order} of ` : '';
      return `${what}${property}: ${order}${this.set(head.set)}${by}`;
    }
    const parts = Object.values(rest)
      .flat()
      .filter((part) => part !== undefined && part !== '');
    return `${what}: ${parts.map((part) => this.name(String(part))).join(', ')}`;
  }

  private set({ kinds, tests }: Set): string {
    const names = kinds.map((name) => inWords(kindOf(this.vocabulary, name).plural)).join(' or ');
    const told = tests.map((test) => this.test(kinds, test)).filter((text) => text !== '');
    return told.length === 0 ? names : `${names} [${told.join('; ')}]`;
  }

  private test(kinds: readonly string[], test: Test): string {
    switch (test.is) {
      case 'id':
        return test.ids.map((id) => this.name(id)).join(' or ');
      case 'involves':
        return `involving ${test.ids.map((id) => this.name(id)).join(' and ')}`;
      case 'within':
        return `in ${test.ids.map((id) => this.name(id)).join(' or ')}`;
      case 'choice':
        return `${inWords(test.property)} ${test.values.map(inWords).join(' or ')}`;
      case 'time':
        return `${inWords(test.property)} ${shownDays(test.days)}`;
      case 'exists':
        return `${test.exists ? 'with' : 'without'} ${inWords(test.property)}`;
      case 'not':
        return `not ${this.test(kinds, test.test)}`;
      case 'any':
        return test.tests.map((own) => this.test(kinds, own)).join(' or ');
      case 'all':
        return test.tests.map((own) => this.test(kinds, own)).join(' and ');
      case 'intended':
        return 'planned or hoped for';
      case 'label':
        return inWords(test.label);
      case 'some': {
        const field = relationOf(this.vocabulary, kindOf(this.vocabulary, kinds[0] ?? ''), test)?.field ?? test.type;
        const link = Object.values(test.link).flat().map(inWords);
        const count = test.count ? [`${String(test.count.from ?? 0)} to ${test.count.to === undefined ? 'any' : String(test.count.to)}`] : [];
        const during = test.during ? [shownDays(test.during)] : [];
        return `${inWords(field)} ${[...count, ...link, ...during, `(${this.set(test.set)})`].join(' ')}`;
      }
    }
  }
}

/** A period as people write it: 2019, since 2010, 2015 to 2019. */
function shownDays(days: Days): string {
  if (days.from === FIRST_DAY && days.to === LAST_DAY) return 'at any time';
  if (days.from === FIRST_DAY) return `until ${days.to}`;
  return days.to === LAST_DAY ? `since ${days.from}` : edtfOf(days).replace('/', ' to ');
}
