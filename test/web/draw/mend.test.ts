import { BAND_COUNT, GRADES } from "../../cases/folkeskole.ts";
import { expect, test } from "vitest";
import {
  applyChanges,
  type Change,
  cellWord,
  closeSite,
  compose,
  cutOff,
  evaluatePlan,
  NO_SITE,
  moveSite,
  openMeter,
  quickRepair,
  renameDistrict,
  setCapacity,
  setLock,
  startDraft,
  sitePupils,
} from "../../../src/index.ts";
import { overflowOf, paintedPairs, toMend, towards } from "../../../web/draw/drawn.ts";
import { mendQuestion } from "../../../web/draw/mend-question.ts";
import { IntlMessageFormat } from "intl-messageformat";
import { costLine, mendLines } from "../../../web/draw/mend-words.ts";
import { CATALOGUES } from "../../../web/i18n/catalogues.ts";
import { type Voice } from "../../../web/i18n/say.ts";
import { wishesOf } from "../../../web/draw/wishes.ts";
import { answerWish } from "../../../web/worker/wish.ts";
import { answerRepair } from "../../../web/worker/repair.ts";
import type { RepairStep, StrokeMend, WishStep } from "../../../web/worker/messages.ts";
import { solver } from "../../cases/solver.ts";
import { openedCase } from "../../cases/opened.ts";

const { basis } = openedCase("holbaek");
const { unitBand, baseline } = basis;
const start = startDraft(basis.municipality, baseline);

/** Everyone in every seventh unit goes to one school: there is not room for all. */
const crowded = {
  ...start,
  plan: {
    ...baseline,
    assignment: baseline.assignment.map((site, pair) =>
      Math.floor(pair / BAND_COUNT) % 7 === 0 && site !== NO_SITE ? 3 : site,
    ),
  },
};

test("pupils beyond the places are those that the measure counts", () => {
  for (const draft of [start, crowded])
    expect(overflowOf(draft, unitBand, draft.plan.assignment)).toBe(
      evaluatePlan(basis, draft.plan).values.get("overflow"),
    );
  expect(overflowOf(crowded, unitBand, crowded.plan.assignment)).toBeGreaterThan(0);
});

test("a plan that is mended moves nobody but pupils, and areas that had no school", () => {
  const { plan } = quickRepair(basis, { painted: crowded.plan, locked: new Set(), rules: [], limits: { seed: 1 } });
  const mended = applyChanges(crowded, towards(crowded, plan.assignment, unitBand));
  plan.assignment.forEach((site, pair) => {
    const before = crowded.plan.assignment[pair];
    expect(mended.plan.assignment[pair]).toBe(unitBand[pair] > 0 || before === NO_SITE ? site : before);
  });
  expect(overflowOf(mended, unitBand, mended.plan.assignment)).toBe(overflowOf(crowded, unitBand, plan.assignment));
});

test("a locked school that is too full is too full for the lamp and for what completes the plan alike", async () => {
  const site = 3;
  const crowd = { ...start, capacity: start.capacity.with(site, [1, 1, 1]) };
  const draft = applyChanges(crowd, setLock(crowd, { site }, true));
  const { plan, sites } = toMend(draft, unitBand);
  expect(sites?.capacity[site]).toEqual([1, 1, 1]);
  const question = { about: "lamp", plan: { plan, sites: { capacity: draft.capacity, newSites: [] } } } as const;
  const answers: WishStep[] = [];
  const wishes = wishesOf(draft).map(({ wish }) => wish);
  await answerWish(
    { basis },
    { kind: "wish", ticket: 1, ...question, wishes, drawn: new Uint32Array() },
    solver,
    { pause: () => Promise.resolve(), isSuperseded: () => false, rest: 0 },
    (step) => answers.push(step),
  );
  expect(answers.at(-1)).toMatchObject({ status: "no", conflict: [`places ${site} 0`, `site ${site}`] });
});

