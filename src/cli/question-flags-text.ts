import { catalogue } from "../domain/language.ts";

export const QUESTION_FLAGS_TEXT = catalogue("cli.question-flags", {
  nameMissing: { da: "et navn mangler mellem kommaerne", en: "a name is missing between the commas" },
  oneName: { da: "der skal være mindst to navne", en: "there have to be two names or more" },
  nameTwice: { da: "{name} står der to gange", en: "{name} is there twice" },
  unknownGoal: { da: "{name} er ikke et mål.{there}", en: "{name} is no goal.{there}" },
  goals: { da: " Der er: {list}", en: " There are: {list}" },
  twoNamesNeeded: { da: "der skal stå to navne", en: "there have to be two names" },
  goalTwice: { da: "målet {objective} står der to gange", en: "the goal {objective} is there twice" },
  weightWrong: { da: "vægten {weight} {wrong}", en: "the weight {weight} {wrong}" },
  weightNotAboveZero: { da: "vægten {weight} skal være over nul", en: "the weight {weight} must be above zero" },
  schoolForm: {
    da: "der skal stå en skole, = og hvad den må være",
    en: "it takes a school, = and what it may be",
  },
  priceForm: { da: "der skal stå en af {list}, = og et beløb", en: "it takes one of {list}, = and an amount" },
  percentMissing: { da: "tallet mangler sit procenttegn", en: "the number lacks its per cent sign" },
  noGrades: { da: "er hverken »pupils« eller klassetrin", en: "is neither “pupils” nor grades" },
  percentOutside: { da: "skal være fra 0% til 100%", en: "must be from 0% to 100%" },
});
