import type { ReactNode } from "react";
import { type HereVoice, useHereVoice } from "./here-voice.ts";
import { NumberChoice } from "./NumberChoice.tsx";

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
  return (
    <NumberChoice
      label={voice.tell("here.grade")}
      value={grade}
      numbers={GRADES}
      wordsOf={(each) => gradeWords(voice, each)}
      onChoose={onGrade}
    />
  );
}
