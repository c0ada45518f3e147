import { expect, test } from "vitest";
import { stateCost } from "../../src/cost/state-cost.ts";
import { valuesAt } from "../../src/cost/saving.ts";
import { WITHOUT_EFFECT } from "../../src/cost/without-effect-text.ts";
import { withSites } from "../../src/evaluate/scenario.ts";
import { COST_ITEMS, costFault } from "../../src/domain/cost-items.ts";
import { openCase } from "../../src/open-case.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { TINY_FILES } from "../cases/tiny.ts";

function opened(costs?: string) {
  const files = new Map(
    Object.entries(TINY_FILES).map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
  );
  if (costs !== undefined) files.set("costs.csv", new TextEncoder().encode(costs));
  const { value, issues } = openCase(files);
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
}

test("the municipality's own figure replaces the default, with its source and owner, in the case's prices", () => {
  const year = opened().basis.municipality.info.priceYear;
  const { costs } = opened(
    `post;værdi;lav;høj;prisår;kilde;ansvarlig;sikkerhed\nbuskort;9;;;${year};x;y;høj\n`.replace(
      "buskort",
      "travel card",
    ),
  ).basis;
  expect(costs.travelCard).toMatchObject({ low: 9, mid: 9, high: 9, source: "x", confidence: "high" });
  expect(costs.travelCard.owner.da).toBe("y");
});

const costs = (value: string, item: string) =>
  opened(`item;value;price_year;source\n${item};${value};2015;x\n`).basis.municipality.ownCosts!.parameters[0].mid;

test("a share is written with a decimal comma or point, an amount with or without thousands", () => {
  expect(costs("0,6", "realisation")).toBe(0.6);
  expect(costs("0.6", "realisation")).toBe(0.6);
  expect(costs("12.500", "moving")).toBe(12_500);
  expect(costs("1.234.567", "schoolLeader")).toBe(1_234_567);
});

test("shares and divisors are those of the cost model", () => {
  const { costs: all } = opened().basis;
  const shares = COST_ITEMS.filter((item) => costFault(item, 1.5) === "share");
  expect(shares).toEqual(COST_ITEMS.filter((item) => all[item].kind === "share"));
  const { today } = opened().basis;
  for (const item of COST_ITEMS) {
    const values = { ...valuesAt(all, "mid"), [item]: 0 };
    const finite = Object.values(stateCost({ ...today, overflow: 1 }, values)).every(Number.isFinite);
    if (!finite) expect(costFault(item, 0)).toBe("zero");
  }
});

test("a site with accounts of its own is priced by them and by nothing else", () => {
  const year = opened().basis.municipality.info.priceYear;
  const { basis, plans } = opened(
    `item;site;value;price_year;source\nclass;syd;500000;${year};regnskab\nbuildings;syd;900000;${year};regnskab\n`,
  );
  const plain = opened().basis;
  const site = basis.municipality.sites.findIndex(({ id }) => id === "syd");
  expect(basis.accounts[site]).toEqual({ class: 500_000, buildings: 900_000 });
  const { expected } = evaluatePlan(basis, plans[0])
    .districts.flatMap(({ sites }) => sites)
    .find((tally) => tally.site === site)!;
  const { apart, together } = expected;
  expect(basis.today.own).toEqual({ apart: 500_000 * apart, together: 500_000 * together, buildings: 900_000 });
  expect(plain.today.classes.apart - basis.today.classes.apart).toBeCloseTo(apart, 9);
  const housed = ({ today }: typeof basis) => today.housed + today.housedSmall;
  expect(housed(plain) - housed(basis)).toBe(basis.buildings[site].pupils);
});

test("a site whose square metres are stated is priced by them", () => {
  const year = opened().basis.municipality.info.priceYear;
  const { basis } = opened(`item;site;value;price_year;source\narea;syd;2400;${year};BBR\n`);
  expect(basis.today.area).toBe(2400);
  expect(basis.today.own.buildings).toBe(0);
});

test.each([
  ["buildings", ["areaPerPupil", "areaPerPupilSmall", "buildingOperation"], WITHOUT_EFFECT.accounts],
  ["area", ["areaPerPupil", "areaPerPupilSmall"], WITHOUT_EFFECT.areas],
] as const)("prices that every school's own %s stand in for are marked, and move nothing", (item, keys, why) => {
  const { sites } = opened().basis.municipality;
  const rows = (count: number) => sites.slice(0, count).map(({ id }) => `${item};${id};900;2024;regnskab`);
  const at = (count: number) => opened(`item;site;value;price_year;source\n${rows(count).join("\n")}\n`).basis;
  const [all, some] = [at(sites.length), at(sites.length - 1)];
  for (const key of keys) {
    expect(all.costs[key].withoutEffect).toBe(why);
    expect(some.costs[key].withoutEffect).toBeUndefined();
    const values = valuesAt(all.costs, "mid");
    expect(stateCost(all.today, { ...values, [key]: 0 })).toEqual(stateCost(all.today, values));
  }
  // A school that a proposal builds has no accounts.
  const [{ lon, lat }] = sites;
  const capacity = [...sites.map((site) => [...site.capacity]), [1, 1, 1]];
  const scenario = withSites(all, { capacity, newSites: [{ id: "ny", name: "Ny Skole", lon, lat }] });
  expect(scenario.costs.areaPerPupil.withoutEffect).toBeUndefined();
});
