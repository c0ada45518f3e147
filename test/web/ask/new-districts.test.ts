import { describe, expect, test } from "vitest";
import { applyChanges, checkChanges, roundedCell, setCapacity, setLock } from "../../../src/index.ts";
import { adopting } from "../../../web/ask/adopt.ts";
import { type AskForm, LOCKS_LINE, SEATS_LINE, SITES_LINE, withoutLine, withRoom } from "../../../web/ask/form.ts";
import { overflowOf } from "../../../web/draw/drawn.ts";
import { takenAs } from "../../../web/ask/proposed.ts";
import { districtSizes } from "../../../web/ask/sizes.ts";
import { pictureOf } from "../../../web/map/picture.ts";
import { type PagePlan, siteChanges } from "../../../web/state/plans.ts";
import { answered, basis, form, inView, plansOf, seat, start, view } from "./asking.ts";

const sum = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((all, count) => all + (count ?? 0), 0);
const siteOf = (district: number): number => basis.baseline.districts[district].sites[0];

describe("new districts around schools", () => {
  test("tell what they were drawn by: pupils' ways to the school in the middle, in metres", async () => {
    const around = form({ kind: "redraw", districts: 2, tolerance: 60, redrawn: "pupil-metres" });
    const [free] = await plansOf(around);
    const [held] = await plansOf({ ...around, redrawRules: [seat(0), seat(3)] });
    expect(held.goals).toEqual([{ goal: "seat-metres", value: expect.any(Number) as number }]);
    expect(held.goals[0].value).toBeGreaterThanOrEqual(free.goals[0].value);
    const seats = held.plan.districts.flatMap(({ sites }) => sites.filter((site) => site === 0 || site === 3).join());
    expect(seats.toSorted()).toEqual(["0", "3"]);
    // How large each is stands beside the answer: all pupils and places of its schools.
    const { plan } = takenAs(view, inView(), held);
    const sizes = districtSizes(pictureOf(view, plan));
    expect(sizes.map(({ name }) => name)).toEqual(held.plan.districts.map(({ name }) => name));
    held.plan.districts.forEach(({ sites }, number) => {
      const pupils = held.plan.assignment.reduce(
        (all, site, pair) => all + (sites.includes(site) ? view.units.unitBand[pair] : 0),
        0,
      );
      expect(sizes[number].pupils).toEqual(roundedCell(pupils));
      const places = sites.flatMap((site) => view.sites[site].capacity);
      expect(sizes[number].places).toBe(places.includes(undefined) ? undefined : sum(places));
    });
  });

  test("ask for room in every district at a press: then no school is over its places, and the rule is said and saved", async () => {
    const narrow = applyChanges(start, setCapacity(start, 0, [20, 30, 30]));
    const free = form({ kind: "redraw", districts: 2, tolerance: 60 });
    const beyond = async (asked: AskForm): Promise<number> => {
      const own: PagePlan = { ...inView(narrow), sites: siteChanges(narrow) };
      const [plan] = await plansOf(asked, own);
      const { draft } = takenAs(view, own, plan).after;
      return overflowOf(draft, view.units.unitBand, draft.plan.assignment);
    };
    expect(await beyond(free)).toBeGreaterThan(0);
    expect(await beyond(withRoom(free))).toBe(0);
  });

  test("leave what is locked as it is: areas with their school, a school in its district, a district with its schools", async () => {
    const area = Uint32Array.from([0, 1, 2]);
    const locks = [{ pairs: area }, { site: siteOf(1) }, { district: start.plan.districts[2].id }] as const;
    const held = applyChanges(
      start,
      locks.flatMap((what) => setLock(start, what, true)),
    );
    const asked = form({ kind: "redraw", districts: 3, tolerance: 100 });
    const { step } = await answered(asked, inView(held));
    if (step.status !== "answered") throw new Error(JSON.stringify(step));
    const changes = adopting(held, step.plans[0], view.units);
    expect(changes.length).toBeGreaterThan(0);
    expect(checkChanges(held, changes)).toEqual([]);
    const free = await plansOf(asked);
    expect(checkChanges(held, adopting(held, free[0], view.units))).not.toEqual([]);
    // One district cannot hold a district that takes no other school.
    const { step: one } = await answered({ ...asked, districts: 1 }, inView(held));
    if (one.status !== "impossible") throw new Error(one.status);
    expect(one.collision.rules.map(({ line }) => line)).toContain(LOCKS_LINE);
    expect((await answered(withoutLine({ ...asked, districts: 1 }, LOCKS_LINE), inView(held))).step.status).toBe(
      "answered",
    );
  });

  test("that cannot be: the schools in the middle are let go of as one, and so is a school in each", async () => {
    const three = form({ kind: "redraw", districts: 3, tolerance: 1, redrawRules: [seat(0), seat(1), seat(2)] });
    const { step } = await answered(three);
    if (step.status !== "impossible") throw new Error(JSON.stringify(step));
    // How alike the districts are to be is no line to let go of.
    expect(step.collision.rules.map(({ line }) => line)).toEqual([undefined, undefined, SEATS_LINE]);
    const { step: freed } = await answered(withoutLine(three, SEATS_LINE));
    if (freed.status !== "answered") throw new Error(freed.status);
    const { without } = step.collision.rules[2];
    if (!without || !("goals" in without)) throw new Error(JSON.stringify(step.collision));
    expect(without.goals[0].value).toBeCloseTo(freed.plans[0].goals[0].value, 9);
    const many = form({ kind: "redraw", districts: 7, tolerance: 100 });
    const { step: schools } = await answered(many);
    if (schools.status !== "impossible") throw new Error(JSON.stringify(schools));
    expect(schools.collision.rules.map(({ line }) => line)).toContain(SITES_LINE);
    expect((await answered(withoutLine(many, SITES_LINE))).step.status).toBe("answered");
  });
});
