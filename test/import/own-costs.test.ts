import { expect, test } from "vitest";
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
  expect(costs("1.234.567", "districtMerger")).toBe(1_234_567);
});

test("a site with accounts of its own is priced by them and by nothing else", () => {
  const year = opened().basis.municipality.info.priceYear;
  const { basis, plans } = opened(
    `item;site;value;price_year;source\nclass;syd;500000;${year};regnskab\nbuildings;syd;900000;${year};regnskab\n`,
  );
  const plain = opened().basis;
  const site = basis.municipality.sites.findIndex(({ id }) => id === "syd");
  expect(basis.accounts[site]).toEqual({ class: 500_000, buildings: 900_000 });
  const classes = evaluatePlan(basis, plans[0])
    .districts.flatMap(({ sites }) => sites)
    .find((tally) => tally.site === site)!;
  const count = classes.classes.reduce((sum, each) => sum + each, 0);
  expect(basis.today.own).toEqual({ classes: 500_000 * count, buildings: 900_000 });
  expect(plain.today.classes - basis.today.classes).toBe(count);
  expect(plain.today.housed - basis.today.housed).toBe(basis.housed[site]);
});
