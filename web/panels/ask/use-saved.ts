import { useEffect, useState } from "react";
import { removeQuestion, type SavedQuestion, savedQuestions, saveQuestion } from "../../ask/saved.ts";

/** The saved questions of a case, and what keeps and removes them. */
export interface SavedOnes {
  readonly kept: readonly SavedQuestion[];
  readonly keeps: "yes" | "no";
  readonly save: (question: SavedQuestion) => void;
  readonly remove: (id: string) => void;
}

export function useSaved(place: string): SavedOnes {
  const [kept, setKept] = useState<readonly SavedQuestion[]>([]);
  const [keeps, setKeeps] = useState<SavedOnes["keeps"]>("yes");
  const reload = (done: Promise<unknown>): void => {
    done.then(() => savedQuestions(place)).then(setKept, () => setKeeps("no"));
  };
  useEffect(() => {
    savedQuestions(place).then(setKept, () => setKeeps("no"));
  }, [place]);
  return {
    kept,
    keeps,
    save: (question) => reload(saveQuestion(question)),
    remove: (id) => reload(removeQuestion(id)),
  };
}
