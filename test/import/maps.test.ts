import { describe, expect, test } from "vitest";
import { ROAD_KINDS } from "../../src/domain/municipality.ts";
import { type ImportedCase, importCase } from "../../src/import/import-case.ts";
import { kindOf, osmDuration, speedOf, withTags } from "../../src/import/road-kinds.ts";
import { cellAt } from "../../src/geo/cells.ts";
import { DANISH_PLANE, degreesPoint } from "../../src/geo/projection.ts";
import { TINY_FILES, tinyCase, tinyPlane, tinyPosition } from "../cases/tiny.ts";
import { NO_UNITS, box, collection, edited, feature, json, road } from "./fault-tools.ts";

function imported(changes: Parameters<typeof tinyCase>[0]): ImportedCase {
  const { value, issues } = importCase(tinyCase(changes));
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
}

describe("a road's kind follows from its own property, then the source's", () => {
  test.each([
    [{ kind: "path" }, "path"],
    [{ kind: "road", hastighed: 130 }, "road"],
    [{ hastighed: 110 }, "motorway"],
    [{ hastighed: 100 }, "road"],
    [{ vejklasse: "Motorvej" }, "motorway"],
    [{ vejklasse: "Motorvejsudfletning" }, "motorway"],
    [{ vejklasse: "Motortrafikvej" }, "motorway"],
    [{ vejklasse: "Trafikvej - fordeling" }, "road"],
    [{ VEJKLASSE: "Hovedsti", KOMMUNEKODE: "0316" }, "path"],
    [{ vejklasse: "Cykelbane langs vej" }, "path"],
    [{ vejmyndighed: "kommune", hastighed: null }, "road"],
    [{ highway: "motorway_link" }, "motorway"],
    [{ highway: "trunk", motorroad: "yes" }, "motorway"],
    [{ highway: "trunk" }, "road"],
    [{ highway: "residential" }, "road"],
    [{ highway: "cycleway" }, "path"],
    [{ route: "ferry" }, "ferry"],
  ])("%j is a %s", (stated, kind) => {
    const properties = withTags(stated);
    const speed = speedOf(properties);
    expect(kindOf(properties, typeof speed === "object" && "value" in speed ? speed.value : undefined)).toMatchObject({
      kind,
    });
  });

  test.each([
    [{ speed: 70, hastighed: 80 }, { value: 70 }],
    [{ hastighed: 80 }, { value: 80 }],
    [{ hastighed: null }, "absent"],
    [{ speed: "62,5" }, { value: 62.5 }],
    [{ maxspeed: "50" }, { value: 50 }],
    [{ maxspeed: 60 }, { value: 60 }],
    [{ maxspeed: "DK:rural" }, { value: 80 }],
    [{ maxspeed: "signals" }, "absent"],
    [{ speed: -5 }, { wrong: "-5", property: "speed" }],
    [{ speed: 0 }, { wrong: "0", property: "speed" }],
  ])("%j has speed %j", (properties, speed) => expect(speedOf(properties)).toEqual(speed));

  test("a ferry's duration is read as OpenStreetMap writes it", () => {
    expect([osmDuration({ duration: "0:30" }), osmDuration({ duration: "01:05:00" }), osmDuration({})]).toEqual([
      30,
      65,
      undefined,
    ]);
  });
});

