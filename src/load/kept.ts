/** What was looked up last, as far as it is small: of so much in all, and nothing that is larger than so much alone. */
export class Kept<K, T> {
  private readonly items = new Map<K, { readonly item: T; readonly size: number }>();
  private readonly most: number;
  private readonly largest: number;
  private size = 0;

  constructor(most: number, largest = most) {
    this.most = most;
    this.largest = largest;
  }

  get(key: K, look: () => T, sizeOf: (item: T) => number = () => 1): T {
    const held = this.items.get(key);
    if (held) {
      // Put behind all others, so that what was not asked for longest goes first.
      this.items.delete(key);
      this.items.set(key, held);
      return held.item;
    }
    const item = look();
    const size = sizeOf(item);
    if (size > this.largest) return item;
    this.items.set(key, { item, size });
    this.size += size;
    for (const [oldest, { size: freed }] of this.items) {
      if (this.size <= this.most) break;
      this.items.delete(oldest);
      this.size -= freed;
    }
    return item;
  }
}
