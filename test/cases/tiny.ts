import { DANISH_PLANE, degreesPoint } from "../../src/geo/projection.ts";

/**
 * An invented place of 8 x 8 km, small enough to follow by hand. Positions are metres east and north of its middle
 * (660000, 6172000 in EPSG:25832). Four schools stand 2.5 km north, east, south and west of the middle; the three districts
 * are Nord (nord), Syd (syd, oest) and Vest (vest). Roads make a cross through the middle and a ring past the schools.
 */
const MIDDLE = { x: 660_000, y: 6_172_000 };

/** Degrees, six decimals. */
export function tinyPosition(east: number, north: number): { readonly lon: number; readonly lat: number } {
  const { lon, lat } = degreesPoint(DANISH_PLANE, { x: MIDDLE.x + east, y: MIDDLE.y + north });
  return { lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)) };
}

export const tinyPlane = (east: number, north: number): [number, number] => [MIDDLE.x + east, MIDDLE.y + north];

const SITES = [
  "id;name;town;lat;lon;grades;district;capacity_0_3;capacity_4_6;capacity_7_9",
  site("nord", "Nordby Skole", 0, 2500, "0-9", "N", [60, 45, 60]),
  site("oest", "Østby Skole", 2500, 0, "0-6", "S", [40, 30]),
  site("syd", "Sydby Skole", 0, -2500, "0-9", "S", [60, 45, 60]),
  site("vest", "Vestby Skole", -2500, 0, "0-6", "V", [40, 30]),
];

function site(
  id: string,
  name: string,
  east: number,
  north: number,
  grades: string,
  district: string,
  capacity: readonly number[],
): string {
  const { lat, lon } = tinyPosition(east, north);
  const [low, middle, high = ""] = capacity;
  return [id, name, name.replace(" Skole", ""), lat, lon, grades, district, low, middle, high].join(";");
}

/** Metres east and north, then pupils in grades 0 to 9: 100 pupils at nine addresses. */
const PUPILS: readonly (readonly [east: number, north: number, pupils: readonly number[]])[] = [
  [0, 3000, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]],
  [300, 2300, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  [2600, 300, [1, 2, 1, 2, 1, 2, 1, 1, 1, 1]],
  [3000, -200, [1, 1, 1, 1, 1, 1, 1, 0, 0, 0]],
  [-200, -2700, [2, 1, 2, 1, 2, 1, 2, 1, 1, 1]],
  [400, -2200, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  [-2700, 100, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
  [-2400, -500, [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]],
  [0, 100, [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]],
];

/** A tiny case's number of pupils. */
export const TINY_PUPILS = PUPILS.reduce((sum, [, , pupils]) => sum + pupils.reduce((a, b) => a + b, 0), 0);

function pupilRow([east, north, pupils]: (typeof PUPILS)[number]): string {
  const { lat, lon } = tinyPosition(east, north);
  return [lat, lon, ...pupils].join(";");
}

const road = (speed: number, ...line: readonly (readonly [number, number])[]): object => ({
  type: "Feature",
  properties: { kind: "road", speed },
  geometry: { type: "LineString", coordinates: line.map(([east, north]) => tinyPlane(east, north)) },
});

const ROADS = {
  type: "FeatureCollection",
  crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::25832" } },
  features: [
    road(80, [0, 3500], [0, 2500], [0, 0], [0, -2500], [0, -3500]),
    road(80, [-3500, 0], [-2500, 0], [0, 0], [2500, 0], [3500, 0]),
    road(50, [0, 2500], [2500, 0], [0, -2500], [-2500, 0], [0, 2500]),
  ],
};

const OUTLINE = {
  type: "Feature",
  properties: { name: "Lilleby" },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [-4000, -4000],
        [4000, -4000],
        [4000, 4000],
        [-4000, 4000],
        [-4000, -4000],
      ].map(([east, north]) => {
        const { lon, lat } = tinyPosition(east, north);
        return [lon, lat];
      }),
    ],
  },
};

const CASE = {
  format: "skoledistrikt-case",
  version: 1,
  name: "Lilleby",
  code: "0999",
  schoolYear: "2015/16",
  priceYear: 2015,
  units: { kind: "h3", resolution: 8 },
  sources: [{ what: "everything", from: "invented for tests" }],
};

const PLAN = {
  format: "skoledistrikt-plan",
  version: 1,
  id: "two",
  title: "To distrikter",
  districts: [
    { id: "NV", name: "Nordvest", sites: ["nord", "vest"] },
    { id: "S", name: "Syd", sites: ["syd", "oest"] },
  ],
  assignment: { kind: "nearest", within: "municipality" },
};

/** The files of the tiny case as text. All is in order: importing them gives no issue. */
export const TINY_FILES: Readonly<Record<string, string>> = {
  "case.json": JSON.stringify(CASE, undefined, 2),
  "sites.csv": lines(...SITES),
  "districts.csv": lines("id;name", "N;Nord", "S;Syd", "V;Vest"),
  "pupils.csv": lines("lat;lon;0;1;2;3;4;5;6;7;8;9", ...PUPILS.map(pupilRow)),
  "roads.geojson": JSON.stringify(ROADS, undefined, 1),
  "outline.geojson": JSON.stringify(OUTLINE, undefined, 1),
  "plans/two.json": JSON.stringify(PLAN, undefined, 2),
};

function lines(...rows: readonly string[]): string {
  return `${rows.join("\n")}\n`;
}

/** The tiny case as import gets it; `changes` puts other text or bytes in a file's place, or takes it away. */
export function tinyCase(
  changes: Readonly<Record<string, string | Uint8Array | undefined>> = {},
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries({ ...TINY_FILES, ...changes }))
    if (content !== undefined)
      files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  return files;
}