/** The step that answers a stroke which gives areas of one school to another, in grades 0-3. */
async function strokeMended(from: number, to: number) {
  const own = [...baseline.assignment.keys()].filter(
    (pair) => pair % BAND_COUNT === 0 && baseline.assignment[pair] === from,
  );
  const { start: first, target } = basis.municipality.units.adjacency;
  const isOwn = new Set(own.map((pair) => pair / BAND_COUNT));
  const unit = [...isOwn].find((each) =>
    target.subarray(first[each], first[each + 1]).every((next) => isOwn.has(next)),
  )!;
  const assignment = baseline.assignment.slice();
  assignment[unit * BAND_COUNT] = to;
  const plan = { ...baseline, assignment };
  const steps: RepairStep[] = [];
  await answerRepair(
    basis,
    {
      plan: { plan },
      locked: Uint32Array.from([unit * BAND_COUNT]),
      until: "quick",
      places: "free",
      stroke: { before: baseline.assignment, drawn: new Uint32Array(), closed: [] },
    },
    { solver, measure: openMeter(), pause: () => Promise.resolve() },
    (step) => steps.push(step),
  );
  return { plan, step: steps[0] };
}

test("an area painted far from its school is joined to it again, and nothing that hung together is cut off for it", async () => {
  const { plan, step } = await strokeMended(3, 4);
  if (step.status !== "answer" || !step.stroke) throw new Error(step.status);
  expect([step.stroke.apart > 0, step.stroke.joined]).toEqual([true, "all"]);
  expect(cutOff(basis, baseline.assignment, { ...plan, assignment: step.assignment })).toEqual([]);
  expect(step.assignment.some((site, pair) => site !== plan.assignment[pair])).toBe(true);
});

test("a closed school whose pupils went on to its neighbours leaves no area in pieces without a repair on offer", async () => {
  for (const name of ["Udby Skole", "Undløse Skole", "Ågerup Skole"]) {
    const site = basis.municipality.sites.findIndex((each) => each.name === name);
    const closed = closeSite(start, site);
    const left = applyChanges(start, closed);
    const { plan } = quickRepair(basis, {
      painted: left.plan,
      locked: new Set(paintedPairs(left)),
      rules: [],
      limits: { seed: 1 },
    });
    const last = compose(closed, towards(left, plan.assignment, unitBand));
    const draft = applyChanges(start, last);
    const broken = cutOff(basis, baseline.assignment, draft.plan).length;
    const question = mendQuestion(draft, last, unitBand);
    if (!question) throw new Error("nobody moved");
    const steps: RepairStep[] = [];
    const hands = { solver, measure: openMeter(), pause: () => Promise.resolve() };
    await answerRepair(basis, { ...question, until: "quick" }, hands, (step) => steps.push(step));
    const [step] = steps;
    if (step.status !== "answer" || !step.stroke) throw new Error(step.status);
    expect([step.stroke.apart, step.stroke.joined], name).toEqual([broken, "all"]);
    expect(cutOff(basis, baseline.assignment, { ...draft.plan, assignment: step.assignment })).toEqual([]);
    expect([step.stroke.places, step.stroke.beyond], name).toEqual(["kept", "nobody"]);
  }
});

/** The offer right after a step, and the draft with it taken; undefined where nothing is asked of the step. */
async function offerAfter(last: readonly Change[], from = start) {
  const draft = applyChanges(from, last);
  const question = mendQuestion(draft, last, unitBand);
  if (!question) return undefined;
  const steps: RepairStep[] = [];
  const hands = { solver, measure: openMeter(), pause: () => Promise.resolve() };
  await answerRepair(basis, { ...question, until: "quick" }, hands, (step) => steps.push(step));
  const [step] = steps;
  if (step.status !== "answer" || !step.stroke) throw new Error(step.status);
  return { draft, question, stroke: step.stroke, after: { ...draft.plan, assignment: step.assignment } };
}

test("a school left with too few places sends areas on that make room and cut nothing off, and one with just enough is asked nothing", async () => {
  const site = 3;
  const pupils = sitePupils(GRADES, unitBand, baseline.assignment, start.capacity.length)[site * BAND_COUNT];
  const places = (count: number) => setCapacity(start, site, start.capacity[site].with(0, count));
  expect(await offerAfter(places(pupils))).toBeUndefined();
  const found = await offerAfter(places(pupils - 1));
  if (!found) throw new Error("nothing asked");
  expect(found.stroke.over).toEqual({ before: 1, after: 0 });
  expect(cutOff(basis, baseline.assignment, found.after)).toEqual([]);
});

