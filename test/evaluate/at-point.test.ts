import { BANDS, BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { hasBand } from "../../src/domain/grades.ts";
import { answerAt, type GroundedPlan, type PointAnswer } from "../../src/evaluate/at-point.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { type OpenCase, openCase } from "../../src/open-case.ts";
import { hasTransportRight } from "../../src/rules/transport-right.ts";
import { minutesByCar } from "../cases/by-car.ts";
import { TINY_FILES, tinyPosition } from "../cases/tiny.ts";
import { caseFolder } from "../data/case-folder.ts";

const opened = (files: ReadonlyMap<string, Uint8Array>): OpenCase => {
  const { value, issues } = openCase(files);
  if (!value) throw new Error(issues.map(({ code }) => code).join());
  return value;
};
const tiny = (changes: Readonly<Record<string, string>> = {}): OpenCase =>
  opened(
    new Map(
      Object.entries({ ...TINY_FILES, ...changes }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    ),
  );
const todayOf = ({ basis }: OpenCase): GroundedPlan => ({ ground: basis, plan: basis.baseline });
const inside = (answer: PointAnswer): Extract<PointAnswer, { where: "inside" }> => {
  if (answer.where !== "inside") throw new Error(answer.where);
  return answer;
};

describe("worked by hand on the tiny case", () => {
  const at = tinyPosition(0, 1500);
  const {
    paces,
    plans: [plan],
  } = inside(answerAt(at, [todayOf(tiny())]));

  test("the way from the point itself: metres along the road, minutes at the speeds of the register and by car at the road's speed", () => {
    const way = plan.ways.get(0);
    expect(plan.sites).toEqual([0, 0, 0]);
    expect(way?.metres).toBe(1000);
    expect(paces).toEqual({ onFoot: 4.5, byBicycle: [10, 14, 14] });
    expect(way?.minutesOnFoot).toBeCloseTo(60 / 4.5, 1);
    [60 / 10, 60 / 14, 60 / 14].forEach((minutes, band) =>
      expect(way?.minutesByBicycle[band], `${band}`).toBeCloseTo(minutes, 1),
    );
    expect(way?.minutesByCar).toBeCloseTo(60 / 80, 2);
    expect(way?.rights).toBe(0);
    expect(way?.line.length).toBeGreaterThan(1);
  });

  test("whoever puts another speed in the register is told other minutes", () => {
    const csv = "item;site;value;price_year;source\nwalkSpeed;;5;2024;målt\ncycleSpeed;;15;2024;målt\n";
    const [{ ways }] = inside(answerAt(at, [todayOf(tiny({ "costs.csv": csv }))])).plans;
    expect(ways.get(0)?.minutesOnFoot).toBeCloseTo(12, 1);
    expect(ways.get(0)?.minutesByBicycle[2]).toBeCloseTo(4, 1);
  });

  test("a dangerous stretch on the way is named, and gives a right in its grades however near the school is", () => {
    const [from, to] = [tinyPosition(0, 1200), tinyPosition(0, 1800)];
    const csv = `name;grades;from_lat;from_lon;to_lat;to_lon\nNordvej;0-3;${from.lat};${from.lon};${to.lat};${to.lon}\n`;
    const [dangerous] = inside(answerAt(at, [todayOf(tiny({ "dangerous-roads.csv": csv }))])).plans;
    const way = dangerous.ways.get(0);
    expect(way?.dangers.map((danger) => dangerous.dangers[danger])).toEqual(["Nordvej"]);
    expect(BANDS.map(({ band }) => hasBand(way?.rights ?? 0, band))).toEqual([true, false, false]);
  });
});

describe("on the case of Holbæk", () => {
  let holbaek: OpenCase;
  let basis: Basis;
  beforeAll(() => {
    holbaek = opened(caseFolder("holbaek"));
    ({ basis } = holbaek);
  });

  test("at a home it says what the tables of all pupils say: school, metres, minutes by car, right", () => {
    const { demand } = basis.municipality;
    const { walk, siteCount } = basis.travel;
    const minutes = minutesByCar(basis.travel);
    for (let point = 3; point < demand.pointCount; point += 601) {
      const at = { lon: demand.lon[point], lat: demand.lat[point] };
      const { unit, plans } = inside(answerAt(at, [todayOf(holbaek)]));
      expect(demand.firstPoint[unit]).toBeLessThanOrEqual(point);
      expect(demand.firstPoint[unit + 1]).toBeGreaterThan(point);
      for (const { band } of BANDS) {
        const site = basis.baseline.assignment[unit * BAND_COUNT + band];
        const way = plans[0].ways.get(site);
        expect(plans[0].sites[band]).toBe(site);
        expect(way?.metres).toBe(walk[point * siteCount + site]);
        expect(way?.minutesByCar).toBeCloseTo(minutes[point * siteCount + site], 3);
        expect(hasBand(way?.rights ?? 0, band)).toBe(hasTransportRight(GRADES, band, walk[point * siteCount + site]));
      }
    }
  });

  test("of a way over the ferry it is told what is sailed: the rest of the time is the road at its pace", () => {
    const { plans, paces } = inside(answerAt({ lon: 11.81, lat: 55.76 }, [todayOf(holbaek)]));
    const way = plans[0].ways.get(plans[0].sites[2] ?? -1);
    if (!way?.ferry) throw new Error("no ferry on the way from Orø");
    const { metres, minutes } = way.ferry;
    expect(metres).toBeGreaterThan(5000);
    const onFoot = (way.metres - metres) / (1000 * paces.onFoot);
    expect(way.minutesOnFoot).toBeCloseTo(60 * onFoot + minutes, 0);
    const onLand = plans[0].ways.get(plans[0].sites[0] ?? -1);
    expect(onLand).toBeDefined();
    expect(onLand?.ferry).toBeUndefined();
  });

  test("every area gets an answer at its middle, also where nobody lives, in every plan of the case", () => {
    const { units } = basis.municipality;
    const plans = holbaek.plans.map((plan) => ({ ground: basis, plan }));
    for (let unit = 0; unit < units.count; unit += 331) {
      const answer = inside(answerAt({ lon: units.lon[unit], lat: units.lat[unit] }, plans));
      for (const { sites, ways } of answer.plans)
        for (const site of sites) expect(ways.get(site ?? -1)?.metres, units.id[unit]).toBeGreaterThan(0);
    }
  });

  test("the fjord, and land beyond the border, are told apart from the municipality", () => {
    expect(answerAt({ lon: 11.73, lat: 55.8 }, [todayOf(holbaek)])).toEqual({ where: "water" });
    expect(answerAt({ lon: 11.95, lat: 55.65 }, [todayOf(holbaek)])).toEqual({ where: "outside" });
    expect(answerAt({ lon: 2, lat: 48 }, [todayOf(holbaek)]).where).not.toBe("inside");
  });
});
