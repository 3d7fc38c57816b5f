import { FIRST_DAY, LAST_DAY, parseTime } from '../model/edtf.js';
import { filled, sentencesFor } from '../model/sentence.js';
import { inWords } from '../model/text.js';
import { isEntityId } from '../model/values.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import type { Called, Language, Words } from '../model/words.js';
import { packs } from './languages/packs.js';
import { reads, type Reads } from './languages/reads.js';
import { listed } from './languages/pack.js';
import type { Days, Head, Plan, Set, Some, Test } from './plan.js';
import { ANYTHING } from './sets.js';
import { timeInWords } from '../model/time-words.js';
import { edtfOf } from './times.js';
import { kindOf } from './where.js';

/**
 * A plan as a person would say it in a language, with what each name was taken for and each slip mended: what the
 * answer is an answer to. `labels` says what ids are called.
 */
export function readingOf(
  vocabulary: Vocabulary,
  language: Language,
  { heads, lens, intended }: Plan,
  labels: ReadonlyMap<string, string>,
  slips: readonly (readonly [string, string])[] = [],
): string {
  const say = reads[language];
  const sayer = new Sayer(vocabulary, language, labels);
  const { when, ...seenBy } = lens ?? {};
  const seen = Object.entries(seenBy).map(
    ([name, value]) =>
      `${say.lens[name as keyof Reads['lens']]} ${parseTime(String(value)) ? timeInWords({ edtf: String(value) }, language) : sayer.names([value].flat().flatMap((own) => own ?? []))}`,
  );
  const then = when ? [`${say.lens.asOf} ${sayer.head({ head: 'list', set: when })}`] : [];
  const mended = slips.map(([written, word]) => say.slip(written, word));
  return [...heads.map((head) => sayer.head(head)), ...seen, ...then, ...(intended === true ? [say.withIntended] : []), ...mended].join('; ');
}

/** What may be of more kinds than this may be anything. */
const WIDEST = 8;

class Sayer {
  private readonly vocabulary: Vocabulary;
  private readonly language: Language;
  private readonly labels: ReadonlyMap<string, string>;
  private readonly say: Reads;

  constructor(vocabulary: Vocabulary, language: Language, labels: ReadonlyMap<string, string>) {
    this.vocabulary = vocabulary;
    this.language = language;
    this.labels = labels;
    this.say = reads[language];
  }

  /** Names for ids; of several that begin alike, such as all presidencies, what they have in common. */
  names(ids: readonly string[]): string {
    const names = ids.map((id) => this.labels.get(id) ?? (id.split('/').at(-1) ?? id).replaceAll('-', ' '));
    const [first = ''] = names;
    const words = first.split(' ');
    const alike = words.findIndex((word, at) => names.some((name) => name.split(' ')[at] !== word));
    const isSort = names.length > 2 && alike > Number(words[0] === 'the');
    const sort = words.slice(0, alike).join(' ').replace(/ of$/, '');
    return isSort ? (titleIn(this.language, sort) ?? sort) : this.say.or(names);
  }

  head(head: Head): string {
    const { say } = this;
    switch (head.head) {
      case 'list':
        return head.far
          ? `${this.set(farSet(head.set), say.list)}: ${say.ordered(head.order ?? 'first', this.set(head.set))}`
          : head.order
            ? say.ordered(head.order, this.set(head.set))
            : this.set(head.set, say.list);
      case 'yesno':
        return `${isNamed(head.set) ? `${say.heads.yesno} ` : say.thereIs}${this.set(head.set)}`;
      case 'value':
        return `${this.property(head.set, head.property)}: ${this.set(head.set)}`;
      case 'group':
        return `${say.grouped(head.by)}: ${this.set(head.set, say.list)}`;
      case 'most':
        return `${say.heads.most}: ${this.set({ ...head.set, tests: [...head.set.tests, head.by] }, say.list)}`;
      case 'qualified':
        return `${say.heads.qualified}: ${this.set({ ...head.set, tests: [...head.set.tests, head.by] })}`;
      case 'denied':
        return `${this.set(head.set, say.list)}, ${say.heads.denied}: ${this.some({ type: head.type, way: head.way, link: {}, set: { kinds: head.set.kinds, tests: [{ is: 'id', ids: [head.id] }] } })}`;
      case 'figure':
        return `${say.heads.figure}: ${[...head.words.map((words) => words.split('|')[0] ?? ''), this.names([head.id])].join(', ')}`;
      case 'changed':
        return `${say.heads.changed}: ${[...(head.id === undefined ? [] : [this.names([head.id])]), say.dated(head.from, head.to)].join(', ')}`;
      case 'between':
        return this.about(
          head.head,
          [head.a, head.b].map((id) => this.names([id])),
        );
      case 'mentioned':
        return this.about(head.head, [this.names([head.id])]);
      case 'brief':
        return this.about(
          head.head,
          head.sets.map((set) => this.set(set)),
        );
      case 'disputes':
        return [this.about(head.head, head.about.map((id) => this.names([id]))), ...(head.over ? [this.some(head.over)] : [])].join(', '); // prettier-ignore
      case 'compare':
        if (head.asks === 'whether')
          return `${say.heads.yesno} ${head.of.map(({ set }, at) => (at === 0 ? this.set(set) : say.relative(head.order === 'first' ? 'before' : 'after', this.set(set)))).join(' ')}`;
        return say.ordered(head.order, say.or(head.of.map(({ set }) => this.set(set))));
      case 'paths':
        return [
          this.about(
            head.head,
            [head.from, head.to].map((id) => this.names([id])),
          ),
          ...(head.kinds.length > 0 ? [`${say.through} ${say.kinds(this.nouns(head.kinds))}`] : []),
          ...(head.through.length > 0 ? [`${say.through} ${this.names(head.through)}`] : []),
          ...(head.avoid.length > 0 ? [`${say.avoid} ${this.names(head.avoid)}`] : []),
          ...(head.intended ? [say.withIntended] : []),
        ].join(', ');
      default:
        return `${say.heads[head.head]}: ${'order' in head && head.order ? say.ordered(head.order, this.set(head.set)) : this.set(head.set)}`;
    }
  }

