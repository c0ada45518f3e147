/** Groups that only ever merge: every item starts alone and is named by its number. Grows as items are added. */
export class UnionFind {
  private readonly parent: number[] = [];

  constructor(count = 0) {
    for (let item = 0; item < count; item++) this.parent.push(item);
  }

  get size(): number {
    return this.parent.length;
  }

  /** A new item in a group of its own; its number. */
  add(): number {
    return this.parent.push(this.parent.length) - 1;
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
