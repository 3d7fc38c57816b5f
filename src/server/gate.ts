/** Counts executions that run at once; connections and slow clients do not count. */
export class Gate {
  private readonly most: number;
  private running = 0;
  private readonly ends = new Set<(reason: unknown) => void>();

  constructor(most: number) {
    this.most = most;
  }

  get inFlight(): number {
    return this.running;
  }

  get isFull(): boolean {
    return this.running >= this.most;
  }

  /**
   * Takes a place until `work` settles, whatever becomes of the client. Work that never settles gives its place
   * back after `longest` milliseconds, so no place is ever lost. `end` is called with the reason when all are ended.
   */
  hold(work: Promise<unknown>, longest: number, end: (reason: unknown) => void): void {
    this.running += 1;
    this.ends.add(end);
    const release = () => {
      if (!this.ends.delete(end)) return;
      clearTimeout(timer);
      this.running -= 1;
    };
    const timer = setTimeout(release, longest);
    timer.unref();
    work.then(release, release);
  }

  /** Ends whatever runs. */
  endAll(reason: unknown): void {
    for (const end of this.ends) end(reason);
  }
}
