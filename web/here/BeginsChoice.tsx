import { type ReactNode, useId } from "react";
import { schoolYearText } from "../../src/index.ts";
import { caseView } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { useHereVoice } from "./here-voice.ts";
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
  const id = useId();
  const now = yearOf(useSelect(caseView));
  return (
    <div className="field here-grade">
      <label className="field-label" htmlFor={id}>
        {tell("here.begins")}
      </label>
      <select
        id={id}
        className="form-select compact-select"
        value={begins}
        onChange={({ target }) => onBegins(Number(target.value))}
      >
        {Array.from({ length: STARTS }, (_, i) => now + 1 + i).map((year) => (
          <option key={year} value={year}>
            {schoolYearText(year)}
          </option>
        ))}
      </select>
    </div>
  );
}
