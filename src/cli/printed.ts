import { printable } from '../model/text.js';

/** Lets nothing that comes from a file or a graph give orders to the terminal that it is printed on. */
export function escapePrinted(): void {
  for (const method of ['log', 'error', 'warn', 'info'] as const) {
    const print = console[method].bind(console);
    console[method] = (...parts: unknown[]) => {
      print(...parts.map((part) => (typeof part === 'string' ? printable(part, '\n\t') : part)));
    };
  }
}
