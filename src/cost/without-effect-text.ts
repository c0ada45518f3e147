import type { Text } from "../domain/language.ts";

/** Why a price moves nothing in a case. */
export const WITHOUT_EFFECT = {
  accounts: {
    da: "Uden virkning her: regnskabet for hver skole siger, hvad dens bygninger koster.",
    en: "Without effect here: each school's accounts say what its buildings cost.",
  },
  areas: {
    da: "Uden virkning her: sagen siger for hver skole, hvor mange m² den har, eller hvad dens bygninger koster.",
    en: "Without effect here: the case says of each school how many m² it has, or what its buildings cost.",
  },
  noFerry: {
    da: "Uden virkning her: ingen skolevej i sagen går med færge.",
    en: "Without effect here: no way to school in the case goes by ferry.",
  },
} as const satisfies Readonly<Record<string, Text>>;
