import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { BAND_COUNT, BANDS, GRADE_COUNT, GRADES } from "../cases/folkeskole.ts";
import { openCase } from "../../src/open-case.ts";
import { sitePupils } from "../../src/domain/plan.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { pieces } from "../../src/geo/contiguity.ts";
import { withoutLinks } from "../../src/geo/adjacency.ts";
import { sum } from "../../src/kernels/sum.ts";
import { areasOf, LEAST_PUPILS } from "../../src/publish/areas.ts";
import { STATED_MEASURES } from "../../src/publish/errors.ts";
import { drawCase } from "../cases/drawn.ts";
import { readFormats } from "../../src/import/formats/read-formats.ts";
import { nodeSqlite } from "../../src/cli/sqlite.ts";
import { geoPackage } from "../../src/report/map/geopackage.ts";
import { type MapFeature, type MapLayer, textField } from "../../src/report/map/layer.ts";
import { osmBytes } from "../cases/osm-bytes.ts";
import { TINY_FILES, TINY_PUPILS, tinyCase, tinyPosition } from "../cases/tiny.ts";
import { TIMETABLE } from "../cases/timetable.ts";
import { sheetOfText, workbookOf } from "../import/formats/workbook-bytes.ts";
import { changedJson, opened, publish, publishedCase, realCase, textOf } from "./published.ts";

const corner = (east: number, north: number): [number, number] => {
  const { lon, lat } = tinyPosition(east, north);
  return [lon, lat];
};
const layer = (name: string, geometry: MapFeature["geometry"]): MapLayer => ({
  name,
  title: { da: name, en: name },
  shape: geometry.type,
  fields: [textField("navn")],
  features: [{ geometry, properties: { navn: name === "elever" ? "Mette" : name } }],
  look: { fill: "none", line: "fine" },
});

/** A square of land around the lattice, with what somebody has written on it. */
const landOfMette = {
  type: "Feature",
  properties: { name: "Mette" },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [520_000, 6_190_000],
        [550_000, 6_190_000],
        [550_000, 6_220_000],
        [520_000, 6_220_000],
        [520_000, 6_190_000],
      ],
    ],
  },
};

/** The tiny case's cross of roads as OpenStreetMap has it. */
function osmCross(): Uint8Array {
  const ends = [
    [0, 3500],
    [0, 0],
    [0, -3500],
    [-3500, 0],
    [3500, 0],
  ] as const;
  const nodes = ends.map(([east, north], i) => ({ id: i + 1, ...tinyPosition(east, north) }));
  const ways = [
    [1, 2, 3],
    [4, 2, 5],
  ].map((through, i) => ({ id: i + 1, tags: { highway: "tertiary" }, nodes: through }));
  return osmBytes({ nodes, ways });
}

