import { GRADES } from "../../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, type Draft, type Edit, fold, NO_SITE, type Plan } from "../../../src/index.ts";
import {
  added,
  type History,
  historyOf,
  leftBehind,
  merged,
  NO_HISTORY,
  named,
  namedSteps,
  pathTo,
  type Step,
  upTo,
} from "../../../web/proposals/history.ts";
import { draftAt } from "../../../web/proposals/going.ts";
import {
  atStep,
  joined,
  openProposal,
  type Proposal,
  redone,
  undone,
  withEdit,
} from "../../../web/proposals/proposal.ts";
import { keptOf, storedOf } from "../../../web/proposals/storage.ts";
import type { CaseView } from "../../../web/worker/messages.ts";

const UNITS = 4;
const PAIRS = 3 * UNITS;
const places = [30, 30, 30];
const view = {
  grades: GRADES,
  dataHash: "1a2b",
  sites: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), capacity: places })),
  units: {
    count: UNITS,
    id: Array.from({ length: UNITS }, (_, unit) => `u${unit}`),
    shape: { kind: "h3", resolution: 9 },
  },
} as unknown as CaseView;
const plan: Plan = {
  grades: GRADES,
  id: "start",
  title: "Start",
  districts: [{ id: "d", name: "D", sites: [0, 1, 2] }],
  teaching: [7, 7, 7],
  assignment: new Uint16Array(PAIRS),
};
const start: Draft = openProposal(view, {
  id: "p",
  data: "",
  start: plan,
  startTitle: "",
  begun: "",
  history: NO_HISTORY,
}).draft;
const fresh = (): Proposal =>
  openProposal(view, { id: "p", data: "1a2b", start: plan, startTitle: "S", begun: "2026", history: NO_HISTORY });

/** A stroke over some pairs of a draft. */
const stroke = (draft: Draft, pairs: readonly number[], site: number): readonly Change[] => [
  {
    kind: "assign",
    pairs: Uint32Array.from(pairs),
    from: Uint16Array.from(pairs, (pair) => draft.plan.assignment[pair]),
    to: new Uint16Array(pairs.length).fill(site),
  },
];
let made = 0;
const editOf = (changes: readonly Change[]): Edit => ({ id: `e${made++}`, by: "me", at: "2026-01-01", changes });
const sitesOf = ({ plan: { assignment } }: Draft): readonly number[] => [...assignment];

/** What a person can do, as numbers that mean something in whichever state it is done. */
const deeds = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("paint" as const),
        pairs: fc.uniqueArray(fc.nat(PAIRS - 1), { minLength: 1 }),
        site: fc.constantFrom(0, 1, 2, NO_SITE),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("undo" as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("redo" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("go" as const), to: fc.nat(30) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("reload" as const) }) },
  ),
  { maxLength: 25 },
);

test("after anything that is drawn, undone, redone, gone back to and read again, the plan is a plain fold of its steps, and no step is lost", () => {
  fc.assert(
    fc.property(deeds, (done) => {
      let proposal = fresh();
      const all: string[] = [];
      // A plain model of going back and forth: the plans on the way, and those ahead.
      let behind: (readonly number[])[] = [];
      let ahead: (readonly number[])[] = [];
      for (const deed of done) {
        const before = sitesOf(proposal.draft);
        if (deed.do === "paint") {
          const edit = editOf(
            stroke(
              proposal.draft,
              deed.pairs.toSorted((a, b) => a - b),
              deed.site,
            ),
          );
          all.push(edit.id);
          proposal = withEdit(proposal, edit);
          behind = [...behind, before];
          ahead = [];
        } else if (deed.do === "undo") {
          proposal = undone(proposal);
          const last = behind.at(-1);
          if (last) [behind, ahead] = [behind.slice(0, -1), [...ahead, before]];
          expect(sitesOf(proposal.draft)).toEqual(last ?? before);
        } else if (deed.do === "redo") {
          proposal = redone(proposal);
          const next = ahead.at(-1);
          if (next) [behind, ahead] = [[...behind, before], ahead.slice(0, -1)];
          if (next) expect(sitesOf(proposal.draft)).toEqual(next);
        } else if (deed.do === "go" && all.length > 0) {
          proposal = atStep(proposal, all[deed.to % all.length]);
          behind = pathTo(proposal.history, proposal.history.head).map(({ parent }) =>
            sitesOf(draftAt(start, proposal.history, parent)),
          );
          ahead = [];
          // Forward goes wherever the step was left last.
          for (let next = redone(proposal); next.history.head !== proposal.history.head;) {
            ahead = [sitesOf(next.draft), ...ahead];
            const on = redone(next);
            if (on.history.head === next.history.head) break;
            next = on;
          }
        } else if (deed.do === "reload") {
          const stored = storedOf(structuredClone(keptOf(proposal)), () => []);
          proposal = openProposal(view, stored);
        }
        const { history } = proposal;
        expect(sitesOf(proposal.draft)).toEqual(
          sitesOf(
            fold(
              start,
              pathTo(history, history.head).map(({ edit }) => edit),
            ),
          ),
        );
        expect([...history.steps.keys()]).toEqual(all);
        // Each step is on the way to the head or in one of the ways that were left, and counted once.
        const left = leftBehind(history);
        const reached = new Set(
          [history.head, ...left.map(({ last }) => last.edit.id)].flatMap((end) =>
            pathTo(history, end).map(({ edit }) => edit.id),
          ),
        );
        expect(reached.size).toBe(all.length);
        expect(left.reduce((sum, { count }) => sum + count, pathTo(history, history.head).length)).toBe(all.length);
      }
    }),
    { seed: 8, numRuns: 2000 },
  );
});

