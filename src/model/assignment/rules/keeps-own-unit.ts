import type { RuleModel } from "./rule.ts";

/** A site serves the unit it stands in: other sites are no candidates there. */
export const keepsOwnUnit: RuleModel<"keeps-own-unit"> = {
  permits: (_, { sitesHere, site }) => sitesHere.length === 0 || sitesHere.includes(site),
};
