import { catalogue } from "../domain/language.ts";

export const ASSUMPTIONS_TEXT = catalogue("forecast.assumptions", {
  gradeFollowsBirths: {
    da: "0. klasse følger births.csv seks år før: i alt {share} elever pr. fødsel, område for område som dagens 0.-2. klasse viser.",
    en: "Grade 0 follows births.csv six years before: {share} pupils per birth in all, area by area as today's grades 0-2 show.",
  },
  movesAsStated: {
    da: "Til- og fraflytning følger movers.csv, hvor den oplyser et område.",
    en: "Moves in and out follow movers.csv where it states an area.",
  },
  movesEven: {
    da: "Antagelse: lige så mange flytter til som fra på hvert klassetrin (movers.csv er ikke oplyst).",
    en: "Assumption: as many move in as out in every grade (there is no movers.csv).",
  },
  oneProject: {
    da: "Nye boliger: {housing} projekt ({names}), med antagne elevtal pr. bolig.",
    en: "New dwellings: {housing} project ({names}), with assumed pupils per dwelling.",
  },
  dwellingsCounted: {
    da: "Nye boliger: {housing} projekter ({names}), med antagne elevtal pr. bolig.",
    en: "New dwellings: {housing} projects ({names}), with assumed pupils per dwelling.",
  },
  dwellingsLeftOut: {
    da: "Nye boliger er ikke regnet med (housing.csv er ikke oplyst).",
    en: "New dwellings are not counted (there is no housing.csv).",
  },
  scaledToOwnForecast: {
    da: "Kommunens egen prognose (forecast.csv) er lagt til grund og fordelt på områderne efter årgangene; efter {last} føres den videre i samme forhold.",
    en: "The municipality's own forecast (forecast.csv) is what all is scaled to, shared among units by cohorts; after {last} it goes on in proportion.",
  },
  newcomersAsToday: {
    da: "Antagelse: hvert basisområde får hvert år så mange nye i 0. klasse, som det i snit har i 0.-2. klasse i dag (births.csv er ikke oplyst).",
    en: "Assumption: every unit has as many new pupils in grade 0 each year as it has on average in grades 0-2 today (there is no births.csv).",
  },
  birthsAfterLast: {
    da: "Fødsler efter {lastBirths} er regnet som gennemsnittet af de sidste tre oplyste år.",
    en: "Births after {lastBirths} are taken as the mean of the last three stated years.",
  },
  gradeFollowsBirthsUntold: {
    da: "0. klasse følger births.csv seks år før, gange de antagne andele, da fødslerne for dagens yngste årgange ikke er oplyst.",
    en: "Grade 0 follows births.csv six years before, times the assumed shares, as the births of today's youngest cohorts are not stated.",
  },
});
