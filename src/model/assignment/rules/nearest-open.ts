import type { RuleModel } from "./rule.ts";

/** Nobody passes an open school: only the nearest site that teaches the band is a candidate (all of them, when tied). */
export const nearestOpen: RuleModel<"nearest-open"> = {
  permits: (_, { way, nearestWay }) => way <= nearestWay,
};
