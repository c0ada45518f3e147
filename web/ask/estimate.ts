import type { AskForm } from "./form.ts";
import { linesOf } from "./form.ts";
import type { KeptAnswer } from "./answers.ts";

/** How long a question may take, and how that is known. */
export type Estimate =
  /** From the last questions of the kind that were answered in this browser. */
  | { readonly from: "here"; readonly seconds: number }
  /** From what was measured before the page was made. */
  | { readonly from: "measured"; readonly seconds: number }
  /** Only that it ends at the longest wait. */
  | { readonly from: "unknown" };

/** Up to here the usual question was measured: Holbæk's areas where somebody lives, with all its 18 schools. */
const MEASURED_PAIRS = 1867 * 18;
/** Rules with which it was measured, and what it took at most, seconds. */
const MEASURED_RULES: ReadonlySet<string> = new Set(["capacity", "longest-way"]);
const MEASURED_SECONDS = 60;

/** So many of the last questions of the kind are looked at. */
const LOOKED_AT = 5;

/** What makes one question take as long as another: the kind, what is made least, and the kinds of rules. */
function signOf(form: AskForm): string {
  const { kind, goals, against, policy, prices, redrawn, districts } = form;
  const aim = {
    reassign: goals.map(({ goal, also }) => `${goal} ${also?.goal ?? ""}`),
    prices: goals.map(({ goal, also }) => `${goal} ${also?.goal ?? ""}`),
    front: against,
    repair: [],
    consolidate: [policy, prices, String(districts)],
    redraw: [redrawn, String(districts)],
    network: [],
  }[kind];
  const rules = new Set(linesOf(form).map(({ row }) => row));
  return [kind, ...aim, "|", ...[...rules].toSorted()].join();
}

/** A guess at how long a question takes, in whole seconds, never more than the longest wait. */
export function estimateOf(form: AskForm, pairs: number, kept: readonly Pick<KeptAnswer, "form" | "took">[]): Estimate {
  const sign = signOf(form);
  const alike = kept
    .flatMap(({ form: asked, took }) => (took && took.pairs > 0 && signOf(asked) === sign ? [took] : []))
    .slice(0, LOOKED_AT);
  if (alike.length > 0) {
    const each = alike.map((took) => (took.seconds * pairs) / took.pairs).toSorted((a, b) => a - b);
    const middle = each[Math.floor(each.length / 2)];
    return { from: "here", seconds: Math.min(form.seconds, Math.max(1, Math.round(middle))) };
  }
  return isMeasured(form, pairs)
    ? { from: "measured", seconds: Math.min(form.seconds, MEASURED_SECONDS) }
    : { from: "unknown" };
}

const isMeasured = (form: AskForm, pairs: number): boolean =>
  form.kind === "reassign" &&
  form.goals.every(({ goal, also }) => !also && (goal === "overflow" || goal === "pupil-metres")) &&
  form.goals.at(-1)?.goal === "pupil-metres" &&
  form.rules.every(({ row }) => MEASURED_RULES.has(row)) &&
  pairs <= MEASURED_PAIRS;
