import { type ChildYears, type Grades, writtenGrades } from "../../src/index.ts";
import type { HereVoice } from "./here-voice.ts";

type MovesVoice = Pick<HereVoice, "language" | "tell" | "number" | "list">;

/** How often a child changes school, and how often, or when, it would without the plan. */
export function movesText(voice: MovesVoice, grades: Pick<Grades, "names">, child: ChildYears): string {
  const { tell, number } = voice;
  const moves = child.moves.length;
  return `${tell("here.moves", { moves, text: number(moves) })} ${withoutPlan(voice, grades, child)}`;
}

function withoutPlan(
  { tell, number, list, language }: MovesVoice,
  { names }: Pick<Grades, "names">,
  child: ChildYears,
): string {
  const { years, unchanged, moves, movesToday } = child;
  const count = { moves: movesToday.length, text: number(movesToday.length) };
  if (moves.length !== movesToday.length) return tell("here.movesToday", count);
  if (years.every(({ site }, i) => site === unchanged[i].site) || moves.length === 0) return tell("here.movesAlike");
  const grades = list(movesToday.map((grade) => writtenGrades(names[grade])[language]));
  return tell("here.movesAlso", { ...count, when: whenToday(moves, movesToday), grades });
}

/** How the grades in which a child moves today lie to those in the plan, as many of them. */
function whenToday(moves: readonly number[], today: readonly number[]): "same" | "later" | "earlier" | "other" {
  if (moves.every((grade, i) => grade === today[i])) return "same";
  if (moves.length > 1) return "other";
  return today[0] > moves[0] ? "later" : "earlier";
}
