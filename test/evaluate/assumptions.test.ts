import { GRADES } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AssumedDanger, AssumedHousing, Assumption } from "../../src/domain/assumption.ts";
import { DWELLING_TYPES, SCENARIOS } from "../../src/domain/forecast.ts";
import { formatBands } from "../../src/domain/grades.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { evaluateToday, type SiteChanges, withSites } from "../../src/evaluate/scenario.ts";
import { evaluateYears } from "../../src/evaluate/years.ts";
import { makeForecaster } from "../../src/forecast/forecast.ts";
import { openCase } from "../../src/open-case.ts";
import { TINY_FILES, tinyPosition } from "../cases/tiny.ts";
import { caseFolder } from "../data/case-folder.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const opened = (files: ReadonlyMap<string, Uint8Array>) => {
  const { value, issues } = openCase(files);
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
};
const tinyFiles = new Map(Object.entries(TINY_FILES).map(([path, text]) => [path, encode(text)] as const));
const tiny = opened(tinyFiles);

const assuming = ({ municipality }: Basis, assumptions: readonly Assumption[]): SiteChanges => ({
  capacity: municipality.sites.map(({ capacity }) => capacity),
  newSites: [],
  assumptions: new Map(assumptions.map((each, i) => [`a${i}`, each])),
});

const table = (header: string, rows: readonly string[]) => encode([header, ...rows, ""].join("\n"));

/** The same in the case's own files: a row from each place of a stretch to the next, a row a project. */
function inFiles(
  files: ReadonlyMap<string, Uint8Array>,
  { municipality: { units } }: Basis,
  assumptions: readonly Assumption[],
): ReadonlyMap<string, Uint8Array> {
  const dangers = assumptions.filter((each) => each.kind === "danger");
  const housing = assumptions.filter((each) => each.kind === "housing");
  const roads = dangers.flatMap(({ bands, along }) =>
    along.slice(1).map((to, i) => [bands, along[i].lat, along[i].lon, to.lat, to.lon] as const),
  );
  const dangerRows = roads.map(([bands, ...ends], i) =>
    [
      `Vej ${i}`,
      [1, 2, 4]
        .filter((one) => bands & one)
        .map((one) => formatBands(GRADES, one))
        .join(","),
      ...ends,
    ].join(";"),
  );
  const housingRows = housing.map(({ unit, dwellings, firstYear, lastYear, type }, i) =>
    [`Projekt ${i}`, units.lat[unit], units.lon[unit], dwellings, firstYear, lastYear, type].join(";"),
  );
  return new Map([
    ...files,
    ...(roads.length > 0
      ? ([["dangerous-roads.csv", table("name;grades;from_lat;from_lon;to_lat;to_lon", dangerRows)]] as const)
      : []),
    ...(housing.length > 0
      ? ([["housing.csv", table("name;lat;lon;dwellings;first_year;last_year;type", housingRows)]] as const)
      : []),
  ]);
}

/** Everything that is measured, as something that can be compared. */
function measured(basis: Basis, plans: Parameters<typeof evaluatePlan>[1][]) {
  const { inScenario } = makeForecaster(basis, 6);
  return {
    today: basis.today,
    hazard: Buffer.from(basis.travel.hazard ?? []).toString("base64"),
    plans: plans.map((plan) => {
      const { values, totals } = evaluatePlan(basis, plan);
      const years = SCENARIOS.map((scenario) => evaluateYears(basis, plan, inScenario(scenario)));
      return { values: [...values], rights: totals.rights, money: totals.money, years };
    }),
  };
}

const place = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }));
const danger: fc.Arbitrary<AssumedDanger> = fc.record({
  kind: fc.constant("danger"),
  name: fc.constant("Vej"),
  bands: fc.integer({ min: 1, max: 7 }),
  along: fc
    .array(place, { minLength: 2, maxLength: 4 })
    .map((all) => all.map(([east, north]) => tinyPosition(east, north)))
    .filter((along) => new Set(along.map((at) => JSON.stringify(at))).size === along.length),
});
const { units, info } = tiny.basis.municipality;
const project: fc.Arbitrary<AssumedHousing> = fc.record({
  kind: fc.constant("housing"),
  name: fc.constant("Projekt"),
  unit: fc.nat(units.count - 1),
  dwellings: fc.integer({ min: 1, max: 200 }),
  firstYear: fc.integer({ min: info.schoolYear + 1, max: info.schoolYear + 3 }),
  lastYear: fc.integer({ min: info.schoolYear + 3, max: info.schoolYear + 6 }),
  type: fc.constantFrom(...DWELLING_TYPES),
});

test("a plan measured with its own assumptions is the plan measured in a case whose files say the same", () => {
  let differing = 0;
  fc.assert(
    fc.property(fc.array(danger, { maxLength: 2 }), fc.array(project, { maxLength: 2 }), (dangers, projects) => {
      const assumptions = [...dangers, ...projects];
      const own = withSites(tiny.basis, assuming(tiny.basis, assumptions));
      const stated = opened(inFiles(tinyFiles, tiny.basis, assumptions));
      expect(measured(own, [...tiny.plans])).toEqual(measured(stated.basis, [...stated.plans]));
      if (JSON.stringify(measured(own, [...tiny.plans])) !== JSON.stringify(measured(tiny.basis, [...tiny.plans])))
        differing++;
    }),
    { numRuns: 12 },
  );
  expect(differing).toBeGreaterThan(5);
});

