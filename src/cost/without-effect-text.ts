import { catalogue, type Text } from "../domain/language.ts";

/** Why a price moves nothing in a case. */
export const WITHOUT_EFFECT = catalogue("cost.without-effect", {
  timetable: {
    da: "Uden virkning her: sagens køreplan siger, hvem en offentlig bus passer for.",
    en: "Without effect here: the case's timetable says whom a public bus serves.",
  },
  noFerry: {
    da: "Uden virkning her: ingen skolevej i sagen går med færge.",
    en: "Without effect here: no way to school in the case goes by ferry.",
  },
} as const satisfies Readonly<Record<string, Text>>);
