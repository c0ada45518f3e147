import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChanges } from "../../src/edit/check.ts";
import { type Draft, startDraft } from "../../src/edit/draft.ts";
import { assume } from "../../src/edit/assumption-tools.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { LONGEST_CODE, readShortCode, shortCode } from "../../src/edit/short-code.ts";
import { encodeSigns } from "../../src/edit/signs.ts";
import * as tools from "../../src/edit/tools.ts";
import { drawCase } from "../cases/drawn.ts";
import { held } from "./random.ts";
import { openedCase } from "../cases/opened.ts";

const { basis, plans, dataHash } = openedCase("holbaek");
const ground = { municipality: basis.municipality, plans, dataHash };
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

type Step = readonly [site: number, district: number];

/** A draft of a plan after some schools are closed (district 0) or moved, those that may not be left out. */
function drawn(plan: number, steps: readonly Step[]): Draft {
  let draft = startDraft(ground.municipality, plans[plan]);
  for (const [site, number] of steps) {
    const { districts } = draft.plan;
    const changes =
      number % 4 === 0
        ? tools.closeSite(draft, site)
        : tools.moveSite(draft, site, number % 7 === 0 ? undefined : districts[number % districts.length].id);
    if (checkChanges(draft, changes).length === 0) draft = applyChanges(draft, changes);
  }
  return draft;
}

const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(basis.municipality.sites.length - 1), fc.nat(99));
const anyDraft = fc
  .tuple(fc.nat(plans.length - 1), fc.array(step, { maxLength: 40 }))
  .map(([plan, steps]) => drawn(plan, steps));

test("whatever schools move and close, the code is short and makes the same plan again", () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const { value: code, issues } = shortCode(draft, ground);
      expect(issues).toEqual([]);
      expect(code!.length).toBeLessThanOrEqual(LONGEST_CODE);
      const read = readShortCode(code!.toLowerCase().replaceAll("-", " ").replaceAll("0", "o"), ground);
      expect(read.issues).toEqual([]);
      const began = startDraft(ground.municipality, read.value!.start);
      expect(checkChanges(began, read.value!.changes)).toEqual([]);
      expect(held(applyChanges(began, read.value!.changes)).plan).toEqual(held(draft).plan);
    }),
    { numRuns: 100 },
  );
});

test("two closings and a move take 16 signs in Holbæk", () => {
  const code = shortCode(
    drawn(0, [
      [4, 0],
      [9, 0],
      [2, 3],
    ]),
    ground,
  ).value!;
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{1,4})+$/);
  expect(code.length).toBe(16);
});

