import fc from "fast-check";
import { expect, test } from "vitest";
import { checkChanges } from "../../src/edit/check.ts";
import { type Draft, startDraft } from "../../src/edit/draft.ts";
import { assume } from "../../src/edit/assumption-tools.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { countJoins, joinsNumber, joinsOf, joinsOfNumber } from "../../src/edit/joins.ts";
import { codedChanges, listedStart, LONGEST_CODE, readShortCode, shortCode } from "../../src/edit/short-code.ts";
import { encodeSigns } from "../../src/edit/signs.ts";
import * as tools from "../../src/edit/tools.ts";
import { drawCase } from "../cases/drawn.ts";
import { planOf } from "../../src/compare/groupings.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { consolidate } from "../../src/solve/consolidate/consolidate.ts";
import { openedCase } from "../cases/opened.ts";
import { solver } from "../cases/solver.ts";
import { held, lattice } from "./random.ts";

const { basis, plans, dataHash } = openedCase("holbaek");
const ground = { municipality: basis.municipality, plans, dataHash };
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

/** What a code says, of the plan that it starts from: a listed one has to be made by whoever reads it. */
function coded(code: string, context = ground, listed?: Plan) {
  const { value, issues } = readShortCode(code, context);
  if (!value) return { issues };
  const start = "groups" in value.start ? listed! : value.start;
  return { start, named: value.start, changes: codedChanges(context.municipality, start, value.moves), issues };
}

type Step = readonly [site: number, district: number];

/** A draft of a plan after some schools are closed (district 0) or moved, those that may not be left out. */
const drawn = (plan: number, steps: readonly Step[]): Draft =>
  drawnFrom(startDraft(ground.municipality, plans[plan]), steps);

function drawnFrom(began: Draft, steps: readonly Step[]): Draft {
  let draft = began;
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

/** Today's plan with districts joined so, all staying where they go. */
function joined(groups: readonly (readonly number[])[]): Plan {
  const [today] = plans;
  const districts = groups.map((group) => ({
    id: group.map((number) => today.districts[number].id).join("+"),
    name: group.map((number) => today.districts[number].name).join(" og "),
    sites: group.flatMap((number) => today.districts[number].sites).toSorted((a, b) => a - b),
  }));
  return { ...today, id: "own-1", title: "Eget forslag", districts };
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
      const { start, changes, issues: wrong } = coded(code!.toLowerCase().replaceAll("-", " ").replaceAll("0", "o"));
      expect(wrong).toEqual([]);
      const began = startDraft(ground.municipality, start!);
      expect(checkChanges(began, changes!)).toEqual([]);
      expect(held(applyChanges(began, changes!)).plan).toEqual(held(draft).plan);
    }),
    { numRuns: 100 },
  );
});

const CLOSE_THREE_MOVE_ONE: readonly Step[] = [
  [4, 0],
  [9, 0],
  [1, 4],
  [2, 3],
];

test.each(["stay", "nearest"] as const)(
  "every plan of every list has a code, which says which one it is whatever is listed (%s)",
  async (policy) => {
    const { municipality } = lattice.basis;
    const context = { municipality, plans: lattice.plans, dataHash: lattice.dataHash };
    for (let districts = 1; districts <= lattice.plans[0].districts.length; districts++) {
      const question = { kind: "consolidate", districts, policy, contiguity: "ferry", rules: [] } as const;
      const outcome = await consolidate(lattice.basis, question, solver);
      if (outcome.status !== "optimal") throw new Error(outcome.status);
      for (let number = 0; number < outcome.answer.count; number++) {
        const plan = planOf(lattice.basis, outcome.answer, number);
        const steps = CLOSE_THREE_MOVE_ONE.map(([site, to]) => [site % municipality.sites.length, to] as const);
        const draft = drawnFrom(startDraft(municipality, plan), steps);
        const joins = listedStart(draft, lattice.plans);
        const { value: code, issues } = shortCode(draft, { ...context, ...(joins && { joined: { joins, plan } }) });
        expect(issues).toEqual([]);
        const read = coded(code!, context, plan);
        if (joins) expect(read.named).toEqual(joins);
        const again = applyChanges(startDraft(municipality, read.start!), read.changes!);
        expect([again.plan.assignment, again.plan.teaching]).toEqual([draft.plan.assignment, draft.plan.teaching]);
        expect(again.plan.districts.map(({ sites }) => sites)).toEqual(draft.plan.districts.map(({ sites }) => sites));
      }
    }
  },
);

