import type { AssignmentPrices } from "../../../cost/assignment-prices.ts";
import type { AssignmentObjective } from "../../../domain/question.ts";
import { changedSite } from "./changed-site.ts";
import { fullestSite } from "./fullest-site.ts";
import { kroner } from "./kroner.ts";
import { longestWay } from "./longest-way.ts";
import type { ObjectiveModel } from "./objective.ts";
import { overflow } from "./overflow.ts";
import { pupilMetres } from "./pupil-metres.ts";

/** Every objective's part of the model. */
export const objectiveModels = (prices: AssignmentPrices): Readonly<Record<AssignmentObjective, ObjectiveModel>> => ({
  "pupil-metres": pupilMetres,
  "longest-way": longestWay,
  "changed-site": changedSite,
  overflow,
  kroner: kroner(prices),
  "fullest-site": fullestSite,
});
