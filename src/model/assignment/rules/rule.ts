import type { AssignmentRule } from "../../../domain/question.ts";
import type { ModelBuilder } from "../../model.ts";
import type { AssignmentFrame } from "../frame.ts";

/** What deciding about one candidate is based on, before there is a frame. */
export interface CandidateFacts {
  readonly unit: number;
  readonly band: number;
  readonly site: number;
  /** Mean way of the unit's pupils to the site and to the nearest that teaches the band, and the longest; metres. */
  readonly way: number;
  readonly nearestWay: number;
  readonly longest: number;
  /** The unit that the site stands in. */
  readonly siteUnit: number | undefined;
  /** Sites that stand in this unit and teach the band. */
  readonly sitesHere: readonly number[];
  /** District (in the plan) of the candidate site and of today's site. */
  readonly siteDistrict: number | undefined;
  readonly homeDistrict: number | undefined;
}

type RuleOf<Kind extends AssignmentRule["kind"]> = Extract<AssignmentRule, { readonly kind: Kind }>;

/** One rule's part of the model: candidates it leaves out, rows it adds. Contiguity is cut in later, round by round. */
export interface RuleModel<Kind extends AssignmentRule["kind"]> {
  /** Whether pairs may be split under it, which they are not without. */
  readonly pairs?: "split";
  permits?(rule: RuleOf<Kind>, candidate: CandidateFacts): boolean;
  addRows?(rule: RuleOf<Kind>, model: ModelBuilder, frame: AssignmentFrame): void;
}

/** Any rule's part, asked with the rule itself. */
export interface AnyRuleModel {
  readonly pairs?: "split";
  permits?(rule: AssignmentRule, candidate: CandidateFacts): boolean;
  addRows?(rule: AssignmentRule, model: ModelBuilder, frame: AssignmentFrame): void;
}
