/** Items there is room for once one is added. */
const LEAST_ROOM = 16;

/** Groups that only ever merge: every item starts alone and is named by its number. Grows as items are added. */
export class UnionFind {
  private parent: Uint32Array;
  private count: number;

  constructor(count = 0) {
    this.count = count;
    this.parent = new Uint32Array(count);
    for (let item = 0; item < count; item++) this.parent[item] = item;
  }

  get size(): number {
    return this.count;
  }

  /** A new item in a group of its own; its number. */
  add(): number {
    if (this.count === this.parent.length) {
      const grown = new Uint32Array(Math.max(LEAST_ROOM, 2 * this.count));
      grown.set(this.parent);
      this.parent = grown;
    }
    this.parent[this.count] = this.count;
    return this.count++;
  }

  /** The item that stands for the group: its lowest number. */
  find(item: number): number {
    const { parent } = this;
    let root = item;
    while (parent[root] !== root) root = parent[root];
    for (let at = item; at !== root;) [at, parent[at]] = [parent[at], root];
    return root;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.find(one), this.find(other)];
    this.parent[Math.max(a, b)] = Math.min(a, b);
  }
}
