import { describe, expect, test } from "vitest";
import type { BandSet } from "../../src/domain/grades.ts";
import { NO_SITE } from "../../src/domain/plan.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { tallyFeeders } from "../../src/evaluate/feeders.ts";
import { viewPlan } from "../../src/evaluate/plan-view.ts";
import { drawCase } from "../cases/drawn.ts";

const [YOUNG, MIDDLE, OLD, ALL] = [0b001, 0b010, 0b100, 0b111];

/** Three units with so many pupils in each of grades 0, 4 and 7, and what each site teaches. */
interface Feeding {
  readonly teaches: readonly [a: BandSet, b: BandSet, c: BandSet];
  readonly pupils: readonly number[];
  /** Letters of the units' sites by band; "." is none. */
  readonly goes: readonly [young: string, middle: string, old: string];
  readonly districts?: Readonly<Record<string, string>>;
}

function feedersOf({ teaches, pupils, goes, districts = { All: "ABC" } }: Feeding) {
  const { municipality, travel, baseline } = drawCase({
    zones: ["ABC"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2] } },
    districts,
    pupils: (unit) => [0, 4, 7].reduce((grades, at) => grades.with(at, pupils[unit]), Array<number>(10).fill(0)),
  });
  const basis = makeBasis(municipality, travel, baseline);
  const assignment = Uint16Array.from({ length: 9 }, (_, pair) => {
    const letter = goes[pair % 3][Math.floor(pair / 3)];
    return letter === "." ? NO_SITE : "ABC".indexOf(letter);
  });
  const view = viewPlan(basis, { ...baseline, teaching: teaches, assignment });
  return baseline.districts.map((district) => tallyFeeders(basis, view, district));
}

describe("where a site stops", () => {
  test.each<{ readonly name: string; readonly links: unknown } & Feeding>([
    {
      name: "its link is to the site that takes most of its pupils, not most of its units",
      teaches: [YOUNG, ALL, ALL],
      pupils: [1, 1, 5],
      goes: ["AAA", "BBC", "BBC"],
      links: [{ from: 0, to: 2, band: 1 }],
    },
    {
      name: "the first of two that take as many",
      teaches: [YOUNG | MIDDLE, ALL, ALL],
      pupils: [2, 1, 1],
      goes: ["AAA", "AAA", "BCC"],
      links: [{ from: 0, to: 1, band: 2 }],
    },
    {
      name: "only those count whom it has in its last grades",
      teaches: [YOUNG | MIDDLE, ALL, ALL],
      pupils: [2, 9, 9],
      goes: ["AAA", "ABB", "CBB"],
      links: [{ from: 0, to: 2, band: 2 }],
    },
    {
      name: "those whom the plan leaves there or sends nowhere have not gone on",
      teaches: [YOUNG, ALL, ALL],
      pupils: [9, 9, 1],
      goes: ["AAA", "A.C", "BBB"],
      links: [{ from: 0, to: 2, band: 1 }],
    },
    {
      name: "there is none where nobody goes on",
      teaches: [YOUNG, ALL, ALL],
      pupils: [9, 9, 0],
      goes: ["AAA", "A.C", "BBB"],
      links: [],
    },
    {
      name: "a gap in the middle is a stop",
      teaches: [YOUNG | OLD, ALL, ALL],
      pupils: [1, 1, 1],
      goes: ["AAA", "BBB", "AAA"],
      links: [{ from: 0, to: 1, band: 1 }],
    },
    {
      name: "a site with the oldest does not stop, nor does one that is closed",
      teaches: [OLD, ALL, 0],
      pupils: [1, 1, 1],
      goes: ["BBB", "BBB", "AAA"],
      links: [],
    },
  ])("$name", ({ links, ...drawing }) => expect(feedersOf(drawing)[0].links).toEqual(links));

  test("its link is kept where both sites are of one district", () => {
    const teaches = [YOUNG | MIDDLE, YOUNG | MIDDLE, ALL] as const;
    const drawing = { teaches, pupils: [1, 1, 1], goes: ["ABC", "ABC", "CCC"] } as const;
    const kept = (districts: Readonly<Record<string, string>>) =>
      feedersOf({ ...drawing, districts }).map((each) => [each.links.length, each.kept]);
    expect(kept({ All: "ABC" })).toEqual([[2, 2]]);
    expect(kept({ West: "A", East: "BC" })).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(kept({ West: "A" })).toEqual([[1, 0]]);
  });
});
