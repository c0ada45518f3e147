import { earliestStart } from "../../src/index.ts";
import type { CaseView } from "../worker/messages.ts";
import type { Choice } from "./choice.ts";

/** The year in August of which the plan is to hold: the one that was chosen, or the first that a plan can still reach. Never one gone by unless chosen. */
export const startYear = (
  { schoolYear }: Pick<CaseView, "schoolYear">,
  { start }: Pick<Choice, "start">,
  today: string,
): number => start ?? Math.max(Number(schoolYear.slice(0, 4)) + 1, earliestStart("closing", today));
