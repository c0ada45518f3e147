import { catalogue } from "../../domain/language.ts";

export const REDRAW_TEXT = catalogue("protocol.rules.redraw.said", {
  inDistrict: { da: "{pupils}{column} i {where}", en: "{pupils}{column} in {where}" },
  inGrades: { da: " i {grades}", en: " in {grades}" },
  everyDistrict: { da: "hvert distrikt", en: "every district" },
  theDistrictWith: { da: "distriktet med {of}", en: "the district with {of}" },
  ofSiteForm: { da: "N[:SKOLE]", en: "N[:SITE]" },
  farthestFromMiddle: {
    da: "ingen{column} bor mere end {metres} m i lige linje fra midten af sit distrikt",
    en: "nobody{column} lives more than {metres} m in a straight line from the middle of their district",
  },
  together: { da: "{unit} er i samme distrikt som {to}", en: "{unit} is in the same district as {to}" },
  siteKeepsPupils: {
    da: "{of} bliver i sit distrikt med de elever, den har",
    en: "{of} stays in its district with the pupils it has",
  },
  districtKeepsSchools: {
    da: "distriktet {district} beholder sine skoler og deres elever",
    en: "the district {district} keeps its schools and their pupils",
  },
});
