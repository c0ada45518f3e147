import { expect, test } from "vitest";
import { BUS_TERMS, type BusTerms, busTerms, schoolBuses } from "../../src/evaluate/school-buses.ts";
import { sharedBuses } from "../../src/evaluate/shared-buses.ts";
import { busesText } from "../../src/report/buses-text.ts";
import { openCase } from "../../src/open-case.ts";
import { tinyCase, tinyPosition } from "../cases/tiny.ts";

/** One school, 2,500 m north of the middle of a cross of roads, for pupils of grade 0 so many metres east and north of it. */
function busesFor(
  pupils: readonly (readonly [east: number, north: number, count: number])[],
  terms: Partial<BusTerms>,
) {
  const rows = pupils.map(([east, north, count]) => {
    const { lat, lon } = tinyPosition(east, north);
    return [lat, lon, count, 0, 0, 0, 0, 0, 0, 0, 0, 0].join(";");
  });
  const { lat, lon } = tinyPosition(0, 2500);
  const { value, issues } = openCase(
    tinyCase({
      "sites.csv": `id;name;lat;lon;grades;district\nnord;Nordby;${lat};${lon};0-9;N\n`,
      "districts.csv": "id;name\nN;Nord\n",
      "pupils.csv": ["lat;lon;0;1;2;3;4;5;6;7;8;9", ...rows, ""].join("\n"),
      "plans/two.json": undefined,
    }),
  );
  if (!value) throw new Error(JSON.stringify(issues));
  return schoolBuses(value.basis, value.basis.baseline, { ...BUS_TERMS, speedShare: 1, ...terms });
}

const FAR: readonly [number, number] = [0, -2500];

test("a stop with more pupils than seats fills whole vehicles; the rest ride in one more", () => {
  const [site] = busesFor([[...FAR, 120]], {});
  expect(site.routes.map(({ pupils }) => pupils)).toEqual([50, 50, 20]);
  for (const { kilometres, minutes, stops, pupils } of site.routes) {
    expect(kilometres).toBeCloseTo(5, 3);
    // 5 km at 80 km/h, and a minute at the stop.
    expect(minutes).toBeCloseTo(3.75 + 1, 3);
    expect(stops.map((stop) => stop.pupils)).toEqual([pupils]);
  }
  expect(site.kilometresPerDay).toBeCloseTo(2 * 3 * 5, 2);
  expect([site.rights, site.vehicles, site.byTaxi, site.bounds.vehicles]).toEqual([120, 3, 0, 3]);
  expect(site.bounds.heuristic.kilometresPerDay).toBeCloseTo(2 * 3 * 5, 2);
});

test("one vehicle drives no less than there and back, and its bound says so", () => {
  const [{ bounds, kilometresPerDay }] = busesFor([[...FAR, 20]], {});
  expect([bounds.kilometresPerDay, kilometresPerDay].map((each) => Math.round(each))).toEqual([10, 10]);
});

test("buses cost what their vehicles, kilometres and the taxis for the rest cost, low, middle and high", () => {
  const { costs } = openCase(tinyCase()).value!.basis;
  for (const terms of [{}, { longestRide: 4.7 }]) {
    const [{ buses, vehicles, kilometresPerDay, byTaxi }] = busesFor([[...FAR, 120]], terms);
    for (const end of ["low", "mid", "high"] as const)
      expect(buses[end]).toBeCloseTo(
        costs.schoolBus[end] * vehicles +
          costs.schoolBusKilometre[end] * kilometresPerDay * BUS_TERMS.days +
          costs.taxi[end] * byTaxi,
        3,
      );
  }
});

test("a stop that fills its vehicles exactly needs no other", () => {
  const [site] = busesFor([[...FAR, 80]], { seats: 40 });
  expect(site.routes.map(({ pupils }) => pupils)).toEqual([40, 40]);
  expect(site.bounds.heuristic.vehicles).toBe(2);
});

test("no vehicle, full or not, is on the road for longer than the longest ride: the pupils go by taxi", () => {
  expect(busesFor([[...FAR, 120]], { longestRide: 4.7 })).toMatchObject([{ routes: [], byTaxi: 120, vehicles: 0 }]);
  expect(busesFor([[...FAR, 120]], { longestRide: 4.8 })).toMatchObject([{ byTaxi: 0, vehicles: 3 }]);
});

