import type { RuleModel } from "./rule.ts";

/** One (unit, band) pair goes to one site. */
export const lock: RuleModel<"lock"> = {
  permits: (rule, { unit, band, site }) => unit !== rule.unit || band !== rule.band || site === rule.site,
};
