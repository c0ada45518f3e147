import { planTitle } from "../../report/baseline-text.ts";
import { calendarIcs, calendarText, closingNeeds } from "../../report/calendar.ts";
import { closingCalendar } from "../../rules/closing-procedure.ts";
import { type CaseRequest, loadCase, saysStatus } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Say } from "../say.ts";

export interface CalendarRequest extends CaseRequest {
  /** The plan is to hold from August of this year. */
  readonly start: number;
  readonly ics?: string;
}

/** `calendar CASE --plan PLAN --start YEAR`: what the law asks of the plan, and by when. */
export async function calendar(request: CalendarRequest, say: Say): Promise<ExitCode> {
  const { basis, plan } = await loadCase({ ...request, proposals: "measured" }, say);
  const needs = closingNeeds(basis, plan);
  const entries = closingCalendar(request.start, needs);
  saysStatus(basis, plan, say);
  say.answer(
    say.text(
      {
        da: "{plan}, fra august {year}. Skoler, der ophører (§ 24, stk. 4): {schools}. Afdelinger, der lukker inde i en skole (ingen procedure): {sites}.",
        en: "{plan}, from August {year}. Schools that cease (section 24(4)): {schools}. Sites that close inside a school (no procedure): {sites}.",
      },
      {
        plan: planTitle(plan, say.language),
        year: String(request.start),
        schools: list(needs.schoolsThatCease),
        sites: list(needs.sitesThatClose),
      },
    ),
  );
  if (entries.length > 0) say.answer(calendarText(entries, say.language));
  const subject = { name: planTitle(plan, say.language), place: basis.municipality.info.name, plan: plan.id };
  if (request.ics !== undefined)
    await say.write(request.ics, calendarIcs(entries, subject, new Date().toISOString(), say.language));
  return EXIT.ok;
}

const list = (names: readonly string[]): string => (names.length > 0 ? names.join(", ") : "-");
