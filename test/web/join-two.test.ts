import { expect, test } from "vitest";
import { joined } from "../../src/edit/joined.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { setReason } from "../../src/edit/tools.ts";
import { withReasons } from "../../web/room/join-two.ts";
import { lattice, start } from "../edit/random.ts";

const { adjacency } = lattice.basis.municipality.units;

const whyOf = (first: string, second: string): string => {
  const [one, other] = [first, second].map((reason) => applyChanges(start, setReason(start, reason)));
  const both = joined(start, one, other, { pupils: [], adjacency });
  const two = [
    { name: "Bevar alle", reason: first },
    { name: "Luk én", reason: second },
  ];
  return applyChanges(one, withReasons(both, two)).reason;
};

test("a joined proposal says why each of the two was proposed and which that was; what both say, or neither, stands as it is", () => {
  expect(whyOf("Kort skolevej", "Større klasser")).toBe("Bevar alle: Kort skolevej\nLuk én: Større klasser");
  expect(whyOf("", "Større klasser")).toBe("Luk én: Større klasser");
  expect([whyOf("Fordi", "Fordi"), whyOf("", "")]).toEqual(["Fordi", ""]);
});
