import type { ReactNode } from "react";
import { type Grades, gradesInWords } from "../../src/index.ts";
import { gradesHere } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { type HereVoice, useHereVoice } from "./here-voice.ts";
import { NumberChoice } from "./NumberChoice.tsx";

/** Children are asked about from so many years before school. */
const YEARS_BEFORE = 3;

/** "4. klasse", or in how many years a child begins that is not in school yet. */
export const gradeWords = ({ tell, read }: HereVoice, { names }: Grades, grade: number): string =>
  grade < 0 ? tell("here.gradeBefore", { years: -grade }) : read(gradesInWords(names[grade]));

interface GradeChoiceProps {
  readonly grade: number;
  readonly onGrade: (grade: number) => void;
}

/** The grade that a child is in, by school year. */
export function GradeChoice({ grade, onGrade }: GradeChoiceProps): ReactNode {
  const voice = useHereVoice();
  const grades = useSelect(gradesHere);
  return (
    <NumberChoice
      label={voice.tell("here.grade")}
      value={grade}
      numbers={Array.from({ length: YEARS_BEFORE + grades.count }, (_, i) => i - YEARS_BEFORE)}
      wordsOf={(each) => gradeWords(voice, grades, each)}
      onChoose={onGrade}
    />
  );
}
