import type { Text } from "../domain/language.ts";
import type { AssignmentPolicy } from "../domain/question.ts";

const POLICY: Readonly<Record<AssignmentPolicy, Text>> = {
  stay: { da: "alle bliver", en: "everyone stays" },
  nearest: { da: "nærmeste skole", en: "nearest school" },
};

/** "Plan 17 (5 distrikter, alle bliver)": a plan of a list other than the one in view; without its number where that is not known. */
export function joinedTitle(number: number | undefined, districts: number, policy: AssignmentPolicy): Text {
  const [da, en] = districts === 1 ? ["distrikt", "district"] : ["distrikter", "districts"];
  const of = { da: `${districts} ${da}, ${POLICY[policy].da}`, en: `${districts} ${en}, ${POLICY[policy].en}` };
  if (number === undefined) return of;
  return { da: `Plan ${number + 1} (${of.da})`, en: `Plan ${number + 1} (${of.en})` };
}
