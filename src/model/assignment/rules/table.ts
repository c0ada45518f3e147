import type { AssignmentRule } from "../../../domain/question.ts";
import { capacity } from "./capacity.ts";
import { capacityInYears } from "./capacity-in-years.ts";
import { feeder } from "./feeder.ts";
import { keepsOwnUnit } from "./keeps-own-unit.ts";
import { lock } from "./lock.ts";
import { longestWay } from "./longest-way.ts";
import { mostMoved } from "./most-moved.ts";
import { mostSplit } from "./most-split.ts";
import { nearestOpen } from "./nearest-open.ts";
import { oneSiteForAllBands } from "./one-site-for-all-bands.ts";
import type { AnyRuleModel, RuleModel } from "./rule.ts";
import { stayInDistrict } from "./stay-in-district.ts";

/**
 * Every rule's part of the model. "contiguous-zones" is cut in where a plan breaks it, and "at-most" is held like an earlier
 * stage, so the two have none here.
 */
export const RULE_MODELS: Readonly<Record<AssignmentRule["kind"], AnyRuleModel>> = {
  capacity,
  feeder,
  lock,
  "at-most": {},
  "capacity-in-years": capacityInYears,
  "contiguous-zones": {},
  "keeps-own-unit": keepsOwnUnit,
  "longest-way": longestWay,
  "most-moved": mostMoved,
  "most-split": mostSplit,
  "nearest-open": nearestOpen,
  "one-site-for-all-bands": oneSiteForAllBands,
  "stay-in-district": stayInDistrict,
} satisfies { readonly [Kind in AssignmentRule["kind"]]: RuleModel<Kind> };

/** Whether every pair goes to one site as a whole. */
export const keepsPairsWhole = (rules: readonly AssignmentRule[]): boolean =>
  rules.every(({ kind }) => RULE_MODELS[kind].pairs !== "split");
