/** A state of the database, as the driver's bookmarks tell states apart, and the content's revision then. */
export interface State {
  readonly bookmark: string;
  readonly revision: string;
}

/**
 * Follows in which states of the database a request was answered. Each answer brings the state with it, at no cost; only
 * when the database has changed is the revision of the content asked for, since others may write to it as well.
 */
export class OneState {
  private readonly before: State | null;
  private readonly now: () => Promise<State>;
  private readonly bookmarks: string[] = [];

  /** `before`: the last state known when the request began. */
  constructor(before: State | null, now: () => Promise<State>) {
    this.before = before;
    this.now = now;
  }

  note(bookmark: string): void {
    this.bookmarks.push(bookmark);
  }

  /** Whether all answers were given of the same content; one alone always is. */
  async held(): Promise<boolean> {
    const { before, bookmarks } = this;
    if (bookmarks.length < 2 || bookmarks.every((bookmark) => bookmark === before?.bookmark)) return true;
    return (await this.now()).revision === before?.revision;
  }
}
