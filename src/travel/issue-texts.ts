import { catalogue } from "../domain/language.ts";
import type { Issue, IssueText } from "../domain/issue.ts";

/** A row of the table, with the file of a case that is meant where it is one alone. */
interface TravelText extends IssueText {
  readonly file?: string;
}

/** What travel may have to say about the data. */
export const TRAVEL_ISSUES = catalogue("travel.issue", {
  "site-off-road": {
    severity: "warning",
    file: "sites.csv",
    message: {
      da: "{site} ligger mere end {limit, number} m fra nærmeste vej og kan ikke nås.",
      en: "{site} is more than {limit, number} m from the nearest road and cannot be reached.",
    },
    action: {
      da: "Ret skolens koordinater, tilføj vejen i roads.geojson, eller hæv snapLimit i case.json.",
      en: "Correct the school's coordinates, add the road to roads.geojson, or raise snapLimit in case.json.",
    },
  },
  "no-bus-in-time": {
    severity: "warning",
    message: {
      da: "Køreplanen har ingen bus fra nær et hjem, som i rette tid er nær en skole, og hjem igen, alle ugens skoledage.",
      en: "The timetable has no bus from near a home that is near a school in good time, and home again, on every school day of the week.",
    },
    action: {
      da: "Se efter, om publicBuses i case.json har de tider, hvor skolen begynder og slutter, og om køreplanen er for kommunen.",
      en: "See whether publicBuses in case.json has the times at which school begins and ends, and whether the timetable is of the municipality.",
    },
  },
  "pupils-off-road": {
    severity: "warning",
    file: "pupils.csv",
    message: {
      da: "{pupils, plural, one {# elev} other {# elever}} bor mere end {limit, number} m fra nærmeste vej, uden rejseafstand.",
      en: "{pupils, plural, one {# pupil lives} other {# pupils live}} more than {limit, number} m from the nearest road, with no travel distance.",
    },
    action: {
      da: "Tilføj de manglende veje i roads.geojson, eller hæv snapLimit i case.json.",
      en: "Add the missing roads to roads.geojson, or raise snapLimit in case.json.",
    },
  },
  "units-no-route": {
    severity: "warning",
    file: "roads.geojson",
    message: {
      da: "{pupils, plural, one {# elev} other {# elever}} i {units, plural, one {# basisområde} other {# basisområder}} har ingen vej til nogen skole: {list}.",
      en: "{pupils, plural, one {# pupil} other {# pupils}} in {units, plural, one {# basic unit} other {# basic units}} with no route to any school: {list}.",
    },
    action: {
      da: "Vejene dér hænger ikke sammen med resten. Tilføj den manglende forbindelse (vej, bro eller færge).",
      en: "The roads there are cut off from the rest. Add the missing link (road, bridge or ferry).",
    },
  },
  "road-piece-skipped": {
    severity: "warning",
    file: "roads.geojson",
    message: {
      da: "{count, plural, one {# adresse} other {# adresser}} har et løsrevet vejstykke på under 1 km som nærmeste vej og bruger også den næste.",
      en: "{count, plural, one {# address has} other {# addresses have}} a cut-off piece of road under 1 km as the nearest; the next road is used too.",
    },
    action: {
      da: "Forbind vejstykkerne med resten i roads.geojson, hvis de er rigtige veje.",
      en: "Join these pieces to the rest in roads.geojson if they are real roads.",
    },
  },
  "baseline-unknown": {
    severity: "error",
    message: {
      da: "Planen {plan}, der skal måles mod, findes ikke. Planer: {known}.",
      en: "The plan {plan} to measure against does not exist. Plans: {known}.",
    },
    action: {
      da: "Ret navnet, eller læg plans/{plan}.json i mappen.",
      en: "Correct the name, or put plans/{plan}.json in the folder.",
    },
  },
  "baseline-guessed": {
    severity: "warning",
    message: {
      da: "Ingen plan siger, hvem der går hvor i dag. Det er gættet, at alle går på den nærmeste skole, der har deres klassetrin; det, der måles mod i dag, er målt mod det gæt.",
      en: "No plan says who goes where today. The guess is that everybody goes to the nearest school that teaches their grades; what is measured against today is measured against that guess.",
    },
    action: {
      da: "Læg en plan i plans/, der siger det, og nævn den som baseline i case.json.",
      en: "Put a plan that says so in plans/, and name it as baseline in case.json.",
    },
  },
} as const satisfies Record<string, TravelText>);

type TravelIssueCode = keyof typeof TRAVEL_ISSUES;

/** `name`: id of the site that is meant, by which whoever knows the files finds its line. */
export function travelIssue(code: TravelIssueCode, values: Issue["values"], name?: string): Issue {
  const { severity, file }: TravelText = TRAVEL_ISSUES[code];
  return { code, severity, ...(file !== undefined && { file }), ...(name !== undefined && { name }), values };
}
