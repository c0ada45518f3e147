import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { arriveAtSlide } from "../../web/slides/arrive-at-slide.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { toldOf } from "../../web/state/fault.ts";
import { type Action, reduce, startingState } from "../../web/state/state.ts";
import type { AppState } from "../../web/state/app-state.ts";
import { createStore, StoreContext, useStore } from "../../web/state/store.ts";
import type { PlanEffects } from "../../web/worker/messages.ts";

const start = startingState(FIRST_CHOICE);
const after = (...actions: readonly Action[]): AppState => actions.reduce(reduce, start);
const failed: Action = { kind: "case", caseState: { status: "failed", ...toldOf(new Error("away")) } };
const point = (number: number): Action => ({ kind: "look", lookedAt: { kind: "unit", number, how: "pointed" } });
const pick = (number: number): Action => ({ kind: "look", lookedAt: { kind: "unit", number, how: "picked" } });

test("the slide that the address leads to waits until the case is open, and is put away with it once another is opened", () => {
  const store = createStore(start);
  const begin: Action = { kind: "case", caseState: { status: "loading" } };
  arriveAtSlide(store, "#slide=plan-0");
  for (const action of [begin, begin]) store.dispatch(action);
  expect([store.state().dialog, store.state().slide?.at]).toEqual(["slides", "plan-0"]);
  store.dispatch(failed);
  store.dispatch(begin);
  expect(store.state().dialog).toBeUndefined();
});

describe("looking at places", () => {
  test("pointing elsewhere leaves a picked place alone; picking another does not", () => {
    expect(after(pick(3), point(8)).lookedAt?.number).toBe(3);
    expect(after(pick(3), pick(8)).lookedAt?.number).toBe(8);
    expect(after(pick(3), { kind: "look", lookedAt: undefined }).lookedAt).toBeUndefined();
  });

  test("a route goes with its place", () => {
    const route: Action = { kind: "route", route: { unit: 3, site: 1 } };
    expect(after(pick(3), route).route).toBeDefined();
    expect(after(pick(3), route, pick(4)).route).toBeUndefined();
  });

  test("whoever takes a tool for the map, or gives a school its place, has looked: the card would lie over what is drawn on", () => {
    const draw: Action = { kind: "choose", change: { doing: "draw", view: "plan" } };
    for (const change of [{ tool: "paint" }, { tool: "lock" }, { placing: { site: "new" } }] as const)
      expect(after(draw, pick(3), { kind: "drawing", change }).lookedAt).toBeUndefined();
    expect(after(draw, pick(3), { kind: "drawing", change: { tool: "look" } }).lookedAt?.number).toBe(3);
  });

  test("whoever goes on to something else has looked", () => {
    const other = { kind: "choose", change: { doing: "ask" } } as const;
    expect(after(pick(3), other).lookedAt).toBeUndefined();
    expect(after(pick(3), { kind: "choose", change: { view: "side" } }).lookedAt?.number).toBe(3);
  });

  test("looking at the same again changes nothing, so nothing is drawn again", () => {
    const looking = after(point(3));
    expect(reduce(looking, point(3))).toBe(looking);
  });
});

test("effects of the plans looked at last are kept, the oldest go", () => {
  const effects = {} as PlanEffects;
  const many = Array.from({ length: 80 }, (_, i): Action => ({ kind: "effects", key: `plan ${i}`, effects }));
  const keys = [...after(...many).effects.keys()];
  expect(keys).toHaveLength(60);
  expect(keys.at(-1)).toBe("plan 79");
});

test("opening another case forgets the lists and effects of the one before, not what was chosen", () => {
  const state = after(
    { kind: "choose", change: { language: "en" } },
    { kind: "list", policy: "nearest", listState: { status: "stopped", districts: 4 } },
    failed,
    { kind: "case", caseState: { status: "loading" } },
  );
  expect(state.lists.nearest.status).toBe("idle");
  expect(state.choice.language).toBe("en");
});

const Part = (): string => useStore().state().tab;

test("a part of the page outside its store says so", () => {
  expect(() => renderToString(createElement(Part))).toThrow("not inside its store");
  const inside = createElement(StoreContext, { value: createStore(start) }, createElement(Part));
  expect(renderToString(inside)).toBe("plans");
});

test("the store tells of changes only", () => {
  const store = createStore(start);
  let heard = 0;
  const end = store.subscribe(() => heard++);
  store.dispatch(point(1));
  store.dispatch(point(1));
  end();
  store.dispatch(point(2));
  expect(heard).toBe(1);
});

test("whoever asks for the meeting before the room is back gets the meeting, not the links into the room", () => {
  const waiting = after({ kind: "dialog", dialog: "room" }, { kind: "back-in-room" });
  expect([waiting.dialog, waiting.choice.doing]).toEqual([undefined, "meet"]);
  const elsewhere = after({ kind: "dialog", dialog: "help" });
  expect(reduce(elsewhere, { kind: "back-in-room" })).toBe(elsewhere);
});