  /** What is told of several; of all there is, where none are named. */
  private about(head: keyof Reads['heads'], items: readonly string[]): string {
    return items.length === 0 ? this.say.heads[head] : `${this.say.heads[head]}: ${this.say.and(items)}`;
  }

  /** What is in a set; with a word such as "every" instead of an article. */
  private set(set: Set, each?: string): string {
    return this.setParts(set, each).join('');
  }

  /** What is in a set: what it is, and what more is said of that. */
  private setParts({ kinds, tests }: Set, each?: string): readonly [string, string] {
    const { say } = this;
    const [first, ...others] = tests;
    const isOne = first?.is === 'id' && first.ids.length === 1;
    if (first?.is === 'id') return [this.names(first.ids), say.described(this.tests(kinds, others), isOne)];
    if (first?.is === 'within' && others.length === 0 && each === undefined) return [this.names(first.ids), ''];
    if (kinds.length > WIDEST) return [say.anything, say.described(this.tests(kinds, tests), false)];
    const nouns = this.nouns(kinds);
    return [each === undefined ? say.kinds(nouns) : `${each} ${say.or(nouns)}`.trim(), say.described(this.tests(kinds, tests), false)];
  }

  private tests(kinds: readonly string[], tests: readonly Test[]): readonly string[] {
    return [...new globalThis.Set(tests.map((test) => this.test(kinds, test)))].filter((text) => text !== '');
  }

  private test(kinds: readonly string[], test: Test): string {
    const { say } = this;
    switch (test.is) {
      case 'id':
        return say.is(this.names(test.ids));
      case 'involves':
        return say.involves(say.and(test.ids.map((id) => this.names([id]))));
      case 'within':
        return say.within(this.names(test.ids));
      case 'choice':
        return this.choice(kinds, test);
      case 'text':
        return this.say.valued(this.property({ kinds, tests: [] }, test.property), test.text);
      case 'time':
        return this.dated(test.days);
      case 'exists':
        return say.exists(this.property({ kinds, tests: [] }, test.property), test.exists);
      case 'not':
        return this.not(kinds, test.test);
      case 'any':
        return say.or(this.tests(kinds, test.tests));
      case 'all':
        return say.and(this.tests(kinds, test.tests));
      case 'intended':
        return say.intended;
      case 'whole':
        return say.whole;
      case 'relative':
        return say.relative(test.how, this.set(test.set));
      case 'label': {
        const label = kinds.flatMap((name) => this.kind(name).labels).find((own) => own.label === test.label);
        return say.isOne(firstOf(this.words(label?.called).noun) ?? inWords(test.label));
      }
      case 'some':
        return this.some(test);
    }
  }

  private not(kinds: readonly string[], test: Test): string {
    const { say } = this;
    if (test.is === 'all' && test.tests[0] && test.tests.length === 1) return this.not(kinds, test.tests[0]);
    if (test.is === 'id') return `${say.apart} ${this.names(test.ids)}`;
    if (test.is === 'exists') return this.test(kinds, { ...test, exists: !test.exists });
    return test.is === 'intended' ? '' : say.not(this.test(kinds, test));
  }

