import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import type { Cell, MeasureKey } from "../../src/index.ts";
import { SpeakingProvider } from "../../web/i18n/say.ts";
import { TransportRight } from "../../web/panels/effects/TransportRight.tsx";
import { countsOfParts, type PlanFigures } from "../../web/state/plan-figures.ts";
import { placeOf, placesOf } from "../../web/state/shown.ts";
import { StoreContext } from "../../web/state/store.ts";
import type { PlanList } from "../../web/worker/messages.ts";
import { openPage } from "./proposals/page.ts";

const HIDDEN: Cell = { kind: "hidden" };
const BEFORE: Cell = { kind: "count", pupils: 1330 };

test("a number that is hidden to protect small groups is a sentence wherever it would stand, and its parts are told in fives", async () => {
  const { store, view } = await openPage();
  const cells: Partial<Record<MeasureKey, Cell>> = {
    "transport-right": HIDDEN,
    "right-gained": { kind: "few" },
    "right-lost": HIDDEN,
  };
  const figures = {
    view: { ...view, notice: { da: "Opdigtede", en: "Made up" }, steps: "exactly" },
    plan: {},
    counts: "exactly",
    value: (key: MeasureKey) => ({ "transport-right": 1300 })[key as string],
    today: (key: MeasureKey) => ({ "transport-right": 1330 })[key as string],
    cell: (key: MeasureKey) => cells[key],
    todaysCell: () => BEFORE,
    tells: () => true,
  } as unknown as PlanFigures;
  const panel = createElement(SpeakingProvider, null, createElement(TransportRight, { figures }));
  const text = renderToString(createElement(StoreContext, { value: store }, panel)).replaceAll(/<[^>]*>/g, " ");
  expect(text).not.toMatch(/skjult +elever|1\.300|<5 +skjult/);
  expect(text).toContain("Tallet vises ikke, for at beskytte grupper på under fem elever.");
  expect(text).toContain("et skjult antal mister ret");
  expect(text.replaceAll("&lt;", "<")).toContain("<5 får ret");

  expect(countsOfParts(figures, "transport-right")).toBe("in-fives");
  expect(countsOfParts(figures, "classes")).toBe("exactly");
});

test("no picture of the listed plans has a point where a hidden number would be read off", async () => {
  const { view: opened } = await openPage();
  const todays = new Map([["transport-right" as const, 1330]]);
  const view: typeof opened = { ...opened, today: { ...opened.today, values: todays } };
  const values = new Map<MeasureKey, Float64Array>([
    ["transport-right", Float64Array.of(1302, 1340)],
    ["right-gained", Float64Array.of(3, 40)],
    ["right-lost", Float64Array.of(31, 30)],
    ["distance-mean", Float64Array.of(1234, NaN)],
  ]);
  const list = { count: 2, values } as unknown as PlanList;
  expect([...placesOf(view, list, "right-lost")]).toEqual([30, 30]);
  const [few, told] = placesOf(view, list, "right-gained");
  expect([few, told]).toEqual([2.5, 40]);
  expect(placeOf(HIDDEN)).toBeNaN();
  // Of a hundred pupils the mean is told in what five of them move it by.
  expect([...placesOf(view, list, "distance-mean")]).toEqual([1000, NaN]);
});
