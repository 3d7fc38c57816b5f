import { z } from 'zod';
import { hintOrAll } from '../model/text.js';

/** What a tool or a prompt is given. Arguments that it does not know are refused by name, with what may be meant: left out in silence, they would change what is asked. */
export function argumentsOf<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `unknown argument ${JSON.stringify(key)}${hintOrAll(key, known)}`).join('\n') : undefined,
  });
}