describe("roads.geojson", () => {
  test("a line of several parts shares its stated length and minutes among them", () => {
    const parts = [
      [tinyPlane(0, -3500), tinyPlane(0, -500)],
      [tinyPlane(0, -500), tinyPlane(0, 500)],
    ];
    const { roads } = imported({
      "roads.geojson": collection(feature("MultiLineString", parts, { kind: "road", length: 8000, minutes: 8 })),
    }).municipality;
    expect([...roads.length].map(Math.round)).toEqual([6000, 2000]);
    expect([...roads.minutes].map((each) => Math.round(10 * each) / 10)).toEqual([6, 2]);
  });

  test("is the same in degrees as in metres, within a decimetre", () => {
    const line = [
      [0, -3500],
      [0, 3500],
    ];
    const inDegrees = line.map(([east, north]) =>
      Object.values(degreesPoint(DANISH_PLANE, { x: 660_000 + east, y: 6_172_000 + north })),
    );
    const metres = imported({ "roads.geojson": collection(road({ kind: "road", speed: 50 }, [0, -3500], [0, 3500])) });
    const degrees = imported({
      "roads.geojson": collection(feature("LineString", inDegrees, { kind: "road", speed: 50 })),
    });
    metres.municipality.roads.xy.forEach((each, i) => expect(degrees.municipality.roads.xy[i]).toBeCloseTo(each, 1));
    expect(degrees.notes.files.find(({ file }) => file === "roads.geojson")?.crs).toBe("EPSG:4326");
  });

  test("what a line is, how long and how fast, reaches the network", () => {
    const { roads } = imported({
      "roads.geojson": collection(
        road({ kind: "road", speed: 60, length: 9000 }, [0, -3500], [0, 3500]),
        road({ kind: "ferry", minutes: 12 }, [0, 3500], [500, 3500]),
      ),
    }).municipality;
    expect([...roads.kind].map((kind) => ROAD_KINDS[kind])).toEqual(["road", "ferry"]);
    expect([...roads.length]).toEqual([9000, 500]);
    expect([...roads.minutes]).toEqual([9, 12]);
  });
});

