import { catalogue } from "../../domain/language.ts";
import { type MeasureRow, whenWhole } from "./measure.ts";

const HOW = catalogue("evaluate.measures.time.how", {
  da: "Vejens længde og antagne hastigheder: til fods indtil 1 km, på cykel derudover og med bus, hvor vejen er længere end § 26's grænse. Hastigheder og ventetid står i registret og kan rettes; spændet er alle hastigheder lave eller alle høje.",
  en: "The way's length and assumed speeds: on foot up to 1 km, by bicycle beyond, and by bus where the way is longer than section 26's limit. Speeds and waiting stand in the register and can be corrected; the range is all speeds low or all high.",
});

/** The same by a plain rule set. */
const PLAIN_HOW = catalogue("evaluate.measures.time.plainHow", {
  da: "Vejens længde og antagne hastigheder: til fods indtil 1 km, på cykel derudover og med bus, hvor vejen er længere end grænsen i sagens regler. Hastigheder og ventetid står i registret og kan rettes; spændet er alle hastigheder lave eller alle høje.",
  en: "The way's length and assumed speeds: on foot up to 1 km, by bicycle beyond, and by bus where the way is longer than the limit of the case's rules. Speeds and waiting stand in the register and can be corrected; the range is all speeds low or all high.",
});

export const TIME_MEASURES = catalogue("evaluate.measures.time.timeMeasures", [
  {
    key: "travel-hours",
    group: "travel",
    from: "ways",
    unit: "hours",
    better: "lower",
    label: { da: "Elevernes timer på skolevejen pr. dag", en: "Pupils' hours on the way to school a day" },
    explanation: {
      da: `Alle elevers tid til og fra skole på én skoledag. ${HOW.da}`,
      en: `All pupils' time to school and back on one school day. ${HOW.en}`,
    },
    plain: {
      da: `Alle elevers tid til og fra skole på én skoledag. ${PLAIN_HOW.da}`,
      en: `All pupils' time to school and back on one school day. ${PLAIN_HOW.en}`,
    },
    compute: ({ hours }) => hours.day.mid,
    range: ({ hours }) => hours.day,
  },
  {
    key: "travel-hours-more",
    group: "travel",
    from: "ways",
    unit: "hours",
    better: "lower",
    label: {
      da: "Flere timer på skolevejen om året end i dag",
      en: "More hours on the way to school a year than today",
    },
    explanation: {
      da: `Forskellen til i dag på et skoleår med 200 skoledage; minus er færre timer. ${HOW.da}`,
      en: `The difference from today in a school year of 200 school days; minus is fewer hours. ${HOW.en}`,
    },
    plain: {
      da: `Forskellen til i dag på et skoleår med 200 skoledage; minus er færre timer. ${PLAIN_HOW.da}`,
      en: `The difference from today in a school year of 200 school days; minus is fewer hours. ${PLAIN_HOW.en}`,
    },
    compute: (plan) => whenWhole(plan, plan.hours.more.mid),
    range: (plan) => (plan.noSite > 0 ? undefined : plan.hours.more),
  },
] as const satisfies readonly MeasureRow[]);
