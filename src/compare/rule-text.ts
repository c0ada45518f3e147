import { SCENARIOS } from "../domain/forecast.ts";
import { counted, numeral } from "../domain/counted.ts";
import { BANDS, writtenGrades } from "../domain/grades.ts";
import type { Text } from "../domain/language.ts";
import type { Municipality } from "../domain/municipality.ts";
import { unreachable } from "../domain/outcome.ts";
import type { AssignmentObjective, AssignmentRule, NetworkRule } from "../domain/question.ts";
import { SCENARIO_NAMES } from "../evaluate/capacity-in-years.ts";

/** What the objectives are called. */
export const OBJECTIVES: Readonly<Record<AssignmentObjective, Text>> = {
  "pupil-metres": { da: "elevmeter", en: "pupil-metres" },
  "longest-way": { da: "længste skolevej (m)", en: "longest way (m)" },
  "changed-site": { da: "elever, der skifter skole", en: "pupils who change school" },
  overflow: { da: "elever uden plads", en: "pupils beyond capacity" },
  kroner: { da: "kroner til klasser og buskort", en: "kroner for classes and travel cards" },
  "fullest-site": { da: "elever pr. plads på den fyldteste skole", en: "pupils per place at the fullest school" },
};

function yearsInWords({ demands }: Extract<AssignmentRule, { kind: "capacity-in-years" }>): Text {
  const years = demands.map(({ schoolYear }) => schoolYear);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const used = SCENARIOS.filter((scenario) => demands.some((demand) => demand.scenario === scenario));
  const names = (language: "da" | "en") => used.map((scenario) => SCENARIO_NAMES[scenario][language]).join(", ");
  return {
    da: `ingen skole over sin kapacitet i skoleårene ${first} til ${last} (${names("da")})`,
    en: `no school over its capacity in the school years ${first} to ${last} (${names("en")})`,
  };
}

/** A rule in words, with names. */
export function ruleInWords(rule: AssignmentRule | NetworkRule, { sites, units }: Municipality): Text {
  switch (rule.kind) {
    case "capacity":
      return { da: "ingen skole over sin kapacitet", en: "no school over its capacity" };
    case "capacity-in-years":
      return yearsInWords(rule);
    case "contiguous-zones":
      return { da: "hver skoles område hænger sammen", en: "every school's zone hangs together" };
    case "keeps-own-unit":
      return { da: "en skole beholder det område, den ligger i", en: "a school keeps the unit it stands in" };
    case "nearest-open":
      return { da: "ingen går forbi en åben skole", en: "nobody passes an open school" };
    case "one-site-for-all-bands":
      return { da: "samme skole i alle dens klassetrin", en: "one school for all the bands it teaches" };
    case "stay-in-district":
      return { da: "alle bliver i deres distrikt", en: "everybody stays in their district" };
    case "most-moved":
      return {
        da: `højst ${counted(rule.pupils, "pupils").da} skifter skole`,
        en: `at most ${counted(rule.pupils, "pupils").en} change school`,
      };
    case "lock": {
      const unit = units.id[rule.unit];
      const { name } = sites[rule.site];
      const { key } = BANDS[rule.band];
      return {
        da: `${unit} går på ${name} i ${writtenGrades(key).da} klasse`,
        en: `${unit} goes to ${name} in grades ${key}`,
      };
    }
    case "longest-way": {
      const { key } = BANDS[rule.band];
      return {
        da: `højst ${numeral(rule.metres).da} m til skole i ${writtenGrades(key).da} klasse`,
        en: `at most ${numeral(rule.metres).en} m to school in grades ${key}`,
      };
    }
    case "feeder":
      return {
        da: `${sites[rule.from].name} fortsætter på ${sites[rule.to].name}`,
        en: `${sites[rule.from].name} goes on to ${sites[rule.to].name}`,
      };
    case "at-most":
      return {
        da: `${OBJECTIVES[rule.objective].da} højst ${numeral(rule.most).da}`,
        en: `${OBJECTIVES[rule.objective].en} at most ${numeral(rule.most).en}`,
      };
    case "most-split":
      return {
        da: `højst ${counted(rule.pairs, "units").da} deles`,
        en: `at most ${counted(rule.pairs, "units").en} split`,
      };
    case "most-closures":
      return {
        da: `højst ${counted(rule.sites, "sites").da} lukker`,
        en: `at most ${counted(rule.sites, "sites").en} close`,
      };
    case "fewest-pupils":
      return {
        da: `mindst ${counted(rule.pupils, "pupils").da} på hver skole`,
        en: `at least ${counted(rule.pupils, "pupils").en} at every school`,
      };
    case "most-pupils":
      return {
        da: `højst ${counted(rule.pupils, "pupils").da} på hver skole`,
        en: `at most ${counted(rule.pupils, "pupils").en} at every school`,
      };
    default:
      return unreachable(rule);
  }
}
