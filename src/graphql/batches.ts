import type DataLoader from 'dataloader';
import { turns } from '../graph/turns.js';

/**
 * When a loader asks for what was gathered: once all promises of this turn have been kept, as loaders do, and behind the
 * resolvers that gave way to others. Else a list whose resolvers give way in the midst, as they do on a busy machine,
 * would be asked for in pieces: more round trips just where there is least time for them.
 */
export const IN_WHOLE_BATCHES = {
  batchScheduleFn: (ask) =>
    void Promise.resolve().then(() => {
      process.nextTick(() => {
        if (turns.areAwaited)
          void turns.next().then(() => {
            process.nextTick(ask);
          });
        else ask();
      });
    }),
} satisfies DataLoader.Options<never, never>;
