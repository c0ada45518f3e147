import { catalogue } from "../../domain/language.ts";

export const SHARED_TEXT = catalogue("protocol.rules.shared.said", {
  longestWay: {
    da: "højst {metres} m til skole i {grades} klasse",
    en: "at most {metres} m to school in grades {grades}",
  },
  lockedTo: { da: "{unit} går på {to} i {grades} klasse", en: "{unit} goes to {to} in grades {grades}" },
  atMost: { da: "højst {pupils}", en: "at most {pupils}" },
  atLeast: { da: "mindst {pupils}", en: "at least {pupils}" },
});
