import { expect, test } from "vitest";
import { areaOfUnits } from "../../../src/geo/outlines/area-of-units.ts";
import { NO_GROUP } from "../../../src/geo/outlines/border-arcs.ts";
import { outlinesOf } from "../../../src/geo/outlines/outlines.ts";
import { partitionOf } from "../../../src/geo/outlines/partition.ts";
import { seededRandom } from "../../../src/kernels/random.ts";
import { drawCase } from "../../cases/drawn.ts";
import { openedCase } from "../../cases/opened.ts";

const squares = drawCase({
  zones: ["AAAAAAA", "AA.AAAA", "AAAA.AA", "AAA.AAA", "AAAAAAA"],
  sites: { A: { at: [0, 0] } },
  districts: { a: "A" },
  pupils: () => 1,
});

test.each([
  ["cells", openedCase("holbaek").basis.municipality.units, 300],
  ["areas that touch at corners", squares.municipality.units, 20],
])("the area of some %s is the one that they have when all are parted into those and the others", (_, units, most) => {
  const outlines = outlinesOf(units);
  const random = seededRandom(3);
  const { start, target } = units.adjacency;
  for (let turn = 0; turn < 60; turn++) {
    const members = new Set<number>();
    const size = turn === 0 ? 0 : 1 + Math.floor(random() * most);
    while (members.size < size) {
      const last = [...members].at(-1 - Math.floor(random() * Math.min(3, members.size)));
      const beside = last === undefined ? [] : target.subarray(start[last], start[last + 1]);
      const isElsewhere = beside.length === 0 || random() < 0.1;
      members.add(Math.floor(isElsewhere ? random() * units.count : beside[Math.floor(random() * beside.length)]));
    }
    const group = new Int32Array(units.count).fill(NO_GROUP);
    for (const unit of members) group[unit] = 0;
    const [whole] = partitionOf(outlines, group).areas;
    expect(areaOfUnits(outlines, members)?.coordinates).toEqual(whole?.parts);
  }
});
