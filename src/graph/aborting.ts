import { setMaxListeners } from 'node:events';

/** A controller whose signal any number may listen to: all that runs at once for one client does. */
export function aborting(): AbortController {
  const controller = new AbortController();
  setMaxListeners(Infinity, controller.signal);
  return controller;
}
