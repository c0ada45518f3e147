import { catalogue } from "../domain/language.ts";

export const COMPLETENESS_TEXT = catalogue("evaluate.completeness", {
  ofAnotherCase: {
    da: "Planen »{title}« hører ikke til sagen {name}: {why}.",
    en: 'The plan "{title}" is not one of the case {name}: {why}.',
  },
  otherSiteCount: { da: "den har {sites}, sagen {sites2}", en: "it has {sites}, the case {sites2}" },
  otherUnitCount: {
    da: "den har {own} basisområder, sagen {units}",
    en: "it has {own} basic units, the case {units}",
  },
  unknownSite: {
    da: "den nævner skole nr. {strange}, og sagen har {sites}",
    en: "it names school no. {strange}, and the case has {sites}",
  },
  siteInTwoDistricts: { da: "skole nr. {twice} er i to distrikter", en: "school no. {twice} is in two districts" },
  noSchoolForGrades: {
    da: "{grades}: {pupils}, og ingen åben skole må undervise dem (i dag: {list})",
    en: "{grades}: {pupils}, and no open school may teach them (today: {list})",
  },
});
