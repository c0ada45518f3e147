import { expect, test } from "vitest";
import { BucketQueue } from "../../src/kernels/bucket-queue.ts";
import { seededRandom } from "../../src/kernels/random.ts";

test("smaller keys come first, of equal ones what came last, and none above the largest", () => {
  const queue = new BucketQueue(9);
  for (const [id, key] of [
    [1, 9],
    [2, 3],
    [3, 10],
    [4, 3],
  ])
    queue.push(id, key);
  expect([queue.pop(), queue.key, queue.pop(), queue.pop(), queue.key, queue.pop()]).toEqual([4, 3, 2, 1, 9, -1]);
});

test("however many are pushed meanwhile, all are taken in the order of their keys; cleared it begins anew", () => {
  const random = seededRandom(1);
  const queue = new BucketQueue(500);
  for (let round = 0; round < 3; round++) {
    const keys: number[] = [];
    let pushed = 0;
    for (; pushed < 1500; pushed++) queue.push(pushed, Math.floor(random() * 100));
    for (let id = queue.pop(); id >= 0 && keys.length < 4000; id = queue.pop()) {
      keys.push(queue.key);
      if (pushed < 3000) queue.push(pushed++, Math.min(500, queue.key + Math.floor(random() * 9)));
    }
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    expect(keys).toHaveLength(3000);
    queue.push(1, 500);
    queue.clear();
    expect(queue.pop()).toBe(-1);
  }
});
