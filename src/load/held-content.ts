import type { Content, HeldRange, HeldRanges } from '../graph/store.js';
import { describedIn } from '../model/intended.js';
import { canonicalJson, compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** A content in memory, to be compared in parts. */
export class HeldContent implements HeldRanges {
  readonly isEmpty: boolean;
  private readonly content: Content;
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary, content: Content) {
    this.vocabulary = vocabulary;
    this.content = content;
    this.isEmpty = content.entities.length === 0 && content.claims.length === 0;
  }

  between(after: string, until: string | null): Promise<HeldRange> {
    const { vocabulary } = this;
    const isWithin = (id: string) => compareText(id, after) > 0 && (until === null || compareText(id, until) <= 0);
    const { entities, links, claims } = this.content;
    const described = (predicate: string, subject: string, object: string | null) => describedIn(vocabulary, { predicate, subject, object });
    return Promise.resolve({
      entities: new Map(entities.flatMap((item) => (isWithin(item.id) ? [[item.id, canonicalJson(item)]] : []))),
      links: new Map(links.flatMap((item) => (isWithin(described(item.type, item.from, item.to)) ? [[item.key, canonicalJson(item)]] : []))),
      claims: new Map(claims.flatMap((item) => (isWithin(described(item.predicate, item.subject, item.object)) ? [[item.id, canonicalJson(item)]] : []))),
    });
  }

  entitiesAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const there = new Set(this.content.entities.map(({ id }) => id));
    return Promise.resolve(new Set(ids.filter((id) => there.has(id))));
  }
}
