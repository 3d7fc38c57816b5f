import type { Logger } from './log.js';
import type { RunningServer } from './start.js';

/** Stops the server on SIGTERM or SIGINT and resolves when it has stopped; a second signal ends the process at once. */
export function stopOnSignals(server: RunningServer, log: Logger): Promise<void> {
  return new Promise((resolve, reject) => {
    let isAsked = false;
    const stop = (signal: NodeJS.Signals) => {
      if (isAsked) process.exit(1);
      isAsked = true;
      log.info({ signal }, 'stopping; requests in flight may end');
      server.stop().then(resolve, reject);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
