import { gradesInWords } from "../../src/domain/grades.ts";
import { quotedList } from "../../src/domain/language.ts";
import { cellToParent } from "h3-js";
import type { CASE_ISSUES } from "../../src/import/issue-texts-case.ts";
import type { PUPIL_ISSUES } from "../../src/import/issue-texts-pupils.ts";
import { TINY_FILES, TINY_PUPILS } from "../cases/tiny.ts";
import {
  type Changes,
  GOOD_SITES,
  NO_UNITS,
  at,
  box,
  cell,
  edited,
  feature,
  json,
  plan,
  pupils,
  site,
  sites,
  table,
  zone,
  zones,
  type Fault,
} from "./fault-tools.ts";

const costs = (row: string): Changes => ({ "costs.csv": table("item;site;value;price_year;source", row) });

/** All sites registered with so many pupils in each grade together. */
const registered = (each: number): Changes => {
  const counts = Array<number>(10).fill(each).join(";");
  const rows = GOOD_SITES.map((row, i) =>
    row.replace(/;1;1;1;;$/, `;1;1;1;${i === 0 ? counts : "0;0;0;0;0;0;0;0;0;0"}`),
  );
  const header = `id;name;lat;lon;grades;district;capacity_0_3;capacity_4_6;capacity_7_9;${Array.from({ length: 10 }, (_, i) => `pupils_${i}`).join(";")}`;
  return { "sites.csv": table(header, ...rows) };
};

/** From one state to the same one, which saves nothing. */
const promise = (state: object) => ({
  name: { da: "Løfte", en: "Promise" },
  kroner: 1,
  priceYear: 2015,
  counts: ["leadership"],
  from: state,
  to: state,
  source: "os",
  reading: { da: "Intet", en: "Nothing" },
});

const TO_NINE = { grades: "0-9", most: 25 };
const plainRules = (change: object) => ({
  kind: "plain",
  grades: Array.from({ length: 10 }, (_, grade) => String(grade)),
  classes: [TO_NINE],
  ...change,
});

