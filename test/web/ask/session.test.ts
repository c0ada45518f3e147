import { expect, test } from "vitest";
import { FIRST_FORM } from "../../../web/ask/form.ts";
import { AskSession, type Ended } from "../../../web/ask/session.ts";
import type { AskStep } from "../../../web/worker/messages.ts";

const keeps = (site: number, id = `keep-site ${site}`) => ({ id, row: "keep-site" as const, filled: { site } });
const rulesOf = (session: AskSession) => session.now().form.rules.map(({ filled }) => filled);

test("a rule goes on with its school where new schools are numbered anew, and goes with a school that is no more", () => {
  const session = new AskSession({ ...FIRST_FORM, rules: [keeps(0), keeps(1), keeps(2)] });
  session.fit({ place: "p", data: "a", siteIds: ["old", "new-1", "new-2"], districtIds: [] });
  session.fit({ place: "p", data: "a", siteIds: ["old", "new-2"], districtIds: [] });
  expect(rulesOf(session)).toEqual([{ site: 0 }, { site: 1 }]);
});

test("of another case nothing is answered, searched or asked about its schools; the same case changes nothing", () => {
  const session = new AskSession({ ...FIRST_FORM, rules: [keeps(1)] });
  session.fit({ place: "p", data: "a", siteIds: ["x", "y"], districtIds: [] });
  const asked = { form: session.now().form } as never;
  session.ask({ ask: (_, hear) => hear({ status: "answered", plans: [], seconds: 1 }) }, asked, {
    context: {},
    size: {},
  } as never);
  const before = session.now();
  session.fit({ place: "p", data: "a", siteIds: ["x", "y"], districtIds: [] });
  expect(session.now()).toBe(before);
  expect([session.isOf("a"), session.isOf("b")]).toEqual([true, false]);
  session.fit({ place: "p", data: "b", siteIds: ["z"], districtIds: [] });
  expect(session.isOf("b")).toBe(true);
  expect(session.now()).toEqual({ form: { ...FIRST_FORM, rules: [] }, run: { status: "none" } });
});

test("what has ended is told once, with what it was of and how long it took; an answer that was kept is shown again", () => {
  const heard: Ended[] = [];
  let left = 0;
  const session = new AskSession(FIRST_FORM, { onEnd: (ended) => heard.push(ended), onLeft: () => left++ });
  const context = { siteIds: ["x"], districtIds: ["d"] };
  session.fit({ place: "p", data: "a", ...context });
  const asked = { form: FIRST_FORM } as never;
  const of = { context, size: { areas: 6, schools: 2 } } as never;
  const ask = (steps: readonly AskStep[]) =>
    session.ask({ ask: (_, hear) => steps.forEach(hear) }, asked, of, { answer: "old" });
  const answer: AskStep = { status: "answered", plans: [], seconds: 1 };
  ask([{ status: "searching", progress: { seconds: 0 } }, answer]);
  expect(heard.map(({ run, as, of: { data }, pairs }) => [run.status, as, data, pairs])).toEqual([
    ["answered", { answer: "old" }, "a", 12],
  ]);
  session.clear();
  expect(session.now().run.status).toBe("none");
  const [{ run }] = heard;
  if (run.status !== "answered") throw new Error(run.status);
  session.show(asked, run);
  expect(session.now().run).toEqual({ status: "answered", answer });
  ask([{ status: "failed", reason: "r" }]);
  expect([heard.length, left]).toEqual([2, 0]);
  session.fit({ place: "p", data: "b", ...context });
  expect(left).toBe(1);
});
