import { SingleBar } from 'cli-progress';
import type { Progress } from '../graph/store.js';

/** Progress of long work: a bar on a terminal, a plain line for each step elsewhere. Call `end` when done. */
export function progressReport(): { report: Progress; end: () => void } {
  if (!process.stderr.isTTY) return { report: lines(), end: () => undefined };
  const bar = new SingleBar({ format: '{what} [{bar}] {value}/{total}', stream: process.stderr, hideCursor: true });
  let isStarted = false;
  return {
    report: (done, total, what) => {
      if (isStarted) bar.update(done, { what });
      else bar.start(total, done, { what });
      isStarted = true;
    },
    end: () => {
      if (isStarted) bar.stop();
    },
  };
}

function lines(): Progress {
  let last = '';
  return (done, total, what) => {
    if (what === last && done < total) return;
    last = what;
    console.error(`${what}: ${String(done)} of ${String(total)}`);
  };
}
