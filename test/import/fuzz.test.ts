import * as fc from "fast-check";
import { expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import { TINY_FILES, tinyCase } from "../cases/tiny.ts";

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

test.each(Object.keys(TINY_FILES))(
  "whatever happens to %s, import answers with issues or a case, never an exception",
  (file) => {
    fc.assert(
      fc.property(damage, (faults) => {
        let text = TINY_FILES[file];
        for (const { at, length, junk } of faults) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + junk + text.slice(from + length);
        }
        const { value, issues } = importCase(tinyCase({ [file]: text }));
        expect(value === undefined).toBe(issues.some(({ severity }) => severity === "error"));
      }),
    );
  },
);
