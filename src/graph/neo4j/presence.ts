import { StoreUnavailable } from './errors.js';
import { within } from './waiting.js';

/** Milliseconds that a question waits for a look at the database. */
const PATIENCE = 200;

/**
 * Whether the database is there. Once it was found to be gone, nothing is asked of it until a look at it was answered, one
 * look at a time, however many wait. So whoever asks hears at once that it is away, also while it takes connections and
 * does not answer yet; and when it starts, it is not met by all of them.
 */
export class Presence {
  private readonly look: () => Promise<unknown>;
  private reason: StoreUnavailable | null = null;
  private looking: Promise<void> | null = null;

  constructor(look: () => Promise<unknown>) {
    this.look = look;
  }

  /** Notes that it was found to be gone, and why. */
  lost(reason: StoreUnavailable): void {
    this.reason = reason;
  }

  /** Resolves where it is there, as far as is known; rejects with why it is not, or with the signal's reason. */
  async confirmed(signal?: AbortSignal): Promise<void> {
    const { reason } = this;
    if (!reason) return;
    try {
      await within(this.looked(), PATIENCE, 'a look', signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof StoreUnavailable ? error : reason;
    }
  }

  private looked(): Promise<void> {
    this.looking ??= this.look()
      .then(() => {
        this.reason = null;
      })
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }
}
