import { describe, expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { tinyCase } from "../cases/tiny.ts";
import { at, table } from "./fault-tools.ts";

const read = (changes: Readonly<Record<string, string>>) => {
  const { value, issues } = importCase(tinyCase(changes));
  return { municipality: value?.municipality, codes: issues.map(({ code }) => code) };
};
const costs = (...rows: readonly string[]) =>
  read({ "costs.csv": table("item;site;value;low;high;price_year;source;owner;confidence", ...rows) });
const assumptions = (...rows: readonly string[]) =>
  read({ "assumptions.csv": table("parameter;value;low;high;source;confidence", ...rows) });

const index = (...rows: readonly string[]) => read({ "price-index.csv": table("year;index;source", ...rows) });

describe("price-index.csv", () => {
  test("is the case's own, in order of the years, and prices what it has", () => {
    const { municipality, codes } = index("2016;102,5;KL", "2015;100;KL");
    expect(codes).toEqual([]);
    expect(municipality!.priceIndex).toEqual([
      { year: 2015, value: 100, source: "KL" },
      { year: 2016, value: 102.5, source: "KL" },
    ]);
  });

  test.each([
    ["2016;102,5;", ["value.missing"]],
    [";102,5;KL", ["value.missing"]],
    ["2016;;KL", ["value.missing"]],
    ["16;102,5;KL", ["costs.price-year"]],
    ["2016;-1;KL", ["number.negative"]],
    ["2015;101;KL", ["value.twice"]],
  ])("the row %s: %j", (row, codes) => expect(index("2015;100;KL", row).codes).toEqual(codes));
});

describe("costs.csv", () => {
  test.each([
    ["class;;700000;;;2015;x;;", []],
    ["class;;700000;700000;700000;2015;x;;", []],
    ["class;;700000;700001;;2015;x;;", ["costs.order"]],
    ["class;;700000;;699999;2015;x;;", ["costs.order"]],
    ["class;;700000;;;1990;x;;", []],
    ["class;;700000;;;1989;x;;", ["costs.price-year"]],
    ["class;;700000;;;2100;x;;", []],
    ["class;;700000;;;2101;x;;", ["costs.price-year"]],
    ["class;;700000;;;2015,5;x;;", ["costs.price-year"]],
    ["class;;;;;2015;x;;", ["value.missing"]],
    ["class;;..;;;2015;x;;", []],
    ["class;;many;;;2015;x;;", ["number.unreadable"]],
    ["class;;700000;;;2015;;;", ["value.missing"]],
    [";;700000;;;2015;x;;", ["value.missing"]],
    ["travel_card;nord;700;;;2015;x;;", ["costs.unknown-item"]],
  ])("the row %s: %j", (row, codes) => expect(costs(row).codes).toEqual(codes));

  test("a site's accounts are its own, each once; so are the municipality's figures", () => {
    const { municipality, codes } = costs(
      "class;syd;700.000;;;2015;x;;",
      "buildings;syd;1,5;;;2016;y;;",
      "class;nord;1;;;2015;x;;",
      "Travel-Card;;9;8;10;2015;z;Ib;lav",
      "moving;;..;;;2015;z;;",
    );
    expect(codes).toEqual([]);
    expect(municipality?.ownCosts?.sites).toEqual([
      { site: 2, item: "class", amount: 700_000, priceYear: 2015, source: "x" },
      { site: 2, item: "buildings", amount: 1.5, priceYear: 2016, source: "y" },
      { site: 0, item: "class", amount: 1, priceYear: 2015, source: "x" },
    ]);
    expect(municipality?.ownCosts?.parameters).toEqual([
      { item: "travelCard", low: 8, mid: 9, high: 10, priceYear: 2015, source: "z", owner: "Ib", confidence: "low" },
    ]);
    expect(costs("class;syd;1;;;2015;x;;", "class;nord;1;;;2015;x;;", "class;;1;;;2015;x;;").codes).toEqual([]);
    expect(costs("class;syd;1;;;2015;x;;", "CLASS;syd;2;;;2015;x;;").codes).toEqual(["costs.twice"]);
    expect(costs("klasse;syd;1;;;2015;x;;", "klasse;syd;2;;;2015;x;;").codes).toEqual(["costs.unknown-item"]);
  });
});

describe("assumptions.csv", () => {
  test.each([
    ["publicShare;0.01;;;os;", []],
    ["publicShare;1;1;1;os;", []],
    ["publicShare;0.009;;;os;", ["assumptions.bounds"]],
    ["publicShare;1.001;;;os;", ["assumptions.bounds"]],
    ["publicShare;0.5;0.009;;os;", ["assumptions.bounds"]],
    ["publicShare;0.5;0.51;;os;", ["assumptions.order"]],
    ["publicShare;0.5;;0.49;os;", ["assumptions.order"]],
    ["publicShare;;0.4;0.5;os;", ["value.missing"]],
    ["publicShare;-;;;os;", ["number.unreadable"]],
    ["publicShare;0,5;;;;", ["value.missing"]],
    [";0,5;;;os;", ["value.missing"]],
  ])("the row %s: %j", (row, codes) => {
    const { municipality, codes: found } = assumptions(row);
    expect(found).toEqual(codes);
    expect(municipality?.forecast?.assumptions.length ?? 0).toBe(codes.length === 0 ? 1 : 0);
  });

  test("are one each, the first that is said", () => {
    const { codes } = assumptions("movers;0.9;;;os;", "Movers;1;;;os;");
    expect(codes).toEqual(["value.twice"]);
  });
});

describe("places.csv", () => {
  test.each([
    ["10000000", [], 10_000_000],
    ["10000001", ["number.too-large"], undefined],
    ["0", [], 0],
    ["-1", ["number.unreadable"], undefined],
    ["1,5", ["number.unreadable"], undefined],
    ["-", [], undefined],
    ["..", [], undefined],
  ])("%s inhabitants: %j", (text, codes, population) => {
    const found = read({ "places.csv": table("name;lat;lon;population", `A;${at.lat};${at.lon};${text}`) });
    expect(found.codes).toEqual(codes);
    expect(found.municipality?.scenery.places[0]?.population).toBe(population);
  });
});
