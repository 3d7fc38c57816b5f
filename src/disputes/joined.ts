import type { Finding } from './rule.js';
import { sortedIds } from './testimony.js';

/** Findings of one rule that stand on the same words are one: of an event, and of the relation that began with it. They come last. */
export function* joined(findings: Iterable<Finding | null>): Generator<Finding | null> {
  const known = new Map<string, number>();
  const result: Finding[] = [];
  for (const finding of findings) {
    if (finding === null) {
      yield null;
      continue;
    }
    const words = finding.sides.flatMap(({ claims }) =>
      claims.flatMap(({ source, spans: [main] }) => (main ? [`${source} ${String(main.start)}-${String(main.end)}`] : [])),
    );
    const at = words.map((place) => known.get(place)).find((index) => index !== undefined) ?? result.length;
    const twin = result[at];
    result[at] = twin ? { ...twin, about: sortedIds([...twin.about, ...finding.about]) } : finding;
    for (const place of words) known.set(place, at);
  }
  yield* result;
}
