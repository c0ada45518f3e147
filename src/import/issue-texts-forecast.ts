import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** Issues of what the case says of the years to come: births.csv, movers.csv, housing.csv, forecast.csv, assumptions.csv, counts.csv. */
export const FORECAST_ISSUES = catalogue("import.issues.forecast", {
  "areas.no-column": error(
    [
      "Tabellen siger ikke, hvilke områder den gælder. Kolonner: {found}.",
      "The table does not say which areas it is about. Columns: {found}.",
    ],
    [
      "Tilføj kolonnen district, site, place eller area med navne fra sagen.",
      "Add column district, site, place or area with names of the case.",
    ],
  ),
  "areas.unknown": error(
    [
      "{area} er hverken et distrikt, en skole eller et sted i sagen.",
      "{area} is no district, site or place of the case.",
    ],
    ["Ret navnet; skriv alle for hele kommunen.", "Correct the name; write all for the whole municipality."],
  ),
  "areas.several": error(
    ["{area} er navnet på flere slags områder: {kinds}.", "{area} is the name of several kinds of area: {kinds}."],
    [
      "Kald kolonnen district, site eller place, så det er sagt, hvad der menes.",
      "Call the column district, site or place, so that it is said which is meant.",
    ],
  ),
  "areas.mixed": error(
    ["Tabellen blander slags af områder: {kinds}.", "The table mixes kinds of area: {kinds}."],
    [
      "Brug én slags i hele tabellen, så ingen områder tælles to gange.",
      "Use one kind throughout, so that no area is counted twice.",
    ],
  ),
  "forecast.twice": error(
    ["Det samme område og år står allerede i linje {first}.", "The same area and year is already in line {first}."],
    ["Slet den ene række, eller ret den.", "Delete one of the rows or correct it."],
  ),
  "forecast.year": error(
    ["{found} er ikke et år.", "{found} is not a year."],
    ['Skriv det som 2017, et skoleår også som "2017/18".', 'Write it as 2017, a school year also as "2017/18".'],
  ),
  "forecast.no-columns": error(
    [
      "Tabellen siger ikke, hvor mange elever der ventes på hvilke klassetrin. Kolonner: {found}.",
      "The table does not say how many pupils are expected in which grades. Columns: {found}.",
    ],
    ["Tilføj grade og pupils, eller kolonnerne 0 til 9.", "Add grade and pupils, or columns 0 to 9."],
  ),
  "forecast.past": warning(
    [
      "Rækker for {year} og tidligere bruges ikke; dagens elever kommer fra pupils.csv. Rækker: {count, number}.",
      "Rows for {year} and before are not used; today's pupils come from pupils.csv. Rows: {count, number}.",
    ],
    ["Du skal ikke gøre noget: de kan blive stående.", "There is nothing to do: they may stay."],
  ),
  "forecast.blank-counts": warning(
    [
      "Felter uden tal: {count, number}. De trin følger årgangene i stedet.",
      "Fields without a number: {count, number}. Those grades follow the cohorts instead.",
    ],
    ["Udfyld dem, hvis prognosen har tallet.", "Fill them in if the forecast has the number."],
  ),
  "movers.rate": error(
    ["{found} er ikke en overgang fra ét klassetrin til det næste.", "{found} is no rate from one grade to the next."],
    [
      "Skriv elever på næste trin pr. elev, fra 0,5 til 1,5; 1 er lige mange.",
      "Write pupils of the next grade per pupil, from 0.5 to 1.5; 1 is as many.",
    ],
  ),
  "movers.grade": error(
    [
      "Fra {found}. klasse går ingen videre på et trin fra 0 til 9.",
      "Nobody goes on from grade {found} within grades 0 to 9.",
    ],
    [
      "Skriv det trin, der forlades, 0 til 8, eller lad feltet stå tomt.",
      "Write the grade that is left, 0 to 8, or leave the field empty.",
    ],
  ),
  "housing.type": error(
    ["{found} er ikke en boligtype.", "{found} is not a type of dwelling."],
    ["Skriv en af disse: {types}.", "Write one of these: {types}."],
  ),
  "housing.years": error(
    [
      "Det sidste år, {last}, ligger før det første, {first}.",
      "The last year, {last}, comes before the first, {first}.",
    ],
    ["Byt om på årene, eller ret dem.", "Swap the years or correct them."],
  ),
  "housing.outside": error(
    ["Projektet {project} ligger uden for alle basisområder.", "Project {project} lies outside all basic units."],
    ["Kontrollér koordinaterne og kommunens omrids.", "Check the coordinates and the municipality's outline."],
  ),
  "housing.occupied": warning(
    [
      "Projektet {project} er taget i brug senest i {last}; dets elever er med i dagens tal.",
      "Project {project} was occupied by {last}; its pupils are in today's figures.",
    ],
    ["Du skal ikke gøre noget: det tæller ikke to gange.", "There is nothing to do: it is not counted twice."],
  ),
  "assumptions.unknown": error(
    ["{found} er ikke en antagelse i prognosen.", "{found} is no assumption of the forecast."],
    ["Skriv en af disse: {keys}.", "Write one of these: {keys}."],
  ),
  "assumptions.bounds": error(
    ["{found} ligger uden for det mulige, {least} til {most}.", "{found} is outside what can be, {least} to {most}."],
    ["Skriv en andel som 0,67, ikke som 67.", "Write a share as 0.67, not as 67."],
  ),
  "assumptions.order": error(
    ["{low}, {value}, {high} står ikke i orden.", "{low}, {value}, {high} are not in order."],
    [
      "Skriv low, value og high, så ingen er større end den næste.",
      "Write low, value and high so that none exceeds the next.",
    ],
  ),
  "counts.not-a-site": error(
    ["Rækken gælder ikke én skole.", "The row is not about one school."],
    [
      "Skriv skolens id eller navn i kolonnen site; prognosen prøves skole for skole.",
      "Write the school's id or name in the column site; the forecast is tried school by school.",
    ],
  ),
  "counts.use": error(
    ["{found} siger ikke, hvad tallet bruges til.", "{found} does not say what the count is used for."],
    [
      "Skriv start, hvis sagens eget tal for skolen er taget herfra; lad ellers feltet stå tomt.",
      "Write start if the case's own figure for the school was taken from it; else leave the field empty.",
    ],
  ),
});
