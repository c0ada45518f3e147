import type { IssueText } from "../domain/issue.ts";
import { BUS_ISSUES } from "./issue-texts-buses.ts";
import { CASE_ISSUES } from "./issue-texts-case.ts";
import { FILE_ISSUES } from "./issue-texts-files.ts";
import { FORECAST_ISSUES } from "./issue-texts-forecast.ts";
import { FORMAT_ISSUES } from "./issue-texts-formats.ts";
import { JOIN_ISSUES } from "./issue-texts-joins.ts";
import { MAP_ISSUES } from "./issue-texts-maps.ts";
import { PUPIL_ISSUES } from "./issue-texts-pupils.ts";
import { RECIPE_ISSUES } from "./issue-texts-recipe.ts";

/** Everything import can find to say of a case, by code, in both languages. Messages are ICU. */
export const ISSUE_TEXTS = {
  ...FILE_ISSUES,
  ...FORMAT_ISSUES,
  ...MAP_ISSUES,
  ...CASE_ISSUES,
  ...PUPIL_ISSUES,
  ...JOIN_ISSUES,
  ...FORECAST_ISSUES,
  ...BUS_ISSUES,
  ...RECIPE_ISSUES,
} satisfies Record<string, IssueText>;

export type IssueCode = keyof typeof ISSUE_TEXTS;
