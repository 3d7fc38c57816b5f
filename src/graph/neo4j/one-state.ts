import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks at a commit that is being applied. */
const PAUSE = 20;

/** A state of the database, as the driver's bookmarks tell states apart, and the content's revision then. */
export interface State {
  readonly bookmark: string;
  readonly revision: string;
  /** Whether a commit may be half applied. */
  readonly isMoving: boolean;
}

/**
 * Follows in which states of the database a request was answered. Each answer brings the state with it, at no cost; only
 * when the database has changed is the revision of the content asked for, since others may write to it as well. The
 * bookmark alone would not do: while the database applies a commit, its changes are seen before the bookmark moves.
 */
export class OneState {
  private readonly before: State | null;
  private readonly now: () => Promise<State>;
  private readonly signal: AbortSignal;
  private readonly bookmarks: string[] = [];

  /** `before`: the last state known when the request began; `signal` ends it. */
  constructor(before: State | null, now: () => Promise<State>, signal: AbortSignal) {
    this.before = before;
    this.now = now;
    this.signal = signal;
  }

  note(bookmark: string): void {
    this.bookmarks.push(bookmark);
  }

  /** Whether all answers were given of the same content; one alone always is. Where not, nothing is half applied any more. */
  async held(): Promise<boolean> {
    const { before, bookmarks } = this;
    if (bookmarks.length < 2) return true;
    const wasQuiet = before?.isMoving === false;
    if (wasQuiet && bookmarks.every((bookmark) => bookmark === before.bookmark)) return true;
    let seen = await this.now();
    while (seen.isMoving) {
      await setTimeout(PAUSE, undefined, { signal: this.signal });
      seen = await this.now();
    }
    return wasQuiet && seen.revision === before.revision;
  }
}
