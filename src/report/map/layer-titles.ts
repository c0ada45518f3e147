import { catalogue } from "../../domain/language.ts";

/** What layers are called by people; their names are the same in every language. */
export const LAYER_TITLES = catalogue("report.map-layers", {
  units: { da: "Basisområder", en: "Areas" },
  zones: { da: "Skolernes optageområder", en: "Attendance zones" },
  districts: { da: "Distrikter i planen", en: "Districts in the plan" },
  districts_today: { da: "Distrikter i dag", en: "Districts today" },
  schools: { da: "Skoler", en: "Schools" },
  changes: { da: "Områder, der skifter skole", en: "Areas that change school" },
});