const tinyFiles = new Map(Object.entries(TINY_FILES).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const isFew = (count: number): boolean => count > 0 && count < 5;

test("no area and no place of a published case has one to four pupils in a grade, and nobody is lost", async () => {
  for (const name of ["holbaek", "lattice"] as const) {
    const { files, opened: published } = await publishedCase(name);
    const own = opened(realCase(name)).basis;
    const read = opened(files);
    expect(read.basis.unitGrade.filter(isFew)).toHaveLength(0);
    expect([...read.basis.municipality.demand.pupils].filter(isFew)).toEqual([]);
    expect(read.basis.pupils).toBe(own.pupils);
    expect(read.basis.municipality.roads).toEqual(own.municipality.roads);
    expect(read.dataHash).toBe(published.dataHash);
    expect(read.issues.filter(({ severity }) => severity === "error")).toEqual([]);
  }
});

test("the same seed gives the same bytes, another seed others", async () => {
  const made = await Promise.all([1, 1, 2].map((seed) => publish(tinyFiles, seed)));
  const [once, again, other] = made.map(({ files }) => files);
  expect([...again].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual(
    [...once].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  );
  expect(textOf(other, "pupils.csv")).not.toBe(textOf(once, "pupils.csv"));
});

test("a case that was published before is taken as it is, on the page as on the command line", async () => {
  const once = await publishedCase("lattice");
  const again = await publish(once.files, 2);
  expect([...again.files]).toEqual([...once.files]);
  expect(again.published).toEqual(once.published);
});

test("what each school of Holbæk has in a band is kept, by every plan, and so are districts and the whole", async () => {
  const own = opened(realCase("holbaek"));
  const { published, opened: made } = await publishedCase("holbaek");
  expect(published.sums.kept).toBe(published.sums.of);
  expect(published.sums.of).toBeGreaterThan(100);
  own.plans.forEach((plan, i) => {
    const counts = [own.basis.unitBand, made.basis.unitBand] as const;
    const [before, after] = [plan, made.plans[i]].map((each, at) =>
      sitePupils(GRADES, counts[at], each.assignment, 18),
    );
    expect(after).toEqual(before);
  });
});

test("a case of other grades is published under its own: those of the islands begin with K", async () => {
  const own = opened(realCase("tarnsey"));
  const { files, published, opened: made } = await publishedCase("tarnsey");
  expect(textOf(files, "pupils.csv")).toMatch(/;K;\d+\n/);
  expect(made.basis.municipality.grades).toEqual(own.basis.municipality.grades);
  expect([made.basis.pupils, published.sums.kept]).toEqual([own.basis.pupils, published.sums.of]);
});

test("no figure is farther off than the published case itself says, and what it says is no exact difference", async () => {
  const own = opened(realCase("holbaek"));
  const { opened: made } = await publishedCase("holbaek");
  const stated = made.basis.municipality.info.published!;
  expect(stated.plans.map(({ plan }) => plan)).toEqual(own.plans.map(({ id }) => id));
  stated.plans.forEach(({ measures }, i) => {
    const [before, after] = [evaluatePlan(own.basis, own.plans[i]), evaluatePlan(made.basis, made.plans[i])];
    expect(measures.map(({ measure }) => measure)).toEqual(
      STATED_MEASURES.map(({ key }) => key).filter((key) => before.values.has(key as never)),
    );
    for (const { measure, atMost } of measures) {
      const [was, is] = [before, after].map(({ values }) => values.get(measure as never) ?? NaN);
      expect(Math.abs(is - was), measure).toBeLessThanOrEqual(atMost + 1e-9);
      const { unit } = STATED_MEASURES.find(({ key }) => key === measure)!;
      if (unit === "pupils") expect([atMost % 5, atMost > 0]).toEqual([0, true]);
    }
  });
  const of = (key: string) => stated.plans[0].measures.find(({ measure }) => measure === key)?.atMost ?? Infinity;
  expect(of("distance-mean")).toBeLessThanOrEqual(50);
  expect(of("transport-right")).toBeLessThanOrEqual(40);
});

test("a published case holds nothing of the files that the program does not know, no pupil's id, and no small count in any table", async () => {
  const files = realCase("lattice");
  const grades = Array.from({ length: GRADE_COUNT }, (_, grade) => `pupils_${grade}`).join(";");
  const [header, ...sites] = textOf(files, "sites.csv").trim().split("\n");
  const noted = sites.map(
    (line, i) => `${line};${i === 0 ? "3;7;2;9;9;9;9;0;9;9;kl. 8.10" : ";;;;;;;;;;"};Ring til Mettes mor`,
  );
  files.set("sites.csv", new TextEncoder().encode([`${header};${grades};ringetid;remark`, ...noted].join("\n")));
  files.set(
    "births.csv",
    new TextEncoder().encode("site;year;births;note\na-skole;2014;3;a\nb-skole;2014;44;b\nc-skole;2014;60;c\n"),
  );
  files.set("parishes.csv", new TextEncoder().encode("name;x;y\n=1+1;530500;6202500\n"));
  files.set("movers.csv", new TextEncoder().encode("site;grade;rate\na-skole;3;0.6666667\n"));
  files.set("letters.csv", new TextEncoder().encode("to;text\nMette;Hej\n"));
  files.set(
    "forecast.csv",
    new TextEncoder().encode(
      "site;year;note;grade;pupils\na-skole;2030;Mette;0;3\na-skole;2030;x;1;1,4\na-skole;2030;x;2;17,5\n",
    ),
  );
  files.set("capacity.csv", new TextEncoder().encode("site;capacity_0_3;Mettes lokale\na-skole;;4\n"));
  files.set(
    "roads.geojson",
    changedJson(files, "roads.geojson", ({ features, ...rest }) => ({
      ...rest,
      remark: "Mette",
      features: [
        ...(features as { readonly properties: object }[]).map(({ properties, ...each }, i) => ({
          ...each,
          id: `Mette ${i}`,
          properties: {
            ...properties,
            name: "Mettes vej",
            remark: "Mette",
            maxspeed: "Mette",
            oneway: "Mette",
            other_tags: '"note"=>"Mette"',
          },
        })),
        { type: "Feature", properties: { name: "Mette" }, geometry: { type: "Point", coordinates: [530500, 6202500] } },
      ],
    })),
  );
  files.set("land.geojson", new TextEncoder().encode(JSON.stringify(landOfMette)));
  for (const [path, text] of Object.entries(TIMETABLE))
    files.set(path, new TextEncoder().encode(text.replaceAll(/$/gm, ",Mette").replace(",Mette", ",remark")));
  const { files: written, leftOut } = await publish(files);
  const all = [...written.keys()].map((path) => textOf(written, path)).join("\n");
  expect(all).not.toContain("Mette");
  expect(leftOut).toEqual([]);
  const made = opened(written).basis.municipality;
  expect(made.roads).toEqual(opened(files).basis.municipality.roads);
  expect(made.publicBuses?.stops.length).toBeGreaterThan(0);
  expect(textOf(written, "forecast.csv")).toBe(
    "site;year;grade;pupils\na-skole;2030;0;5\na-skole;2030;1;0\na-skole;2030;2;17,5\n",
  );
  expect(textOf(written, "capacity.csv")).toBe("site;capacity_0_3\na-skole;\n");
  expect(written.has("letters.csv")).toBe(false);
  expect(textOf(written, "pupils.csv").split("\n")[0]).toBe("x;y;grade;pupils");
  const registered = textOf(written, "sites.csv").split("\n")[1].split(";").slice(-10).map(Number);
  expect(registered.filter(isFew)).toEqual([]);
  expect(sum(registered)).toBe(66);
  expect(textOf(written, "sites.csv").split("\n")[1]).toContain(";08:10;");
  expect(made.sites[0].bellTime).toBe(490);
  const births = textOf(written, "births.csv").split("\n");
  expect(births[0]).toBe("site;year;births");
  expect(
    births
      .slice(1, 4)
      .map((line) => Number(line.split(";")[2]))
      .filter(isFew),
  ).toEqual([]);
  expect(textOf(written, "parishes.csv")).toContain("'=1+1");
  expect(textOf(written, "movers.csv")).toContain("a-skole;3;0.67");
});

test("addresses are part of it as a register of houses, not as a list of where pupils live", async () => {
  expect((await publishedCase("holbaek")).files.has("addresses.csv")).toBe(true);
  const files = realCase("lattice");
  const homes = textOf(files, "pupils.csv").trim().split("\n").slice(1);
  const list = homes.map((line, i) => {
    const [, x, y] = line.split(";");
    return `Mettesvej;${i + 1};4300;Adby;${x};${y}`;
  });
  files.set("addresses.csv", new TextEncoder().encode(["street;number;postcode;town;x;y", ...list].join("\n")));
  const { files: written, leftOut } = await publish(files);
  expect(leftOut).toEqual(["addresses.csv"]);
  expect([...written.keys()].some((path) => textOf(written, path).includes("Mettesvej"))).toBe(false);
});

test("a case of workbooks, an extract of roads and a map of several layers is published as the same of text, and no other layer goes along", async () => {
  const square = [corner(-4000, -4000), corner(4000, -4000), corner(4000, 4000), corner(-4000, 4000)];
  const outline = await geoPackage(
    {
      layers: [
        layer("outline", { type: "Polygon", coordinates: [[...square, square[0]]] }),
        layer("elever", { type: "Point", coordinates: corner(300, 300) }),
      ],
      about: { name: "Om", columns: [{ title: "Om" }], rows: [] },
      language: "da",
    },
    nodeSqlite,
  );
  const files = tinyCase({
    "case.json": TINY_FILES["case.json"].replace(
      "{",
      '{"files": {"outline": {"layer": "outline"}, "pupils": {"crs": "EPSG:4326"}},',
    ),
    "pupils.csv": undefined,
    "pupils.xlsx": workbookOf(sheetOfText("Elever", TINY_FILES["pupils.csv"])),
    "sites.csv": undefined,
    "sites.xlsx": workbookOf(sheetOfText("Skoler", TINY_FILES["sites.csv"])),
    "outline.geojson": undefined,
    "outline.gpkg": outline,
    "roads.geojson": undefined,
    "roads.osm.pbf": osmCross(),
    "gtfs.zip": zipSync({
      ...Object.fromEntries(
        Object.entries(TIMETABLE).map(([path, text]) => [path.slice(5), new TextEncoder().encode(text)]),
      ),
      "feed_info.txt": new TextEncoder().encode("Mette"),
    }),
  });
  const own = openCase(await readFormats(files));
  const { files: written, opened: made, leftOut } = await publish(files);
  expect([...written.keys()]).toEqual(
    "case.json districts.csv gtfs.zip outline.geojson plans/today.json plans/two.json pupils.csv roads.geojson sites.csv units.geojson".split(
      " ",
    ),
  );
  expect(leftOut).toEqual([]);
  expect(made.basis.pupils).toBe(TINY_PUPILS);
  expect(made.basis.unitGrade.filter(isFew)).toHaveLength(0);
  expect(made.basis.municipality.roads).toEqual(own.value?.basis.municipality.roads);
  expect(made.basis.municipality.publicBuses).toEqual(own.value?.basis.municipality.publicBuses);
  const timetable = unzipSync(written.get("gtfs.zip")!);
  expect(Object.keys(timetable).toSorted()).toEqual(
    Object.keys(TIMETABLE)
      .map((path) => path.replace("gtfs/", ""))
      .toSorted(),
  );
  for (const bytes of Object.values(timetable)) expect(Buffer.from(bytes).includes("Mette")).toBe(false);
  expect(JSON.parse(textOf(written, "case.json"))).not.toHaveProperty("files");
  for (const bytes of written.values()) expect(Buffer.from(bytes).includes("Mette")).toBe(false);
});

test("a case that says it is published is not believed where a place has one to four pupils in a grade", async () => {
  const { files, published } = await publishedCase("lattice");
  const claimed = new Map(realCase("lattice"));
  claimed.set("pupils.csv", new TextEncoder().encode("id;x;y;grade;pupils\na;530000;6202000;2;4\n"));
  claimed.set(
    "case.json",
    changedJson(claimed, "case.json", (own) => ({ ...own, published })),
  );
  const { basis } = opened(files);
  expect(basis.municipality.info.published).toEqual(published);
  expect(() => opened(claimed)).toThrow("published.few");
});

test("areas lie within one class, hang together by land, and have ten pupils at least where their piece has", async () => {
  const { municipality, baseline } = drawCase({
    zones: ["AAAABB", "AAAABB", "..AABB"],
    sites: { A: { at: [0, 0] }, B: { at: [0, 5] } },
    districts: { N: "AB" },
    pupils: (unit) => (unit % 3 === 0 ? [1, 0, 0, 1, 0, 2, 0, 0, 0, 1] : 0),
  });
  const { units, demand } = municipality;
  const classOf = Array.from({ length: units.count }, (_, unit) => baseline.assignment[unit * BAND_COUNT]);
  const unitBand = Array.from({ length: units.count * BAND_COUNT }, (_, at) => {
    const { first, last } = BANDS[at % BAND_COUNT];
    const unit = Math.floor(at / BAND_COUNT);
    return sum(demand.pupils.subarray(unit * GRADE_COUNT + first, unit * GRADE_COUNT + last + 1));
  });
  const middles = Array.from({ length: 2 * units.count }, (_, i) => (i % 2 ? units.lat : units.lon)[i >> 1]);
  const area = areasOf({ bandCount: BAND_COUNT, adjacency: units.adjacency, classOf, unitBand, middles });
  const pupilsOf = (members: readonly number[]): number =>
    sum(members.flatMap((unit) => unitBand.slice(unit * BAND_COUNT, (unit + 1) * BAND_COUNT)));
  expect(new Set(area).size).toBeGreaterThan(2);
  for (const number of new Set(area)) {
    const members = [...area.keys()].filter((unit) => area[unit] === number);
    expect(new Set(members.map((unit) => classOf[unit])).size).toBe(1);
    expect(pieces(withoutLinks(units.adjacency, []), members).count).toBe(1);
    const inPiece = [...area.keys()].filter((unit) => classOf[unit] === classOf[members[0]]);
    expect(pupilsOf(members)).toBeGreaterThanOrEqual(Math.min(LEAST_PUPILS, pupilsOf(inPiece)));
  }
});
