import { BAND_COUNT, GRADES } from "../../cases/folkeskole.ts";
import { describe, expect, test } from "vitest";
import {
  applyChanges,
  assignPairs,
  cellWord,
  type Change,
  closeSite,
  type Draft,
  evaluatePlan,
  hasBand,
  type Language,
  measuresAt,
  saidIn,
  setCapacity,
  setLock,
} from "../../../src/index.ts";
import { finishedAlready } from "../../../web/draw/finished-already.ts";
import { drawnPairs, widened, wishesOf } from "../../../web/draw/wishes.ts";
import { isTold, lampLines, letGoTitle, namedIn, placesNamed, priceLines } from "../../../web/panels/wishes/lines.ts";
import { filled } from "../../../web/panels/wishes/wish-voice.ts";
import type { LampAnswer, MapScenery, PriceView, WishQuestion, WishStep } from "../../../web/worker/messages.ts";
import { effectsOf } from "../../../web/worker/effects.ts";
import { answerWish } from "../../../web/worker/wish.ts";
import { solver } from "../../cases/solver.ts";
import { basis, opened, start, view } from "../ask/asking.ts";
import { openWorkers } from "../drawn-workers.ts";

const drawn = (...makers: readonly ((draft: Draft) => readonly Change[])[]): Draft =>
  makers.reduce((draft, make) => applyChanges(draft, make(draft)), start);

const voice = (language: Language): Parameters<typeof lampLines>[0] => ({
  grades: GRADES,
  wish: (key, blanks) => filled(key, language, blanks),
  read: (text) => saidIn(text, language),
  list: (parts) => parts.join(language === "da" ? " og " : " and "),
  cell: (cell) => cellWord(cell, language),
  number: String,
  counts: "exactly",
});

const questionOf = (draft: Draft, about: "lamp" | "price", wish = ""): WishQuestion => {
  const plan = { plan: draft.plan, sites: { capacity: draft.capacity, newSites: draft.newSites } };
  const common = { kind: "wish" as const, ticket: 1, plan, wishes: wishesOf(draft).map((named) => named.wish) };
  return about === "lamp" ? { ...common, about, drawn: drawnPairs(draft) } : { ...common, about, wish };
};

async function told(draft: Draft, about: "lamp" | "price", wish?: string, isSuperseded = () => false) {
  const steps: WishStep[] = [];
  const watch = { pause: () => Promise.resolve(), isSuperseded, rest: 0 };
  await answerWish(opened, questionOf(draft, about, wish), solver, watch, (step) => steps.push(step));
  return steps;
}

const lit = async (draft: Draft): Promise<LampAnswer> => (await told(draft, "lamp")).at(-1) as LampAnswer;
const priceOf = async (draft: Draft, wish: string): Promise<PriceView> =>
  (await told(draft, "price", wish)).at(-1) as PriceView;

const lockSite = (site: number) => (draft: Draft) => setLock(draft, { site }, true);
/** Places of a site in the youngest grades. */
const places = (site: number, count: number | undefined) => (draft: Draft) =>
  setCapacity(draft, site, draft.capacity[site].with(0, count));
const pupilsAt = (site: number): number =>
  basis.unitBand.reduce(
    (sum, pupils, pair) => (pair % BAND_COUNT === 0 && start.plan.assignment[pair] === site ? sum + pupils : sum),
    0,
  );

const measured = (draft: Draft) => effectsOf(basis, evaluatePlan(basis, draft.plan));

