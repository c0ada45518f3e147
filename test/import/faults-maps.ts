import { quotedList } from "../../src/domain/language.ts";
import type { MAP_ISSUES } from "../../src/import/issue-texts-maps.ts";
import { AREAS, LINES } from "../../src/import/geojson.ts";
import { tinyPlane } from "../cases/tiny.ts";
import {
  A_ROAD,
  at,
  BOX,
  NO_UNITS,
  box,
  collection,
  edited,
  feature,
  json,
  road,
  sites,
  table,
  type Fault,
} from "./fault-tools.ts";

/** A border that crosses itself so that it cannot be joined to another. */
const TWISTED = [
  [0, 1600],
  [-800, -2400],
  [-3200, -1600],
  [0, 0],
  [4000, -1600],
  [-1600, -2400],
  [0, 1600],
] as const;

/** For every issue of places on the map, one fault that provokes it. */
export const MAP_FAULTS: Readonly<Record<keyof typeof MAP_ISSUES, Fault>> = {
  "addresses.number-odd": {
    changes: { "addresses.csv": table("vejnavn;husnr;postnr;lat;lon", `Ahlgade;st. tv;4300;${at.lat};${at.lon}`) },
    issue: { file: "addresses.csv", line: 2, column: "husnr", values: { found: "st. tv" } },
  },
  "addresses.postcode-odd": {
    changes: { "addresses.csv": table("street;number;postcode;lat;lon", `Ahlgade;12;43oo;${at.lat};${at.lon}`) },
    issue: { file: "addresses.csv", line: 2, column: "postcode", values: { found: "43oo" } },
  },
  "coordinates.no-columns": {
    changes: edited("sites.csv", "lat;lon", "address;postcode"),
    issue: { file: "sites.csv", line: 1 },
  },
  "coordinates.all-swapped": {
    changes: edited("sites.csv", "lat;lon", "lon;lat"),
    issue: { file: "sites.csv", values: { first: "lon", second: "lat", crs: "EPSG:4326" } },
  },
  "coordinates.swapped": {
    changes: edited("pupils.csv", /^55[.\d]*;11[.\d]*;2;2/m, "11.55;55.66;2;2"),
    issue: { file: "pupils.csv", line: 2, column: "lon", values: { first: "lon", second: "lat", x: 55.66, y: 11.55 } },
  },
  "coordinates.other-system": {
    changes: edited("pupils.csv", /^55[.\d]*;11[.\d]*;2;2/m, "6175000;660000;2;2"),
    issue: { line: 2, values: { x: 660_000, y: 6_175_000, found: "EPSG:25832", crs: "EPSG:4326" } },
  },
  "coordinates.contradicted": {
    changes: edited("case.json", '"units"', '"crs": "EPSG:25832", "units"'),
    issue: { file: "sites.csv", values: { stated: "EPSG:25832", found: "EPSG:4326" } },
  },
  "coordinates.crs-wrong": {
    changes: edited("roads.geojson", "EPSG::25832", "EPSG::3857"),
    issue: { file: "roads.geojson", values: { stated: "EPSG:3857", found: "EPSG:25832" } },
  },
  "coordinates.date-line": {
    changes: sites(
      "n;Nskole;-16.8;179.9;0-9;N;1;1;1;;",
      "s;Sskole;-16.8;-179.9;0-9;S;1;1;1;;",
      "v;Vskole;-16.8;179.9;0-9;V;1;1;1;;",
    ),
    issue: { file: "sites.csv" },
  },
  "coordinates.not-in-system": {
    changes: {
      ...edited("case.json", '"units"', '"crs": "EPSG:25832", "units"'),
      ...edited("sites.csv", /;55\.\d+;11\.\d+;/g, ";20347769;1738845;"),
    },
    issue: { file: "sites.csv", line: 2, values: { x: 1_738_845, y: 20_347_769, crs: "EPSG:25832" } },
  },
  "coordinates.swapped-beside-schools": {
    changes: {
      ...edited("sites.csv", /;55\.(\d+);11\.(\d+);/g, ";6.$1;3.$2;"),
      ...edited("pupils.csv", /^55\.(\d*);11\.(\d*)/gm, "3.$1;6.$2"),
    },
    issue: { file: "pupils.csv", values: { first: "lon", second: "lat", crs: "EPSG:4326" } },
  },
  "coordinates.unread": {
    changes: {
      ...edited("sites.csv", /\n[^]*/, "\n"),
      ...edited("pupils.csv", /^55(?=\.\d*;11)/gm, "45"),
    },
    issue: { file: "pupils.csv", values: { first: "sites.csv" } },
  },
  "coordinates.outside": {
    changes: edited("pupils.csv", /^55[.\d]*;11[.\d]*;2;2/m, "0;0;2;2"),
    issue: { file: "pupils.csv", line: 2, values: { x: 0, y: 0 } },
  },
  "coordinates.far": {
    changes: edited("sites.csv", /;55\.(?=\d+;11\.)/g, ";45."),
    issue: { file: "pupils.csv", line: 2, values: { x: 11.545679, y: 55.694356, crs: "EPSG:4326" } },
  },
  "coordinates.unknown-system": {
    changes: edited("sites.csv", /;55\.\d+;11\.\d+;/g, ";250000;4500000;"),
    issue: { file: "sites.csv", line: 2, values: { x: 4_500_000, y: 250_000 } },
  },
  "geojson.kind": {
    changes: { "roads.geojson": json({ type: "Topology", objects: {} }) },
    issue: { file: "roads.geojson", line: 1, values: { found: '"Topology"' } },
  },
  "geojson.crs": {
    changes: edited("roads.geojson", "25832", "9999"),
    issue: { file: "roads.geojson", line: 3, values: { found: "urn:ogc:def:crs:EPSG::9999" } },
  },
  "geojson.left-out": {
    changes: { "roads.geojson": collection(A_ROAD, feature("Point", tinyPlane(0, 0))) },
    issue: { file: "roads.geojson", feature: 2, values: { wanted: LINES.words } },
  },
  "geojson.parts-left-out": {
    changes: {
      "outline.geojson": json({
        type: "GeometryCollection",
        geometries: [
          { type: "Polygon", coordinates: [box(-4000, -4000, 8000)] },
          { type: "Point", coordinates: tinyPlane(0, 0) },
        ],
      }),
    },
    issue: { file: "outline.geojson", feature: 1, values: { wanted: AREAS.words } },
  },
  "geojson.coordinates": {
    changes: {
      "roads.geojson": collection(
        A_ROAD,
        feature("LineString", [
          [660_000, null],
          [660_000, 6_172_000],
        ]),
      ),
    },
    issue: { file: "roads.geojson", feature: 2 },
  },
  "geojson.ring": {
    changes: { "outline.geojson": json(feature("Polygon", [box(0, 0, 100).slice(0, 4)])) },
    issue: { file: "outline.geojson", line: 1, feature: 1 },
  },
  "geojson.nothing": {
    changes: { "roads.geojson": collection() },
    issue: { file: "roads.geojson", values: { wanted: LINES.words } },
  },
  "roads.kind": {
    changes: edited("roads.geojson", '"kind": "road"', '"kind": "street"'),
    issue: { file: "roads.geojson", line: 13, column: "kind", values: { found: '"street"' } },
  },
  "roads.number": {
    changes: edited("roads.geojson", '"speed": 80', '"speed": "fast"'),
    issue: { file: "roads.geojson", line: 14, column: "speed", values: { property: "speed", found: '"fast"' } },
  },
  "roads.kind-assumed": {
    changes: { "roads.geojson": collection(road({ speed: 50 }, [0, 0], [0, 100])) },
    issue: { file: "roads.geojson", values: { count: 1 } },
  },
  "roads.speed-assumed": {
    changes: { "roads.geojson": collection(road({ kind: "road" }, [0, 0], [0, 100])) },
    issue: { file: "roads.geojson", values: { count: 1, kind: "road", speed: 60 } },
  },
  "roads.ferry-time": {
    changes: { "roads.geojson": collection(A_ROAD, road({ kind: "ferry" }, [0, 3500], [0, 3900])) },
    issue: { file: "roads.geojson", values: { speed: 15 } },
  },
  "roads.length-short": {
    changes: { "roads.geojson": collection(road({ kind: "road", speed: 50, length: 7.5 }, [0, 3500], [0, -3500])) },
    issue: { column: "length", values: { stated: 7.5, drawn: 7000 } },
  },
  "roads.length-long": {
    changes: { "roads.geojson": collection(road({ kind: "road", speed: 50, length: 7e7 }, [0, 3500], [0, -3500])) },
    issue: { column: "length", feature: 1, values: { stated: 7e7, drawn: 7000 } },
  },
  "roads.speed-doubtful": {
    changes: { "roads.geojson": collection(road({ kind: "road", speed: 5000 }, [0, 3500], [0, -3500])) },
    issue: { feature: 1, values: { speed: 5000 } },
  },
  "roads.none": {
    changes: { "roads.geojson": collection(road({ waterway: "stream" }, [0, 3500], [0, -3500])) },
    issue: { file: "roads.geojson" },
  },
  "roads.one-way-unknown": {
    changes: {
      "roads.geojson": collection(A_ROAD, road({ kind: "road", speed: 30, oneway: "nord" }, [0, 0], [900, 0])),
    },
    issue: { file: "roads.geojson", feature: 2, values: { found: "nord" } },
  },
  "roads.one-way": {
    changes: {
      "roads.geojson": collection(
        A_ROAD,
        road({ highway: "residential", maxspeed: "30", oneway: "-1" }, [0, 0], [900, 0]),
      ),
    },
    issue: { file: "roads.geojson", values: { count: 1 } },
  },
  "roads.left-out": {
    changes: { "roads.geojson": collection(A_ROAD, road({ highway: "construction" }, [0, 0], [9, 9])) },
    issue: { file: "roads.geojson", values: { kinds: "construction", count: 1 } },
  },
  "roads.dropped": {
    changes: { "roads.geojson": collection(A_ROAD, road({ kind: "road", speed: 50 }, [9, 9], [9, 9])) },
    issue: { file: "roads.geojson", values: { count: 1 } },
  },
  "roads.components": {
    changes: { "roads.geojson": collection(A_ROAD, road({ kind: "road", speed: 50 }, [100, 0], [1600, 0])) },
    issue: { file: "roads.geojson", values: { count: 2, km: 1.5 } },
  },
  "outline.overlap": {
    changes: {
      "outline.geojson": collection(
        feature("Polygon", [box(-3000, -3000, 6000)], { name: "Land" }),
        feature("Polygon", [box(0, 0, 5000)]),
      ),
    },
    issue: { file: "outline.geojson", feature: 2, values: { one: "Land", other: "2", area: 9_000_000 } },
  },
  "outline.parts": {
    changes: {
      "outline.geojson": collection(
        feature("Polygon", [TWISTED.map(([east, north]) => tinyPlane(east, north))]),
        feature("Polygon", [
          [
            [-800, 0],
            [2400, 0],
            [-2400, -4000],
            [-800, 0],
          ].map(([east, north]) => tinyPlane(east, north)),
        ]),
      ),
    },
    issue: { file: "outline.geojson" },
  },
  "area.crosses-itself": {
    changes: {
      ...NO_UNITS,
      "units.geojson": collection(
        feature(
          "Polygon",
          [
            [
              ...box(-4000, -4000, 8000).slice(0, 2),
              tinyPlane(-1000, 3000),
              tinyPlane(4000, 4000),
              tinyPlane(-4000, -4000),
            ],
          ],
          { id: "bow" },
        ),
      ),
    },
    issue: { file: "units.geojson", feature: 1, name: "bow", values: { area: "bow" } },
  },
  "units.unused": { changes: { "units.geojson": json(BOX) }, issue: { file: "units.geojson" } },
  "units.no-id": {
    changes: { ...NO_UNITS, "units.geojson": json(feature("Polygon", [box(-4000, -4000, 8000)], { nyko: "101" })) },
    issue: { file: "units.geojson", line: 1, feature: 1, values: { found: quotedList(["nyko"]) } },
  },
  "units.id-twice": {
    changes: { ...NO_UNITS, "units.geojson": collection(BOX, feature("Polygon", [box(5000, 0, 10)], { id: "all" })) },
    issue: { file: "units.geojson", values: { id: "all" } },
  },
  "units.overlap": {
    changes: { ...NO_UNITS, "units.geojson": collection(BOX, feature("Polygon", [box(0, 0, 10)], { kode: 7 })) },
    issue: { file: "units.geojson", feature: 2, values: { one: "all", other: "7", area: 100, pupils: 0 } },
  },
  "units.overlap-more": {
    changes: {
      ...NO_UNITS,
      "units.geojson": collection(
        BOX,
        ...Array.from({ length: 104 }, (_, i) => feature("Polygon", [box(-3000 + 50 * i, 0, 40)], { id: `u${i}` })),
      ),
    },
    issue: { file: "units.geojson", values: { count: 4 } },
  },
  "units.too-many": {
    changes: {
      ...edited("case.json", `"resolution": 8`, `"resolution": 11`),
      "outline.geojson": json(feature("Polygon", [box(-40_000, -40_000, 80_000)])),
    },
    issue: { file: "outline.geojson" },
  },
  "units.grown": { changes: { "outline.geojson": undefined }, issue: { file: "outline.geojson" } },
  "units.pieces": {
    changes: edited("pupils.csv", /^55[.\d]*;11[.\d]*;2;2/m, "55.9;11.9;2;2"),
    issue: { file: "roads.geojson", values: { count: 2, pupils: 20 } },
  },
};
