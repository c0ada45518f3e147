import { describe, expect, test } from "vitest";
import { AREAS, LINES, readFeatures } from "../../src/import/geojson.ts";
import { readJson } from "../../src/import/json-text.ts";
import { mapOfJson } from "../../src/import/map-source.ts";
import { openIssueBook } from "../../src/import/report.ts";

function read(value: unknown, shape: "lines" | "areas" = "areas") {
  const book = openIssueBook();
  const map = mapOfJson(readJson("f.geojson", JSON.stringify(value, undefined, 1), book.report)!, book.report);
  const file =
    map && (shape === "lines" ? readFeatures(map, LINES, book.report) : readFeatures(map, AREAS, book.report));
  return { file, issues: book.all(), codes: book.all().map(({ code }) => code) };
}

const RING = [
  [0, 0],
  [2, 0],
  [2, 1],
  [0, 0],
];
const polygon = (...coordinates: readonly unknown[]) => ({ type: "Polygon", coordinates });

describe("an area", () => {
  test.each([
    ["a triangle", polygon(RING), []],
    ["with heights", polygon(RING.map((place) => [...place, 7])), []],
    ["with a hole", polygon(RING, RING), []],
    ["that is not closed east", polygon([...RING.slice(0, 3), [0.5, 0]]), ["geojson.ring"]],
    ["that is not closed north", polygon([...RING.slice(0, 3), [0, 0.5]]), ["geojson.ring"]],
    ["of three corners", polygon([RING[0], RING[1], RING[0]]), ["geojson.ring"]],
    ["that goes there and back", polygon([RING[0], RING[1], RING[2], RING[1], RING[0]]), ["geojson.ring"]],
    [
      "far away that goes there and back",
      polygon([
        [9, 5],
        [12, 7],
        [15, 9],
        [9, 5],
      ]),
      ["geojson.ring"],
    ],
    ["with a hole that is not closed", polygon(RING, RING.slice(1)), ["geojson.ring"]],
    ["of no rings", polygon(), ["geojson.coordinates"]],
    ["of one corner", polygon([RING[0]]), ["geojson.coordinates"]],
    ["with half a place", polygon([[0], ...RING.slice(1)]), ["geojson.coordinates"]],
    ["with no number", polygon([[0, null], ...RING.slice(1)]), ["geojson.coordinates"]],
    ["with words", polygon([["0", 0], ...RING.slice(1)]), ["geojson.coordinates"]],
    ["without coordinates", { type: "Polygon", coordinates: null }, ["geojson.coordinates"]],
    ["of several", { type: "MultiPolygon", coordinates: [[RING], [RING]] }, []],
    [
      "of several, one of them broken",
      { type: "MultiPolygon", coordinates: [[RING], [RING.slice(1)]] },
      ["geojson.ring"],
    ],
    ["of no parts", { type: "MultiPolygon", coordinates: [] }, ["geojson.left-out", "geojson.nothing"]],
    ["of several without a list", { type: "MultiPolygon", coordinates: 5 }, ["geojson.left-out", "geojson.nothing"]],
  ])("%s", (_, geometry, codes) => expect(read(geometry).codes.toSorted()).toEqual(codes));
});

describe("a line", () => {
  test.each([
    [
      "of two places",
      [
        [0, 0],
        [1, 1],
      ],
      [],
    ],
    ["of one place", [[0, 0]], ["geojson.coordinates"]],
    ["of half a place", [[0, 0], [1]], ["geojson.coordinates"]],
    ["of a word", "x", ["geojson.coordinates"]],
  ])("%s", (_, coordinates, codes) => expect(read({ type: "LineString", coordinates }, "lines").codes).toEqual(codes));
});

const feature = (properties: unknown, rest: object = {}) => ({
  type: "Feature",
  properties,
  geometry: polygon(RING),
  ...rest,
});

const collection = (...features: readonly unknown[]) => ({ type: "FeatureCollection", features });

describe("a file", () => {
  test("may be a collection, a feature or a geometry alone", () => {
    for (const value of [collection(feature({})), feature({}), polygon(RING)])
      expect(read(value).file?.features).toHaveLength(1);
  });

  test.each([
    [[], "object"],
    ["x", "string"],
    [{ type: "FeatureCollection" }, '"FeatureCollection"'],
    [{ features: [] }, "null"],
  ])("%j is none", (value, found) => {
    expect(read(value).issues).toMatchObject([{ code: "geojson.kind", values: { found } }]);
  });

  test("tells of what was left out, feature by feature, and of a file with nothing else", () => {
    const point = { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [0, 0] } };
    expect(read(collection(point, feature({}), null)).issues).toMatchObject([
      { code: "geojson.left-out", feature: 1, also: { count: 1 } },
    ]);
    expect(read(collection(point)).codes.toSorted()).toEqual(["geojson.left-out", "geojson.nothing"]);
    // A damaged area is an error of its own.
    expect(read(collection({ type: "Feature", geometry: polygon(RING.slice(1)) }, point)).codes.toSorted()).toEqual([
      "geojson.left-out",
      "geojson.ring",
    ]);
  });

  test.each([
    [{ id: 7, navn: " Nord " }, {}, "Nord"],
    [{ name: "", kode: 12 }, {}, "12"],
    [{ nummer: "3" }, { id: "a" }, "3"],
    [{}, { id: "a" }, "a"],
    [{ name: true }, {}, undefined],
    [null, { id: 5 }, "5"],
  ])("names a feature of %j, %j to people as %j", (properties, rest, name) => {
    const [{ at }] = read(collection(feature(properties, rest))).file!.features;
    expect(at().name).toBe(name);
    expect(at("kode")).toMatchObject({ column: "kode", feature: 1, group: "kode" });
    expect(at()).toMatchObject({ group: "" });
  });
});
