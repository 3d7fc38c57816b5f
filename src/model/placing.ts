import { describedBy, referencesOf } from './ends.js';
import { push } from './groups.js';
import { eachInSteps, type Steps } from './steps.js';
import type { Columns } from './value.js';
import type { Kind, Vocabulary } from './vocabulary.js';

/** A relationship, by what tells where its ends lie. */
interface Joined {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly intended: boolean;
  readonly columns: Columns;
}

/** What lies where, whom records involve, and whether these took part at home: all that follows from places. */
export class Placing {
  private readonly vocabulary: Vocabulary;
  private readonly kindOf: (id: string) => Kind | undefined;
  /** Records that are only planned or hoped for. */
  private readonly intended: ReadonlySet<string>;

  constructor(vocabulary: Vocabulary, kindOf: (id: string) => Kind | undefined, intended: ReadonlySet<string>) {
    this.vocabulary = vocabulary;
    this.kindOf = kindOf;
    this.intended = intended;
  }

  /** All that each entity lies in, however deep. */
  within(links: readonly Joined[]): Steps<Map<string, Set<string>>> {
    return closure(links.filter((link) => this.isSituated(link)));
  }

  /** Whom each record involves, with all that these lie in. */
  *involved(links: readonly Joined[], within: ReadonlyMap<string, ReadonlySet<string>>): Steps<Map<string, Set<string>>> {
    const involves = new Map<string, Set<string>>();
    yield* eachInSteps(links, (link) => {
      const relationship = this.vocabulary.relationship(link.type);
      if (!relationship?.involves) return;
      const described = describedBy(relationship, link.from, link.to);
      if (link.intended && !this.intended.has(described)) return;
      const references = referencesOf(relationship)
        .map((name) => link.columns[name])
        .filter((id) => typeof id === 'string');
      const set = involves.get(described) ?? new Set();
      involves.set(described, set);
      for (const id of [described === link.from ? link.to : link.from, ...references]) {
        set.add(id);
        for (const outer of within.get(id) ?? []) set.add(outer);
      }
    });
    return involves;
  }

  /** Whether the first end of a relationship lies in the second; what is only intended does where it is told of what is itself intended. */
  private isSituated({ type, from, intended }: Joined): boolean {
    const relationship = this.vocabulary.relationship(type);
    return (relationship?.nests === true && !intended) || (relationship?.situates === true && (!intended || this.intended.has(from)));
  }

  /** A relationship to a record, with whether that took place at home, where both places are known. */
  placed<L extends Joined>(link: L, within: ReadonlyMap<string, ReadonlySet<string>>): L {
    const relationship = this.vocabulary.relationship(link.type);
    if (!relationship?.whereabouts) return link;
    const { qualifier, of } = relationship.whereabouts;
    const record = describedBy(relationship, link.from, link.to);
    const home = link.columns[of] ?? (record === link.from ? link.to : link.from);
    const outermost = (ids: Iterable<string>) => [...ids].filter((id) => (within.get(id)?.size ?? 0) === 0 && this.isPlace(id));
    const places = outermost(within.get(record) ?? []);
    const homes = typeof home === 'string' ? outermost([home, ...(within.get(home) ?? [])]) : [];
    if (places.length === 0 || homes.length === 0) return link;
    return { ...link, columns: { ...link.columns, [qualifier]: homes.some((id) => places.includes(id)) ? 'AT_HOME' : 'ABROAD' } };
  }

  /** Whether something is of a kind in which others lie. */
  private isPlace(id: string): boolean {
    const kind = this.kindOf(id);
    return kind !== undefined && this.vocabulary.relationships.some(({ nests, to }) => nests && this.vocabulary.fits(kind, to));
  }
}

function* closure(links: readonly Joined[]): Steps<Map<string, Set<string>>> {
  const direct = new Map<string, string[]>();
  for (const link of links) push(direct, link.from, link.to);
  const reached = new Map<string, Set<string>>();
  yield* eachInSteps(direct.keys(), (start) => {
    const seen = new Set<string>();
    const queue = [...(direct.get(start) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === start || seen.has(next)) continue;
      seen.add(next);
      queue.push(...(direct.get(next) ?? []));
    }
    reached.set(start, seen);
  });
  return reached;
}
