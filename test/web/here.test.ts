import { expect, test } from "vitest";
import { openCase } from "../../src/open-case.ts";
import { editedCosts } from "../../web/worker/cost-edits.ts";
import { answerHere } from "../../web/worker/here.ts";
import { TINY_FILES, tinyPosition } from "../cases/tiny.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("addresses that were read are found also once somebody tries another price", () => {
  const { value: opened } = openCase(new Map(Object.entries(TINY_FILES).map(([path, text]) => [path, bytes(text)])));
  if (!opened) throw new Error("the tiny case does not open");
  const { lat, lon } = tinyPosition(0, 1500);
  const csv = `street;number;postcode;town;lat;lon\nNordvej;4;4300;Nordby;${lat};${lon}\n`;
  const files = [{ path: "addresses.csv", bytes: bytes(csv) }];
  expect(answerHere(opened, { about: "addresses", files })).toEqual({ about: "addresses", count: 1 });

  const edits = [{ item: "walkSpeed", low: 3, mid: 4, high: 5 }] as const;
  const repriced = { ...opened, basis: { ...opened.basis, costs: editedCosts(opened.basis.costs, edits) } };
  expect(answerHere(repriced, { about: "find", text: "Nordvej 4" })).toMatchObject({
    found: [{ kind: "address", name: "Nordvej 4", where: "4300 Nordby" }],
  });
});