describe("whether a proposal can still be finished", () => {
  test("what the page says at once of a finished one is what the lamp finds of it, and of no other does it say anything", async () => {
    for (const draft of [start, drawn(lockSite(0))]) {
      const own = finishedAlready(draft, basis.unitBand, measured(draft));
      const found = await lit(draft);
      expect(own).toBeDefined();
      for (const language of ["da", "en"] as const)
        expect(lampLines(voice(language), own, wishesOf(draft), 0)).toEqual(
          lampLines(voice(language), found, wishesOf(draft), 0),
        );
    }
    const tight = drawn(places(0, pupilsAt(0) - 1));
    expect(finishedAlready(tight, basis.unitBand, measured(tight))).toBeUndefined();
    const closed = drawn((draft) => closeSite(draft, 0));
    expect(finishedAlready(closed, basis.unitBand, { apart: [] })).toBeUndefined();
    const [apart] = [{ kind: "zone" as const, sites: [0], bands: [], seen: { unit: 0, band: 0 as const } }];
    expect(finishedAlready(start, basis.unitBand, { apart: [apart] })).toBeUndefined();
  });

  test("a finished one is; with too few places at a school somebody moves, and is told how many as people may be told", async () => {
    const { wish } = voice("da");
    expect(lampLines(voice("da"), await lit(start), wishesOf(start), 0)).toEqual([
      wish("lamp.done"),
      wish("lamp.together.kept"),
    ]);
    expect(lampLines(voice("da"), await lit(start), wishesOf(start), 0, "whole")[1]).toBe(
      "Områder og distrikter hænger sammen.",
    );
    const tight = drawn(places(0, pupilsAt(0) - 1));
    const answer = await lit(tight);
    if (answer.status !== "yes") throw new Error(answer.status);
    expect([answer.moved > 0, answer.proven]).toEqual([true, "optimal"]);
    const few = lampLines(voice("da"), { ...answer, moved: 3 }, wishesOf(tight), 0);
    expect(few[1]).toBe("Færre end fem elever behøver en anden skole end den, de har i forslaget.");
  });

  test("that is not proven is told between what must move anyway and what was found; best where both are told as one number", async () => {
    const tight = drawn(places(0, pupilsAt(0) - 1));
    const answer = await lit(tight);
    if (answer.status !== "yes") throw new Error(answer.status);
    const said = (moved: number, least: number) =>
      lampLines(voice("da"), { ...answer, moved, least, proven: "stopped" }, wishesOf(tight), 0)[1];
    expect([said(89, 78), said(485, 484), said(89, 3), said(89, 0)]).toEqual([
      "Så får omkring 90 elever en anden skole end i forslaget. Færre end omkring 80 kan det ikke blive.",
      "Bedst muligt: omkring 485 elever får en anden skole end den, de har i forslaget.",
      ...Array.from({ length: 2 }, () => "Så får omkring 90 elever, måske færre, en anden skole end i forslaget."),
    ]);
  });

  test("a locked school with too few places is named with those places, each with what lets go of it; a lock on it keeps its places", async () => {
    const tight = drawn(places(0, pupilsAt(0) - 1), lockSite(0));
    const answer = await lit(tight);
    if (answer.status !== "no") throw new Error(answer.status);
    expect([answer.conflict.toSorted(), answer.smallest]).toEqual([["places 0 0", "site 0"], "proven"]);
    const { name } = basis.municipality.sites[0];
    const [first, second] = lampLines(voice("da"), answer, wishesOf(tight), 0);
    expect(first).toBe("Kan ikke gøres færdigt, som det er låst.");
    expect(second).toContain(`»${name} er låst«`);
    expect(second).toContain(`»pladserne på ${name} i 0.-3. klasse«`);
    const [lock, limit] = ["site 0", "places 0 0"].map(
      (key) => wishesOf(tight).find(({ wish }) => wish.key === key)!.letGo,
    );
    expect((await lit(applyChanges(tight, lock))).status).toBe("yes");
    expect(limit).toEqual([]);
    expect((await lit(drawn(lockSite(0)))).status).toBe("yes");
  });

  test("where locked areas hold more than a school has places for, it can be given those that lack, in fives, and then it can be finished", async () => {
    const own = Uint32Array.from(start.plan.assignment.keys()).filter(
      (pair) => pair % BAND_COUNT === 0 && start.plan.assignment[pair] === 0,
    );
    const tight = drawn(places(0, pupilsAt(0) - 7), (draft) => setLock(draft, { pairs: own }, true));
    const answer = await lit(tight);
    if (answer.status !== "no") throw new Error(answer.status);
    const named = namedIn(wishesOf(tight), answer.conflict);
    const given = named.flatMap((each) => widened(tight, basis.unitBand, each, named) ?? []);
    expect(given.map(({ more }) => more)).toEqual([10]);
    const wide = applyChanges(tight, given[0].changes);
    expect(wide.capacity[0][0]).toBe(pupilsAt(0) + 3);
    expect((await lit(wide)).status).toBe("yes");
    const locked = drawn(places(0, pupilsAt(0) - 7), lockSite(0));
    const held = namedIn(wishesOf(locked), ["places 0 0", "site 0"]);
    expect(held.flatMap((each) => widened(locked, basis.unitBand, each, held) ?? [])).toEqual([]);
  });

  test("many schools' places are named together, and locks on areas as locks", () => {
    const moved = Uint32Array.from([0, 3]);
    const held = drawn((draft) => setLock(draft, { pairs: moved }, true));
    const named = wishesOf(held).filter(
      ({ wish, is }) => wish.kind === "hold" || (is.kind === "places" && is.band === 0),
    );
    const conflict = named.map(({ wish }) => wish.key);
    const answer: LampAnswer = { status: "no", conflict, smallest: "unproven", lacking: [] };
    const lines = lampLines(voice("da"), answer, wishesOf(held), 0);
    expect(lines[1]).toContain("»låsen på");
    expect(lines[1]).toContain(`»pladserne på ${named.length - 1} skoler«`);
    expect(lines).toHaveLength(3);
    const crowded = { ...answer, conflict: named.flatMap(({ wish, is }) => (is.kind === "places" ? [wish.key] : [])) };
    expect(lampLines(voice("da"), crowded, wishesOf(held), 0)[1]).toBe(
      `I vejen er: »pladserne på ${named.length - 1} skoler«.`,
    );
    expect(lampLines(voice("en"), crowded, wishesOf(held), 0)[1]).toContain("“the places at");
  });

  test("a lock that keeps an area in pieces collides with areas hanging together, by name, and not with any places", async () => {
    const { adjacency } = basis.municipality.units;
    const inner = [...adjacency.start.keys()].find((unit) => {
      const around = adjacency.target.subarray(adjacency.start[unit], adjacency.start[unit + 1]);
      const site = start.plan.assignment[unit * BAND_COUNT];
      return around.every((next) => start.plan.assignment[next * BAND_COUNT] === site);
    })!;
    const own = start.plan.assignment[inner * BAND_COUNT];
    const other = start.plan.teaching.findIndex((taught, site) => hasBand(taught, 0) && site !== own);
    const torn = drawn(
      places(other, undefined),
      (draft) => assignPairs(draft, [inner * BAND_COUNT], other).changes,
      (draft) => setLock(draft, { band: 0 }, true),
    );
    const answer = await lit(torn);
    if (answer.status !== "no") throw new Error(answer.status);
    expect([answer.conflict.length, answer.conflict.includes("together"), answer.smallest]).toEqual([
      2,
      true,
      "proven",
    ]);
    const [first, second, third] = lampLines(voice("da"), answer, wishesOf(torn), 0);
    const { wish } = voice("da");
    expect([first, third]).toEqual([wish("lamp.no.together"), wish("lamp.no.inPieces")]);
    expect(second).toContain("er låst");
    expect(second).toContain(wish("wish.together"));
    // Of the two only the lock can be let go of.
    const open = namedIn(wishesOf(torn), answer.conflict).filter(({ letGo }) => letGo.length > 0);
    expect(letGoTitle(2, open.length)).toBe("lamp.no.letGoOnly");
    expect([letGoTitle(1, 1), letGoTitle(3, 2)]).toEqual(["lamp.no.letGoOne", "lamp.no.letGo"]);
  });

  test("no open school for some grades is told by the grades, since no lock is in the way", () => {
    const answer: LampAnswer = { status: "no", conflict: [], smallest: "proven", lacking: [2] };
    expect(lampLines(voice("en"), answer, [], 9)).toEqual(["Cannot be finished: no open school has grades 7-9."]);
    expect(lampLines(voice("da"), { ...answer, lacking: [] }, [], 9)).toHaveLength(1);
    expect(lampLines(voice("da"), { status: "unknown" }, [], 9)[0]).toBe("Ved det ikke endnu.");
  });

  test("is given up where a later question waits", async () => {
    const tight = drawn(places(0, 0));
    expect((await told(tight, "lamp", undefined, () => true)).at(-1)).toEqual({ status: "unknown" });
  });
});