describe("GeoJSON's old way of naming a coordinate system", () => {
  test.each([
    ["urn:ogc:def:crs:EPSG::25832", "EPSG:25832"],
    ["EPSG:25832", "EPSG:25832"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"],
    ["urn:ogc:def:crs:EPSG::4258", "EPSG:4326"],
    ["EPSG:4326", "EPSG:4326"],
  ])("%s is %s", (name, crs) => {
    const text = TINY_FILES["outline.geojson"].replace(
      "{",
      `{"crs": {"type": "name", "properties": {"name": "${name}"}},`,
    );
    const stated = importCase(tinyCase({ "outline.geojson": text })).issues.map(({ values }) => values["stated"]);
    expect(stated).toEqual(crs === "EPSG:4326" ? [] : [crs]);
  });
});

describe("the outline", () => {
  test("of several features is one area", () => {
    const halves = collection(
      feature("Polygon", [box(-4000, -4000, 4000)]),
      feature("Polygon", [box(0, -4000, 4000)]),
      feature("Polygon", [box(-4000, 0, 4000)]),
      feature("Polygon", [box(0, 0, 4000)]),
    );
    const whole = collection(feature("Polygon", [box(-4000, -4000, 8000)]));
    const { units, scenery } = imported({ "outline.geojson": halves }).municipality;
    expect(scenery.outline?.type).toBe("Polygon");
    expect(units.id).toEqual(imported({ "outline.geojson": whole }).municipality.units.id);
    // Parts that share a border do not lie on each other.
    expect(importCase(tinyCase({ "outline.geojson": halves })).issues).toEqual([]);
  });

  test("left out, the area grows around pupils and sites until it hangs together", () => {
    const { value, issues } = importCase(tinyCase({ "outline.geojson": undefined }));
    expect(issues.map(({ code }) => code)).toEqual(["units.grown"]);
    expect(value?.notes.units.pieces).toBe(1);
    expect(value?.municipality.scenery.outline).toBeUndefined();
  });

  test("that cannot be read is not taken as left out", () => {
    const { issues } = importCase(tinyCase({ "outline.geojson": json(feature("Polygon", [box(0, 0, 0)])) }));
    expect(issues.map(({ code }) => code)).toEqual(["geojson.ring"]);
  });

  test("that can be read only in part is not taken as the part", () => {
    const text = collection(feature("Polygon", [box(0, 0, 10)]), feature("Polygon", [box(0, 0, 0)]));
    expect(importCase(tinyCase({ "outline.geojson": text })).issues.map(({ code }) => code)).toEqual(["geojson.ring"]);
  });

  test("a pupil in it has a unit even where the cell's centre lies outside", () => {
    const edge = tinyPosition(3999, 3999);
    const text = `lat;lon;grade\n${edge.lat};${edge.lon};3`;
    const { value, issues } = importCase(tinyCase({ "pupils.csv": text }));
    expect(issues).toEqual([]);
    expect(value?.municipality.units.id).toContain(cellAt(edge, 8));
  });
});

describe("land may reach beyond Denmark", () => {
  test("as long as some of it is here", () => {
    const abroad = feature("Polygon", [
      [
        [13, 50],
        [14, 50],
        [14, 51],
        [13, 50],
      ],
    ]);
    const here = feature("Polygon", [
      [
        [11, 50],
        [12, 55.5],
        [11, 55.5],
        [11, 50],
      ],
    ]);
    expect(imported({ "land.geojson": collection(abroad, here) }).municipality.scenery.land).toHaveLength(2);
  });

  test("what lies around is for the map alone: no part of the case's hash", () => {
    const around = feature("Polygon", [
      [
        [12, 55],
        [13, 55],
        [13, 56],
        [12, 55],
      ],
    ]);
    const names = "name;lat;lon\nLejre Kommune;55.625;11.856\n";
    const { municipality, dataHash } = imported({
      "surroundings.geojson": collection(around),
      "neighbours.csv": names,
    });
    expect(municipality.scenery.surroundings).toHaveLength(1);
    expect(municipality.scenery.neighbours).toEqual([{ name: "Lejre Kommune", lat: 55.625, lon: 11.856 }]);
    expect(dataHash).toBe(imported({}).dataHash);
  });

  test("else it is reported", () => {
    const abroad = feature("Polygon", [
      [
        [13, 50],
        [14, 50],
        [14, 51],
        [13, 50],
      ],
    ]);
    const { issues } = importCase(tinyCase({ "land.geojson": json(abroad) }));
    expect(issues.map(({ code }) => code)).toEqual(["coordinates.outside"]);
  });
});

const quarters = (properties: (i: number) => object): string =>
  collection(
    ...[
      [-4000, -4000],
      [0, -4000],
      [-4000, 0],
      [0, 0],
    ].map(([west, south], i) => feature("Polygon", [box(west, south, 4000)], properties(i))),
  );

describe("own areas as units", () => {
  test("keep the file's order and ids, touch along edges and hold the pupils who live in them", () => {
    const { units, demand } = imported({
      ...NO_UNITS,
      "units.geojson": quarters((i) => ({ id: `q${i}` })),
    }).municipality;
    expect(units.id).toEqual(["q0", "q1", "q2", "q3"]);
    expect([...units.adjacency.target]).toEqual([1, 2, 0, 3, 0, 3, 1, 2]);
    expect(units.shape.kind).toBe("polygons");
    expect(demand.firstPoint[4]).toBe(9);
  });

  test("are also known by a code or a name", () => {
    const { units } = imported({
      ...NO_UNITS,
      "units.geojson": quarters((i) => ({ sognekode: 7278 + i })),
    }).municipality;
    expect(units.id).toEqual(["7278", "7279", "7280", "7281"]);
  });

  test("are required where case.json says so", () => {
    const wanted = edited("case.json", /"kind": "h3",\s*"resolution": 8/, '"kind": "polygons"');
    expect(importCase(tinyCase(wanted)).issues.map(({ code, file }) => [code, file])).toEqual([
      ["file.missing", "units.geojson"],
    ]);
  });
});

/** Land south and north of a sound, each in two units; the roads of both sides end at it. */
const islands = (...roads: readonly object[]): Parameters<typeof tinyCase>[0] => ({
  ...NO_UNITS,
  "units.geojson": collection(
    feature("Polygon", [box(-4000, -4000, 5500)], { id: "south" }),
    feature("Polygon", [box(1500, -4000, 5500)], { id: "east" }),
    feature("Polygon", [box(-4000, 2000, 2500)], { id: "north" }),
    feature("Polygon", [box(-1500, 2000, 2500)], { id: "harbour" }),
  ),
  "roads.geojson": collection(
    road({ kind: "road", speed: 80 }, [0, -3500], [0, 1400], [3000, 1400]),
    road({ kind: "road", speed: 80 }, [0, 2100], [0, 3500]),
    ...roads,
  ),
});
const neighboursOf = (unit: string, changes: Parameters<typeof tinyCase>[0]): string[] => {
  const { units } = imported(changes).municipality;
  const { start, target } = units.adjacency;
  const number = units.id.indexOf(unit);
  return Array.from(target.subarray(start[number], start[number + 1]), (each) => units.id[each]);
};

describe("water between units is crossed", () => {
  test("by nothing: they do not touch", () => {
    expect(neighboursOf("harbour", islands())).toEqual(["north"]);
  });

  test("by a ferry, also one drawn as several lines", () => {
    const ferry = [
      road({ kind: "ferry", minutes: 5 }, [0, 1400], [9000, 1750]),
      road({ kind: "ferry", minutes: 5 }, [9000, 1750], [0, 2100]),
    ];
    expect(neighboursOf("harbour", islands(...ferry))).toEqual(["south", "north"]);
  });

  test("by each of a harbour's ferries to where it goes, and from none of these to another", () => {
    // East of the sound's mouth both quays have a road; the ferries are drawn towards the harbour, and meet there.
    const ferries = [
      road({ kind: "ferry", minutes: 5 }, [0, 1400], [0, 2100]),
      road({ kind: "ferry", minutes: 5 }, [-3500, 2100], [0, 2100]),
    ];
    const three = islands(...ferries);
    expect(neighboursOf("harbour", three)).toEqual(["south", "north"]);
    expect(neighboursOf("south", three)).toEqual(["east", "harbour"]);
  });

  test("by a bridge", () => {
    expect(neighboursOf("harbour", islands(road({ kind: "road", speed: 80 }, [0, 1400], [0, 2100])))).toEqual([
      "south",
      "north",
    ]);
  });

  test("by a ferry that lands far from the shore", () => {
    const upriver = road({ kind: "ferry", minutes: 9 }, [0, 900], [0, 2600]);
    expect(neighboursOf("harbour", islands(upriver))).toEqual(["south", "north"]);
  });

  test("but not by two ferries that lead to two places", () => {
    const apart = [
      road({ kind: "ferry", minutes: 50 }, [0, 1400], [9000, 9000]),
      road({ kind: "ferry", minutes: 50 }, [0, 2100], [9000, -9000]),
    ];
    expect(neighboursOf("harbour", islands(...apart))).toEqual(["north"]);
  });

  test("but not by a ferry that leads elsewhere", () => {
    const away = road({ kind: "ferry", minutes: 50 }, [0, 2100], [9000, 9000]);
    expect(neighboursOf("harbour", islands(away))).toEqual(["north"]);
  });
});

const areas = (...features: readonly object[]) => ({ ...NO_UNITS, "units.geojson": collection(...features) });
const square = (west: number, south: number, properties: object, id?: unknown): object => ({
  ...feature("Polygon", [box(west, south, 4000)], properties),
  ...(id !== undefined && { id }),
});

const overlapping = (...rings: readonly number[][][]) =>
  importCase(tinyCase(areas(...rings.map((ring, i) => feature("Polygon", [ring], { id: `u${i}` }))))).issues.filter(
    ({ code }) => code === "units.overlap",
  );

describe("own areas are told apart", () => {
  const FOUR = [
    [-4000, -4000],
    [0, -4000],
    [-4000, 0],
    [0, 0],
  ] as const;
  const idsOf = (write: (i: number) => readonly [properties: object, id?: unknown]): readonly string[] =>
    imported(areas(...FOUR.map(([west, south], i) => square(west, south, ...write(i))))).municipality.units.id;

  test.each([
    { name: "property id before a running number", ids: idsOf((i) => [{ id: `u${i}` }, i]), of: "u0" },
    { name: "a code before a running number", ids: idsOf((i) => [{ KODE: 10 + i, navn: "x" }, `${i}`]), of: "10" },
    { name: "a layer's running number", ids: idsOf((i) => [{ sognekode: `70${i}` }, `sogne.${i + 1}`]), of: "700" },
    { name: "the feature's own id before other names", ids: idsOf((i) => [{ navn: "x" }, `a${"wxyz"[i]}`]), of: "aw" },
    { name: "a running number where there is nothing else", ids: idsOf((i) => [{}, i]), of: "0" },
  ])("$name", ({ ids, of }) => expect(ids[0]).toBe(of));

  test("those that touch do not overlap, however their corners fall and though their borders differ by half a metre", () => {
    expect(overlapping(box(-4000, -4000, 4000), box(0, -4000, 4000), box(-3999, 0, 3999), box(0, 0.5, 3000))).toEqual(
      [],
    );
  });

  test.each([
    { name: "by half, along common borders", other: box(-2000, -4000, 4000), area: 8_000_000 },
    {
      name: "crosswise",
      other: [
        [-5000, -3000],
        [1000, -3000],
        [1000, -2000],
        [-5000, -2000],
        [-5000, -3000],
      ],
      area: 4_000_000,
    },
    { name: "one inside the other", other: box(-3000, -3000, 100), area: 10_000 },
    { name: "the same twice", other: box(-4000, -4000, 4000), area: 16_000_000 },
  ])("overlapping $name is said with its size", ({ other, area }) => {
    const ring = other[0][0] < 100_000 ? other.map(([east, north]) => tinyPlane(east, north)) : other;
    const [issue] = overlapping(box(-4000, -4000, 4000), ring);
    expect(issue.values).toMatchObject({ one: "u0", other: "u1" });
    expect(issue.values["area"]).toBeCloseTo(area, -2);
  });

  test("pupils who live in both are counted", () => {
    const [issue] = overlapping(box(-4000, -4000, 8000), box(-1000, 1000, 3000));
    expect(issue.values["pupils"]).toBe(30);
  });

  test("an outline that crosses itself is said", () => {
    const twisted = [
      box(-4000, -4000, 8000)[0],
      tinyPlane(4000, 4000),
      tinyPlane(4000, -4000),
      tinyPlane(-4000, 3000),
      box(-4000, -4000, 8000)[0],
    ];
    const found = importCase(
      tinyCase({ "outline.geojson": json(feature("Polygon", [twisted], { name: "Lilleby" })) }),
    ).issues;
    expect(found).toContainEqual(expect.objectContaining({ code: "area.crosses-itself", name: "Lilleby" }));
  });
});

describe("a line of an OpenStreetMap layer without a highway is no road", () => {
  test.each([
    [{ waterway: "stream" }, { leftOut: "waterway=stream" }],
    [{ highway: null, railway: "rail" }, { leftOut: "railway=rail" }],
    [{ power: "line", speed: 50 }, { leftOut: "power=line" }],
    [{ osm_id: "1", name: "Åen" }, { leftOut: "highway=-" }],
    [
      { highway: "residential", barrier: "wall" },
      { kind: "road", told: "by a property" },
    ],
    [
      { railway: "no", vejklasse: "Lokalvej" },
      { kind: "road", told: "by a property" },
    ],
    [{ other_tags: '"highway"=>"cycleway","lit"=>"yes"' }, { kind: "path", told: "by a property" }],
    [{ highway: "", other_tags: '"boundary"=>"administrative"' }, { leftOut: "boundary=administrative" }],
    [{ other_tags: '{"highway":"motorway"}' }, { kind: "motorway", told: "by a property" }],
    [{ tags: { route: "ferry" } }, { kind: "ferry", told: "by a property" }],
    [{ name: "Vejen" }, { kind: "road", told: "by nothing" }],
  ])("%j is %j", (properties, reading) => expect(kindOf(withTags(properties), undefined)).toEqual(reading));

  test("a tag of its own goes before one among the others, and quotes in names are kept", () => {
    const tags = withTags({
      highway: "path",
      maxspeed: null,
      other_tags: '"highway"=>"road","maxspeed"=>"40","name"=>"A \\"B\\""',
    });
    expect(tags).toMatchObject({ highway: "path", maxspeed: "40", name: 'A "B"' });
  });
});
