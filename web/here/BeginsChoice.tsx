import type { ReactNode } from "react";
import { schoolYearText } from "../../src/index.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { useHereVoice } from "./here-voice.ts";
import { NumberChoice } from "./NumberChoice.tsx";
import { yearOf } from "./told-plans.ts";

/** So many school years ahead a plan may begin. */
const STARTS = 6;

interface BeginsChoiceProps {
  /** The calendar year in whose August the plan begins. */
  readonly begins: number;
  readonly onBegins: (year: number) => void;
}

/** The school year from which the plans hold. */
export function BeginsChoice({ begins, onBegins }: BeginsChoiceProps): ReactNode {
  const { tell } = useHereVoice();
  const now = yearOf(useSelect(caseView));
  const years = Array.from({ length: STARTS }, (_, i) => now + 1 + i);
  return (
    <NumberChoice
      label={tell("here.begins")}
      value={begins}
      numbers={years}
      wordsOf={schoolYearText}
      onChoose={onBegins}
    />
  );
}
