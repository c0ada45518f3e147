import { catalogue } from "../domain/language.ts";

export const RULE_CHECKS_TEXT = catalogue("evaluate.rule-checks", {
  tooManySplit: { da: "{units} er delt, højst {most} må være det", en: "{units} split, at most {most} may be" },
  goesElsewhere: { da: "{pair} går ikke på {site}", en: "{pair} does not go to {site}" },
  placesLacking: {
    da: "{name} mangler {places} i {grades} ({pupils})",
    en: "{name} lacks {places} in {grades} ({pupils})",
  },
  zoneInPieces: {
    da: "{name}s område i {grades} er i {parts} stykker",
    en: "{name}'s zone in {grades} is in {parts} pieces",
  },
  passes: { da: "{pair} går forbi {name}", en: "{pair} passes {name}" },
  bandsDivided: { da: "{pair} er delt mellem skoler", en: "{pair} is divided between schools" },
  outOfDistrict: { da: "{pair} forlader sit distrikt", en: "{pair} leaves its district" },
  tooManyMoved: {
    da: "{pupils} skifter skole, højst {most} må",
    en: "{pupils} would change school, at most {most} may",
  },
  wayTooLong: { da: "{pair} har {longest} m til skole", en: "{pair} has {longest} m to school" },
  aboveLimit: { da: "{measured} er over {most}", en: "{measured} is above {most}" },
});
