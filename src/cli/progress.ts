import { SingleBar } from 'cli-progress';
import type { Progress } from '../graph/store.js';

/**
 * Progress of long work, with the time that is left of a step: a bar on a terminal, a plain line for each step and each
 * tenth of it elsewhere. Call `end` when done.
 */
export function progressReport(): { report: Progress; end: () => void } {
  const left = estimate();
  if (!process.stderr.isTTY) return { report: lines(left), end: () => undefined };
  const bar = new SingleBar({ format: '{what} [{bar}] {value}/{total}{left}', stream: process.stderr, hideCursor: true });
  let isStarted = false;
  return {
    report: (done, total, what) => {
      const shown = { what, left: left(done, total, what) };
      bar.setTotal(total);
      if (isStarted) bar.update(done, shown);
      else bar.start(total, done, shown);
      isStarted = true;
    },
    end: () => {
      if (isStarted) bar.stop();
    },
  };
}

/** What is said of the time that a step still takes, by its speed so far; nothing while that is not known. */
export function estimate(now: () => number = () => performance.now()): (done: number, total: number, what: string) => string {
  let [step, since, from] = ['', 0, 0];
  return (done, total, what) => {
    if (what !== step) [step, since, from] = [what, now(), done];
    if (done <= from || done >= total) return '';
    const seconds = Math.ceil((((now() - since) / 1_000) * (total - done)) / (done - from));
    return `, about ${seconds < 120 ? `${String(seconds)} s` : `${String(Math.round(seconds / 60))} min`} left`;
  };
}

function lines(left: ReturnType<typeof estimate>): Progress {
  let last = '';
  return (done, total, what) => {
    const time = left(done, total, what);
    // Without a total each call is a step.
    const step = `${what} ${String(total === 0 ? done : Math.floor((10 * done) / total))}`;
    if (step === last) return;
    last = step;
    console.error(`${what}: ${String(done)}${total === 0 ? '' : ` of ${String(total)}${time}`}`);
  };
}