const taxi: Assumption = { kind: "cost", name: "Taxa til øen", kroner: 400_000, per: "year" };
const moving: Assumption = { kind: "cost", name: "Ny legeplads", kroner: 250_000, per: "once" };

const less = (range: { low: number; mid: number; high: number }, kroner: number) => ({
  low: range.low - kroner,
  mid: range.mid - kroner,
  high: range.high - kroner,
});

test("what a proposal says that it costs is taken from what it saves, to the krone, and from nothing else", () => {
  const plan = tiny.plans.at(-1)!;
  const [without, with_] = [tiny.basis, withSites(tiny.basis, assuming(tiny.basis, [taxi, moving, taxi]))].map(
    (basis) => evaluatePlan(basis, plan),
  );
  const [before, after] = [without.totals.money!, with_.totals.money!];
  expect(after.saving).toEqual({
    ...before.saving,
    assumed: { low: -800_000, mid: -800_000, high: -800_000 },
    "one-off": less(before.saving["one-off"], 250_000),
  });
  const counted = less(before.counted, 800_000);
  expect({ ...after.counted, mid: Math.round(after.counted.mid) }).toEqual({
    ...counted,
    mid: Math.round(counted.mid),
  });
  expect([without.values.get("saving-assumed"), with_.values.get("saving-assumed")]).toEqual([undefined, -800_000]);
  const money = new Set(["saving", "saving-assumed", "one-off"]);
  const rest = [without, with_].map(({ values }) => [...values].filter(([key]) => !money.has(key)));
  expect(rest[1]).toEqual(rest[0]);
});

/** The way past the northern school, which three in four of its pupils use. */
const north: Assumption = {
  kind: "danger",
  name: "Nordvej",
  bands: 1,
  along: [tinyPosition(0, 50), tinyPosition(0, 2000), tinyPosition(0, 3000)],
};

test("today's pupils meet the dangers that a proposal assumes, and pay none of its costs", () => {
  const basis = withSites(tiny.basis, assuming(tiny.basis, [north, taxi, moving]));
  const { values, totals } = evaluateToday(basis);
  expect(values.get("transport-right")).toBeGreaterThan(evaluateToday(tiny.basis).values.get("transport-right")!);
  expect(totals.money!.counted.mid).toBe(0);
  expect(values.get("one-off")).toBeCloseTo(0, 9);
  expect(values.get("right-gained")).toBe(0);
  expect(totals.money!.drivers).toEqual(basis.today);
  // A proposal that changes nothing has gained nobody a right by calling a road dangerous.
  const unchanged = evaluatePlan(basis, tiny.basis.baseline);
  expect(unchanged.values.get("saving-transport")).toBeCloseTo(0, 9);
  expect(unchanged.values.get("saving")).toBe(-400_000);
});

test("a new school is on a dangerous way too, whatever was asked about its place before", () => {
  const at = { id: "ny", name: "Ny", ...tinyPosition(0, 1500) };
  const capacity = [...tiny.basis.municipality.sites.map((site) => site.capacity), [undefined, undefined, undefined]];
  const hazardous = (assumptions: readonly Assumption[]) => {
    const changes = { ...assuming(tiny.basis, assumptions), capacity, newSites: [at] };
    const { hazard, siteCount } = withSites(tiny.basis, changes).travel;
    return hazard?.filter((bands, way) => way % siteCount === siteCount - 1 && bands > 0).length ?? 0;
  };
  expect(hazardous([])).toBe(0);
  expect(hazardous([north])).toBeGreaterThan(0);
  expect(hazardous([{ ...north, along: [tinyPosition(2450, 0), tinyPosition(2490, 0)] }])).toBeLessThan(
    hazardous([north]),
  );
  expect(hazardous([])).toBe(0);
});

test("on Holbæk too: a stretch and dwellings that are assumed are measured as if its files had them", () => {
  const files = caseFolder("holbaek");
  const holbaek = opened(files);
  const { sites } = holbaek.basis.municipality;
  const assumptions: readonly Assumption[] = [
    {
      kind: "danger",
      name: "Vej",
      bands: 3,
      along: [sites[0], sites[1], sites[2]].map(({ lon, lat }) => ({ lon, lat })),
    },
    { kind: "housing", name: "Hus", unit: 700, dwellings: 120, firstYear: 2017, lastYear: 2019, type: "house" },
  ];
  const own = withSites(holbaek.basis, assuming(holbaek.basis, assumptions));
  const stated = opened(inFiles(files, holbaek.basis, assumptions));
  const of = (basis: Basis, plans: typeof stated.plans) => measured(basis, plans.slice(0, 2));
  expect(of(own, holbaek.plans)).toEqual(of(stated.basis, stated.plans));
  expect(own.today.transportRights).toBeGreaterThan(holbaek.basis.today.transportRights);
});
