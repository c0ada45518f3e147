import { expect, test } from "vitest";
import { saidIn, setLock, setReason, startDraft } from "../../../src/index.ts";
import { opened, openPage } from "./page.ts";

const locked = (site: number, draft = startDraft(opened.basis.municipality, opened.basis.baseline)) =>
  setLock(draft, { site }, true);
const NOTE = { da: "låst", en: "locked" };

test("a copy has every step, lock and place of its own, and goes on by itself", async () => {
  const { studio, view, all } = await openPage();
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  studio.duplicate();
  const [one, copy] = all();
  expect([...copy.draft.locks.sites]).toEqual([0]);
  expect(copy.draft.plan.title).toEqual({ da: "Eget forslag 1 (kopi)", en: "Own proposal 1 (copy)" });
  studio.undo();
  expect([all()[0].draft.locks.sites.size, all()[1].draft.locks.sites.size]).toEqual([1, 0]);
  expect(all()[1].draft.plan.title).toEqual(copy.draft.plan.title);
  expect(one.history.steps.size).toBe(copy.history.steps.size);
});

test("no step back gives a copy the name of what it was copied from, and what was said beside it stays", async () => {
  const { studio, view, all, kept } = await openPage();
  studio.begin(view.plans[0], "Today");
  studio.edit(locked(0), NOTE);
  studio.rename("Borgergruppens forslag");
  studio.edit(setReason(all()[0].draft, "Fordi"), NOTE);
  studio.rename("Borgernes");
  studio.edit(locked(1, all()[0].draft), NOTE);
  studio.undo();
  studio.duplicate();
  const copy = () => all()[1].draft;
  const seen: unknown[] = [];
  for (const go of ["here", "redo", "undo", "undo", "undo", "redo", "redo", "redo"] as const) {
    if (go !== "here") studio[go]();
    expect(saidIn(copy().plan.title, "da")).toBe("Borgernes (kopi)");
    seen.push([copy().reason, copy().locks.sites.size]);
  }
  const [locks, reasoned, both] = [
    ["", 1],
    ["Fordi", 1],
    ["Fordi", 2],
  ];
  expect(seen).toEqual([reasoned, both, reasoned, locks, ["", 0], locks, reasoned, both]);
  await kept.settled();
  expect((await openPage({ kept })).all()[1].draft).toEqual(copy());
  studio.duplicate();
  expect(saidIn(all()[2].draft.plan.title, "da")).toBe("Borgernes (kopi 2)");
});
