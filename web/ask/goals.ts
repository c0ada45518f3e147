import type { AssignmentObjective, QuestionFile } from "../../src/index.ts";

/** A concern of the form, alone or weighed together with another. */
export interface AskGoal {
  readonly goal: AssignmentObjective;
  readonly also?: {
    readonly goal: AssignmentObjective;
    /** One of what this concern is told in counts as so many of what the first one is told in (see {@link TOLD_IN}). */
    readonly worth: number;
  };
}

/** Which numbers {@link AskGoal} weighs by. */
export const WORTH = { least: 0.01, most: 1_000_000, step: 0.01 } as const;

/** What each concern is told in when it is weighed, in its own unit: a kilometre, a pupil, a thousand kroner, a pupil per 100 places. */
const TOLD_IN: Readonly<Record<AssignmentObjective, number>> = {
  "pupil-metres": 1000,
  "longest-way": 1000,
  "changed-site": 1,
  overflow: 1,
  kroner: 1000,
  "fullest-site": 0.01,
};

/** What a limit of each is told in: as when it is weighed, but all pupils' ways there and back a day, as answers tell them. */
export const LIMITED_IN: Readonly<Record<AssignmentObjective, number>> = { ...TOLD_IN, "pupil-metres": 500 };

/** Without what counting in floating point adds. */
export const exact = (value: number): number => Number(value.toPrecision(12));

type AskStage = Extract<QuestionFile, { kind: "reassign" }>["stages"][number];

export const stageOf = ({ goal, also }: AskGoal): AskStage => [
  { objective: goal, weight: 1 },
  ...(also ? [{ objective: also.goal, weight: (also.worth * TOLD_IN[goal]) / TOLD_IN[also.goal] }] : []),
];

/** A stage of one or two objectives as the form would have it. */
export function goalOf([first, other]: AskStage): AskGoal {
  const { objective: goal, weight } = first;
  if (!other) return { goal };
  const worth = (other.weight * TOLD_IN[other.objective]) / (weight * TOLD_IN[goal]);
  return { goal, also: { goal: other.objective, worth: exact(worth) } };
}

/** A concern as questions were kept before two could be weighed together: by its name alone. */
export const asGoal = (kept: AskGoal | AssignmentObjective): AskGoal =>
  typeof kept === "string" ? { goal: kept } : kept;

/** The concerns of all lines, in order. */
export const goalsIn = (goals: readonly AskGoal[]): readonly AssignmentObjective[] =>
  goals.flatMap(({ goal, also }) => (also ? [goal, also.goal] : [goal]));
