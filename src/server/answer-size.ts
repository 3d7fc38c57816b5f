/**
 * Whether a value takes more than so many bytes as JSON. It is measured without being written down: the walk ends
 * where the bound is passed, and what is written afterwards is bounded.
 */
export function isLargerThan(most: number, value: unknown): boolean {
  let left = most;
  const walk = (item: unknown): boolean => {
    if (typeof item === 'string') left -= Buffer.byteLength(item) + 2;
    else if (Array.isArray(item)) {
      left -= 2 + item.length;
      for (const entry of item) if (walk(entry)) return true;
    } else if (typeof item === 'object' && item !== null) {
      left -= 2;
      for (const name in item) {
        left -= name.length + 4;
        if (walk((item as Readonly<Record<string, unknown>>)[name])) return true;
      }
    } else left -= String(item).length;
    return left < 0;
  };
  return walk(value);
}
