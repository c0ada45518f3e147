import type { Position } from "geojson";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "../../src/open-case.ts";
import { assignedSite, NO_SITE } from "../../src/domain/plan.ts";
import { zonesOf } from "../../web/worker/zones.ts";
import { type BorderShape, zoneMapOf } from "../../web/worker/zone-rings.ts";
import type { ZoneMap } from "../../web/worker/messages.ts";
import { tinyCase } from "../cases/tiny.ts";
import { caseFolder } from "../data/case-folder.ts";

const square = (x: number, y: number, width = 1, height = 1): Position[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];

const area = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i][0] * y - x * ring[i][1]) / 2, 0);

const areaOf = ({ zones }: Pick<ZoneMap, "zones">, site: number): number =>
  zones.features
    .filter(({ properties }) => properties.site === site)
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .reduce((sum, ring) => sum + area(ring), 0);

const keys = (line: readonly Position[]): string[] => line.map(([x, y]) => `${x.toFixed(9)} ${y.toFixed(9)}`);

/** Whether every stretch of every border between two zones is part of both zones' outlines. */
function bordersAreShared({ zones, borders }: Pick<ZoneMap, "zones" | "borders">): boolean {
  const edges = new Map(
    zones.features.map(({ properties, geometry }) => [
      properties.site,
      new Set(
        geometry.coordinates.flat().flatMap((ring) => {
          const names = keys(ring);
          return names.slice(1).flatMap((name, i) => [`${names[i]} ${name}`, `${name} ${names[i]}`]);
        }),
      ),
    ]),
  );
  return borders.features.every(({ properties: { a, b }, geometry }) =>
    geometry.coordinates.every((line) => {
      const names = keys(line);
      return names
        .slice(1)
        .every((name, i) =>
          [a, ...(b === undefined ? [] : [b])].every((site) => edges.get(site)?.has(`${names[i]} ${name}`)),
        );
    }),
  );
}

describe("zones drawn from rings", () => {
  test.each<BorderShape>(["corners", "quiet"])("two squares share one border and no gap shows (%s)", (shape) => {
    const drawn = zoneMapOf(
      [
        { site: 0, parts: [[square(0, 0)]] },
        { site: 1, parts: [[square(1, 0)]] },
      ],
      shape,
    );
    const sides = drawn.borders.features.map(({ properties: { a, b } }) => `${a} ${b ?? "-"}`);
    expect(sides.toSorted()).toEqual(["0 -", "0 1", "1 -"]);
    expect(bordersAreShared(drawn)).toBe(true);
  });

  test("a zone inside another is a hole in it", () => {
    const hole = square(1, 1).toReversed();
    const drawn = zoneMapOf(
      [
        { site: 0, parts: [[square(0, 0, 3, 3), hole]] },
        { site: 1, parts: [[square(1, 1)]] },
      ],
      "quiet",
    );
    expect(bordersAreShared(drawn)).toBe(true);
    expect(areaOf(drawn, 0) + areaOf(drawn, 1)).toBeCloseTo(
      areaOf(zoneMapOf([{ site: 0, parts: [[square(0, 0, 3, 3)]] }], "quiet"), 0),
    );
  });

  test("corners that differ by rounding are one", () => {
    const drawn = zoneMapOf(
      [
        { site: 0, parts: [[square(0, 0)]] },
        { site: 1, parts: [[square(1 + 3e-9, -2e-9)]] },
      ],
      "corners",
    );
    expect(drawn.borders.features.some(({ properties }) => properties.b === 1)).toBe(true);
  });
});

test("units that belong to no site leave a hole, not a zone", () => {
  const { value } = openCase(tinyCase());
  const { units } = value!.basis.municipality;
  const { baseline } = value!.basis;
  const assignment = baseline.assignment.map((site, pair) => (pair % 21 < 3 ? NO_SITE : site));
  const drawn = zonesOf(units, { ...baseline, assignment });
  expect(drawn.zones.features.every(({ properties }) => properties.site !== NO_SITE)).toBe(true);
  expect(drawn.borders.features.every(({ properties: { a, b } }) => a !== NO_SITE && b !== NO_SITE)).toBe(true);
});

describe.each(["holbaek", "lattice"])("zones of %s", (name) => {
  let zoned: ZoneMap;
  let sites: ReadonlySet<number>;

  beforeAll(() => {
    const { value } = openCase(caseFolder(name));
    const { basis } = value!;
    const { units } = basis.municipality;
    zoned = zonesOf(units, basis.baseline);
    sites = new Set(Array.from({ length: units.count }, (_, unit) => assignedSite(basis.baseline, unit, 0)));
  });

  test("every site that units go to has a zone, whose rings are closed and run round an area", () => {
    expect(new Set(zoned.zones.features.map(({ properties }) => properties.site))).toEqual(sites);
    for (const { geometry, properties } of zoned.zones.features) {
      expect(areaOf(zoned, properties.site)).toBeGreaterThan(0);
      for (const part of geometry.coordinates) {
        expect(area(part[0])).toBeGreaterThan(0);
        for (const ring of part) expect(ring.at(-1)).toEqual(ring[0]);
      }
    }
  });

  test("a zone covers at least the units that belong to it", () => {
    const unit = name === "holbaek" ? 0.086 : 1;
    for (const { site, size, lat } of zoned.middles) {
      const squareKilometres = areaOf(zoned, site) * 111.32 ** 2 * Math.cos((lat * Math.PI) / 180);
      expect(squareKilometres).toBeGreaterThan(0.97 * unit * size);
    }
  });

  test("every border is drawn alike by both its zones", () => expect(bordersAreShared(zoned)).toBe(true));

  test("a name's place lies in its own zone's middle", () => {
    expect(new Set(zoned.middles.map(({ site }) => site))).toEqual(sites);
  });
});
