import { catalogue } from "../../domain/language.ts";
import { structureChange } from "../../compare/structure-change.ts";
import { planTitle } from "../../report/baseline-text.ts";
import { calendarIcs } from "../../report/calendar-file.ts";
import { calendarText, structureSentences, tooLate } from "../../report/structure-text.ts";
import { isoDay, structureCalendar } from "../../rules/calendar.ts";
import { type CaseRequest, loadCase, saysStatus } from "../case.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Say } from "../say.ts";

const SAID = catalogue("cli.commands.calendar", {
  fromAugust: { da: "{plan}, fra august {year}.", en: "{plan}, from August {year}." },
});

export interface CalendarRequest extends CaseRequest {
  /** The plan is to hold from August of this year. */
  readonly start: number;
  readonly ics?: string;
}

/** `calendar CASE --plan PLAN --start YEAR`: what the law asks of the plan, and by when. */
export async function calendar(request: CalendarRequest, say: Say): Promise<ExitCode> {
  const { basis, plan } = await loadCase({ ...request, proposals: "measured" }, say);
  const { language } = say;
  const now = new Date();
  const today = isoDay(now);
  const change = structureChange(basis, plan);
  const entries = structureCalendar(plan.grades, request.start, change);
  const late = tooLate(request.start, change, entries, today);
  saysStatus(basis, plan, say);
  say.answer(say.text(SAID.fromAugust, { plan: planTitle(plan, language), year: String(request.start) }));
  say.answer(
    structureSentences(plan.grades, change)
      .map((sentence) => `  · ${sentence[language]}`)
      .join("\n"),
  );
  if (late) say.answer(late[language]);
  if (entries.length > 0) say.answer(calendarText(entries, today, language));
  const subject = { name: planTitle(plan, language), place: basis.municipality.info.name, plan: plan.id };
  if (request.ics !== undefined)
    await say.write(request.ics, calendarIcs(entries, subject, now.toISOString(), language));
  return EXIT.ok;
}