describe("what a lock costs", () => {
  test("nothing where everybody stays; else it is told with the place that bears it, never less than nothing", async () => {
    const free = await priceOf(drawn(lockSite(0)), "site 0");
    expect(free).toMatchObject({ status: "priced", changes: 0, proven: "optimal" });
    // Areas of the first school go to another, and are held there.
    const to = start.plan.teaching.findIndex((taught, site) => site > 0 && taught === 7);
    const own = Array.from(start.plan.assignment.keys()).filter(
      (pair) => start.plan.assignment[pair] === 0 && pair % BAND_COUNT === 0 && basis.unitBand[pair] > 0,
    );
    const moved = Uint32Array.from(own.slice(0, 3));
    const held = drawn(
      places(to, undefined),
      (draft) => assignPairs(draft, moved, to).changes,
      (draft) => setLock(draft, { pairs: moved }, true),
    );
    const [{ wish }] = wishesOf(held);
    const price = await priceOf(held, wish.key);
    const pupils = moved.reduce((sum, pair) => sum + basis.unitBand[pair], 0);
    expect(price).toMatchObject({ status: "priced", changes: pupils, pupils, proven: "optimal" });
    if (price.status !== "priced") throw new Error(price.status);
    const plain = { of: "lock" as const, wishes: [], places: [] };
    const scenery = {
      places: { features: [{ geometry: { coordinates: [11, 55] }, properties: { name: "Gislinge" } }] },
    } as unknown as MapScenery;
    // The two plans beside each other are those whose difference was told.
    const { with: kept, without: dropped } = price.values;
    expect(kept.get("changed-site")! - dropped.get("changed-site")!).toBe(price.changes);
    expect(kept.get("pupil-kilometres")! - dropped.get("pupil-kilometres")!).toBe(price.kilometres);
    const beside = measuresAt("pair").filter((key) => kept.has(key) && dropped.has(key));
    expect(beside.length).toBeGreaterThan(3);
    expect([isTold(price), isTold({ ...price, pupils: 3 }), isTold({ ...price, pupils: 0 })]).toEqual([
      pupils >= 5,
      false,
      false,
    ]);
    expect(placesNamed(price, view, scenery)).toEqual(price.bearers.length > 0 ? ["Gislinge"] : []);
    const said = priceLines(
      voice("da"),
      { ...price, kilometres: 212, changes: 14, pupils: 14 },
      { ...plain, places: ["Gislinge"] },
    );
    expect(said.slice(0, 2)).toEqual([
      "Låsen koster 212 elevkilometer om dagen og omkring 15 elevers skoleskift.",
      "Det er især området ved Gislinge, der får længere vej. Det er vist på kortet.",
    ]);
    expect(said[2]).toMatch(/^Bevist/);
    expect(priceLines(voice("da"), { ...price, pupils: 3 }, { ...plain, places: ["Gislinge"] })).toHaveLength(2);
    const unsure = priceLines(voice("da"), { ...price, changes: -4, kilometres: 3, proven: "stopped" }, plain);
    expect(unsure.join(" ")).toMatch(/3 elevkilometer.*Ikke bevist/);
  });

  test("of a limit of places as of a lock: what it costs is that the others may be beyond it", async () => {
    const tight = drawn(places(0, pupilsAt(0) - 1));
    const price = await priceOf(tight, "places 0 0");
    if (price.status !== "priced") throw new Error(price.status);
    expect([price.changes > 0, price.pupils > 0, price.proven]).toEqual([true, true, "optimal"]);
    const { with: kept, without: free } = price.values;
    expect(free.get("changed-site")).toBe(0);
    expect(kept.get("changed-site")).toBe(price.changes);
    const said = priceLines(
      voice("da"),
      { ...price, pupils: 20, changes: 20 },
      { of: "places", wishes: [], places: [] },
    );
    expect(said[0]).toMatch(/^Grænsen koster/);
    expect((await priceOf(drawn(places(0, pupilsAt(0))), "places 0 0")).status).toBe("priced");
  });

  test("has no price where the plan cannot be finished with it: then what collides is named, and letting go of it mends that", async () => {
    const tight = drawn(places(0, pupilsAt(0) - 1), lockSite(0));
    const named = wishesOf(tight);
    const price = await priceOf(tight, "site 0");
    if (price.status !== "impossible") throw new Error(price.status);
    expect(price.without).toBe("possible");
    expect(price.collision?.conflict.toSorted()).toEqual(["places 0 0", "site 0"]);
    const said = priceLines(voice("da"), price, { of: "lock", wishes: named, places: [] });
    expect(said[0]).toBe(voice("da").wish("price.impossible", { of: "lock" }));
    expect(said.join(" ")).toContain("er låst« og »pladserne på");
    const { letGo } = named.find(({ wish }) => wish.key === "site 0")!;
    expect((await priceOf(applyChanges(tight, letGo), "places 0 0")).status).toBe("priced");
    // Those that collide without it as well are named too.
    const other = drawn(places(0, pupilsAt(0) - 1), lockSite(0), (draft) => setLock(draft, { site: 1 }, true));
    const both = await priceOf(other, "site 1");
    if (both.status !== "impossible") throw new Error(both.status);
    expect([both.without, both.collision?.conflict.toSorted()]).toEqual(["impossible", ["places 0 0", "site 0"]]);
  });
});

test("questions about wishes have a worker of their own; of each kind only the latest is answered", () => {
  const { workers, hired } = openWorkers();
  const heard: string[] = [];
  const ask = (name: string, about: "lamp" | "price") => {
    const { kind: _, ticket: __, ...question } = questionOf(start, about);
    workers.askWish(question, ({ status }) => heard.push(`${name} ${status}`));
    const message = hired.at(-1)!.heard.at(-1)!;
    if (message.kind !== "wish") throw new Error(message.kind);
    return () => hired.at(-1)!.say({ kind: "wished", ticket: message.ticket, step: { status: "unknown" } });
  };
  const [first, price, second] = [ask("first", "lamp"), ask("price", "price"), ask("second", "lamp")];
  expect([hired.length, hired[2].kinds()]).toEqual([3, ["open", "wish", "wish", "wish"]]);
  for (const say of [first, price, second]) say();
  expect(heard).toEqual(["price unknown", "second unknown"]);
});
