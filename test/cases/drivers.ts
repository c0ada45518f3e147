import fc from "fast-check";
import { type CostDrivers, LONGER_STEPS } from "../../src/cost/saving.ts";

const none = { apart: 0, together: 0 };

/** Eight schools of two or three sites, as Holbæk was; what a test is about is given. */
export const drivers = (over: Partial<CostDrivers> = {}): CostDrivers => ({
  schools: schools(8, 18),
  classes: { apart: 300, together: 300 },
  own: { ...none, buildings: 0 },
  housed: 6000,
  housedSmall: 500,
  area: 0,
  overflow: 0,
  transportRights: 900,
  rightsByFerry: 60,
  journeys: { walked: 3000, cycledYoung: 4000, cycled: 9000, byBus: 14_000, rides: 1800 },
  moved: 0,
  movedFrom: new Map(),
  siteClosed: 0,
  longerBy: new Float64Array(LONGER_STEPS),
  youngest: { siteClosed: 0, longerBy: new Float64Array(LONGER_STEPS) },
  bySite: new Map(),
  ...over,
});

/** So many schools with so many sites between them, as even as can be, and 6,500 pupils. */
export const schools = (count: number, sites = 18): CostDrivers["schools"] =>
  Array.from({ length: count }, (_, school) => ({
    pupils: 6500 / count,
    sites: Math.floor(((school + 1) * sites) / count) - Math.floor((school * sites) / count),
  }));

/** Any plan's numbers; what it was against its baseline as well. */
export const anyDrivers: fc.Arbitrary<CostDrivers> = fc
  .record({
    schools: fc.array(fc.record({ pupils: fc.nat(2000), sites: fc.integer({ min: 1, max: 6 }) }), {
      minLength: 1,
      maxLength: 14,
    }),
    classes: fc.integer({ min: 200, max: 400 }),
    joint: fc.nat(20),
    own: fc.record({ apart: fc.nat(9_000_000), buildings: fc.nat(9_000_000) }),
    housed: fc.nat(8000),
    housedSmall: fc.nat(900),
    area: fc.nat(20_000),
    overflow: fc.nat(300),
    transportRights: fc.nat(3000),
    rightsByFerry: fc.nat(80),
    journeys: fc.record({
      walked: fc.nat(9000),
      cycledYoung: fc.nat(9000),
      cycled: fc.nat(20_000),
      byBus: fc.nat(40_000),
      rides: fc.nat(5000),
    }),
    moved: fc.nat(3000),
    movedFrom: fc.constant(new Map()),
    siteClosed: fc.nat(900),
    longerBy: fc
      .array(fc.nat(900), { minLength: LONGER_STEPS, maxLength: LONGER_STEPS })
      .map((counts) => counts.toSorted((a, b) => b - a)),
    bySite: fc.array(fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 3, maxLength: 3 }), {
      maxLength: 18,
    }),
  })
  .map(({ classes, joint, own, bySite, siteClosed, longerBy, ...rest }) => ({
    ...rest,
    siteClosed,
    longerBy,
    youngest: { siteClosed: 0.4 * siteClosed, longerBy: longerBy.map((pupils) => 0.4 * pupils) },
    classes: { apart: classes, together: classes - joint },
    own: { apart: own.apart, together: 0.9 * own.apart, buildings: own.buildings },
    bySite: new Map(bySite.map((byBand, site) => [`site ${site}`, { byBand, grades: [4, 3, 3] }])),
  }));
