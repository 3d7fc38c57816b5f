import type { Vocabulary } from '../model/vocabulary.js';
import type { SeenNode } from './seen-graph.js';

/** Which types of relationship can join entities of two kinds: between hubs only these few are read. */
export class JoiningTypes {
  private readonly vocabulary: Vocabulary;
  private readonly types: readonly string[];
  private readonly pairs = new Map<string, readonly string[]>();

  constructor(vocabulary: Vocabulary, types: readonly string[]) {
    this.vocabulary = vocabulary;
    this.types = types;
  }

  between(a: string, b: string): readonly string[] {
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = this.pairs.get(pair);
    if (known) return known;
    const [one, other] = [this.vocabulary.kind(a), this.vocabulary.kind(b)];
    const fitting = this.types.filter((type) => {
      const item = this.vocabulary.relationship(type);
      if (!item || !one || !other) return true;
      const { from, to } = item;
      const fits = (first: typeof one, second: typeof one) => this.vocabulary.fits(first, from) && this.vocabulary.fits(second, to);
      return fits(one, other) || fits(other, one);
    });
    this.pairs.set(pair, fitting);
    return fitting;
  }

  /** Types that can join any two of several entities. */
  among(nodes: readonly SeenNode[]): readonly string[] {
    const kinds = [...new Set(nodes.map(({ kind }) => kind))];
    const fitting = new Set(kinds.flatMap((a) => kinds.flatMap((b) => this.between(a, b))));
    return this.types.filter((type) => fitting.has(type));
  }

  /** Whether all relationships directly between two entities are known. */
  areKnown(a: SeenNode, b: SeenNode): boolean {
    return this.between(a.kind, b.kind).every((type) => a.known.has(type) || b.known.has(type));
  }
}
