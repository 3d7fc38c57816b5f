import type { GraphReader } from '../../src/graph/store.js';
import type { Vocabulary } from '../../src/model/vocabulary.js';
import type { World } from './generate.js';

/** What a benchmark asks: a store that holds a generated world, and numbers to choose entities by. */
export interface Ground {
  readonly vocabulary: Vocabulary;
  readonly reader: GraphReader;
  readonly world: World;
  readonly next: () => number;
}

/** What one question cost beside its time, and what it came to. */
export interface Outcome {
  readonly roundTrips: number;
  readonly outcome: string;
}

export interface Bench {
  readonly name: string;
  /** How often it is asked. */
  readonly times: number;
  readonly ask: (ground: Ground) => Promise<Outcome>;
}

export interface Measured {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  readonly roundTrips: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Asks a benchmark's question a few times to warm up, then as often as it says; milliseconds at two percentiles. */
export async function measure(bench: Bench, ground: Ground): Promise<Measured> {
  for (let at = 0; at < Math.min(5, bench.times); at += 1) await bench.ask(ground);
  const times: number[] = [];
  const trips: number[] = [];
  const outcomes: Record<string, number> = {};
  for (let at = 0; at < bench.times; at += 1) {
    const began = performance.now();
    const { roundTrips, outcome } = await bench.ask(ground);
    times.push(performance.now() - began);
    trips.push(roundTrips);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return { name: bench.name, p50: at(times, 0.5), p99: at(times, 0.99), roundTrips: at(trips, 0.5), outcomes };
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
