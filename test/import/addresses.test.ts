import { expect, test } from "vitest";
import { importAddresses } from "../../src/import/addresses.ts";
import { importCase } from "../../src/import/import-case.ts";
import { TINY_FILES, tinyPosition } from "../cases/tiny.ts";
import { caseFolder } from "../data/case-folder.ts";

const bytes = (files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const { lat, lon } = tinyPosition(100, 100);
const rows = (...lines: readonly string[]): string => ["vejnavn;husnr;postnr;postnrnavn;lat;lon", ...lines].join("\n");

test("addresses are read by the register's names, numbers without noughts and with their letter large", () => {
  const text = rows(`Ahlgade;012 b;4300;Holbæk;${lat};${lon}`, `Ahlgade;14-16;;;${lat};${lon}`);
  const { value, issues } = importAddresses(bytes({ "addresses.csv": text }), []);
  expect(issues).toEqual([]);
  expect(value?.map(({ street, number, postcode, town }) => [street, number, postcode, town])).toEqual([
    ["Ahlgade", "12B", "4300", "Holbæk"],
    ["Ahlgade", "14", "", ""],
  ]);
});

test("a row without a street is an issue of its line, in a case as in the file alone", () => {
  const files = bytes({ ...TINY_FILES, "addresses.csv": rows(`;12;4300;Holbæk;${lat};${lon}`) });
  const expected = { code: "value.missing", file: "addresses.csv", line: 2, column: "vejnavn" };
  expect(importAddresses(files, []).issues).toEqual([expect.objectContaining(expected)]);
  expect(importCase(files).issues).toContainEqual(expect.objectContaining(expected));
});

test("no figure rests on addresses: a case has the same hash with and without them", () => {
  const more = { ...TINY_FILES, "addresses.csv": rows(`Ahlgade;12;4300;Holbæk;${lat};${lon}`) };
  const hashes = [TINY_FILES, more].map((files) => importCase(bytes(files)).value?.dataHash);
  expect(hashes[0]).toBeDefined();
  expect(hashes[1]).toBe(hashes[0]);
});

test("Holbæk has some thousand made-up addresses in all its post districts, and says that they are made up", () => {
  const files = caseFolder("holbaek");
  const { value = [], issues } = importAddresses(files, []);
  expect(issues).toEqual([]);
  expect(value.length).toBeGreaterThan(2000);
  expect(value.length).toBeLessThan(4000);
  expect(new Set(value.map(({ postcode }) => postcode)).size).toBe(12);
  expect(importCase(files).value?.municipality.info.addressesNotice).toMatchObject({ en: /Made-up addresses/ });
});
