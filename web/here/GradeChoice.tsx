import { type ReactNode, useId } from "react";
import { type HereVoice, useHereVoice } from "./here-voice.ts";

/** From three years before school to grade 9. */
const GRADES = Array.from({ length: 13 }, (_, i) => i - 3);

export const gradeWords = ({ tell }: HereVoice, grade: number): string =>
  grade < 0 ? tell("here.gradeBefore", { years: -grade }) : tell("here.gradeOf", { grade });

interface GradeChoiceProps {
  readonly grade: number;
  readonly onGrade: (grade: number) => void;
}

/** The grade that a child is in, by school year. */
export function GradeChoice({ grade, onGrade }: GradeChoiceProps): ReactNode {
  const voice = useHereVoice();
  const id = useId();
  return (
    <div className="field here-grade">
      <label className="field-label" htmlFor={id}>
        {voice.tell("here.grade")}
      </label>
      <select
        id={id}
        className="form-select compact-select"
        value={grade}
        onChange={({ target }) => onGrade(Number(target.value))}
      >
        {GRADES.map((each) => (
          <option key={each} value={each}>
            {gradeWords(voice, each)}
          </option>
        ))}
      </select>
    </div>
  );
}
