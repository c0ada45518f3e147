import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../src/kernels/random.ts";
import { DecisionReader, DecisionWriter } from "../../src/kernels/range-coder.ts";

const CONTEXTS = 5;
const decisions = fc.array(fc.tuple(fc.nat(CONTEXTS - 1), fc.boolean()), { maxLength: 2000 });

type Decided = readonly (readonly [context: number, wanted: boolean])[];

function written(decided: Decided): Uint8Array {
  const writer = new DecisionWriter(CONTEXTS);
  for (const [context, wanted] of decided) writer.decide(context, wanted);
  return writer.finish();
}

test("any decisions are read as they were written, to the last byte and no further", () => {
  fc.assert(
    fc.property(decisions, (decided) => {
      const reader = new DecisionReader(CONTEXTS, written(decided));
      expect(decided.map(([context]) => reader.decide(context))).toEqual(decided.map(([, wanted]) => wanted));
      expect(reader.isRead).toBe(true);
    }),
  );
});

/** Bits a decision, of so many with a share of yes, against what no coder can undercut. */
function against(share: number): readonly [bits: number, least: number] {
  const random = seededRandom(1);
  const count = 30_000;
  const bytes = written(Array.from({ length: count }, () => [0, random() < share]));
  return [(8 * bytes.length) / count, -share * Math.log2(share) - (1 - share) * Math.log2(1 - share)];
}

test.each([0.5, 0.2, 0.9, 0.99, 0.001])(
  "decisions of which %s are yes take at most 4 % and 0.02 bits more than they must",
  (share) => {
    const [bits, least] = against(share);
    expect(bits).toBeGreaterThan(0.97 * least);
    expect(bits).toBeLessThan(1.04 * least + 0.02);
  },
);

test("bytes that nobody wrote are read as some decisions, and end nothing", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const reader = new DecisionReader(CONTEXTS, bytes);
      for (let i = 0; i < 1000; i++) reader.decide(i % CONTEXTS);
      expect(reader.isRead).toBe(false);
    }),
  );
});
