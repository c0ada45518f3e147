import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ColourGround, coloursOf } from "../../web/map/colouring.ts";
import { FILL_OPACITY, GROUND, HUES } from "../../web/map/palette.ts";
import { contrast, least, mixed, SIGHTS, seen } from "./colour-vision.ts";

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

describe("colours of districts", () => {
  test("no two districts that touch share a colour, and no two at all while there are enough, in any plan", () => {
    fc.assert(
      fc.property(grids, ({ width, today, plan, weight }) => {
        const touching = touchingOf(plan.length, width);
        const districts = groupsOf(plan);
        const colours = coloursOf(districts, { districtOfSite: dense(today), weight, touching });
        const colourOf = (site: number): number => colours[districts.findIndex((sites) => sites.includes(site))];
        const clashes = touching.filter(([a, b]) => plan[a] !== plan[b] && colourOf(a) === colourOf(b));
        const wanted = Math.min(districts.length, HUES.length);
        expect([clashes, new Set(colours).size >= wanted]).toEqual([[], true]);
      }),
    );
  });

  test("a new district keeps the colour of its heaviest part, whatever else changes", () => {
    const ground: ColourGround = {
      districtOfSite: [0, 1, 2, 3],
      weight: [900, 100, 500, 300],
      touching: [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    };
    const home = coloursOf([[0], [1], [2], [3]], ground);
    expect(new Set(home).size).toBe(4);
    expect(
      coloursOf(
        [
          [0, 1],
          [2, 3],
        ],
        ground,
      ),
    ).toEqual([home[0], home[2]]);
    expect(coloursOf([[0], [1, 2, 3]], ground)).toEqual([home[0], home[2]]);
  });

  test("a split gives one part the old colour and the other a free one", () => {
    const ground: ColourGround = {
      districtOfSite: [0, 0, 1],
      weight: [10, 20, 30],
      touching: [
        [0, 1],
        [1, 2],
      ],
    };
    const [home, other] = coloursOf([[0, 1], [2]], ground);
    const split = coloursOf([[0], [1], [2]], ground);
    expect(split[1]).toBe(home);
    expect(split[2]).toBe(other);
    expect(new Set(split).size).toBe(3);
  });
});

describe("the palette", () => {
  const fills = HUES.map(({ base }) => mixed(base, GROUND.land, FILL_OPACITY));

  test.each(SIGHTS)("any two fills side by side can be told apart with %s sight", (sight) => {
    const distance = least(fills.map((fill) => seen(fill, sight)));
    expect(distance).toBeGreaterThan(6.5);
  });

  test("a fill can be told from land and from water, whatever the sight", () => {
    for (const sight of SIGHTS)
      for (const fill of fills)
        for (const other of [GROUND.land, GROUND.water])
          expect(least([seen(fill, sight), seen(other, sight)])).toBeGreaterThan(5.5);
  });

  test("names and rings stand out from their own fill and from white", () => {
    HUES.forEach(({ ink }, i) => {
      expect(contrast(ink, fills[i])).toBeGreaterThan(4.5);
      expect(contrast(ink, GROUND.halo)).toBeGreaterThan(4.5);
    });
  });
});
