import { catalogue } from "../../domain/language.ts";

export const CONFLICT_TEXT = catalogue("solve.districting.conflict", {
  oneDistrict: { da: "{districts} sammenhængende distrikt", en: "{districts} contiguous district" },
  districts: { da: "{districts} sammenhængende distrikter", en: "{districts} contiguous districts" },
  oneUnit: { da: "der er kun {units}", en: "there is only {units}" },
  fewUnits: { da: "der er kun {units}", en: "there are only {units}" },
  oneOpen: { da: "kun {sites} er åben", en: "only {sites} is open" },
  fewOpen: { da: "kun {sites} er åbne", en: "only {sites} are open" },
  fromToInEveryDistrict: {
    da: "fra {least} til {pupils}{column} i hvert distrikt",
    en: "from {least} to {pupils}{column} in every district",
  },
  anOpenSchoolInEvery: { da: "en åben skole i hvert distrikt", en: "an open school in every district" },
  aDistrictAroundEachOf: { da: "et distrikt om hver af {names}", en: "a district around each of {names}" },
  everyDistrictAroundOneOf: { da: "hvert distrikt om en af {names}", en: "every district around one of {names}" },
  whatIsLockedToIs: {
    da: "det, der er låst til {name} ({locks}), er i samme distrikt som skolen",
    en: "what is locked to {name} ({locks}) is in the same district as the school",
  },
  theOpenSchoolsStandIn: { da: "de åbne skoler ligger i kun {units}", en: "the open schools stand in only {units}" },
  hasAndADistrictMay: {
    da: "{unit} har {pupils}{column}, og et distrikt må højst have {most}",
    en: "{unit} has {pupils}{column}, and a district may have at most {most}",
  },
  ofTheSchoolsStandIn: {
    da: "{value} af skolerne ligger i samme område som en anden eller uden for alle",
    en: "{value} of the schools stand in the same unit as another or outside all",
  },
});
