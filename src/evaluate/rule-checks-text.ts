import { catalogue } from "../domain/language.ts";

export const RULE_CHECKS_TEXT = catalogue("evaluate.rule-checks", {
  splitAtMostMayBe: { da: "{units} er delt, højst {most} må være det", en: "{units} split, at most {most} may be" },
  doesNotGoTo: { da: "{pair} går ikke på {site}", en: "{pair} does not go to {site}" },
  lacksInGrades: {
    da: "{name} mangler {places} i {grades} klasse ({pupils})",
    en: "{name} lacks {places} in grades {grades} ({pupils})",
  },
  sZoneInGradesIs: {
    da: "{name}s område i {grades} klasse er i {parts} stykker",
    en: "{name}'s zone in grades {grades} is in {parts} pieces",
  },
  passes: { da: "{pair} går forbi {name}", en: "{pair} passes {name}" },
  isDividedBetweenSchools: { da: "{pair} er delt mellem skoler", en: "{pair} is divided between schools" },
  leavesItsDistrict: { da: "{pair} forlader sit distrikt", en: "{pair} leaves its district" },
  wouldChangeSchoolAtMost: {
    da: "{pupils} skifter skole, højst {most} må",
    en: "{pupils} would change school, at most {most} may",
  },
  hasMToSchool: { da: "{pair} har {longest} m til skole", en: "{pair} has {longest} m to school" },
  isAbove: { da: "{measured} er over {most}", en: "{measured} is above {most}" },
});
