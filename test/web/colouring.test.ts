import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, difference, type Lab, leastDifference, SIGHTS, seen } from "../../web/map/colour-sight.ts";
import { type ColouringContext, type Recognised, signsOf, type Touching } from "../../web/map/colouring.ts";
import { APART, PAPER, HUES } from "../../web/map/palette.ts";

/** A grid of sites, each touching those beside and below, in random districts today and in the plan. */
const grids = fc
  .record({ width: fc.integer({ min: 1, max: 7 }), height: fc.integer({ min: 1, max: 7 }) })
  .chain(({ width, height }) => {
    const count = width * height;
    const lists = (most: number) => fc.array(fc.nat(most - 1), { minLength: count, maxLength: count });
    return fc.record({
      width: fc.constant(width),
      today: lists(Math.min(count, 20)),
      plan: lists(Math.min(count, 10)),
      weight: fc.array(fc.nat(900), { minLength: count, maxLength: count }),
    });
  });

const dense = (numbers: readonly number[]): readonly number[] => {
  const known = [...new Set(numbers)];
  return numbers.map((number) => known.indexOf(number));
};

const groupsOf = (numbers: readonly number[]): number[][] =>
  [...new Set(numbers)].map((group) => numbers.flatMap((number, site) => (number === group ? [site] : [])));

const touchingOf = (count: number, width: number) =>
  Array.from({ length: count }, (_, site) => site).flatMap((site) => [
    ...((site + 1) % width !== 0 ? [[site, site + 1] as const] : []),
    ...(site + width < count ? [[site, site + width] as const] : []),
  ]);

/** Each goes on from the one of today's of which its first site is, unless another does already. */
const recognised = (
  districts: readonly (readonly number[])[],
  { districtOfSite }: ColouringContext,
): readonly Recognised[] => {
  const taken = new Set<number>();
  return districts.map((sites) => {
    const goesOn = [districtOfSite[sites[0]]].find((home) => !taken.has(home));
    if (goesOn !== undefined) taken.add(goesOn);
    return { sites, goesOn };
  });
};

const coloursOf = (...[districts, touching, context]: [number[][], Touching, ColouringContext]): readonly number[] =>
  signsOf(recognised(districts, context), touching, context).colours;

/** The districts that touch, by their numbers in a list of groups of sites. */
const meetings = (districts: readonly (readonly number[])[], sites: readonly (readonly [number, number])[]) => {
  const of = (site: number): number => districts.findIndex((members) => members.includes(site));
  return sites.map(([a, b]) => [of(a), of(b)] as const).filter(([one, other]) => one !== other);
};

