import { expect, test } from "vitest";
import { openCase } from "../../src/open-case.ts";
import { editedCosts } from "../../web/worker/cost-edits.ts";
import { keepHome, keptHome } from "../../web/here/kept-home.ts";
import { answerHere } from "../../web/worker/here.ts";
import { TINY_FILES, tinyPosition } from "../cases/tiny.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("addresses that were read are found also once somebody tries another price", async () => {
  const { value: opened } = openCase(new Map(Object.entries(TINY_FILES).map(([path, text]) => [path, bytes(text)])));
  if (!opened) throw new Error("the tiny case does not open");
  const { lat, lon } = tinyPosition(0, 1500);
  const csv = `street;number;postcode;town;lat;lon\nNordvej;4;4300;Nordby;${lat};${lon}\n`;
  const files = [{ path: "addresses.csv", bytes: bytes(csv) }];
  expect(await answerHere(opened, { about: "addresses", files })).toEqual({ about: "addresses", count: 1 });

  const edits = [{ item: "walkSpeed", low: 3, mid: 4, high: 5 }] as const;
  const repriced = { ...opened, basis: { ...opened.basis, costs: editedCosts(opened.basis.costs, edits) } };
  expect(await answerHere(repriced, { about: "find", text: "Nordvej 4" })).toMatchObject({
    text: "Nordvej 4",
    found: { places: [{ kind: "address", name: "Nordvej 4", where: "4300 Nordby" }], asTyped: 1 },
  });
});

const none = () => {
  throw new Error("denied");
};

test("a tab remembers the place asked about in its case until it is forgotten, without the way", () => {
  const rows = new Map<string, string>();
  const storage = () => ({
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  });
  const home = { lon: 11.7, lat: 55.7, name: "Nordvej, 4300 Nordby", how: "found", unknownHouse: "9999" } as const;
  keepHome("a case", { ...home, way: [{ lon: 11.7, lat: 55.7 }] }, storage);
  expect(keptHome("a case", storage)).toEqual(home);
  expect(keptHome("another case", storage)).toBeUndefined();
  keepHome("a case", undefined, storage);
  expect([keptHome("a case", storage), rows.size]).toEqual([undefined, 0]);
  expect(() => keepHome("a case", home, none)).not.toThrow();
  expect(keptHome("a case", none)).toBeUndefined();
});
