import type { ReactNode } from "react";
import { schoolYearText } from "../../src/index.ts";
import { caseView } from "../state/selectors.ts";
import { isYearPast, startYear, startYears } from "../state/start-year.ts";
import { useSelect, useStore } from "../state/store.ts";
import { todaysDate } from "../state/today.ts";
import { useHereVoice } from "./here-voice.ts";
import { NumberChoice } from "./NumberChoice.tsx";

/** The school year from which the plans hold; the same choice as that of the calendar of a plan. */
export function BeginsChoice(): ReactNode {
  const { say, tell } = useHereVoice();
  const store = useStore();
  const view = useSelect(caseView);
  const start = useSelect(({ choice }) => choice.start);
  if (!view) return null;
  const today = todaysDate();
  const words = (year: number): string =>
    isYearPast(year, today) ? say("law.year.past", { year: schoolYearText(year) }) : schoolYearText(year);
  return (
    <NumberChoice
      label={tell("here.begins")}
      value={startYear(view, { start }, today)}
      numbers={startYears(view, { start }, today)}
      wordsOf={words}
      onChoose={(year) => store.dispatch({ kind: "choose", change: { start: year } })}
    />
  );
}