describe("colours of districts", () => {
  test("no two districts that touch share a colour while there are enough, in any plan; the first eight are told apart by all", () => {
    fc.assert(
      fc.property(grids, ({ width, today, plan, weight }) => {
        const sites = touchingOf(plan.length, width);
        const districts = groupsOf(plan);
        const context = {
          count: new Set(today).size,
          districtOfSite: dense(today),
          weight,
          touching: meetings(groupsOf(today), sites),
        };
        const touching = meetings(districts, sites);
        const { colours, letters } = signsOf(recognised(districts, context), touching, context);
        expect(new Set(letters).size).toBe(districts.length);
        expect(touching.filter(([one, other]) => colours[one] === colours[other])).toEqual([]);
        if (districts.length > 8) return;
        for (const [one, other] of touching) expect(APART[colours[one]][colours[other]]).toBeGreaterThanOrEqual(10);
        expect(new Set(colours).size).toBe(districts.length);
      }),
      { numRuns: 100 },
    );
  });

  const row: ColouringContext = {
    count: 4,
    districtOfSite: [0, 1, 2, 3],
    weight: [900, 100, 500, 300],
    touching: [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  };

  test("a district has the letter and colour of the one that goes on in it, whatever its heaviest part", () => {
    const home = coloursOf([[0], [1], [2], [3]], row.touching, row);
    expect(new Set(home).size).toBe(4);
    const halves = [
      { sites: [0, 1], goesOn: 1 },
      { sites: [2, 3], goesOn: 2 },
    ];
    const { colours, letters } = signsOf(halves, [[0, 1]], row);
    expect(letters).toEqual([1, 2]);
    expect(colours).toEqual([home[1], home[2]]);
  });

  test("what is new has the next letter, and no colour that another goes on with", () => {
    const context = { ...row, districtOfSite: [0, 0, 0, 1] };
    const halves: ColouringContext = { ...context, count: 2, touching: [[0, 1]] };
    const { colours, letters } = signsOf(recognised([[0], [1], [2], [3]], halves), row.touching, halves);
    const home = coloursOf([[0, 1, 2], [3]], [[0, 1]], halves);
    expect(letters).toEqual([0, 2, 3, 1]);
    expect([colours[0], colours[3]]).toEqual(home);
    expect(new Set(colours).size).toBe(4);
  });

  test("a split gives one part the old colour and the other a free one", () => {
    const context: ColouringContext = {
      count: 2,
      districtOfSite: [0, 0, 1],
      weight: [10, 20, 30],
      touching: [[0, 1]],
    };
    const [home, other] = coloursOf([[0, 1], [2]], [[0, 1]], context);
    const parts = [
      [0, 1],
      [1, 2],
    ] as const;
    const districts = [
      { sites: [0], goesOn: undefined },
      { sites: [1], goesOn: 0 },
      { sites: [2], goesOn: 1 },
    ];
    const split = signsOf(districts, parts, context).colours;
    expect(split[1]).toBe(home);
    expect(split[2]).toBe(other);
    expect(new Set(split).size).toBe(3);
  });

  test("hundreds of districts get colours at once, and none has that of a neighbour", () => {
    const side = 20;
    const sites = touchingOf(side * side, side);
    const all = Array.from({ length: side * side }, (_, site) => [site]);
    const context = {
      count: all.length,
      districtOfSite: all.flat(),
      weight: all.map(() => 1),
      touching: sites,
    };
    const colours = coloursOf(all, sites, context);
    for (const [one, other] of sites) expect(colours[one]).not.toBe(colours[other]);
  });
});

describe("the palette", () => {
  test("any two of all can be told apart side by side, the first eight well", () => {
    HUES.forEach((_, one) =>
      HUES.slice(0, one).forEach((__, other) =>
        expect(APART[one][other]).toBeGreaterThanOrEqual(Math.max(one, other) < 8 ? 10 : 6),
      ),
    );
  });

  test("a fill can be told from land and from water, whatever the sight", () => {
    for (const { fill } of HUES)
      for (const other of [PAPER.land, PAPER.water]) expect(leastDifference(fill, other)).toBeGreaterThan(5);
  });

  test("names and rings stand out from their own fill and from white", () => {
    for (const { ink, fill } of HUES) {
      expect(contrast(ink, fill)).toBeGreaterThan(4.5);
      expect(contrast(ink, PAPER.halo)).toBeGreaterThan(4.5);
    }
  });
});

/** From the test data that Sharma, Wu and Dalal published with the formula: every branch of it. */
const PUBLISHED: readonly (readonly [Lab, Lab, number])[] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
];

const rustFromOlive = (sight: (typeof SIGHTS)[number]): number =>
  difference(seen("#a05020", sight), seen("#5a6a20", sight));

describe("how colours are seen", () => {
  test.each(PUBLISHED)("%j and %j are as far apart as published, either way round", (one, other, apart) => {
    expect(difference(one, other)).toBeCloseTo(apart, 4);
    expect(difference(other, one)).toBeCloseTo(apart, 4);
  });

  test("greys look grey to everyone, and red and green alike to those who lack red or green", () => {
    for (const sight of SIGHTS) {
      const [, a, b] = seen("#808080", sight);
      expect(Math.hypot(a, b)).toBeLessThan(0.5);
    }
    expect(rustFromOlive("ordinary")).toBeGreaterThan(3 * rustFromOlive("deutan"));
  });
});
