import { counted } from "../domain/counted.ts";
import { catalogue, filled, inBoth, type Text } from "../domain/language.ts";
import type { AssignmentPolicy } from "../domain/question.ts";

const SAID = catalogue("edit.joined-title.said", {
  plan: { da: "Plan {value} ({of})", en: "Plan {value} ({of})" },
});

const POLICY: Readonly<Record<AssignmentPolicy, Text>> = catalogue("edit.joined-title", {
  stay: { da: "alle bliver", en: "everyone stays" },
  nearest: { da: "nærmeste skole", en: "nearest school" },
});

/** "Plan 17 (5 distrikter, alle bliver)": a plan of a list other than the one in view; without its number where that is not known. */
export function joinedTitle(number: number | undefined, districts: number, policy: AssignmentPolicy): Text {
  const of = inBoth((language) => `${counted(districts, "districts")[language]}, ${POLICY[policy][language]}`);
  if (number === undefined) return of;
  return filled(SAID.plan, { value: number + 1, of });
}
