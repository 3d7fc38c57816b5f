import { SingleBar } from 'cli-progress';
import type { Progress } from '../graph/store.js';

/** Progress of long work: a bar on a terminal, a plain line for each step and each tenth of it elsewhere. Call `end` when done. */
export function progressReport(): { report: Progress; end: () => void } {
  if (!process.stderr.isTTY) return { report: lines(), end: () => undefined };
  const bar = new SingleBar({ format: '{what} [{bar}] {value}/{total}', stream: process.stderr, hideCursor: true });
  let isStarted = false;
  return {
    report: (done, total, what) => {
      bar.setTotal(total);
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
    // Without a total each call is a step.
    const step = `${what} ${String(total === 0 ? done : Math.floor((10 * done) / total))}`;
    if (step === last) return;
    last = step;
    console.error(`${what}: ${String(done)}${total === 0 ? '' : ` of ${String(total)}`}`);
  };
}