test("addresses within the radius share a stop where most live; one bus fetches those behind each other", () => {
  // Ways of 5,000, 4,600 and 3,500 m; the fourth, 1,500 m away, gives no right.
  const addresses = [
    [...FAR, 20],
    [0, -2100, 5],
    [0, -1000, 10],
    [0, 1000, 9],
  ] as const;
  const [site] = busesFor(addresses, { stopRadius: 450 });
  expect(site.rights).toBe(35);
  const [{ stops, kilometres, minutes, legs }, ...others] = site.routes;
  expect(others).toEqual([]);
  expect(stops.map(({ pupils }) => pupils)).toEqual([25, 10]);
  expect([kilometres, minutes].map((each) => Math.round(100 * each) / 100)).toEqual([5, 5.75]);
  expect(legs).toHaveLength(2);
  const [apart] = busesFor(addresses, { stopRadius: 350 });
  expect(apart.routes.map((route) => route.stops.map(({ pupils }) => pupils))).toEqual([[20, 5, 10]]);
});

test("few pupils go by taxi where a bus costs more, and the price is that of what is driven", () => {
  // A bus at 650,000 (2021) and 5 km twice on 200 days at 30, a taxi at 70,000 a pupil (2024): even at 11.18 pupils.
  const [few] = busesFor([[...FAR, 11]], {});
  expect([few.vehicles, few.byTaxi, few.kilometresPerDay]).toEqual([0, 11, 0]);
  const [more] = busesFor([[...FAR, 12]], {});
  expect([more.vehicles, more.byTaxi]).toEqual([1, 0]);
  // Prices are rounded when they are brought to 2015.
  const to2021 = 1.005 * 1.012 * 1.019 * 1.013 * 1.011 * 1.012;
  const to2015 = 1 / (to2021 * 1.043 * 1.025 * 1.04);
  const bus = (price: number, kilometre: number) => price / to2021 + 2 * 5 * 200 * kilometre * to2015;
  expect(few.buses.mid / (11 * 70_000 * to2015)).toBeCloseTo(1, 2);
  expect(more.buses.mid / bus(650_000, 30)).toBeCloseTo(1, 2);
  expect(more.buses.low / bus(500_000, 25)).toBeCloseTo(1, 2);
  expect(more.buses.high / bus(1_000_000, 35)).toBeCloseTo(1, 2);
  expect(more.cheaper).toBe("cards");
});

test("each stop is as far away as it is: those too far go by taxi, whole vehicles from the others drive their own way", () => {
  for (const [near, far] of [
    [90, 60],
    [90, 120],
  ]) {
    const [site] = busesFor(
      [
        [0, -1000, near],
        [...FAR, far],
      ],
      { longestRide: 4, stopRadius: 100 },
    );
    expect(site.byTaxi).toBe(far);
    expect(site.routes.map(({ pupils }) => pupils)).toEqual([50, near - 50]);
    for (const { kilometres, minutes } of site.routes) {
      expect(kilometres).toBeCloseTo(3.5, 3);
      expect(minutes).toBeCloseTo(3.5 / (80 / 60) + 1, 3);
    }
  }
});

test("buses are said to be the cheaper where cards cost more", () => {
  const { basis } = openCase(tinyCase()).value!;
  const far = { ...basis, travel: { ...basis.travel, walk: basis.travel.walk.map((metres) => metres + 10_000) } };
  const cheaper = (mid: number) => {
    const costs = { ...basis.costs, travelCard: { ...basis.costs.travelCard, mid } };
    return schoolBuses({ ...far, costs }, basis.baseline).map(({ buses, cards, cheaper: told }) => [
      buses.mid < cards.mid,
      told,
    ]);
  };
  for (const [isLess, told] of cheaper(1_000_000)) expect([isLess, told]).toEqual([true, "buses"]);
  for (const [isLess, told] of cheaper(100)) expect([isLess, told]).toEqual([false, "cards"]);
  expect(cheaper(100)).toHaveLength(4);
});

test("a run is drawn from stop to stop and on to the school's door", () => {
  const [site] = busesFor(
    [
      [...FAR, 20],
      [0, -1000, 10],
    ],
    { stopRadius: 450 },
  );
  const [{ stops, legs, pupils }] = site.routes;
  expect([stops.length, pupils]).toEqual([2, 30]);
  const door = tinyPosition(0, 2500);
  expect(legs[1].at(-1)).toEqual(door);
  expect(legs[0].at(-1)).not.toEqual(door);
  for (const [i, { lat, lon }] of stops.entries()) {
    expect(legs[i][0].lat).toBeCloseTo(lat, 3);
    expect(legs[i][0].lon).toBeCloseTo(lon, 3);
  }
});

const at = (x: number, y: number): string => {
  const { lat, lon } = tinyPosition(x, y);
  return `${lat};${lon}`;
};

