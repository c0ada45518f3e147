import { expect, test } from "vitest";
import { ROLES } from "../../../src/import/formats/roles.ts";
import { FILE_STEMS } from "../../../src/protocol/case-file.ts";

test("case.json can say something of every file that may come in another format, and of no other", () => {
  expect(FILE_STEMS.toSorted()).toEqual(ROLES.map(({ stem }) => stem).toSorted());
});