test("each way to join districts has a number of its own, from 0 on", () => {
  for (let districts = 1; districts <= 6; districts++) {
    const all = Number(countJoins(districts));
    // Bell's numbers, under two policies.
    expect(all).toBe(2 * [1, 1, 2, 5, 15, 52, 203][districts]);
    const texts = Array.from({ length: all }, (_, number) => {
      const joins = joinsOfNumber(BigInt(number), districts);
      expect(joinsNumber(joins)).toBe(BigInt(number));
      return JSON.stringify(joins);
    });
    expect(new Set(texts).size).toBe(all);
  }
  expect(countJoins(98)).toBeGreaterThan(10n ** 100n);
});

test("whatever moves and closes from a plan of a list, the code stays short enough to be read aloud, and is the draft's own", () => {
  const anyListed = fc
    .tuple(fc.bigInt({ min: 0n, max: countJoins(8) - 1n }), fc.array(step, { maxLength: 40 }))
    .map(([number, steps]) => {
      const start = joined(joinsOfNumber(number, 8).groups);
      return { start, draft: drawnFrom(startDraft(ground.municipality, start), steps) };
    });
  fc.assert(
    fc.property(anyListed, ({ start, draft }) => {
      const joins = listedStart(draft, plans);
      const { value: code, issues } = shortCode(draft, { ...ground, ...(joins && { joined: { joins, plan: start } }) });
      expect(issues).toEqual([]);
      expect(code!.length).toBeLessThanOrEqual(LONGEST_CODE);
      const { changes } = coded(code!, ground, start);
      expect(held(applyChanges(startDraft(ground.municipality, start), changes!)).plan).toEqual(held(draft).plan);
    }),
    { numRuns: 15 },
  );
});

test("two closings and a move from a plan of the list take 18 signs in Holbæk, and are refused by name on other data", () => {
  const start = joined([[0, 1], [2, 3, 4], [5], [6, 7]]);
  const draft = drawnFrom(startDraft(ground.municipality, start), CLOSE_THREE_MOVE_ONE.slice(1));
  const joins = joinsOf(start, plans[0])!;
  expect(joins).toEqual({ policy: "stay", groups: [[0, 1], [2, 3, 4], [5], [6, 7]] });
  const { value: code } = shortCode(draft, { ...ground, joined: { joins, plan: start } });
  expect(code!.length).toBe(18);
  expect(codes(coded(code!, { ...ground, dataHash: "0".repeat(64) }).issues)).toEqual(["short-code.other-data"]);
  // Who is taken for a plan of a list without being one has no code.
  const other = { ...start, assignment: start.assignment.with(0, (start.assignment[0] + 1) % 3) };
  const from = startDraft(ground.municipality, other);
  expect(
    codes(shortCode(from, { ...ground, joined: { joins: joinsOf(other, plans[0])!, plan: start } }).issues),
  ).toEqual(["short-code.start"]);
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
      if (!value) return;
      const { start, moves } = value;
      const from = "groups" in start ? joined(start.groups) : start;
      const changes = codedChanges(ground.municipality, from, moves);
      expect(checkChanges(startDraft(ground.municipality, from), changes)).toEqual([]);
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
  const several = applyChanges(closed, [
    ...tools.setTeaching(closed, 0, 1),
    ...tools.setCapacity(closed, 4, [1, 1, 1]),
  ]);
  // One sentence names all that is too much.
  expect(shortCode(several, ground).issues.map(({ values }) => values)).toEqual([
    {
      what: {
        da: "andre klassetrin, andre pladser og områder flyttet fra åbne skoler",
        en: "other grades, other places and areas moved from open schools",
      },
    },
  ]);
  const foreign = startDraft(ground.municipality, closed.plan);
  expect(listedStart(foreign, plans)).toBeUndefined();
  expect(codes(shortCode(foreign, ground).issues)).toEqual(["short-code.start"]);
  // Under whatever name it is drawn on.
  const own = startDraft(ground.municipality, { ...structuredClone(plans[1]), id: "own-1", title: "Eget forslag" });
  expect(coded(shortCode(own, ground).value!).start).toBe(plans[1]);
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