/** For every issue of what the case says, one fault that provokes it. */
export const CASE_FAULTS: Readonly<Record<keyof typeof CASE_ISSUES | keyof typeof PUPIL_ISSUES, Fault>> = {
  "case.school-year": {
    changes: edited("case.json", "2015/16", "2015/17"),
    issue: { file: "case.json", line: 6, values: { found: "2015/17" } },
  },
  "case.currency": {
    changes: edited("case.json", '"units"', '"currency": "KRO", "units"'),
    issue: { file: "case.json", values: { found: "KRO" } },
  },
  "case.currency-worth": {
    changes: edited("case.json", '"units"', '"currency": "GBP", "units"'),
    issue: { file: "case.json", values: { found: "GBP" } },
  },
  "published.few": {
    changes: edited(
      "case.json",
      '"units"',
      '"published": {"seed": 1, "areas": 9, "from": 9, "sums": {"kept": 1, "of": 1}, "plans": []}, "units"',
    ),
    issue: { file: "pupils.csv" },
  },
  "case.code": {
    changes: edited("case.json", '"0999"', '"999"'),
    issue: { file: "case.json", line: 5, values: { found: '"999"' } },
  },
  "case.crs": {
    changes: edited("case.json", '"units"', '"crs": "EPSG:99999", "units"'),
    issue: { file: "case.json", values: { found: "EPSG:99999" } },
  },
  "case.language": {
    changes: edited("case.json", '"units"', '"language": "xx", "units"'),
    issue: { file: "case.json", values: { found: "xx", known: "da, en" } },
  },
  "case.school-year-form": {
    changes: edited("case.json", "2015/16", "2015"),
    issue: { file: "case.json", line: 6, values: { found: '"2015"' } },
  },
  "case.baseline": {
    changes: edited("case.json", '"units"', '"baseline": "2016", "units"'),
    issue: { file: "case.json", line: 8, values: { plan: "2016" } },
  },
  "case.promise-plan": {
    changes: edited("case.json", '"units"', `"promises": [${json(promise({ plan: "1066" }))}], "units"`),
    issue: { file: "case.json", values: { plan: "1066" } },
  },
  "sites.name-twice": {
    changes: edited("sites.csv", "Østby Skole", "NORDBY SKOLE"),
    issue: { file: "sites.csv" },
  },
  "districts.name-twice": {
    changes: edited("districts.csv", "S;Syd", "S;nord"),
    issue: { file: "districts.csv", values: { name: "Nord", ids: "N, S" } },
  },
  "sites.grades": {
    changes: edited("sites.csv", "0-6", "06-jan"),
    issue: { file: "sites.csv", line: 3, column: "grades", values: { found: "06-jan" } },
  },
  "sites.bands-cut": {
    changes: edited("sites.csv", "0-6;S", "0-5;S"),
    issue: { file: "sites.csv", values: { bands: "0-3, 4-5, 6, 7-9" } },
  },
  "sites.capacity-shared": {
    changes: edited("sites.csv", "capacity_0_3;capacity_4_6", "places;capacity_0_6"),
    issue: { file: "sites.csv", line: 1 },
  },
  "sites.capacity-grades": {
    changes: edited("sites.csv", "capacity_0_3", "capacity_0_2"),
    issue: { file: "sites.csv", line: 2, column: "capacity_0_2", values: { found: "60" } },
  },
  "sites.bell-time": {
    changes: edited("sites.csv", "capacity_0_3", "ringetid"),
    issue: { file: "sites.csv", line: 2, column: "ringetid", values: { found: "60", from: "05:00", to: "16:00" } },
  },
  "case.grades": {
    changes: edited("case.json", '"units"', '"rules": { "kind": "danish", "cuts": ["12"] }, "units"'),
    issue: { file: "case.json", values: { found: "12" } },
  },
  "case.no-class": {
    changes: edited(
      "case.json",
      '"units"',
      `"rules": ${json(plainRules({ classes: [{ grades: "0-7", most: 20 }] }))}, "units"`,
    ),
    issue: { file: "case.json", values: { grades: "8, 9" } },
  },
  "sites.grade-ten": {
    changes: edited("sites.csv", "0-9", "0-10"),
    issue: { file: "sites.csv", line: 2, column: "grades", values: { found: "0-10" } },
  },
  "sites.district-unknown": {
    changes: edited("sites.csv", "0-6;V", "0-6;W"),
    issue: { file: "sites.csv", line: 5, column: "district", values: { district: "W" } },
  },
  "sites.no-district": {
    changes: edited("sites.csv", "0-6;S", "0-6;"),
    issue: { file: "sites.csv", values: { count: 1, sites: "Østby Skole" } },
  },
  "sites.no-capacity": {
    changes: edited("sites.csv", ";40;30;", ";;30;"),
    issue: { file: "sites.csv", values: { count: 1, sites: "Østby Skole" } },
  },
  "sites.no-places": {
    changes: edited("sites.csv", ";40;30;", ";0;30;"),
    issue: { file: "sites.csv", values: { count: 1, sites: "Østby Skole" } },
  },
  "sites.capacity-columns": {
    changes: edited("sites.csv", "capacity_0_3", "pladser 0.-3."),
    issue: { file: "sites.csv", line: 1, values: { columns: quotedList(["pladser 0.-3."]) } },
  },
  "sites.head-only": {
    changes: {
      "sites.csv": TINY_FILES["sites.csv"]
        .replace(/$/gm, ";Afdeling (underordnet enhed)")
        .replace(
          /^(id.*);Afd.*\n/,
          `$1;Enhedsart\nhoved;Nordby samlet;Nordby;${at.lat};${at.lon};0-9;N;;;;Hovedskole (institution med enheder)\n`,
        )
        .replace(/\n;Afd.*$/, ""),
    },
    issue: { file: "sites.csv", values: { count: 1, sites: "Nordby samlet" } },
  },
  "sites.registered-partly": {
    changes: sites(...GOOD_SITES.slice(0, 2), site("v", "0-9;V;1;1;1;5;")),
    issue: { file: "sites.csv", line: 4 },
  },
  "sites.none-open": {
    changes: sites(site("n", ";N;;;;;"), site("s", ";S;;;;;"), site("v", ";V;;;;;")),
    issue: { file: "sites.csv" },
  },
  "sites.outside-outline": {
    changes: edited("sites.csv", /55[.\d]*;11[.\d]*;0-6;V/, "55.9;11.9;0-6;V"),
    issue: { file: "sites.csv", values: { count: 1, sites: "Vestby Skole" } },
  },
  "districts.no-site": {
    changes: edited("districts.csv", "V;Vest", "V;Vest\nX;Tom"),
    issue: { file: "districts.csv", line: 5, values: { district: "Tom" } },
  },
  "districts.none-open": {
    changes: edited("sites.csv", "0-6;V", ";V"),
    issue: { file: "districts.csv", line: 4, values: { district: "Vest" } },
  },
  "pupils.grade": {
    changes: pupils("lat;lon;grade", `${at.lat};${at.lon};11`),
    issue: { file: "pupils.csv", line: 2, column: "grade", values: { found: "11" } },
  },
  "pupils.age": {
    changes: pupils("lat;lon;alder;antal", `${at.lat};${at.lon};6 år;4`, `${at.lat};${at.lon};10 år og derover;4`),
    issue: { file: "pupils.csv", line: 3, column: "alder", values: { found: "10 år og derover" } },
  },
  "pupils.age-first": {
    changes: {
      ...edited("case.json", '"units"', `"rules": ${json(plainRules({}))}, "units"`),
      ...pupils("lat;lon;age;pupils", `${at.lat};${at.lon};6;4`),
    },
    issue: { file: "pupils.csv", line: 1 },
  },
  "pupils.ages": {
    changes: pupils(
      "lat;lon;alder;antal",
      `${at.lat};${at.lon};5 år;2`,
      `${at.lat};${at.lon};6 år;4`,
      `${at.lat};${at.lon};16+;3`,
    ),
    issue: {
      file: "pupils.csv",
      values: { first: 6, firstGrade: "0", last: 15, lastGrade: "9", pupils: 4, younger: 2, older: 3 },
    },
  },
  "pupils.ages-shared": {
    changes: pupils("lat;lon;alder;antal", `${at.lat};${at.lon};6-9 år;5`),
    issue: { file: "pupils.csv", values: { count: 5 } },
  },
  "pupils.several-years": {
    changes: pupils("lat;lon;alder;tid;antal", `${at.lat};${at.lon};6;2024K1;5`, `${at.lat};${at.lon};6;2025K1;5`),
    issue: { file: "pupils.csv", line: 1, column: "tid", values: { years: "2024K1, 2025K1" } },
  },
  "pupils.grade-ten": {
    changes: pupils("lat;lon;grade;pupils", `${at.lat};${at.lon};10;4`, `${at.lat};${at.lon};9;4`),
    issue: { file: "pupils.csv", values: { count: 4 } },
  },
  "pupils.no-position": {
    changes: pupils("lat;lon;grade;pupils", ";;2;3", `${at.lat};${at.lon};9;4`),
    issue: { file: "pupils.csv", values: { rows: 1, count: 3, lines: "2" } },
  },
  "pupils.no-columns": {
    changes: pupils("lat;lon;weight", `${at.lat};${at.lon};7`),
    issue: { file: "pupils.csv", line: 1, values: { found: quotedList(["lat", "lon", "weight"]) } },
  },
  "pupils.grade-column-missing": {
    changes: pupils("lat;lon;0;1;2;3;4;5;6", `${at.lat};${at.lon};1;1;1;1;1;1;1`),
    issue: { file: "pupils.csv", line: 1, values: { grades: "7, 8, 9" } },
  },
  "pupils.blank-counts": {
    changes: pupils("lat;lon;grade;pupils", `${at.lat};${at.lon};2;`, `${at.lat};${at.lon};2;3`),
    issue: { file: "pupils.csv", values: { count: 1 } },
  },
  "pupils.place-unknown": {
    changes: {
      ...pupils("place;grade;pupils", "Nordby;1;2", "Nørby;1;2"),
      "places.csv": table("name;lat;lon", `Nordby;${at.lat};${at.lon}`),
    },
    issue: { file: "pupils.csv", line: 3, column: "place", values: { place: "Nørby" } },
  },
  "pupils.place-twice": {
    changes: {
      ...pupils("place;grade;pupils", "Nordby;1;2"),
      "places.csv": table("name;lat;lon", `Nordby;${at.lat};${at.lon}`, `nordby;${at.lat};${at.lon}`),
    },
    issue: { file: "pupils.csv", line: 2, column: "place", values: { place: "Nordby" } },
  },
  "pupils.count-unknown": {
    changes: pupils("lat;lon;grade;Elevtal 2024", `${at.lat};${at.lon};2;12`, `${at.lat};${at.lon};3;9`),
    issue: { file: "pupils.csv", line: 1, values: { columns: quotedList(["Elevtal 2024"]) } },
  },
  "pupils.point-full": {
    changes: pupils("lat;lon;grade;pupils", `${at.lat};${at.lon};2;40000`, `${at.lat};${at.lon};3;40000`),
    issue: { file: "pupils.csv", values: { found: 80_000, most: 65_535, place: `${at.lon} ${at.lat}` } },
  },
  "pupils.fewer-than-registered": {
    changes: registered(20),
    issue: { file: "pupils.csv", values: { read: TINY_PUPILS, registered: 200, missing: 200 - TINY_PUPILS } },
  },
  "pupils.grade-short": {
    changes: { ...registered(30), ...pupils("lat;lon;grade;pupils", `${at.lat};${at.lon};2;290`) },
    issue: { file: "pupils.csv" },
  },
  "pupils.not-as-registered": {
    changes: registered(7),
    issue: { file: "pupils.csv", values: { read: TINY_PUPILS, registered: 70 } },
  },
  "pupils.none": {
    changes: pupils("lat;lon;grade;pupils", `${at.lat};${at.lon};2;0`),
    issue: { file: "pupils.csv" },
  },
  "pupils.outside-outline": {
    changes: edited("pupils.csv", /^55[.\d]*;11[.\d]*;2;2/m, "55.9;11.9;2;2"),
    issue: { file: "pupils.csv", values: { pupils: 20, cells: 1 } },
  },
  "pupils.near-units": {
    changes: { ...NO_UNITS, "units.geojson": json(feature("Polygon", [box(-4000, -4000, 6900)], { id: "most" })) },
    issue: { file: "pupils.csv", values: { pupils: 27, limit: 500 } },
  },
  "pupils.outside-units": {
    changes: { ...NO_UNITS, "units.geojson": json(feature("Polygon", [box(-4000, -4000, 5000)], { id: "south" })) },
    issue: { file: "pupils.csv" },
  },
  "plan.id": {
    changes: { "plans/other.json": TINY_FILES["plans/two.json"] },
    issue: { file: "plans/other.json", line: 4, values: { found: "two", name: "other" } },
  },
  "plan.site-unknown": {
    changes: edited("plans/two.json", '"vest"', '"west"'),
    issue: { file: "plans/two.json", line: 12, column: "9", values: { site: "west" } },
  },
  "plan.site-twice": {
    changes: edited("plans/two.json", '"oest"', '"oest", "nord"'),
    issue: { file: "plans/two.json", values: { site: "nord", district: "NV" } },
  },
  "plan.district-twice": {
    changes: edited("plans/two.json", '"id": "S"', '"id": "NV"'),
    issue: { file: "plans/two.json", line: 16, values: { district: "NV" } },
  },
  "plan.unit-unknown": {
    changes: zones(zone("nord", ["0-3"], ["881f05935dfffff"])),
    issue: { file: "plans/p.json", values: { unit: "881f05935dfffff" } },
  },
  "plan.unit-twice": {
    changes: zones(zone("nord", ["0-3", "7-9"], [cell]), zone("syd", ["4-6", "7-9"], [cellToParent(cell, 7)])),
    issue: {
      file: "plans/p.json",
      values: { unit: cellToParent(cell, 7), grades: gradesInWords("7-9"), site: "nord" },
    },
  },
  "plan.not-taught": {
    changes: zones(zone("vest", ["0-3", "7-9"], [cell])),
    issue: { file: "plans/p.json", values: { site: "vest", grades: gradesInWords("7-9") } },
  },
  "plan.same-as-unknown": {
    changes: plan({ assignment: { kind: "same-as", plan: "three" } }),
    issue: { file: "plans/p.json", values: { plan: "three" } },
  },
  "price-index.zero": {
    changes: { "price-index.csv": table("year;index;source", "2015;100;KL", "2016;0;KL") },
    issue: { file: "price-index.csv", line: 3, column: "index" },
  },
  "price-index.gap": {
    changes: { "price-index.csv": table("år;indeks;kilde", "2018;106;KL", "2015;100;KL", "2016;101,5;KL") },
    issue: { file: "price-index.csv", values: { before: 2016, after: 2018 } },
  },
  "costs.unknown-item": {
    changes: costs("bus_card;;1400;2022;Movia"),
    issue: { file: "costs.csv", line: 2, column: "item" },
  },
  "costs.unknown-site": {
    changes: costs("class;midt;700000;2018;regnskab"),
    issue: { file: "costs.csv", line: 2, column: "site", values: { found: "midt" } },
  },
  "costs.twice": {
    changes: { "costs.csv": table("item;value;price_year;source", "class;7;2018;x", "Class;8;2018;x") },
    issue: { file: "costs.csv", line: 3, column: "item", values: { item: "class", first: 2 } },
  },
  "costs.order": {
    changes: {
      "costs.csv": table("item;value;low;high;price_year;source", "class;700000;750000;800000;2018;regnskab"),
    },
    issue: { file: "costs.csv", line: 2, values: { low: 750_000, mid: 700_000, high: 800_000 } },
  },
  "costs.share": {
    changes: costs("realisation;;5;2018;regnskab"),
    issue: { file: "costs.csv", line: 2, column: "value", values: { found: 5, item: "realisation" } },
  },
  "costs.zero": {
    changes: costs("walkSpeed;;0;2018;regnskab"),
    issue: { file: "costs.csv", line: 2, column: "value", values: { found: 0, item: "walkSpeed" } },
  },
  "costs.price-year": {
    changes: costs("class;;700000;18;regnskab"),
    issue: { file: "costs.csv", line: 2, column: "price_year", values: { found: "18" } },
  },
  "plan.same-as-circle": {
    changes: plan({ assignment: { kind: "same-as", plan: "p" } }),
    issue: { file: "plans/p.json", values: { plans: "p → p" } },
  },
};
