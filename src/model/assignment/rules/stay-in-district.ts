import type { RuleModel } from "./rule.ts";

/** Everybody stays in the district (of the plan) that today's site belongs to; who has none may go anywhere. */
export const stayInDistrict: RuleModel<"stay-in-district"> = {
  permits: (_, { siteDistrict, homeDistrict }) => homeDistrict === undefined || siteDistrict === homeDistrict,
};
