import type { Content, HeldRange, HeldRanges } from '../graph/store.js';
import { describedByLink, describedIn } from '../model/intended.js';
import { canonicalJson } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { isWithin } from './parts.js';

/** A content in memory, to be compared in parts. */
export class HeldContent implements HeldRanges {
  readonly isEmpty: boolean;
  private readonly content: Content;
  private readonly ids: ReadonlySet<string>;
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary, content: Content) {
    this.vocabulary = vocabulary;
    this.content = content;
    this.ids = new Set(content.entities.map(({ id }) => id));
    this.isEmpty = content.entities.length === 0 && content.claims.length === 0;
  }

  between(after: string, until: string | null): Promise<HeldRange> {
    const { vocabulary } = this;
    const isHere = (id: string) => isWithin({ after, until }, id);
    const { entities, links, claims } = this.content;
    return Promise.resolve({
      entities: new Map(entities.flatMap((item) => (isHere(item.id) ? [[item.id, canonicalJson(item)]] : []))),
      links: new Map(links.flatMap((item) => (isHere(describedByLink(vocabulary, item)) ? [[item.key, canonicalJson(item)]] : []))),
      claims: new Map(claims.flatMap((item) => (isHere(describedIn(vocabulary, item)) ? [[item.id, canonicalJson(item)]] : []))),
    });
  }

  entitiesAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(ids.filter((id) => this.ids.has(id))));
  }
}