const one = (history: History, changes: readonly Change[]): History => added(history, editOf(changes));

test("a way that was left is kept, and can be gone back to", () => {
  const first = one(NO_HISTORY, stroke(start, [0], 1));
  const left = one(first, stroke(start, [1], 1));
  const other = one({ ...left, head: first.head }, stroke(start, [2], 2));
  expect(leftBehind(other).map(({ last, from, count }) => [last.edit.id, from, count])).toEqual([
    [left.head, first.head, 1],
  ]);
  expect(leftBehind(left)).toEqual([]);
});

test("a step that is said more fully is not a way that was left", () => {
  const closed = one(NO_HISTORY, stroke(start, [0], NO_SITE));
  const edit = editOf(stroke(start, [0], 2));
  const fuller = added({ ...closed, head: undefined }, edit, { fuller: closed.head! });
  expect(leftBehind(fuller)).toEqual([]);
  expect(pathTo(fuller, fuller.head).map((step) => step.edit)).toEqual([edit]);
});

test("what another window draws is followed where it goes on from here, and kept beside where it does not", () => {
  const mine = withEdit(fresh(), editOf(stroke(start, [0], 1)));
  const on: Step = { edit: editOf(stroke(mine.draft, [1], 2)), parent: mine.history.head };
  const followed = joined(mine, [on]);
  expect([followed.history.head, followed.draft.plan.assignment[1]]).toEqual([on.edit.id, 2]);
  // Drawn in both at once: each window stays where it is, and neither loses the other's step.
  const here = withEdit(mine, editOf(stroke(mine.draft, [2], 2)));
  const both = joined(here, [on]);
  expect(both.history.head).toBe(here.history.head);
  expect(both.draft).toBe(here.draft);
  expect(leftBehind(both.history).map(({ last }) => last.edit.id)).toEqual([on.edit.id]);
  expect(joined(both, [on])).toBe(both);
  // One whose own beginning is not known here says nothing yet.
  expect(merged(mine.history, [{ edit: editOf([]), parent: "unknown" }])).toBe(mine.history);
});

test("another window follows a step that is said more fully, and what is drawn after it", () => {
  const closed = withEdit(fresh(), editOf(stroke(start, [0], NO_SITE)));
  const there = joined(fresh(), [closed.history.steps.get(closed.history.head!)!]);
  const fuller: Step = { edit: editOf(stroke(start, [0], 2)), parent: undefined, fuller: closed.history.head! };
  const completed = joined(there, [fuller]);
  expect([completed.history.head, completed.draft.plan.assignment[0]]).toEqual([fuller.edit.id, 2]);
  const on: Step = { edit: editOf(stroke(completed.draft, [1], 1)), parent: fuller.edit.id };
  expect(joined(completed, [on]).history.head).toBe(on.edit.id);
  expect(leftBehind(completed.history)).toEqual([]);
  // Of two that are said more fully together, the first is gone back to and on to as it is said now.
  const two = withEdit(closed, editOf(stroke(closed.draft, [1], NO_SITE)));
  const both: readonly Step[] = [
    fuller,
    { edit: editOf(stroke(completed.draft, [1], 1)), parent: fuller.edit.id, fuller: two.history.head! },
  ];
  const whole = joined(two, both);
  expect([whole.history.head, leftBehind(whole.history)]).toEqual([both[1].edit.id, []]);
  expect(redone(undone(undone(whole))).history.head).toBe(fuller.edit.id);
});

test("steps with a name stand in the order they were made in, and a history up to one has it alone", () => {
  let history = NO_HISTORY;
  for (const pair of [0, 1, 2]) history = one(history, stroke(start, [pair], 1));
  const [a, b, c] = [...history.steps.keys()];
  history = named(named(history, c, "C"), a, "A");
  expect(namedSteps(history)).toEqual([
    { id: a, name: "A" },
    { id: c, name: "C" },
  ]);
  const short = upTo(history, b);
  expect([[...short.steps.keys()], short.head, namedSteps(short)]).toEqual([[a, b], b, [{ id: a, name: "A" }]]);
});

test("of 20,000 steps with 2,000 ways left each is on the way to the last or left behind, once", () => {
  const steps = Array.from({ length: 20_000 }, (_, i): Step => {
    // Every tenth step is made after going nine steps back.
    const parent = i === 0 ? undefined : `s${i % 10 === 9 ? i - 9 : i - (i % 10 === 0 ? 2 : 1)}`;
    return { edit: { id: `s${i}`, by: "me", at: "", changes: [] }, parent };
  });
  const history = historyOf(steps, { head: "s19999", forward: new Map(), names: new Map() });
  const left = leftBehind(history);
  expect(left.reduce((sum, { count }) => sum + count, pathTo(history, history.head).length)).toBe(20_000);
});

test("steps that were written out of order, or of which one is missing, are read as far as they are whole", () => {
  let history = NO_HISTORY;
  for (const pair of [0, 1, 2]) history = one(history, stroke(start, [pair], 1));
  const [a, b, c] = [...history.steps.values()];
  expect([...historyOf([b, a, c], history).steps.values()]).toEqual([a, b, c]);
  const torn = historyOf([a, c], history);
  expect([[...torn.steps.values()], torn.head]).toEqual([[a], a.edit.id]);
});

test("a step keeps its name until it is given none", () => {
  const history = one(NO_HISTORY, stroke(start, [0], 1));
  const id = history.head!;
  expect(named(history, id, "Udby bliver").names.get(id)).toBe("Udby bliver");
  expect(named(named(history, id, "Udby bliver"), id, "").names.size).toBe(0);
});
