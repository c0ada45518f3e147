import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makeForecaster } from "../../src/forecast/forecast.ts";
import { importCase } from "../../src/import/import-case.ts";
import { TINY_FILES, tinyCase, tinyPosition } from "../cases/tiny.ts";

/** Text to put in a place where nobody expects it. */
const JUNK = [
  "",
  ";",
  '"',
  "\n",
  "-",
  "..",
  "NaN",
  "1e999",
  "null",
  "[]",
  "{}",
  "0",
  "-1",
  "1.234",
  "999999",
  "\0",
  "æ",
  "EPSG:25832",
];

/** A file's text with a passage replaced by junk, some times over. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 30 }),
    junk: fc.constantFrom(...JUNK),
  }),
  { minLength: 1, maxLength: 4 },
);

function damaged(text: string, faults: readonly { at: number; length: number; junk: string }[]): string {
  return faults.reduce((found, { at, length, junk }) => {
    const from = Math.floor(at * found.length);
    return found.slice(0, from) + junk + found.slice(from + length);
  }, text);
}

test.each(Object.keys(TINY_FILES))(
  "whatever happens to %s, import answers with issues or a case, never an exception",
  (file) => {
    fc.assert(
      fc.property(damage, (faults) => {
        const { value, issues } = importCase(tinyCase({ [file]: damaged(TINY_FILES[file], faults) }));
        expect(value === undefined).toBe(issues.some(({ severity }) => severity === "error"));
      }),
    );
  },
);

const { lon, lat } = tinyPosition(0, 100);

/** Files of the years to come, in order as they stand. */
const FORECAST_FILES: Readonly<Record<string, string>> = {
  "births.csv": "skole;år;fødte\nNordby Skole;2009;20\nNordby Skole;2010;22\nsyd;2010;18\nsyd;2014;9\n",
  "movers.csv": "område;trin;overgang\nalle;;1,01\nalle;7;0,95\n",
  "housing.csv": `navn;lat;lon;boliger;fra;til;type\nEngen;${lat};${lon};40;2017;2019;hus\nMarken;${lat};${lon};8;2016;;lejlighed\n`,
  "forecast.csv": "distrikt;skoleår;0;1;9\nNord;2016/17;9,5;8;7\nSyd;2016/17;6;;5\n",
  "assumptions.csv": "parameter;value;low;high;source\npublicShare;0,7;0,6;0,8;os\nhouse;0,4;0,3;0,5;os\n",
};

test.each(Object.keys(FORECAST_FILES))(
  "whatever happens to %s, import answers with issues or a case whose forecast has no negative or endless number",
  (file) => {
    fc.assert(
      fc.property(damage, (faults) => {
        const files = { ...FORECAST_FILES, [file]: damaged(FORECAST_FILES[file], faults) };
        const { value, issues } = importCase(tinyCase(files));
        expect(value === undefined).toBe(issues.some(({ severity }) => severity === "error"));
        if (!value) return;
        const { municipality } = value;
        const { count } = municipality.units;
        const { districts } = municipality;
        const baseline = { id: "", title: "", districts, teaching: [], assignment: new Uint16Array(count * 3) };
        const start = { municipality, baseline, unitGrade: new Uint32Array(count * 10).fill(1) };
        for (const scenario of ["low", "high"] as const)
          for (const pupils of makeForecaster(start, 6).inScenario(scenario).demand)
            expect(pupils.every((each) => each >= 0 && each < Infinity)).toBe(true);
      }),
    );
  },
);
