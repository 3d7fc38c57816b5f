import type { EntityNode } from '../model/graph.js';
import { fold } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import type { Item } from './chart.js';
import type { Mention } from './mentions.js';
import { phraseOf } from './sense.js';
import { marksIn } from './sets.js';
import type { Token } from './tokens.js';

/** How much likelier one of several of a name is that lies where the text says, and how unlikely the name of the place may be. */
const SETTLED = 0.2;
const LIKELY = 0.5;

/** Words of a language that lead from what lies in a place to the place. */
export function insides(vocabulary: Vocabulary, language: Language): ReadonlySet<string> {
  const links = vocabulary.relationships.filter(({ nests }) => nests).flatMap(({ called }) => called[language]?.link?.split(',') ?? []);
  return new Set(links.map(fold));
}

/**
 * Names that several bear, settled by the place behind them: "Halden, Japan", "Halden (Canada)", "Halden in France" mean
 * the one that lies there, and nothing beside it.
 */
export function placed(named: readonly Item[], tokens: readonly Token[], mentions: Map<string, Mention>, inside: ReadonlySet<string>): Item[] {
  const names = named.filter(({ cat }) => cat === 'name').map((item) => ({ ...item, mark: marksIn(item.sense)[0] ?? '' }));
  return names.flatMap((own) => {
    const mention = mentions.get(own.mark);
    if (!mention || mention.candidates.length < 2) return [];
    const next = tokens[own.end];
    const from = next && (next.sign === ',' || inside.has(next.folded)) ? own.end + 1 : own.end;
    return names
      .filter(({ start, cost }) => start === from && cost <= LIKELY)
      .flatMap((place) => {
        const places = new Set(mentions.get(place.mark)?.candidates.map(({ entity }) => entity.id));
        const candidates = mention.candidates.filter(({ entity }) => placesOf(entity).some((id) => places.has(id)));
        if (candidates.length === 0) return [];
        const mark = `${own.mark}-${String(place.start)}-${String(place.end)}`;
        mentions.set(mark, { written: mention.written, candidates });
        const kinds = [...new Set(candidates.map(({ entity }) => entity.kind))];
        const sense = phraseOf([{ kinds, tests: [{ is: 'id', ids: [mark] }] }], { isName: true });
        return [{ cat: own.cat, start: own.start, end: place.end, cost: own.cost - SETTLED, sense }];
      });
  });
}

/** Ids of what an entity lies in. */
export function placesOf({ id, columns: { within } }: EntityNode): readonly string[] {
  return Array.isArray(within) ? within.map(String).filter((place) => place !== id) : [];
}

/** Where an entity lies, from near to far, as far as its columns say. */
export function whereIs(entity: EntityNode, places: ReadonlyMap<string, EntityNode>): string | null {
  const around = placesOf(entity).flatMap((id) => places.get(id) ?? []);
  const labels = around.sort((a, b) => placesOf(b).length - placesOf(a).length).map(({ label }) => label);
  return labels.length > 0 ? labels.join(', ') : null;
}
