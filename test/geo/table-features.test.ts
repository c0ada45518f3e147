import { expect, test } from "vitest";
import { tableFeatures } from "../../src/geo/table-features.ts";

test("a table's rows become points with longitude first and everything else as properties", () => {
  const rows = [
    { id: "a", lon: 11.7, lat: 55.7, pupils: 3 },
    { id: "b", lon: 11.8, lat: 55.8, pupils: 0 },
  ];
  expect(tableFeatures(rows)).toEqual({
    type: "FeatureCollection",
    features: [
      { type: "Feature", geometry: { type: "Point", coordinates: [11.7, 55.7] }, properties: { id: "a", pupils: 3 } },
      { type: "Feature", geometry: { type: "Point", coordinates: [11.8, 55.8] }, properties: { id: "b", pupils: 0 } },
    ],
  });
  expect(rows[0]).toEqual({ id: "a", lon: 11.7, lat: 55.7, pupils: 3 });
});

test("an empty table is an empty collection", () => {
  expect(tableFeatures([])).toEqual({ type: "FeatureCollection", features: [] });
});
