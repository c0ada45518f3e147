/** A question to an answer that is certified: groupings, assignments, networks, districts drawn anew, and the algorithms under them. Imported as `skoledistrikt/solve`. */
export * from "./nouns.ts";
export { ASSIGNMENT_ISSUES } from "../solve/assignment/issue-texts.ts";
export { type DistrictingLimits, solveDistricting } from "../kernels/districting/solve.ts";
export type { DistrictingProblem, RootedPlan } from "../kernels/districting/problem.ts";
export { redrawRules } from "../solve/districting/conflict.ts";
export { redraw, type Redrawing, type RedrawOptions } from "../solve/districting/redraw.ts";
export { solveTransportation, type TransportationPlan, type TransportationProblem } from "../kernels/transportation.ts";
export * from "./groupings.ts";
export {
  ask,
  askFront,
  askPrices,
  askRepair,
  type Asked,
  type AskOptions,
  named as namedQuestion,
  networkCosts,
} from "../ask.ts";
export { groupingRuleText, ruleInWords } from "../protocol/question-rules.ts";
export { assignUnits } from "../solve/units/assign-units.ts";
export type { AssignedUnits, UnitAssignment } from "../solve/units/problem.ts";
export { lamp, type LampAnswer, type LampOptions, type WishCollision } from "../solve/assignment/lamp.ts";
export { type ParetoFront, type ParetoPoint, reassignFront } from "../solve/assignment/pareto.ts";
export { type Prices, priceRules, type RulePrice } from "../solve/assignment/price.ts";
export { defaultReassign, reassign, type Reassignment } from "../solve/assignment/reassign.ts";
export { priceOfWish, type WishedPlan, type WishPrice } from "../solve/assignment/wish-price.ts";
export type { Wish } from "../solve/assignment/wishes.ts";
export { quickRepair, repair, type Repaired, type RepairRequest } from "../solve/assignment/repair.ts";
export { finish, type Finished, type FinishStep } from "../solve/mend/finish.ts";
export { mend, mendAtOnce, type Mended } from "../solve/mend/mend.ts";
export type { Stroke } from "../solve/mend/band-ground.ts";
export { findNetworks, type Network } from "../solve/network/network.ts";
export { type FlowAnswer, type FlowProblem, solveFlow } from "../kernels/network-simplex.ts";
export { type BusPlan, type BusProblem, type BusRoute, routeBuses } from "../kernels/bus-routes.ts";
export { consolidate } from "../solve/consolidate/consolidate.ts";
export { type FirstFor, firstForAll } from "../solve/weights/first-for.ts";
export { districtsJoined, type JoinedDistricts } from "../solve/consolidate/joined.ts";
export { samePiece } from "../solve/consolidate/rules.ts";
export type { ConsolidateOptions } from "../solve/consolidate/options.ts";
export { certifiedSolver } from "../solve/certified-solver.ts";
export { highsSolver } from "../solve/highs.ts";
export { jsLpSolver } from "../solve/js-lp.ts";
export type { Solver, SolverAnswer, SolverOptions } from "../solve/solver.ts";
export { schoolsOpenIn, withoutSchool } from "../solve/assignment/without-school.ts";
export { bestPlanBy, planNamed } from "../by-name.ts";
