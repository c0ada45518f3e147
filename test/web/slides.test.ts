import { describe, expect, test } from "vitest";
import { choiceOf } from "../../web/state/address.ts";
import { FIRST_CHOICE } from "../../web/state/choice.ts";
import { barsOf } from "../../web/slides/bars.ts";
import { slideOfPart } from "../../web/slides/arrive-at-slide.ts";
import { slideWithout } from "../../web/slides/slide-name.ts";
import { phoneQuery, slidePart } from "../../web/slides/phone-link.ts";
import {
  askable,
  askedFirst,
  restByKey,
  type Slide,
  slideByKey,
  slideName,
  slideNamed,
  slidesOf,
} from "../../web/slides/slide-list.ts";

const words = (slides: readonly Slide[]) =>
  slides.map((slide) => {
    if (slide.kind === "plan") return `plan ${slide.plan}`;
    if (slide.kind === "beside") return `beside ${slide.plans.join()}`;
    if (slide.kind === "measure") return slide.measure;
    return slide.kind === "question" ? slide.question : slide.kind;
  });

const listOf = (plans: number) =>
  slidesOf({ plans, measures: ["distance-mean", "saving"], questions: askable(plans, "known") });

describe("the slides of a meeting", () => {
  test("one thing each: today, every plan, side by side, a measure at a time, the questions", () => {
    expect(words(listOf(2)).join(" | ")).toBe(
      "agenda | today | plan 0 | plan 1 | beside 0,1 | distance-mean | saving | bus | savings | last | why-not | closing",
    );
    expect(words(listOf(1))).not.toContain("beside 0");
    expect(askable(1, "unknown")).toEqual(["bus", "savings", "closing"]);
  });

  test.each([2, 3, 4, 5, 6])(
    "of %i plans never more than three stand beside each other, and each stands once",
    (plans) => {
      const rows = listOf(plans).flatMap((slide) => (slide.kind === "beside" ? [slide.plans] : []));
      expect(rows.flat()).toEqual(Array.from({ length: plans }, (_, i) => i));
      for (const row of rows) expect([2, 3]).toContain(row.length);
    },
  );

  test("arrows and a remote go one on or back and stop at the ends, Home and End go there, a number to its question", () => {
    const slides = listOf(2);
    const last = slides.length - 1;
    const by = (key: string, at: number) => slideByKey(key, slides, at);
    expect(["ArrowRight", "PageDown", " ", "ArrowLeft", "PageUp"].map((key) => by(key, 3))).toEqual([4, 4, 4, 2, 2]);
    expect([by("ArrowLeft", 0), by("PageDown", last), by("Home", 5), by("End", 0)]).toEqual([0, last, 0, last]);
    expect(words(["1", "2", "3", "4", "5"].map((key) => slides[by(key, 0)!]))).toEqual(words(slides.slice(-5)));
    expect([by("9", 2), by("x", 2), by("Tab", 2)]).toEqual([undefined, undefined, undefined]);
  });
});

test("the plan in view is asked about first, wherever it stands among the pinned; the last where it is none of them", () => {
  const plans = ["list.78", "file.2016", "file.2021"].map((key) => ({ key }));
  expect(["list.78", "file.2021", "own.1", undefined].map((inView) => askedFirst(plans, inView))).toEqual([0, 2, 2, 2]);
});

test("every slide has a name of its own, and is found by it; by one that is not there, the first", () => {
  const slides = listOf(4);
  const names = slides.map(slideName);
  expect(new Set(names).size).toBe(slides.length);
  expect(names).toEqual(expect.arrayContaining(["agenda", "plan-3", "beside-2-3", "measure-saving", "question-bus"]));
  expect(names.map((name) => slideNamed(name, slides))).toEqual(slides.map((_, at) => at));
  expect(slideNamed("plan-9", slides)).toBe(0);
});

test("where a plan is on one machine alone the others are numbered without it, and it is shown nowhere else", () => {
  const known = [true, false, true, true];
  expect(["plan-0", "plan-2", "beside-0-2-3", "measure-saving"].map((name) => slideWithout(name, known))).toEqual([
    "plan-0",
    "plan-1",
    "beside-0-1-2",
    "measure-saving",
  ]);
  expect(["plan-1", "beside-0-1"].map((name) => slideWithout(name, known))).toEqual(["agenda", "agenda"]);
});

test("a link leads a phone to the slide that is shown, of the plans that the phone can have", () => {
  const plans = [{ ref: { from: "own", id: "x" } }, { ref: { from: "file", id: "2016" } }] as const;
  expect(slidePart("plan-1", plans)).toBe("#slide=plan-0");
  expect([slideOfPart("#slide=plan-0"), slideOfPart("#slide="), slideOfPart("#rum=plan-0")]).toEqual([
    "plan-0",
    undefined,
    undefined,
  ]);
});

const scrolled = (scrollTop: number) => ({ scrollTop, scrollHeight: 1500, clientHeight: 1000 });

test("a slide longer than the screen is read to its end before the next, and back to its beginning", () => {
  expect(["PageDown", "ArrowRight", " "].map((key) => restByKey(key, scrolled(0)))).toEqual([500, 500, 500]);
  expect(restByKey("PageDown", scrolled(499.5))).toBe(0);
  expect(restByKey("PageUp", scrolled(500))).toBe(-500);
  expect(restByKey("ArrowLeft", scrolled(0))).toBe(0);
  expect(restByKey("PageDown", { scrollTop: 0, scrollHeight: 5000, clientHeight: 1000 })).toBe(850);
  expect(["Home", "End", "1"].map((key) => restByKey(key, scrolled(100)))).toEqual([0, 0, 0]);
});

test("bars have nothing in their scale, and hold their ranges, on either side of it", () => {
  const { zero, bars } = barsOf([
    { value: 2, low: 1, high: 4 },
    { value: -1, low: -1, high: 0 },
  ]);
  expect(zero).toBe(20);
  expect(bars).toEqual([
    { from: 20, to: 60, range: { from: 40, to: 100 } },
    { from: 0, to: 20, range: { from: 0, to: 20 } },
  ]);
  expect(barsOf([{ value: 0 }])).toEqual({ zero: 0, bars: [{ from: 0, to: 0 }] });
  // A bar of a hidden number would tell it.
  expect(barsOf([{ value: NaN }, { value: 4 }])).toEqual({ zero: 0, bars: [undefined, { from: 0, to: 100 }] });
});

test("the link for a phone has the same plans pinned at the same prices, but for those drawn on this machine", () => {
  const refs = [
    { from: "file", id: "2016" },
    { from: "joined", id: "stay-01123" },
    { from: "own", id: "a" },
  ] as const;
  const choice = { ...FIRST_CHOICE, data: "abc", plan: refs[0], start: 2028, tray: refs };
  const there = choiceOf(
    phoneQuery(
      choice,
      refs.map((ref) => ({ ref })),
    ),
  );
  expect(there).toEqual({ ...FIRST_CHOICE, data: "abc", start: 2028, doing: "compare", tray: refs.slice(0, 2) });
});