test("a school in another district leaves it in one piece, or areas of other districts join it, and no school of it loses any", async () => {
  const seen = new Set<string>();
  const site = 3;
  for (const { id, sites } of baseline.districts) {
    if (sites.includes(site)) continue;
    const found = await offerAfter(moveSite(start, site, id));
    if (!found) throw new Error("nothing asked");
    const { draft, question, stroke, after } = found;
    const stays = new Set(question.locked);
    seen.add(stroke.apart === 0 ? "whole" : stroke.joined);
    if (stroke.apart === 0) expect(after.assignment).toEqual(draft.plan.assignment);
    if (stroke.joined === "all") expect(cutOff(basis, baseline.assignment, after, baseline.districts)).toEqual([]);
    const own = draft.plan.districts.find((each) => each.id === id)?.sites ?? [];
    draft.plan.assignment.forEach((at, pair) => {
      if (own.includes(at) && !(stays.has(pair) && after.assignment[pair] === at))
        throw new Error(`${pair} may be taken from ${at}`);
    });
  }
  expect([...seen].toSorted()).toEqual(["all", "whole"]);
});

test("a lock, a name and a step that leaves districts as they are ask nothing", async () => {
  expect(await offerAfter(setLock(start, { site: 3 }, true))).toBeUndefined();
  expect(await offerAfter(renameDistrict(start, baseline.districts[0].id, "Nord"))).toBeUndefined();
});

const voice = {
  say: (key, blanks) =>
    String(new IntlMessageFormat(CATALOGUES.en[key], "en-GB").format({ currency: "DKK", ...blanks })),
  number: (value: number) => String(value),
  cell: (cell) => cellWord(cell, "en"),
  amount: (value: number) => String(Math.round(value / 100_000) / 10),
  counts: "exactly",
} as Voice;
const stroke: StrokeMend = {
  apart: 1,
  joined: "all",
  places: "kept",
  beyond: "nobody",
  over: { before: 0, after: 0 },
  kilometres: 3.24,
  kroner: 1400,
};

