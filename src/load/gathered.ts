import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sidesBeside } from '../graph/claims-around.js';
import type { Claim } from '../model/claim.js';
import { describedIn } from '../model/intended.js';
import { namedBy } from '../model/ends.js';
import type { Dataset, Identity, Source } from '../model/dataset.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { KeyedFile } from './keyed-file.js';
import { SortedFile } from './sorted-file.js';

/** A data set as it is read, one claim after the other, be it from elsewhere. */
export interface Said {
  readonly sources: readonly Source[];
  readonly identities: Iterable<Identity> | AsyncIterable<Identity>;
  readonly claims: Iterable<Claim> | AsyncIterable<Claim>;
}

/** What is known of an id: its identity, whether anything names it, and whether something does that is not about it. */
export interface Thing {
  readonly identity: Identity | null;
  readonly isNamed: boolean;
  readonly isAside: boolean;
}

/** How many claims are read between two calls back. */
const OFTEN = 100_000;

/**
 * What several data sets say together, on the disk: claims stand by the entity that they describe, so that those of one
 * are found without reading the others, in memory that does not grow with them. Where two give an identity, the first
 * one's label shows.
 */
export class Gathered {
  readonly sources: readonly Source[];
  /** How many claims there are. */
  readonly size: number;
  readonly things: KeyedFile<Thing>;
  private readonly vocabulary: Vocabulary;
  private readonly described: KeyedFile<Claim>;
  private readonly outward: KeyedFile<Claim>;

  private constructor(
    vocabulary: Vocabulary,
    parts: Pick<Gathered, 'sources' | 'size' | 'things'> & { readonly described: KeyedFile<Claim>; readonly outward: KeyedFile<Claim> },
  ) {
    this.vocabulary = vocabulary;
    this.sources = parts.sources;
    this.size = parts.size;
    this.things = parts.things;
    this.described = parts.described;
    this.outward = parts.outward;
  }

  /** Reads data sets to their end. `folder` is where the files go; it is the caller's to remove. */
  static async of(vocabulary: Vocabulary, sets: readonly Said[], folder: string, progress?: (claims: number) => void): Promise<Gathered> {
    mkdirSync(folder, { recursive: true });
    const first = <T>(item: T) => item;
    const things = new SortedFile<Thing>(join(folder, 'sorting-things'), (one, next) => ({
      identity: one.identity ?? next.identity,
      isNamed: one.isNamed || next.isNamed,
      isAside: one.isAside || next.isAside,
    }));
    const described = new SortedFile<Claim>(join(folder, 'sorting-described'), first);
    const outward = new SortedFile<Claim>(join(folder, 'sorting-outward'), first);
    const beside = new Set(sidesBeside(vocabulary));
    const sources = new Map<string, Source>();
    let read = 0;
    for (const set of sets) {
      for (const source of set.sources) {
        if (!sources.has(source.id)) sources.set(source.id, source);
        things.add(source.id, { identity: null, isNamed: true, isAside: false });
      }
      for await (const identity of set.identities) things.add(identity.id, { identity, isNamed: false, isAside: false });
      for await (const claim of set.claims) {
        described.add(`${describedIn(vocabulary, claim)} ${claim.id}`, claim);
        if (beside.has(claim.predicate)) outward.add(`${claim.subject} ${claim.id}`, claim);
        for (const id of namedBy(vocabulary, claim)) things.add(id, { identity: null, isNamed: true, isAside: id !== claim.subject && id !== claim.object });
        read += 1;
        if (read % OFTEN === 0) progress?.(read);
      }
    }
    const written = async <T>(name: string, sorted: SortedFile<T>) => {
      const file = await KeyedFile.write<T>(join(folder, `${name}.jsonl`), sorted.entries());
      rmSync(join(folder, `sorting-${name}`), { recursive: true });
      return file;
    };
    const file = await written('described', described);
    return new Gathered(vocabulary, {
      sources: [...sources.values()],
      size: file.size,
      things: await written('things', things),
      described: file,
      outward: await written('outward', outward),
    });
  }

  identity(id: string): Identity | null {
    return this.things.under(id)[0]?.identity ?? null;
  }

  /** The claims that describe an entity. */
  describing(id: string): Claim[] {
    return this.described.under(id);
  }

  /** Those that say of their subject what its label, its end or its place is, though they describe another. */
  saidOf(id: string): Claim[] {
    return this.outward.under(id);
  }

  /** What they say, in memory, with the identities that this names; `kept` gives of each claim what is wanted of it. */
  whole(kept: (claim: Claim) => Claim | null = (claim) => claim): Dataset {
    const claims: Claim[] = [];
    for (const claim of this.described.items()) {
      const wanted = kept(claim);
      if (wanted) claims.push(wanted);
    }
    const named = new Set([...claims.flatMap((claim) => namedBy(this.vocabulary, claim)), ...this.sources.map(({ id }) => id)]);
    return { identities: [...named].flatMap((id) => this.identity(id) ?? []), sources: this.sources, claims };
  }

  close(): void {
    for (const file of [this.things, this.described, this.outward]) file.close();
  }
}
