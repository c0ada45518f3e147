import type { AssignmentPolicy } from "../../domain/question.ts";
import type { BeforeMerging, GroupingObjective } from "./objective.ts";
import { structureObjectives } from "./structure-objectives.ts";
import { nearestObjectives, stayObjectives } from "./travel-objectives.ts";

/** By every measure that puts plans in order and can differ, those that are proven soonest first. */
export function objectivesFor(policy: AssignmentPolicy, before: BeforeMerging): readonly GroupingObjective[] {
  return [...structureObjectives(before), ...(policy === "stay" ? stayObjectives(before) : nearestObjectives(before))];
}
