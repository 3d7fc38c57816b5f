/** Counts executions that run at once; connections and slow clients do not count. */
export class Gate {
  private readonly most: number;
  private running = 0;

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
   * back after `longest` milliseconds, so no place is ever lost.
   */
  hold(work: Promise<unknown>, longest: number): void {
    this.running += 1;
    let isHeld = true;
    const release = () => {
      if (!isHeld) return;
      isHeld = false;
      clearTimeout(timer);
      this.running -= 1;
    };
    const timer = setTimeout(release, longest);
    timer.unref();
    work.then(release, release);
  }
}
