/** A state of the database, as the driver's bookmarks tell states apart, and the content's revision then. */
export interface State {
  readonly bookmark: string;
  readonly revision: string;
  /** Whether a commit may be half applied. */
  readonly isMoving: boolean;
}

/** Gives the state of the database once no commit is half applied, until the signal aborts. */
export type Still = (signal?: AbortSignal) => Promise<State>;

/**
 * Follows in which states of the database a request was answered. Each answer brings the state with it, at no cost; only
 * when the database has changed is the revision of the content asked for, since others may write to it as well. The
 * bookmark alone would not do: while the database applies a commit, its changes are seen before the bookmark moves.
 */
export class OneState {
  private readonly before: State | null;
  private readonly still: Still;
  private readonly signal: AbortSignal;
  private readonly bookmarks: string[] = [];
  private readonly kept = new Set<string>();

  /** `before`: the last state known when the request began; `signal` ends it. */
  constructor(before: State | null, still: Still, signal: AbortSignal) {
    this.before = before;
    this.still = still;
    this.signal = signal;
  }

  note(bookmark: string): void {
    this.bookmarks.push(bookmark);
  }

  /** Notes that something was answered from what is kept of the content at a revision. */
  noteKept(revision: string): void {
    this.kept.add(revision);
  }

  /** Whether all answers were given of the same content; one alone always is. Where not, nothing is half applied any more. */
  async held(): Promise<boolean> {
    const { before, bookmarks, kept } = this;
    if (bookmarks.length + kept.size < 2) return true;
    const wasQuiet = before?.isMoving === false && [...kept].every((revision) => revision === before.revision);
    if (wasQuiet && bookmarks.every((bookmark) => bookmark === before.bookmark)) return true;
    const seen = await this.still(this.signal);
    return wasQuiet && seen.revision === before.revision;
  }
}