/** Two schools 2,500 m north and south of the crossing, for pupils who live 2,500 m east of it and go north, and as far west and go south. */
function twoSchools(bells: readonly [string, string], east: number, west: number, speedShare = 1) {
  const { value, issues } = openCase(
    tinyCase({
      "sites.csv": `id;name;lat;lon;grades;district;ringetid\nnord;Nordby;${at(0, 2500)};0-9;N;${bells[0]}\nsyd;Sydby;${at(0, -2500)};0-9;S;${bells[1]}\n`,
      "districts.csv": "id;name\nN;Nord\nS;Syd\n",
      "pupils.csv": `lat;lon;0;1;2;3;4;5;6;7;8;9\n${at(2500, 0)};${east}${";0".repeat(9)}\n${at(-2500, 0)};${west}${";0".repeat(9)}\n`,
      "plans/two.json": undefined,
    }),
  );
  if (!value) throw new Error(JSON.stringify(issues));
  const { basis } = value;
  const terms = busTerms(basis.costs, { speedShare });
  const { municipality, baseline } = basis;
  const { firstPoint, lon, pupils } = municipality.demand;
  const westerly = [...municipality.units.id.keys()].find(
    (unit) =>
      lon[firstPoint[unit]] < tinyPosition(0, 0).lon - 0.01 && pupils[firstPoint[unit] * municipality.grades.count] > 0,
  )!;
  const { bandCount } = municipality.grades;
  const assignment = baseline.assignment.slice().fill(1, westerly * bandCount, (westerly + 1) * bandCount);
  const found = schoolBuses(basis, { ...baseline, assignment }, terms);
  return { basis, terms, found, shared: sharedBuses(basis, found, terms) };
}

test("bell times let one bus run to both schools; without two of them nobody is asked", () => {
  const { basis, terms, found, shared } = twoSchools(["08:00", "8.30"], 40, 40);
  expect(found.map(({ vehicles }) => vehicles)).toEqual([1, 1]);
  expect(shared).toMatchObject({ vehicles: 1, fewestVehicles: 1, apart: { vehicles: 2 } });
  const [{ calls, load, sites }] = shared!.mornings;
  expect([calls.map(({ kind }) => kind), load, sites.map((site) => basis.municipality.sites[site].id)]).toEqual([
    ["stop", "site", "stop", "site"],
    "one school at a time",
    ["nord", "syd"],
  ]);
  for (const { kind, site, arrival } of calls) {
    if (kind === "stop") continue;
    const bell = basis.municipality.sites[site].bellTime!;
    expect(bell - arrival).toBeGreaterThanOrEqual(terms.latestBeforeBell - 1e-6);
    expect(bell - arrival).toBeLessThanOrEqual(terms.earliestBeforeBell + 1e-6);
  }
  const { schoolBus, schoolBusKilometre } = basis.costs;
  const more = shared!.kilometresPerDay - shared!.apart.kilometresPerDay;
  expect(shared!.saved.mid).toBeCloseTo(schoolBus.mid - more * terms.days * schoolBusKilometre.mid, 3);
  const text = busesText(basis, found, terms, "da", shared);
  expect(text).toContain("klarer 1 bus de 2 skoler");
  expect(text).toMatch(/bus 1: 1 stop, Nordby kl\. 7\.\d\d, 1 stop, Sydby kl\. 8\.\d\d/);
  const alone = twoSchools(["08:00", ""], 40, 40);
  expect(alone.shared).toBeUndefined();
  expect(busesText(alone.basis, alone.found, terms, "da")).toContain("kun til én skole om morgenen");
});

test("at one bell time a slow bus takes both schools' pupils along where there are seats, and two buses run where there are not", () => {
  const mixed = twoSchools(["08:00", "08:00"], 25, 25, 0.3).shared!;
  expect([mixed.vehicles, mixed.fewestVehicles, mixed.mornings[0].load]).toEqual([1, 1, "mixed"]);
  const full = twoSchools(["08:00", "08:00"], 40, 40, 0.3).shared!;
  expect([full.vehicles, full.fewestVehicles]).toEqual([2, 2]);
});

test("before each school it is asked whether to go on", () => {
  const { basis } = openCase(tinyCase()).value!;
  let steps = 0;
  schoolBuses(basis, basis.baseline, busTerms(basis.costs), () => steps++);
  expect(steps).toBe(basis.municipality.sites.length);
});

test("a bus may have one seat", () => {
  expect(busesFor([[...FAR, 3]], { seats: 1 })).toMatchObject([{ rights: 3, byTaxi: 3 }]);
});

test("a bus is as much slower than a car as its terms say, and no slower at its stops", () => {
  const [{ routes }] = busesFor([[...FAR, 20]], { speedShare: 0.85 });
  expect(routes[0].minutes).toBeCloseTo(3.75 / 0.85 + 1, 3);
  for (const speedShare of [0, -1, NaN]) expect(() => busesFor([[...FAR, 1]], { speedShare })).toThrow(RangeError);
});

test("a bus without seats, or with half a seat, is refused", () => {
  for (const seats of [0, -1, 1.5, NaN]) expect(() => busesFor([[...FAR, 1]], { seats })).toThrow(RangeError);
});
