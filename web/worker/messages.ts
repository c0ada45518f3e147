import type { LineString } from "geojson";
import type { JoinedDistricts, Position, SiteChanges, StopReason, Stretch, Text } from "../../src/index.ts";
import type { AskQuestion, AskStep } from "./ask-messages.ts";
import type { AssumedPlan } from "./assumed-plan.ts";
import type { CaseFileBytes, CaseView, MapScenery, OpeningStep, Problem } from "./case-messages.ts";
import type { CostEdits } from "./cost-edits.ts";
import type { Details, DetailQuestion } from "./detail-answers.ts";
import type { HereAnswer, HereQuestion } from "./here-messages.ts";
import type { JoinedQuestion, ListQuestion, PlanList, Progress, Repriced } from "./list-messages.ts";
import type { KeptAnswer } from "./kept-store.ts";
import type { PlanEffects } from "./plan-effects.ts";
import type { RepairQuestion, RepairStep } from "./repair-messages.ts";
import type { WishQuestion, WishStep } from "./wish-messages.ts";

export type { AssumedPlan } from "./assumed-plan.ts";
export type * from "./ask-messages.ts";
export type * from "./case-messages.ts";
export type * from "./compare-messages.ts";
export type * from "./detail-answers.ts";
export type * from "./list-messages.ts";
export type * from "./plan-effects.ts";
export type * from "./repair-messages.ts";
export type * from "./wish-messages.ts";
export { BLOCK_SIZES } from "./case-messages.ts";
export { CLASS_SIZE_LIMITS, WAY_LIMITS } from "./plan-effects.ts";

/** What the page asks of the worker. */
export type ToWorker =
  | { readonly kind: "open"; readonly files: readonly CaseFileBytes[] }
  /** As it was kept under a name; from its files where it is gone. */
  | { readonly kind: "open"; readonly kept: string; readonly files: readonly CaseFileBytes[] }
  /** A case that another worker has opened comes on a port, see {@link handOver}. */
  | { readonly kind: "open"; readonly from: MessagePort }
  /** Hands the open case over on a port. */
  | { readonly kind: "share"; readonly to: MessagePort }
  | { readonly kind: "keep"; readonly name: string; readonly answer: KeptAnswer }
  | ListQuestion
  /** From here on everything is at these prices; a list that is there is repriced. */
  | { readonly kind: "costs"; readonly costs: CostEdits }
  | JoinedQuestion
  | { readonly kind: "effects"; readonly key: string; readonly plan: AssumedPlan }
  | { readonly kind: "detail"; readonly question: DetailQuestion }
  | {
      readonly kind: "route";
      readonly unit: number;
      readonly site: number;
      /** What the plan in view assumes of schools: the site may be one that it adds. */
      readonly sites?: SiteChanges;
    }
  /** How far it is from every unit to a place where a plan has a new school. */
  | { readonly kind: "ways"; readonly to: Position }
  /** Along which roads a stretch runs. */
  | { readonly kind: "stretch"; readonly along: readonly Position[] }
  | { readonly kind: "here"; readonly ticket: number; readonly question: HereQuestion }
  | RepairQuestion
  | AskQuestion
  | WishQuestion;

/** What the worker answers. Nothing is thrown across: whatever goes wrong is one of these. */
export type FromWorker =
  /** Of a case that takes its time. */
  | { readonly kind: "opening"; readonly step: OpeningStep }
  | { readonly kind: "scenery"; readonly scenery: MapScenery }
  /** From files: what the page shows. */
  | { readonly kind: "opened"; readonly view: CaseView }
  /** The case is open, however it came, and may be handed over to others. */
  | { readonly kind: "ready" }
  | { readonly kind: "kept" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | { readonly kind: "progress"; readonly ticket: number; readonly progress: Progress }
  | { readonly kind: "listed"; readonly ticket: number; readonly list: PlanList }
  | { readonly kind: "repriced"; readonly repriced: Repriced }
  | { readonly kind: "impossible"; readonly ticket: number; readonly rules: readonly Text[] }
  | { readonly kind: "joined"; readonly key: string; readonly joined: JoinedDistricts }
  | { readonly kind: "effects"; readonly key: string; readonly effects: PlanEffects }
  | { readonly kind: "detail"; readonly details: Details }
  /** Metres, `[unit]`. */
  | { readonly kind: "ways"; readonly to: Position; readonly metres: Float32Array }
  | { readonly kind: "stretch"; readonly along: readonly Position[]; readonly stretch: Stretch }
  | { readonly kind: "route"; readonly unit: number; readonly site: number; readonly route?: DrawnRoute }
  | { readonly kind: "here"; readonly ticket: number; readonly answer: HereAnswer }
  | { readonly kind: "repaired"; readonly ticket: number; readonly step: RepairStep }
  | { readonly kind: "asked"; readonly ticket: number; readonly step: AskStep }
  | { readonly kind: "wished"; readonly ticket: number; readonly step: WishStep }
  | { readonly kind: "failed"; readonly reason: string; readonly why?: StopReason };

export interface DrawnRoute {
  readonly metres: number;
  readonly line: LineString;
}
