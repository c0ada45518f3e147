import { expect, test } from "vitest";
import { counted, numeral } from "../../src/domain/counted.ts";

test("one thing, many and none, as each language writes them", () => {
  expect(counted(1, "pupils")).toEqual({ da: "1 elev", en: "1 pupil" });
  expect(counted(0, "sites")).toEqual({ da: "0 skoler", en: "0 schools" });
  expect(counted(1200, "places")).toEqual({ da: "1.200 pladser", en: "1,200 places" });
  expect(numeral(2.5)).toEqual({ da: "2,5", en: "2.5" });
});