test("one sign read wrong, or two neighbours swapped, is always found", () => {
  const code = shortCode(
    drawn(1, [
      [4, 0],
      [2, 1],
    ]),
    ground,
  ).value!.replaceAll("-", "");
  const misread = (signs: string) => codes(readShortCode(signs, ground).issues);
  for (let i = 0; i < code.length; i++) {
    for (const sign of "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
      if (sign !== code[i])
        expect(misread(code.slice(0, i) + sign + code.slice(i + 1))).toEqual(["short-code.misread"]);
    const swapped =
      code.slice(0, i) +
      code
        .slice(i, i + 2)
        .split("")
        .toReversed()
        .join("") +
      code.slice(i + 2);
    if (swapped !== code) expect(misread(swapped)).toEqual(["short-code.misread"]);
  }
  for (const other of ["", "0", "0000-0000", code.slice(1), code.slice(0, -1)])
    expect(misread(other)).toEqual(["short-code.misread"]);
  expect(misread(`${code}!`)).toEqual(["short-code.sign"]);
});

test("any number with a sound check is moves that may be made, or refused as misread", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 190n }), fc.nat(190), (number, bits) => {
      const { value, issues } = readShortCode(encodeSigns(dataHash, number >> BigInt(bits)), ground);
      expect(codes(issues)).toEqual(value ? [] : ["short-code.misread"]);
      if (value) expect(checkChanges(startDraft(ground.municipality, value.start), value.changes)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("a code of other data is refused", () => {
  const code = shortCode(drawn(0, [[4, 0]]), ground).value!;
  const { value, issues } = readShortCode(code, { ...ground, dataHash: "0".repeat(64) });
  expect([value, codes(issues)]).toEqual([undefined, ["short-code.other-data"]]);
});

test("what is more than moves and closings is named; where closed schools' pupils go is not in the code, and said", () => {
  const closed = drawn(0, [[4, 0]]);
  const apply = (changes: Parameters<typeof applyChanges>[1]) => applyChanges(closed, changes);
  const home = [...closed.start.assignment.keys()].filter((pair) => closed.start.assignment[pair] === 4);
  const assigned = shortCode(apply(tools.assignPairs(closed, home, 3).changes), ground);
  expect([typeof assigned.value, codes(assigned.issues)]).toEqual(["string", ["short-code.pupils"]]);
  const moved = [...closed.plan.assignment.keys()].filter((pair) => closed.plan.assignment[pair] === 0).slice(0, 9);
  const { districts } = closed.plan;
  const more = [
    tools.assignPairs(closed, moved, 3).changes,
    tools.setTeaching(closed, 0, 1),
    tools.setCapacity(closed, 0, [1, 1, 1]),
    tools.renameDistrict(closed, districts[0].id, "Andet navn"),
    tools.newDistrict(closed, "Nyt", [0, 1]).changes,
    assume(closed, { kind: "cost", name: "Taxa", kroner: 1, per: "year" }),
    tools.placeSite(closed, {
      name: "Ny",
      lon: 11.7,
      lat: 55.7,
      teaches: 1,
      capacity: [1, 1, 1],
      district: districts[0].id,
    }).changes,
  ].map((changes) => shortCode(apply(changes), ground));
  expect(more.map(({ value, issues }) => [value, codes(issues)[0]])).toEqual(
    more.map(() => [undefined, "short-code.more"]),
  );
  const foreign = startDraft(ground.municipality, closed.plan);
  expect(codes(shortCode(foreign, ground).issues)).toEqual(["short-code.start"]);
  // Under whatever name it is drawn on.
  const own = startDraft(ground.municipality, { ...structuredClone(plans[1]), id: "own-1", title: "Eget forslag" });
  expect(readShortCode(shortCode(own, ground).value!, ground).value!.start).toBe(plans[1]);
});

test("a listed plan that the case has as a file is that file in a code, whatever ids and order its districts have there", () => {
  const [decided] = plans.slice(1);
  const districts = decided.districts.map((each) => ({ ...each, id: `${each.id}+x` })).toReversed();
  const listed = startDraft(ground.municipality, { ...decided, id: "stay 4 77", title: "Plan 78", districts });
  const moves = (draft: Draft) =>
    [1, 3].reduce((now, site) => {
      const { name } = decided.districts[(site * 5) % decided.districts.length];
      const to = now.plan.districts.find((each) => each.name === name)!.id;
      const closed = site === 3 ? tools.closeSite(now, site) : tools.moveSite(now, site, to);
      return applyChanges(now, closed);
    }, draft);
  const code = shortCode(moves(listed), ground);
  expect([code.issues, code.value]).toEqual([
    [],
    shortCode(moves(startDraft(ground.municipality, decided)), ground).value,
  ]);
  const renamed = districts.map((each, i) => (i > 0 ? each : { ...each, name: "Andet navn" }));
  const other = startDraft(ground.municipality, { ...listed.start, districts: renamed });
  expect(codes(shortCode(other, ground).issues)).toEqual(["short-code.start"]);
});

test("a code that would be too long to read aloud is refused with its length", () => {
  const letters = Array.from({ length: 90 }, (_, i) => String.fromCodePoint(0x4e00 + i));
  const { municipality, baseline } = drawCase({
    zones: [letters.join("")],
    sites: Object.fromEntries(letters.map((letter, i) => [letter, { at: [0, i] as const }])),
    districts: Object.fromEntries(letters.map((letter) => [letter, letter])),
    pupils: () => 1,
  });
  let draft = startDraft(municipality, baseline);
  for (let site = 1; site < 90; site += 2) draft = applyChanges(draft, tools.moveSite(draft, site, letters[site - 1]));
  const { value, issues } = shortCode(draft, { plans: [baseline], dataHash });
  expect([value, codes(issues)]).toEqual([undefined, ["short-code.long"]]);
});
