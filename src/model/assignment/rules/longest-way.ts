import type { RuleModel } from "./rule.ts";

/** No pupil of a band has a longer way than a limit. */
export const longestWay: RuleModel<"longest-way"> = {
  permits: (rule, { band, longest }) => band !== rule.band || longest <= rule.metres,
};
