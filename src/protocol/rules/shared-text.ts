import { catalogue } from "../../domain/language.ts";

export const SHARED_TEXT = catalogue("protocol.rules.shared.said", {
  longestWay: {
    da: "højst {metres} m til skole i {grades}",
    en: "at most {metres} m to school in {grades}",
  },
  lockedTo: { da: "{unit} går på {to} i {grades}", en: "{unit} goes to {to} in {grades}" },
  atMost: { da: "højst {pupils}", en: "at most {pupils}" },
  atLeast: { da: "mindst {pupils}", en: "at least {pupils}" },
});
