import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** What can be wrong with who lives where. */
export const PUPIL_ISSUES = catalogue("import.issues.pupils", {
  "pupils.grade": error(
    ["{found} er ikke et klassetrin.", "{found} is not a grade."],
    [
      "Skriv et helt tal fra 0 (børnehaveklasse) til 9. Klassenavne som 2.b læses også.",
      "Write a whole number from 0 (kindergarten class) to 9. Names of classes such as 2.b are read too.",
    ],
  ),
  "pupils.age": error(
    ["{found} er ikke en alder.", "{found} is not an age."],
    [
      "Skriv hele år, for eksempel 6 eller 6-9 år. En alder uden ende, for eksempel 10 år og derover, kan ikke deles på klassetrin.",
      "Write whole years, such as 6 or 6-9 years. An age without an end, such as 10 years and over, cannot be shared among grades.",
    ],
  ),
  "pupils.age-first": error(
    [
      "Tabellen siger alder, men sagens regelsæt siger ikke, hvor gamle eleverne er på det første klassetrin.",
      "The table says ages, but the case's rule set does not say how old pupils of the first grade are.",
    ],
    [
      "Skriv firstAge under rules i case.json, eller brug en tabel med klassetrin.",
      "Write firstAge under rules in case.json, or use a table of grades.",
    ],
  ),
  "pupils.ages": warning(
    [
      "Klassetrin er anslået efter alder: {first} år er klassetrin {firstGrade} og {last} år klassetrin {lastGrade}, som ved et årsskifte. Elever: {pupils, number}. Udeladt er yngre børn ({younger, number}) og ældre ({older, number}).",
      "Grades are estimated by age: children of {first} are in grade {firstGrade} and those of {last} in grade {lastGrade}, as at the turn of a year. Pupils: {pupils, number}. Left out are younger children ({younger, number}) and older ones ({older, number}).",
    ],
    [
      "Brug elevtal efter klassetrin, når I har dem: nogle begynder tidligt eller sent, og ikke alle går i folkeskolen.",
      "Use counts by grade when you have them: some start early or late, and not all go to these schools.",
    ],
  ),
  "pupils.ages-shared": warning(
    [
      "Børn, der er talt flere årgange sammen, er delt lige mellem årgangene: {count, number}.",
      "Children counted several years of age together were shared evenly among them: {count, number}.",
    ],
    ["Hent tabellen med et år ad gangen, hvis det er muligt.", "Fetch the table by single years of age if possible."],
  ),
  "pupils.several-years": error(
    [
      "Rækkerne er fra flere år ({years}). Lagt sammen ville hvert barn tælle flere gange.",
      "The rows are of several years ({years}). Put together, every child would count several times.",
    ],
    ["Behold rækkerne for ét år.", "Keep the rows of one year."],
  ),
  "pupils.grade-ten": warning(
    ["Elever i 10. klasse er udeladt: {count, number}.", "Pupils in grade 10 were left out: {count, number}."],
    [
      "Du skal ikke gøre noget: der planlægges for 0. til 9. klasse.",
      "There is nothing to do: plans are made for grades 0 to 9.",
    ],
  ),
  "pupils.no-position": warning(
    [
      "Rækker uden sted er udeladt: {rows, number} med {count, number} elever. Linjer: {lines}.",
      "Rows without a location were left out: {rows, number} with {count, number} pupils. Lines: {lines}.",
    ],
    [
      "Udfyld koordinater, hvis de kan oplyses (ikke beskyttede adresser).",
      "Fill in coordinates where they may be known (not protected addresses).",
    ],
  ),
  "pupils.no-columns": error(
    [
      "Tabellen siger ikke, hvor mange elever der er på hvilke klassetrin. Kolonner: {found}.",
      "The table does not say how many pupils are in which grades. Columns: {found}.",
    ],
    [
      "Tilføj grade (én elev pr. række), grade og pupils, kolonnerne 0 til 9, eller age (alder) og pupils.",
      "Add grade (one pupil a row), grade and pupils, columns 0 to 9, or age and pupils.",
    ],
  ),
  "pupils.grade-column-missing": warning(
    [
      "Kolonner for klassetrin mangler: {grades}. De er regnet som uden elever.",
      "Columns for grades are missing: {grades}. They are taken to have no pupils.",
    ],
    ["Tilføj kolonnerne, hvis der er elever på de trin.", "Add the columns if those grades have pupils."],
  ),
  "pupils.blank-counts": warning(
    [
      "Tomme felter er læst som ingen elever: {count, number}.",
      "Empty fields were read as no pupils: {count, number}.",
    ],
    [
      "Skriv 0, hvor der ingen er, og tallet, hvor det mangler.",
      "Write 0 where there are none, and the number where it is missing.",
    ],
  ),
  "pupils.place-unknown": error(
    ["Stedet {place} findes ikke i places.csv.", "Place {place} is not in places.csv."],
    ["Ret stavningen, eller tilføj stedet i places.csv.", "Correct the spelling, or add the place to places.csv."],
  ),
  "pupils.place-twice": error(
    ["Der er flere steder i places.csv, der hedder {place}.", "There are several places called {place} in places.csv."],
    ["Giv stederne hver sit navn, eller skriv koordinater.", "Give the places different names, or write coordinates."],
  ),
  "pupils.count-unknown": error(
    [
      "Kolonner med hele tal, som ikke kendes, kan være elever, der ikke er talt med: {columns}.",
      "Columns of whole numbers that are not known may hold pupils that were not counted: {columns}.",
    ],
    [
      "Kald kolonnen pupils, hvis det er elevtallet, eller 0 til 9 efter klassetrinnet; slet den ellers.",
      "Call the column pupils if it is their number, or 0 to 9 by its grade; delete it otherwise.",
    ],
  ),
  "pupils.point-full": error(
    [
      "På ét sted ({place}) er der {found, number} elever; højst {most, number} kan regnes.",
      "At one place ({place}) there are {found, number} pupils; {most, number} is the most that can be handled.",
    ],
    ["Kontrollér tallene, eller del stedet op i flere.", "Check the numbers, or divide the place into several."],
  ),
  "pupils.fewer-than-registered": error(
    [
      "Filen har {read, number} elever, men skolerne i sites.csv har {registered, number}: {missing, number} mangler.",
      "The file has {read, number} pupils, but the sites in sites.csv have {registered, number}: {missing, number} are missing.",
    ],
    [
      "Kontrollér, at hele tabellen kom med. Er tallene i sites.csv forkerte, så ret dem, eller slet kolonnerne pupils_0 til pupils_9.",
      "Check that the whole table was exported. If the figures in sites.csv are wrong, correct them or delete columns pupils_0 to pupils_9.",
    ],
  ),
  "pupils.grade-short": error(
    [
      "Nogle klassetrin har langt færre elever end skolerne i sites.csv: {grades}.",
      "Some grades have far fewer pupils than the sites in sites.csv: {grades}.",
    ],
    [
      "Kontrollér, at hele tabellen kom med. Er tallene i sites.csv forkerte, så ret dem, eller slet kolonnerne pupils_0 til pupils_9.",
      "Check that the whole table was exported. If the figures in sites.csv are wrong, correct them or delete columns pupils_0 to pupils_9.",
    ],
  ),
  "pupils.not-as-registered": warning(
    [
      "Filen har {read, number} elever, skolerne i sites.csv har {registered, number}.",
      "The file has {read, number} pupils, the sites in sites.csv have {registered, number}.",
    ],
    [
      "Kontrollér begge. En forskel kan være elever fra andre kommuner eller i privatskole.",
      "Check both. Pupils of other municipalities or in private schools can make a difference.",
    ],
  ),
  "pupils.none": error(
    ["Der er ingen elever på 0. til 9. klassetrin.", "There are no pupils in grades 0 to 9."],
    ["Kontrollér tabellen.", "Check the table."],
  ),
  "pupils.outside-outline": warning(
    [
      "Elever, der bor uden for kommunens område: {pupils, number}. Celler tilføjet for dem: {cells, number}.",
      "Pupils who live outside the outline: {pupils, number}. Cells added for them: {cells, number}.",
    ],
    [
      "Kontrollér outline.geojson; fjern eleverne, hvis de bor i andre kommuner.",
      "Check outline.geojson; remove the pupils if they live in other municipalities.",
    ],
  ),
  "pupils.near-units": warning(
    [
      "Elever lige uden for områderne er lagt i det nærmeste (højst {limit} m): {pupils, number}.",
      "Pupils just outside the areas were put in the nearest (at most {limit} m): {pupils, number}.",
    ],
    ["Kontrollér grænserne i units.geojson.", "Check the borders in units.geojson."],
  ),
  "pupils.outside-units": warning(
    [
      "Elever uden for alle områder er udeladt: {pupils, number}.",
      "Pupils outside all areas were left out: {pupils, number}.",
    ],
    ["Kontrollér units.geojson, hvis de skulle have været med.", "Check units.geojson if they were meant to count."],
  ),
});
