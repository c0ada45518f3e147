import { catalogue } from "../domain/language.ts";

export const RULE_FORMS_TEXT = catalogue("cli.rule-forms", {
  nothingBehind: { da: "der skal ikke stå noget efter navnet", en: "nothing may stand behind the name" },
  writtenAs: { da: "det skal skrives {form}", en: "it is written {form}" },
  unknownButNear: { da: "kravet kendes ikke.{meant}", en: "there is no such rule.{meant}" },
  ruleOfOthers: {
    da: "det krav hører til {home}; her er der: {list}",
    en: "that rule belongs to {home}; here there are: {list}",
  },
  unknownRule: { da: "kravet kendes ikke; der er: {list}", en: "there is no such rule; there are: {list}" },
  noBand: { da: "er ikke et trin som 0-3 eller K-2", en: "is no band such as 0-3 or K-2" },
  unknownScenarios: { da: "er ikke scenarier ({list})", en: "are no scenarios ({list})" },
  nameMissing: { da: "et navn mangler", en: "a name is missing" },
  unknownObjective: { da: "er ikke et af målene ({list})", en: "is none of the objectives ({list})" },
  yearsOutside: { da: "er ikke år fra 0 til {LATEST_YEAR}", en: "are no years from 0 to {LATEST_YEAR}" },
  yearsReversed: { da: "ender før det begynder", en: "ends before it begins" },
});
