import { catalogue } from "../domain/language.ts";
import type { Issue, IssueText } from "../domain/issue.ts";
import type { Lockable } from "./change.ts";

/** Why an edit cannot be made, by code. */
export const EDIT_ISSUES = catalogue("edit.issue", {
  "edit.locked-units": {
    severity: "error",
    message: {
      da: "{count, plural, one {# område er låst} other {# områder er låst}} og bliver, hvor det er.",
      en: "{count, plural, one {# area is locked and stays} other {# areas are locked and stay}} as it is.",
    },
    action: { da: "Lås op først, eller lad området være.", en: "Unlock first, or leave the area alone." },
  },
  "edit.locked-band": {
    severity: "error",
    message: {
      da: "{grades} er låst: ingen af dem flyttes, og ingen skole får eller mister trinnet.",
      en: "Pupils in {grades} are locked: none of them move, and no school begins or stops teaching them.",
    },
    action: { da: "Lås trinnet op, eller vælg andre klassetrin.", en: "Unlock these grades, or choose others." },
  },
  "edit.locked-site": {
    severity: "error",
    message: {
      da: "{site} er låst og bliver, som den er: trin, pladser, distrikt og hvem der går der.",
      en: "{site} is locked and stays as it is: grades, places, district and who goes there.",
    },
    action: { da: "Lås skolen op først, eller vælg en anden.", en: "Unlock the school first, or choose another." },
  },
  "edit.locked-district": {
    severity: "error",
    message: {
      da: "Distriktet {district} er låst og bliver, som det er: navn, skoler og hvem der går på dem.",
      en: "District {district} is locked and stays as it is: name, schools and who goes to them.",
    },
    action: {
      da: "Lås distriktet op først, eller vælg et andet.",
      en: "Unlock the district first, or choose another.",
    },
  },
  "edit.unit-unknown": {
    severity: "error",
    message: {
      da: "Ændringen nævner et område (nr. {unit}), som sagen ikke har.",
      en: "The change names an area (no. {unit}) that the case does not have.",
    },
    action: {
      da: "Åbn den sag, som ændringen er lavet til.",
      en: "Open the case that the change was made for.",
    },
  },
  "edit.site-unknown": {
    severity: "error",
    message: {
      da: "Ændringen nævner en skole (nr. {site}), som ikke findes.",
      en: "The change names a school (no. {site}) that does not exist.",
    },
    action: {
      da: "Vælg en skole på kortet, eller åbn den sag, som ændringen er lavet til.",
      en: "Choose a school on the map, or open the case that the change was made for.",
    },
  },
  "edit.district-unknown": {
    severity: "error",
    message: { da: "Distriktet {district} findes ikke.", en: "There is no district {district}." },
    action: { da: "Vælg et distrikt, der findes.", en: "Choose a district that exists." },
  },
  "edit.district-in-use": {
    severity: "error",
    message: {
      da: "Distriktet {district} kan ikke nedlægges: {site} hører til det.",
      en: "District {district} cannot be taken away: {site} belongs to it.",
    },
    action: {
      da: "Flyt skolen til et andet distrikt i samme ændring.",
      en: "Move the school to another district in the same change.",
    },
  },
  "edit.district-empty": {
    severity: "error",
    message: {
      da: "Distriktet {district} ville stå uden skoler.",
      en: "District {district} would be left without schools.",
    },
    action: {
      da: "Lad mindst én skole blive, eller nedlæg distriktet.",
      en: "Leave at least one school in it, or take the district away.",
    },
  },
  "edit.district-name": {
    severity: "error",
    message: {
      da: "Et andet distrikt hedder allerede {name}.",
      en: "Another district is already called {name}.",
    },
    action: { da: "Vælg et andet navn.", en: "Choose another name." },
  },
  "edit.site-closed": {
    severity: "error",
    message: {
      da: "{site} er lukket, så ingen kan gå der.",
      en: "{site} is closed, so nobody can go there.",
    },
    action: { da: "Åbn skolen først, eller vælg en anden.", en: "Open the school first, or choose another." },
  },
  "edit.not-taught": {
    severity: "error",
    message: {
      da: "{site} har ikke {grades}.",
      en: "{site} does not teach {grades}.",
    },
    action: {
      da: "Vælg andre klassetrin, eller giv skolen trinnet.",
      en: "Choose other grades, or let the school teach them.",
    },
  },
  "edit.pupils-left": {
    severity: "error",
    message: {
      da: "{site} ville miste {grades}, men {count, plural, one {# område hører} other {# områder hører}} stadig til den på det trin.",
      en: "{site} would lose {grades}, but {count, plural, one {# area still belongs} other {# areas still belong}} to it there.",
    },
    action: { da: "Flyt dem i samme ændring.", en: "Move them in the same change." },
  },
  "edit.site-in-use": {
    severity: "error",
    message: {
      da: "Skole nr. {site} kan ikke tages væk: den er i brug.",
      en: "School no. {site} cannot be taken away: it is in use.",
    },
    action: {
      da: "Luk skolen, tag den ud af sit distrikt, og fjern dens pladser i samme ændring.",
      en: "Close it, take it out of its district and take its places away in the same change.",
    },
  },
  "edit.site-id-taken": {
    severity: "error",
    message: { da: "Der er allerede en skole med id {id}.", en: "There is already a school with the id {id}." },
    action: { da: "Giv den nye skole et andet id.", en: "Give the new school another id." },
  },
  "edit.assumed-cost": {
    severity: "error",
    message: {
      da: "Udgiften »{name}« er ikke et helt tal over 0.",
      en: 'The cost "{name}" is not a whole number above 0.',
    },
    action: { da: "Skriv beløbet som et helt tal.", en: "Write the sum as a whole number." },
  },
  "edit.assumed-danger": {
    severity: "error",
    message: {
      da: "Den farlige strækning »{name}« har ikke to steder på kortet og mindst et klassetrin.",
      en: 'The dangerous stretch "{name}" does not have two places on the map and some grades.',
    },
    action: {
      da: "Vælg, hvor strækningen begynder og slutter, og hvem den er farlig for.",
      en: "Choose where the stretch begins and ends, and for whom it is dangerous.",
    },
  },
  "edit.assumed-housing": {
    severity: "error",
    message: {
      da: "Boligprojektet »{name}« har ikke mindst én bolig, en boligtype og år, der følger efter hinanden.",
      en: 'The housing project "{name}" does not have at least one dwelling, a type, and years in order.',
    },
    action: {
      da: "Skriv antal boliger, og det første og det sidste år, der flyttes ind.",
      en: "Write the number of dwellings, and the first and the last year that people move in.",
    },
  },
  "edit.claimed-figure": {
    severity: "error",
    message: {
      da: "»{name}« er ikke et tal.",
      en: '"{name}" is not a number.',
    },
    action: {
      da: "Skriv et tal.",
      en: "Write a number.",
    },
  },
  "edit.stale": {
    severity: "error",
    message: {
      da: "Noget er ændret siden: {what} er ikke længere, som ændringen går ud fra.",
      en: "Something has changed since: {what} is no longer as the change takes it to be.",
    },
    action: { da: "Se, hvordan det er nu, og gør det om.", en: "See how it is now, and do it again." },
  },
  "edit.site-outside": {
    severity: "error",
    message: {
      da: "{site} er sat langt uden for kommunen.",
      en: "{site} was placed far outside the municipality.",
    },
    action: { da: "Sæt skolen på kortet over kommunen.", en: "Place the school on the municipality's map." },
  },
  "edit.malformed": {
    severity: "error",
    message: {
      da: "Ændringen er ikke skrevet, som den skal være: {what}.",
      en: "The change is not written as it must be: {what}.",
    },
    action: {
      da: "Hent filen igen, eller lav ændringen om.",
      en: "Fetch the file again, or make the change again.",
    },
  },
  "edit.too-large": {
    severity: "error",
    message: {
      da: "Ændringen er for stor: {what} er {found, number}, og der er plads til {most, number}.",
      en: "The change is too large: {what} is {found, number}, and there is room for {most, number}.",
    },
    action: { da: "Del den i flere.", en: "Split it into several." },
  },
} as const satisfies Record<string, IssueText>);

export type EditIssueCode = keyof typeof EDIT_ISSUES;

/** Why an edit cannot be made, in words and with its place on the map. */
export interface Refusal extends Issue {
  readonly code: EditIssueCode;
  /** The (unit, band) pairs that it is about, `unit * BAND_COUNT + band`. */
  readonly pairs?: Uint32Array;
  readonly site?: number;
  /** By id. */
  readonly district?: string;
  /** What is locked, where unlocking it is what helps. */
  readonly lock?: Lockable;
}

export const refusal = (
  code: EditIssueCode,
  values: Issue["values"],
  place: Pick<Refusal, "pairs" | "site" | "district" | "lock"> = {},
): Refusal => ({ code, severity: "error", values, ...place });
