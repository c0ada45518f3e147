import type { Rule } from "./rule.ts";

/** Folkeskoleloven § 24(3): a shared leader without a merged district. */
export const SHARED_LEADERSHIP: Rule = {
  key: "shared-leadership",
  paragraph: "folkeskoleloven § 24, stk. 3",
  text: {
    da: "Små skoler kan have fælles leder og alligevel hver sit skoledistrikt.",
    en: "Small schools may share a leader and still keep a district each.",
  },
};
