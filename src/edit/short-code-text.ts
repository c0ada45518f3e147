import { catalogue } from "../domain/language.ts";

export const SHORT_CODE_TEXT = catalogue("edit.short-code", {
  newSchools: { da: "nye skoler", en: "new schools" },
  ownAssumptions: { da: "egne forudsætninger", en: "assumptions of its own" },
  newDistricts: { da: "nye distrikter eller navne", en: "new districts or names" },
  otherGrades: { da: "andre klassetrin", en: "other grades" },
  otherPlaces: { da: "andre pladser", en: "other places" },
  areasMoved: { da: "områder flyttet fra åbne skoler", en: "areas moved from open schools" },
});