test.each([
  [
    { stroke },
    "Something is cut off from the rest. Move 3 areas (about 10 pupils), and it is in one piece again. Travel to school in total: 3.2 km longer a day. Costs 1000 DKK a year. Fewer areas are not enough.",
  ],
  [
    { stroke: { ...stroke, kilometres: -5183.8, kroner: -1_850_000 }, pupils: 268 },
    "Something is cut off from the rest. Move 3 areas (about 270 pupils), and it is in one piece again. Travel to school in total: 5180 km shorter a day. Saves 1.9 million DKK a year. Fewer areas are not enough.",
  ],
  [
    { stroke: { ...stroke, kilometres: 0, kroner: 224_400 } },
    "Something is cut off from the rest. Move 3 areas (about 10 pupils), and it is in one piece again. Travel to school in total: the same. Costs 220000 DKK a year. Fewer areas are not enough.",
  ],
  [
    { stroke, pupils: 0 },
    "Something is cut off from the rest. Move 3 areas (fewer than five pupils), and it is in one piece again. Fewer areas are not enough.",
  ],
  [
    { stroke: { ...stroke, joined: "none-possible" as const }, areas: 0 },
    "Something is cut off from the rest. It cannot be joined without changing what you have just drawn or what is locked. This mends only what you have just done. “Mend it for me” looks at the whole proposal and may move all that is not locked.",
  ],
  [
    { stroke: { ...stroke, over: { before: 9, after: 2 }, kilometres: 0, kroner: 0 } },
    "There is not room for all, and something is cut off from the rest. Move 3 areas (about 10 pupils), and it is in one piece, and fewer lack a place. There is still not room for all. Travel to school in total: the same. Costs nothing. Fewer areas are not enough.",
  ],
  [
    { stroke: { ...stroke, over: { before: 9, after: 2 }, beyond: "must-be" as const, kilometres: 0, kroner: 0 } },
    "There is not room for all, and something is cut off from the rest. Move 3 areas (about 10 pupils), and it is in one piece, and fewer lack a place. There is still not room for all. That cannot be avoided without changing what you have just drawn or what is locked. Travel to school in total: the same. Costs nothing. Fewer areas are not enough.",
  ],
  [
    { stroke: { ...stroke, joined: "none-possible" as const }, areas: 0, kept: "nothing" as const },
    "Something is cut off from the rest. It cannot be joined. This mends only what you have just done. “Mend it for me” looks at the whole proposal and may move all that is not locked.",
  ],
  [
    { stroke, what: "districts" as const, kept: "nothing" as const },
    "A district is in several parts. Move 3 areas (about 10 pupils), and it is in one piece. Travel to school in total: 3.2 km longer a day. Costs 1000 DKK a year.",
  ],
  [
    {
      stroke: { ...stroke, joined: "none-possible" as const },
      areas: 0,
      what: "districts" as const,
      kept: "locked" as const,
    },
    "A district is in several parts, and more areas do not join it without unlocking something. Try moving a school that lies between into the district. This mends only what you have just done. “Mend it for me” looks at the whole proposal and may move all that is not locked.",
  ],
  [
    { stroke: { ...stroke, places: "must-exceed" as const, kilometres: 0, kroner: 0 }, kept: "locked" as const },
    "Something is cut off from the rest. Move 3 areas (about 10 pupils), and it is in one piece again. But at least one school gets more pupils than it has places for. That cannot be avoided without unlocking something. Travel to school in total: the same. Costs nothing. Fewer areas are not enough.",
  ],
  [
    { stroke: { ...stroke, places: "exceeded" as const, kilometres: 0, kroner: 0 }, proven: "stopped" as const },
    "Something is cut off from the rest. Move 3 areas (about 10 pupils), and it is in one piece again. But at least one school gets more pupils than it has places for. Whether that can be avoided is not known. Travel to school in total: the same. Costs nothing.",
  ],
  [
    { stroke: { ...stroke, returned: { areas: 2, of: 7, must: "unknown" as const } } },
    "Something is cut off from the rest. Give 2 of the 7 areas you have just drawn back to their old school (about 10 pupils), and it is put right. One other area goes to another school as well. Their pupils are counted in. No way was found that leaves all that you have just drawn. Travel to school in total: 3.2 km longer a day. Costs 1000 DKK a year. Fewer areas back are not enough. This mends only what you have just done. “Mend it for me” looks at the whole proposal and may move all that is not locked.",
  ],
  [
    {
      areas: 7,
      proven: "stopped" as const,
      stroke: { ...stroke, over: { before: 9, after: 0 }, returned: { areas: 7, of: 7, must: "proven" as const } },
      pupils: 1,
    },
    "There is not room for all, and something is cut off from the rest. Give all 7 areas you have just drawn back to their old school (fewer than five pupils), and it is put right. All that you have just drawn cannot stay without cutting something off or making a school too full. This mends only what you have just done. “Mend it for me” looks at the whole proposal and may move all that is not locked.",
  ],
])("what mending comes to is told in words, and not for a few pupils (%#)", (over, words) => {
  const offered = {
    areas: 3,
    pupils: 10,
    proven: "optimal" as const,
    kept: "drawn" as const,
    what: "cut" as const,
    ...over,
  };
  expect(mendLines(voice, offered).join(" ")).toBe(words);
});

const told = (kilometres: number, kroner: number): string =>
  costLine({ ...voice, counts: "in-fives" }, { kilometres, kroner });

test("of real pupils way and money of a repair are told in steps, and what is within one is told as that", () => {
  expect([told(3.24, 1400), told(-99, -49_999)]).toEqual(
    Array(2).fill(
      "Travel to school in total: at most 100 km longer or shorter a day. Costs or saves at most 250000 DKK a year.",
    ),
  );
  expect(told(310.7, -1_171_234)).toBe("Travel to school in total: 400 km longer a day. Saves 1 million DKK a year.");
});
