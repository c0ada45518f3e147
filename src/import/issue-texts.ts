import type { Said } from "../domain/language.ts";
import type { IssueText } from "../domain/issue.ts";
import type { BlanksOf } from "./issue-text.ts";
import { CASE_ISSUES } from "./issue-texts-case.ts";
import { FILE_ISSUES } from "./issue-texts-files.ts";
import { FORECAST_ISSUES } from "./issue-texts-forecast.ts";
import { MAP_ISSUES } from "./issue-texts-maps.ts";

/** Everything import can find to say of a case, by code, in both languages. Messages are ICU. */
export const ISSUE_TEXTS = { ...FILE_ISSUES, ...MAP_ISSUES, ...CASE_ISSUES, ...FORECAST_ISSUES } satisfies Record<
  string,
  IssueText
>;

export type IssueCode = keyof typeof ISSUE_TEXTS;

/** What fills the blanks of a code's texts: exactly the names that stand in them. */
export type ValuesOf<Code extends IssueCode> = Readonly<
  Record<BlanksOf<TextOf<Code>["message"]["da"] | TextOf<Code>["action"]["da"]>, Said | number>
>;
type TextOf<Code extends IssueCode> = (typeof ISSUE_TEXTS)[Code];
