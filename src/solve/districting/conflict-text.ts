import { catalogue } from "../../domain/language.ts";

export const CONFLICT_TEXT = catalogue("solve.districting.conflict", {
  oneDistrict: { da: "{districts} sammenhængende distrikt", en: "{districts} contiguous district" },
  districts: { da: "{districts} sammenhængende distrikter", en: "{districts} contiguous districts" },
  oneUnit: { da: "der er kun {units}", en: "there is only {units}" },
  fewUnits: { da: "der er kun {units}", en: "there are only {units}" },
  oneOpen: { da: "kun {sites} er åben", en: "only {sites} is open" },
  fewOpen: { da: "kun {sites} er åbne", en: "only {sites} are open" },
  sizeOfDistricts: {
    da: "fra {least} til {pupils}{column} i hvert distrikt",
    en: "from {least} to {pupils}{column} in every district",
  },
  schoolInEachDistrict: { da: "en åben skole i hvert distrikt", en: "an open school in every district" },
  seatsWanted: { da: "et distrikt om hver af {names}", en: "a district around each of {names}" },
  seatsOnly: { da: "hvert distrikt om en af {names}", en: "every district around one of {names}" },
  lockedTogether: {
    da: "det, der er låst til {name} ({locks}), er i samme distrikt som skolen",
    en: "what is locked to {name} ({locks}) is in the same district as the school",
  },
  schoolUnitsFew: { da: "de åbne skoler ligger i kun {units}", en: "the open schools stand in only {units}" },
  unitTooLarge: {
    da: "{unit} har {pupils}{column}, og et distrikt må højst have {most}",
    en: "{unit} has {pupils}{column}, and a district may have at most {most}",
  },
  schoolsShareUnit: {
    da: "{value} af skolerne ligger i samme område som en anden eller uden for alle",
    en: "{value} of the schools stand in the same unit as another or outside all",
  },
});
