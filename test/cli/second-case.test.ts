import { expect, test } from "vitest";
import { touchingBy } from "../../src/geo/touching-by.ts";
import { districtNeighbours } from "../../src/solve/grouping/district-graph.ts";
import { countAllGroupings, enumerateGroupings } from "../../src/solve/grouping/enumerate.ts";
import { isConnected } from "../../src/solve/grouping/groups.ts";
import { openedCase } from "../cases/opened.ts";
import { run } from "./run.ts";

const CASE = "data/tarnsey";

/** Words of another place, and of a law that is not this one's. */
const DANISH = /holb|denmark|danish|kommun|folkeskole|§/i;

test("a case that says so is answered in its own language, and in another where that is asked for", async () => {
  const [own, danish] = [await run(`check ${CASE}`), await run(`check ${CASE} --lang da`)];
  expect([own.code, own.err]).toEqual([0, ""]);
  expect(own.out).toContain("Tarnsey 2025/26: 12 school districts, 12 schools with pupils, 2,071 pupils.");
  expect(own.out).toContain("54.8° north, 11.0° west");
  expect(danish.out).toContain("Tarnsey 2025/26: 12 skoledistrikter, 12 skoler med elever, 2.071 elever.");
  // What is wrong with the words is said in it too.
  expect((await run(`consolidate ${CASE} --district 7`)).err).toContain("--districts");
  expect((await run(`evaluate ${CASE}`)).err).toMatch(/^[\x20-\x7e\n]+$/);
});

/** A grouping by its groups, whatever their order. */
const written = (groups: readonly number[]): string => groups.toSorted((a, b) => a - b).join();

test("every way to make seven districts of the twelve is counted, each of districts that touch, the council's among them", () => {
  const { basis, plans } = openedCase("tarnsey");
  const neighbours = districtNeighbours(touchingBy("ferry", basis.municipality), basis.baseline);
  const search = { count: 12, groups: 7, neighbours, allows: () => true, most: 10_000, mostSteps: 1e6 };
  const { groupings, ended } = enumerateGroupings(search);
  expect(ended).toBe("complete");

  // By trying every way there is, 627,396 of them, whether it hangs together.
  const whole = new Map<number, boolean>();
  const isWhole = (group: number): boolean => {
    const known = whole.get(group) ?? isConnected(BigInt(group), neighbours);
    whole.set(group, known);
    return known;
  };
  const tried = new Set<string>();
  let ways = 0;
  const tryAll = (district: number, groups: readonly number[]): void => {
    if (groups.length + (12 - district) < 7) return;
    if (district === 12) {
      ways++;
      if (groups.every(isWhole)) tried.add(written(groups));
      return;
    }
    const bit = 1 << district;
    groups.forEach((group, i) => tryAll(district + 1, groups.with(i, group | bit)));
    if (groups.length < 7) tryAll(district + 1, [...groups, bit]);
  };
  tryAll(0, []);
  expect(ways).toBe(Number(countAllGroupings(12, 7)));
  const listed = groupings.map((groups) => written(groups.map(Number)));
  expect(listed.length).toBe(tried.size);
  expect(new Set(listed)).toEqual(tried);

  const homeOf = new Map(basis.baseline.districts.flatMap(({ sites }, home) => sites.map((site) => [site, home])));
  const draft = plans
    .find(({ id }) => id === "seven")!
    .districts.map(({ sites }) => sites.reduce((group, site) => group | (1 << homeOf.get(site)!), 0));
  expect(tried).toContain(written(draft));
});

test.each([`evaluate ${CASE} --plan ten-schools`, `forecast ${CASE} --years 3`, `consolidate ${CASE} --districts 11`])(
  "%s answers in English, of Tarnsey alone",
  async (command) => {
    const { code, out: said, err } = await run(command);
    expect(code, err).toBe(0);
    expect(said).toContain("Tarnsey is made up: its islands, towns, schools and pupils do not exist.");
    expect(said.split("\n").filter((line) => DANISH.test(line))).toEqual([]);
  },
);

test("who lives on an island without a school goes there by ferry, and the ways say so", () => {
  const { basis } = openedCase("tarnsey");
  const { municipality, travel, baseline } = basis;
  const site = municipality.sites.findIndex(({ id }) => id === "kettle-bay");
  const there = municipality.units.id.flatMap((id, unit) => (id.startsWith("LO") ? [unit] : []));
  for (const unit of there) {
    expect(baseline.assignment[unit * municipality.grades.bandCount]).toBe(site);
    // The ferry is 4.5 km long.
    expect(travel.unitWalk[unit * travel.siteCount + site]).toBeGreaterThan(4500);
  }
});
