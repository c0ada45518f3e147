import type { CostCategory } from "../domain/cost-items.ts";
import { catalogue, type Said, type Text } from "../domain/language.ts";
import type { Shape } from "../kernels/uncertainty/draws.ts";
import type { ReferenceKey } from "./references.ts";

/** One figure of the cost model: what it is, what it may be, where it comes from, who answers for it. */
export interface CostParameter {
  readonly name: Text;
  readonly mid: number;
  readonly low: number;
  readonly high: number;
  readonly unit: Text;
  /** How likely the values between are, unless triangular. */
  readonly shape?: Shape;
  /** Amounts follow the price index from this year on; shares, areas and distances do not. */
  readonly priceYear: number;
  readonly kind: "amount" | "share" | "quantity";
  readonly source: Said;
  /** Where it can be looked up; absent where nothing published says it, or where the case states its own. */
  readonly references?: readonly ReferenceKey[];
  /** Said by a source; worked out from what sources say; or nobody's figure but the model's. */
  readonly standing: "documented" | "derived" | "estimate";
  /** Who can say better. */
  readonly owner: Text;
  readonly confidence: "high" | "medium" | "low";
  readonly category: CostCategory | "delivery";
  /** What speaks for and against the figure, where sources disagree. */
  readonly evidence?: Text;
  /** Why it moves no plan's money in the case at hand; absent where it may. */
  readonly withoutEffect?: Text;
}

export const MUNICIPALITY: Text = catalogue("cost.parameter.municipality", {
  da: "kommunens økonomiafdeling",
  en: "the municipality's finance department",
});
export const SCHOOLS: Text = catalogue("cost.parameter.schools", {
  da: "kommunens skoleafdeling",
  en: "the municipality's school department",
});
export const ESTIMATE: Text = catalogue("cost.parameter.estimate", { da: "skøn", en: "estimate" });

/** A parameter that is an amount of kroner. */
export const amount = (
  category: CostParameter["category"],
  row: Omit<CostParameter, "kind" | "category">,
): CostParameter => ({ ...row, kind: "amount", category });

/** A parameter that is a share, an area or a distance: no price index touches it. */
export const quantity = (
  category: CostParameter["category"],
  kind: "share" | "quantity",
  row: Omit<CostParameter, "kind" | "category">,
): CostParameter => ({ ...row, kind, category });
