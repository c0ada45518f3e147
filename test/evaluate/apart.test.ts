import { expect, test } from "vitest";
import { apartIn } from "../../src/evaluate/apart.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import { drawCase, type DrawnSite } from "../cases/drawn.ts";
import { openedCase } from "../cases/opened.ts";

const LETTERS = "ABC";
const EACH = { a: "A", b: "B", c: "C" };
type Schools = Readonly<Record<"A" | "B" | "C", DrawnSite>>;

/** What lies apart where grades 4-6 go as drawn second and all others as drawn first: what, its sites, its bands, where it is seen. */
function apart(first: string, second: string, sites: Schools, districts: Readonly<Record<string, string>>) {
  const drawn = drawCase({ zones: [first], sites, districts, pupils: () => 1 });
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  const assignment = drawn.baseline.assignment.slice();
  [...second].forEach((letter, unit) => (assignment[3 * unit + 1] = LETTERS.indexOf(letter)));
  return apartIn(basis, { ...drawn.baseline, assignment }).map(({ kind, sites: own, bands, seen }) => [
    `${kind} ${own.map((site) => LETTERS[site]).join("")}`,
    bands.join(),
    seen.unit,
    seen.band,
  ]);
}

test.each([
  ["nothing where all hangs together", "AABBC", "AABBC", [0, 2, 4], EACH, []],
  // The school's own part is the smaller one: whoever is cut off from it lives in the larger.
  [
    "the part without its school, though it is the larger",
    "AABBBC",
    "ABAAAC",
    [0, 1, 5],
    EACH,
    [["zone A", "1", 3, 1]],
  ],
  [
    "the smaller part where neither has the school",
    "AABBCC",
    "ABAABB",
    [4, 5, 1],
    EACH,
    [
      ["zone A", "1", 0, 1],
      ["zone B", "1", 1, 1],
    ],
  ],
  [
    "the largest of several parts",
    "AAAAAABC",
    "ABABAABC",
    [0, 6, 7],
    EACH,
    [
      ["zone A", "1", 4, 1],
      ["zone B", "1", 3, 1],
    ],
  ],
  [
    "a district in all its grades",
    "AACBC",
    "AACBC",
    [0, 3, 4],
    { ab: "AB", c: "C" },
    [
      ["zone C", "0,1,2", 2, 0],
      ["district AB", "0,1,2", 3, 0],
    ],
  ],
  [
    "a district in the grades where its schools' areas do not touch, though the younger pupils' do",
    "AACBB",
    "AABBC",
    [0, 3, 4],
    { ac: "AC", b: "B" },
    [["district AC", "1", 4, 1]],
  ],
] as const)("what lies apart is %s", (_, first, second, [a, b, c], districts, found) => {
  const sites = { A: { at: [0, a] }, B: { at: [0, b] }, C: { at: [0, c] } } as const;
  expect(apart(first, second, sites, districts)).toEqual(found);
});

test("pupils of Udby who go to Absalonskolen from grade 4 are seen where they live, not in the town of their school", () => {
  const { basis } = openedCase("holbaek");
  const { sites, units } = basis.municipality;
  const [udby, absalon] = ["Udby Skole", "Absalonskolen"].map((name) => sites.findIndex((site) => site.name === name));
  const assignment = basis.baseline.assignment.slice();
  for (let pair = 0; pair < assignment.length; pair += 3) if (assignment[pair] === udby) assignment[pair + 1] = absalon;
  const found = apartIn(basis, { ...basis.baseline, assignment }).find(({ sites: [site] }) => site === absalon)!;
  expect(found.seen.band).toBe(1);
  expect(basis.baseline.assignment[3 * found.seen.unit]).toBe(udby);
  expect(units.lat[found.seen.unit]).toBeGreaterThan(sites[absalon].lat);
});
