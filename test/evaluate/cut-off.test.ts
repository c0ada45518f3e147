import { BANDS, GRADES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { cutOff, ownersOf } from "../../src/evaluate/cut-off.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { drawCase } from "../cases/drawn.ts";
import { hangsTogether, randomStroke } from "../cases/strokes.ts";

const LETTERS = "ABC";

/** What a change from one drawing to another cuts off in grades 0-3: region and units of each part. */
function cutBetween(before: readonly string[], after: readonly string[], districts: Readonly<Record<string, string>>) {
  const drawn = drawCase({
    zones: before,
    sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2] } },
    districts,
    pupils: () => 1,
  });
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  const assignment = drawn.baseline.assignment.slice();
  [...after.join("").replaceAll(".", "")].forEach((letter, unit) => (assignment[3 * unit] = LETTERS.indexOf(letter)));
  return cutOff(basis, drawn.baseline.assignment, { ...drawn.baseline, assignment }).map(({ region, part, rest }) => [
    region.kind,
    region.sites.map((site) => LETTERS[site]).join(""),
    part.join(),
    rest.join(),
  ]);
}

/** The same in all grades, band by band, where nobody moves and the schools of districts are others. */
function cutByDistricts(zones: readonly string[], before: Districts, after: Districts) {
  const draw = (districts: Districts) =>
    drawCase({ zones, sites: { A: { at: [0, 0] }, B: { at: [0, 1] }, C: { at: [0, 2] } }, districts, pupils: () => 1 });
  const [was, is] = [draw(before), draw(after)];
  const basis = makeBasis(is.municipality, is.travel, is.baseline);
  return cutOff(basis, was.baseline.assignment, is.baseline, was.baseline.districts).map(({ region, part, rest }) => [
    region.kind,
    region.sites.map((site) => LETTERS[site]).join(""),
    part.join(),
    rest.join(),
  ]);
}
type Districts = Readonly<Record<string, string>>;

test.each([
  ["nothing where a school comes to a neighbour", ["ABBCC"], { a: "A", b: "B", c: "C" }, { ab: "AB", c: "C" }, []],
  ["nothing where the schools are the same", ["ABBCC"], { ac: "AC", b: "B" }, { ac: "AC", b: "B" }, []],
  [
    "a school that comes from afar",
    ["AABCC"],
    { a: "A", b: "BC" },
    { a: "AC", b: "B" },
    [["district", "AC", "3,4", "0,1"]],
  ],
  [
    "what a school held together that went",
    ["AABBC"],
    { abc: "ABC" },
    { abc: "AC", b: "B" },
    [["district", "AC", "4", "0,1"]],
  ],
  ["nothing across water", ["A.CB"], { a: "A", c: "BC" }, { a: "AC", c: "B" }, []],
])("schools in other districts cut off %s", (_, zones, before, after, expected) => {
  expect(cutByDistricts(zones, before, after)).toEqual(BANDS.flatMap(() => expected));
});

const EACH = { a: "A", b: "B", c: "C" };

test.each([
  ["nothing is where all hangs together", ["AABBC"], ["ABBBC"], EACH, []],
  [
    "the smaller piece of a zone that a stroke goes through",
    ["AAAAB", "CCCCB"],
    ["AABAB", "CCBBB"],
    EACH,
    [["zone", "A", "3", "0,1"]],
  ],
  [
    "an island of the site that was painted to",
    ["AAAABC"],
    ["ACAABC"],
    EACH,
    [
      ["zone", "A", "0", "2,3"],
      ["zone", "C", "1", "5"],
    ],
  ],
  ["nothing that was apart already", ["ABACC"], ["ABABC"], EACH, [["zone", "B", "3", "1"]]],
  [
    "a district whose zones still hang together each",
    ["AABBC"],
    ["AACBC"],
    { ab: "AB", c: "C" },
    [
      ["zone", "C", "2", "4"],
      ["district", "AB", "3", "0,1"],
    ],
  ],
  ["nothing across water", ["AA.BC"], ["AB.BC"], EACH, []],
] as const)("what is cut off is %s", (_, before, after, districts, found) => {
  expect(cutBetween(before, after, districts)).toEqual(found);
});

test("nothing is cut off exactly where all hangs together as before, by the words alone", () => {
  let cut = 0;
  for (let seed = 0; seed < 200; seed++) {
    const drawn = randomStroke(seed);
    const { before, after } = drawn.stroke;
    const owners = Array.from(ownersOf(GRADES, after, 0));
    const found = cutOff(drawn.basis, before, after);
    expect(found.length === 0, `seed ${seed}`).toBe(hangsTogether(drawn, owners));
    cut += Math.min(1, found.length);
  }
  expect(cut).toBeGreaterThan(25);
});
