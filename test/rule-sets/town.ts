import { openCase, type OpenCase } from "../../src/open-case.ts";
import { TINY_FILES, tinyCase, tinyPosition } from "../cases/tiny.ts";

/** The tiny town under another rule set: what case.json says, what schools teach in the order of sites.csv, and pupils of each grade at each address. */
export interface Town {
  readonly rules?: object;
  readonly names: readonly string[];
  readonly teaches: readonly [nord: string, oest: string, syd: string, vest: string];
  readonly pupils: (address: number, grade: number) => number;
  readonly schoolYear?: string;
}

const AT: readonly (readonly [east: number, north: number])[] = [
  [0, 3000],
  [300, 2300],
  [2600, 300],
  [3000, -200],
  [-200, -2700],
  [400, -2200],
  [-2700, 100],
  [-2400, -500],
  [0, 100],
];

/** Its files, with the plan in two districts that everybody has the nearest school in. */
export function townFiles({ rules, names, teaches, pupils, schoolYear = "2015/16" }: Town): Map<string, Uint8Array> {
  const caseFile = { ...JSON.parse(TINY_FILES["case.json"]), schoolYear, ...(rules && { rules }) };
  const sites = [
    "id;name;town;lat;lon;grades;district",
    ...TINY_FILES["sites.csv"]
      .trim()
      .split("\n")
      .slice(1)
      .map((row, site) => {
        const [id, name, town, lat, lon, , district] = row.split(";");
        return [id, name, town, lat, lon, teaches[site], district].join(";");
      }),
  ];
  const rows = AT.map(([east, north], address) => {
    const { lat, lon } = tinyPosition(east, north);
    return [lat, lon, ...names.map((_, grade) => pupils(address, grade))].join(";");
  });
  return tinyCase({
    "case.json": JSON.stringify(caseFile, undefined, 2),
    "sites.csv": `${sites.join("\n")}\n`,
    "pupils.csv": `${[["lat", "lon", ...names].join(";"), ...rows].join("\n")}\n`,
  });
}

export function openTown(town: Town): OpenCase {
  const { value, issues } = openCase(townFiles(town));
  if (!value) throw new Error(JSON.stringify(issues, undefined, 1));
  return value;
}

/** Any town's pupils: a few at each address, otherwise in each grade. */
export const someone = (address: number, grade: number): number => (address * 7 + grade * 3) % 4;

export const K12 = ["K", ...Array.from({ length: 12 }, (_, i) => String(i + 1))];
export const NINE = Array.from({ length: 10 }, (_, grade) => String(grade));

/** A class cap and a way of its own for every grade, so that each is a band. */
export const EVERY_GRADE = {
  kind: "plain",
  grades: K12,
  classes: K12.map((grades, i) => ({ grades, most: 10 + i })),
  transport: K12.map((grades, i) => ({ grades, metres: 1500 + 100 * i })),
};

/** One rule for all: nothing cuts a band. */
export const ONE_BAND = { kind: "plain", grades: K12, classes: [{ grades: "K-12", most: 20 }] };

/** Denmark's limits and class cap of 2015 without its law. */
export const LIKE_DENMARK = {
  kind: "plain",
  grades: NINE,
  classes: [{ grades: "0-9", most: 28 }],
  transport: [
    { grades: "0-3", metres: 2500 },
    { grades: "4-6", metres: 6000 },
    { grades: "7-9", metres: 7000 },
  ],
};
