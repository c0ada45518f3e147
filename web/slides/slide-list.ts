import { type MeasureKey, unreachable } from "../../src/index.ts";

/** What a council asks, each with a key of its own by its place here: 1, 2, 3 … */
export const QUESTIONS = ["bus", "savings", "last", "why-not", "closing"] as const;
export type Question = (typeof QUESTIONS)[number];

/** One thing to show; plans by their number among those that the meeting looks at. */
export type Slide =
  | { readonly kind: "agenda" }
  | { readonly kind: "today" }
  | { readonly kind: "plan"; readonly plan: number }
  | { readonly kind: "beside"; readonly plans: readonly number[] }
  | { readonly kind: "measure"; readonly measure: MeasureKey }
  | { readonly kind: "question"; readonly question: Question };

/** What a slide is called in a link and among those who follow: "measure-saving"; plans by their number, from 0. */
export function slideName(slide: Slide): string {
  switch (slide.kind) {
    case "plan":
      return `plan-${slide.plan}`;
    case "beside":
      return ["beside", ...slide.plans].join("-");
    case "measure":
      return `measure-${slide.measure}`;
    case "question":
      return `question-${slide.question}`;
    case "agenda":
    case "today":
      return slide.kind;
    default:
      return unreachable(slide);
  }
}

/** The number of the slide that is called so; the first where none is: another machine may know fewer plans, or a measure that tells none apart. */
export const slideNamed = (name: string, slides: readonly Slide[]): number =>
  Math.max(
    0,
    slides.findIndex((slide) => slideName(slide) === name),
  );

/** How many plans beside each other are read from the last row. */
const READABLE = 3;

interface Shown {
  /** How many plans there are. */
  readonly plans: number;
  /** Measures that tell them and today apart, in the order shown. */
  readonly measures: readonly MeasureKey[];
  readonly questions: readonly Question[];
}

/** What a meeting is shown, one thing a slide: what will come, today, each plan, plans beside each other, a measure at a time, the questions. */
export const slidesOf = ({ plans, measures, questions }: Shown): readonly Slide[] => [
  { kind: "agenda" },
  { kind: "today" },
  ...Array.from({ length: plans }, (_, plan): Slide => ({ kind: "plan", plan })),
  ...(plans < 2 ? [] : inRows(plans).map((row): Slide => ({ kind: "beside", plans: row }))),
  ...measures.map((measure): Slide => ({ kind: "measure", measure })),
  ...questions.map((question): Slide => ({ kind: "question", question })),
];

/** As few rows as can be, none longer than can be read nor by more than one than another: four are two and two. */
function inRows(plans: number): readonly (readonly number[])[] {
  const rows = Math.ceil(plans / READABLE);
  return Array.from({ length: rows }, (_, row) => {
    const [from, to] = [row, row + 1].map((at) => Math.round((at * plans) / rows));
    return Array.from({ length: to - from }, (__, i) => from + i);
  });
}

/** Questions that can be asked: of what was promised before where the case knows, and why not another where there is one. */
export const askable = (plans: number, past: "known" | "unknown"): readonly Question[] =>
  QUESTIONS.filter((question) => (question === "last" ? past === "known" : question === "why-not" ? plans > 1 : true));

/** Number of the plan that questions are asked about first: the one in view, wherever it stands among those that are pinned; else the last. */
export function askedFirst(plans: readonly { readonly key: string }[], inView: string | undefined): number {
  const at = plans.findIndex(({ key }) => key === inView);
  return at < 0 ? plans.length - 1 : at;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  " ": 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

/** The number of the slide that a key or a remote leads to; undefined for a key that leads nowhere. */
export function slideByKey(key: string, slides: readonly Slide[], at: number): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return slides.length - 1;
  const step = STEPS[key];
  if (step !== undefined) return Math.min(Math.max(at + step, 0), slides.length - 1);
  const question = /^[1-9]$/.test(key) ? QUESTIONS[Number(key) - 1] : undefined;
  const found = slides.findIndex((slide) => slide.kind === "question" && slide.question === question);
  return question === undefined || found < 0 ? undefined : found;
}

/** Of what is seen of a long slide so much stays in sight when it is scrolled on. */
const OVERLAP = 0.15;

/** How far a key that leads on or back first moves a slide that is longer than the screen, pixels; 0 at its end. */
export function restByKey(
  key: string,
  { scrollTop, scrollHeight, clientHeight }: Pick<Element, "scrollTop" | "scrollHeight" | "clientHeight">,
): number {
  const page = (1 - OVERLAP) * clientHeight;
  // A part of a pixel is no rest.
  const below = scrollHeight - clientHeight - scrollTop;
  if (STEPS[key] === 1) return below < 2 ? 0 : Math.min(page, below);
  return STEPS[key] === -1 && scrollTop >= 2 ? -Math.min(page, scrollTop) : 0;
}
