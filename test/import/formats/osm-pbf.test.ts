import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readOsmRoads } from "../../../src/import/formats/osm-roads.ts";
import { readFormats } from "../../../src/import/formats/read-formats.ts";
import { importCase } from "../../../src/import/import-case.ts";
import { type OsmContent, osmBytes } from "../../cases/osm-bytes.ts";
import { tinyCase, tinyPosition } from "../../cases/tiny.ts";
import { collection, feature } from "../fault-tools.ts";

const PLACES: readonly (readonly [number, number])[] = [
  [0, 3500],
  [0, 0],
  [0, -3500],
  [-3500, 0],
  [3500, 0],
  [3000, 3000],
];
const node = ([east, north]: readonly [number, number], i: number) => ({
  id: 10_000_000_000 + i,
  ...tinyPosition(east, north),
});
const NODES = PLACES.map(node);
const way = (id: number, tags: Readonly<Record<string, string>>, ...nodes: readonly number[]) => ({
  id,
  tags,
  nodes: nodes.map((i) => NODES[i]?.id ?? i),
});
const CONTENT: OsmContent = {
  nodes: NODES,
  ways: [
    way(1, { highway: "secondary", maxspeed: "80", name: "Åvej" }, 0, 1, 2),
    way(2, { building: "yes" }, 0, 1, 3, 0),
    way(3, { highway: "residential", maxspeed: "DK:urban" }, 3, 1, 4),
    way(4, { highway: "motorway", maxspeed: "130" }, 0, 5),
    way(5, { route: "ferry", duration: "0:20" }, 5, 4),
  ],
};
const ROADS = CONTENT.ways.filter(({ id }) => id !== 2);
/** The same as GeoJSON. */
const AS_GEOJSON = collection(
  ...ROADS.map(({ tags, nodes }) =>
    feature(
      "LineString",
      nodes.map((id) => NODES.filter((each) => each.id === id).flatMap(({ lon, lat }) => [lon, lat])),
      tags,
    ),
  ),
);

const caseWith = async (bytes: Uint8Array) =>
  importCase(await readFormats(tinyCase({ "roads.geojson": undefined, "roads.osm.pbf": bytes })));
const all = ({ length, at }: ReturnType<typeof readOsmRoads>) => Array.from({ length }, (_, i) => at(i));

describe("an OpenStreetMap extract", () => {
  test("is the same network as its lines in GeoJSON: cars, feet, ferries and speeds", async () => {
    const fromJson = importCase(tinyCase({ "roads.geojson": AS_GEOJSON })).value?.municipality.roads;
    const { value, issues } = await caseWith(osmBytes(CONTENT));
    expect(fromJson?.count).toBe(6);
    // The motorway alone leads one way.
    expect([...fromJson!.oneWay!].filter(Boolean)).toEqual([1]);
    expect(value?.municipality.roads).toEqual(fromJson);
    expect(issues).toMatchObject([{ code: "roads.one-way", values: { count: 1 } }]);
    expect(value?.notes.files.find(({ file }) => file === "roads.osm.pbf")?.crs).toBe("EPSG:4326");
  });

  test.each([
    { nodes: "plain" },
    { packed: "as it is" },
    { granularity: 10 },
    { features: ["OsmSchema-V0.6"] },
  ] as const)("is read alike however it is written: %j", (form) =>
    expect(all(readOsmRoads(osmBytes(CONTENT, form)))).toEqual(all(readOsmRoads(osmBytes(CONTENT)))),
  );

  test("that holds no place of a point parts the line there, and says so", async () => {
    const ways = [...CONTENT.ways, way(9, { highway: "track" }, 0, 1, 77, 3, 4, 78)];
    const roads = readOsmRoads(osmBytes({ ...CONTENT, ways }));
    expect(roads.cut).toEqual({ lines: 1, places: 2 });
    expect(roads.at(4).geometry).toMatchObject({
      type: "MultiLineString",
      coordinates: [{ length: 2 }, { length: 2 }],
    });
    const { value, issues } = await caseWith(osmBytes({ ...CONTENT, ways }));
    expect(value).toBeDefined();
    expect(issues).toMatchObject([
      { code: "osm.cut", file: "roads.osm.pbf", values: { lines: 1, places: 2 } },
      { code: "roads.one-way" },
    ]);
  });

  test("without a single road is refused", async () => {
    const { value, issues } = await caseWith(osmBytes({ ...CONTENT, ways: [] }));
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ code: "format.no-layer", severity: "error", file: "roads.osm.pbf" }]);
  });

  test("with old versions of things in it is refused", async () => {
    const { issues } = await caseWith(osmBytes(CONTENT, { features: ["OsmSchema-V0.6", "HistoricalInformation"] }));
    expect(issues).toMatchObject([{ code: "format.broken", file: "roads.osm.pbf" }]);
  });

  test("that is cut short, or has one bit turned, is refused or read as it was", () => {
    const bytes = osmBytes(CONTENT);
    const whole = JSON.stringify(all(readOsmRoads(bytes)));
    const readings = { same: 0, refused: 0, empty: 0 };
    const look = (damaged: Uint8Array): void => {
      try {
        const read = JSON.stringify(all(readOsmRoads(damaged)));
        // A file that ends where a block does is whole by all that it says; of this one all ways are gone then, which import does not take.
        if (read === "[]" && damaged.length < bytes.length) readings.empty++;
        else {
          expect(read).toBe(whole);
          readings.same++;
        }
      } catch (error) {
        if (!(error instanceof Error) || error.name === "AssertionError") throw error;
        readings.refused++;
      }
    };
    for (let length = 0; length < bytes.length; length++) look(bytes.subarray(0, length));
    for (let bit = 0; bit < 8 * bytes.length; bit++)
      look(bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
    expect(readings.empty).toBe(2);
    expect(readings.refused).toBeGreaterThan(8 * readings.same);
  });
});

const GEODATA = process.env["SKOLEDISTRIKT_GEODATA"] ?? "../shared/geodata";
const REAL = ["roads_0316_noded.osm.pbf", "roads_0316_raw.geojson.gz"].map((name) => `${GEODATA}/${name}`);

describe.skipIf(!REAL.every((path) => existsSync(path)))(
  "the real roads of Holbæk (skipped where they are not at hand)",
  () => {
    test("are as long, and hang together as well, from an extract as from the agency's lines", async () => {
      const [pbf, json] = [new Uint8Array(readFileSync(REAL[0])), new Uint8Array(gunzipSync(readFileSync(REAL[1])))];
      const real = { "roads.geojson": undefined, "roads.osm.pbf": pbf };
      const [one, other] = [real, { "roads.geojson": json }].map((changes) => tinyCase(changes));
      const readings = [importCase(await readFormats(one)), importCase(await readFormats(other))].map(
        ({ value, issues }) => {
          if (!value) throw new Error(JSON.stringify(issues));
          const { roads } = value.municipality;
          return {
            km: roads.length.reduce((sum, each) => sum + each, 0) / 1000,
            components: value.notes.roads.components,
          };
        },
      );
      expect(readings[0].km / readings[1].km).toBeCloseTo(1, 2);
      expect(readings[0].components).toBeLessThanOrEqual(readings[1].components);
    });
  },
);