  /** Over a relationship to what stands at its far end: in English by the sentence that the relationship has. */
  private some({ type, way, link, during, began, count, set }: Pick<Some, 'type' | 'way' | 'link' | 'during' | 'began' | 'count' | 'set'>): string {
    const { say } = this;
    const item = this.vocabulary.relationship(type);
    if (!item) throw new Error(`no relationship ${type}`);
    const [far, more] = this.setParts(set);
    const { noun, verb, link: preposition } = this.words(way === 'IN' ? item.calledBack : item.called);
    // Without a noun for whom it leads to: what one chosen sort of it is called, or what is done.
    const sorts = Object.entries(item.properties).flatMap(([name, { choice }]) =>
      (link[name] ?? Object.keys(choice?.called ?? {}).slice(0, 1)).map((value) => choice?.called[value]),
    );
    const other = firstOf(this.words(way === 'IN' ? item.called : item.calledBack).noun);
    const isBare = set.tests.length > 0 && preposition === undefined && !item.involves;
    const sort = firstOf(sorts.map((called) => this.words(called).noun).find((word) => word !== undefined));
    const own = firstOf(noun) ?? (isBare ? (sort ?? firstOf(verb) ?? other) : undefined);
    const qualifiers = Object.fromEntries(Object.entries(link).map(([name, [value = '']]) => [name, isEntityId(value) ? this.names([value]) : value]));
    const told =
      this.language === 'en'
        ? `${filled(sentencesFor(item, qualifiers)[way === 'IN' ? 'saysBack' : 'says'], item, { subject: 'that', object: far, qualifiers }).replace(/\bthe (\w+) of (an? \1)\b/, '$2')}${more}`
        : say.related(own ?? null, firstOf(preposition) ?? null, `${far}${more}`);
    const inName = item.capacity === null ? [] : [...(link[item.capacity] ?? [])];
    const fields = this.language === 'en' ? [] : Object.entries(link).flatMap(([name, ids]) => (name === item.capacity ? [] : ids.filter(isEntityId)));
    const how = item.involves ? Object.entries(link).flatMap(([name, own]) => own.map((value) => item.properties[name]?.choice?.called[value])) : [];
    const times = [
      ...how.flatMap((called) => firstOf(this.words(called).adjective) ?? []),
      ...(fields.length > 0 ? [`(${this.names(fields)})`] : []),
      ...(inName.length > 0 ? [say.inName(this.names(inName))] : []),
      ...(count ? [`(${say.count(count.from ?? 0, count.to ?? null)})`] : []),
      ...(during ? [this.dated(during)] : []),
      ...(began ? [say.began(this.dated(began))] : []),
    ];
    return [told, ...times].join(' ');
  }

  private choice(kinds: readonly string[], { property, values }: Test & { is: 'choice' }): string {
    const choice = kinds.map((name) => this.kind(name).properties[property]?.choice)[0];
    const words = values.map((value) => {
      const { noun, adjective, partner } = this.words(choice?.called[value]);
      return firstOf(noun) ?? firstOf(adjective) ?? firstOf(partner) ?? inWords(value);
    });
    return this.say.valued(this.language === 'en' ? inWords(property) : null, this.say.or([...new globalThis.Set(words)]));
  }

  private dated({ from, to }: Days): string {
    const whole = edtfOf({ from, to });
    if (!whole.includes('/')) return this.say.dated(whole, whole);
    return this.say.dated(from === FIRST_DAY ? null : from.replace(/-01-01$/, ''), to === LAST_DAY ? null : to.replace(/-12-31$/, ''));
  }

  private property({ kinds }: Set, property: string): string {
    const called = kinds.map((name) => this.kind(name).properties[property]?.called)[0];
    return firstOf(this.words(called).noun) ?? inWords(property);
  }

  private nouns(kinds: readonly string[]): readonly string[] {
    return kinds.map((name) => firstOf(this.words(this.kind(name).called).noun) ?? inWords(name.charAt(0).toLowerCase() + name.slice(1)));
  }

  private words(called: Called | undefined): Words {
    return called?.[this.language] ?? {};
  }

  private kind(name: string): Kind {
    return kindOf(this.vocabulary, name);
  }
}

function firstOf(words: string | undefined): string | undefined {
  return listed(words)[0];
}

/** What stands at the far end of the last test of a set. */
function farSet({ tests }: Set): Set {
  const last = tests.at(-1);
  return last?.is === 'some' ? last.set : ANYTHING;
}

/** Whether a set is of something named, of which more is told. */
function isNamed({ tests }: Set): boolean {
  return tests[0]?.is === 'id';
}

/** What a language calls those who bear a title. */
function titleIn(language: Language, title: string): string | undefined {
  return Object.entries(packs[language].titles).find(([, own]) => own === title.toLowerCase())?.[0];
}
