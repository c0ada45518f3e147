/** Fewer are put on top of what is there, as a map of their own. */
const FEWEST = 64;

/**
 * A map that becomes another with more in it, without all of it being copied: whoever has a hundred thousand steps and makes one more copies
 * a few hundred. It is never changed in place; what is in it stands in the order it first came in.
 */
export class GrowingMap<Key, Value> implements ReadonlyMap<Key, Value> {
  /** Shared by those that grew from it. */
  readonly #all: ReadonlyMap<Key, Value>;
  /** What came since, or is other than there. */
  readonly #top: ReadonlyMap<Key, Value>;
  readonly size: number;

  constructor(all: ReadonlyMap<Key, Value>, top: ReadonlyMap<Key, Value> = new Map()) {
    this.#all = all;
    this.#top = top;
    let { size } = all;
    for (const key of top.keys()) if (!all.has(key)) size++;
    this.size = size;
  }

  /** O(square root of all + the new ones), now and then all. */
  with(more: Iterable<readonly [Key, Value]>): GrowingMap<Key, Value> {
    const all = this.#all;
    const top = new Map(this.#top);
    for (const [key, value] of more) top.set(key, value);
    if (all.size === 0) return new GrowingMap(top);
    if (top.size <= Math.max(FEWEST, 2 * Math.sqrt(all.size))) return new GrowingMap(all, top);
    const whole = new Map(all);
    for (const [key, value] of top) whole.set(key, value);
    return new GrowingMap(whole);
  }

  get(key: Key): Value | undefined {
    return this.#top.has(key) ? this.#top.get(key) : this.#all.get(key);
  }

  has(key: Key): boolean {
    return this.#top.has(key) || this.#all.has(key);
  }

  entries(): MapIterator<[Key, Value]> {
    return this.#top.size === 0 ? this.#all.entries() : this.#both();
  }

  *#both(): MapIterator<[Key, Value]> {
    const top = this.#top;
    for (const [key, value] of this.#all) yield [key, top.has(key) ? (top.get(key) ?? value) : value];
    for (const [key, value] of top) if (!this.#all.has(key)) yield [key, value];
    return undefined;
  }

  keys(): MapIterator<Key> {
    return this.#top.size === 0 ? this.#all.keys() : this.#bothKeys();
  }

  *#bothKeys(): MapIterator<Key> {
    yield* this.#all.keys();
    for (const key of this.#top.keys()) if (!this.#all.has(key)) yield key;
    return undefined;
  }

  values(): MapIterator<Value> {
    return this.#top.size === 0 ? this.#all.values() : this.#bothValues();
  }

  *#bothValues(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(act: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) act(value, key, this);
  }
}
