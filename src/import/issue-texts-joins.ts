import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** Issues of files that belong to each other by a key or by where things lie. */
export const JOIN_ISSUES = catalogue("import.issues.joins", {
  "pupils.spread": warning(
    [
      "Elever, hvis bolig kun er kendt ved {by}: {pupils, number}. De er fordelt jævnt over {places, number} adresser eller midtpunkter.",
      "Pupils whose home is known by {by} alone: {pupils, number}. They are spread evenly over {places, number} addresses or centres.",
    ],
    [
      "Summerne er rigtige, men den enkeltes afstand er det ikke. Brug adresser, hvor det kan lade sig gøre.",
      "The sums are right, but each pupil's distance is not. Use addresses where that is possible.",
    ],
  ),
  "pupils.no-homes": error(
    [
      "Tabellen siger ikke, hvor eleverne bor. Kolonner: {found}.",
      "The table does not say where the pupils live. Columns: {found}.",
    ],
    [
      "Tilføj lat og lon (grader) eller x og y (meter), eller kald den kolonne, der siger det, area (et område i units eller areas), address, postcode, parish eller place.",
      "Add lat and lon (degrees) or x and y (metres), or call the column that says it area (one of units or areas), address, postcode, parish or place.",
    ],
  ),
  "pupils.area-unknown": error(
    [
      "Området {area} findes hverken i areas.geojson eller units.geojson.",
      "Area {area} is neither in areas.geojson nor in units.geojson.",
    ],
    ["Ret områdets id, eller tilføj området som flade.", "Correct the area's id, or add the area as a polygon."],
  ),
  "pupils.home-unknown": error(
    ["Ingen adresse i homes.csv hører til {by} {key}.", "No address in homes.csv belongs to {by} {key}."],
    [
      "Tilføj adresserne i homes.csv (id, koordinater, postcode, parish), tegn postnumre eller sogne i areas.geojson, eller ret eleverne.",
      "Add the addresses to homes.csv (id, coordinates, postcode, parish), draw postcodes or parishes in areas.geojson, or correct the pupils.",
    ],
  ),
  "key.by-part": warning(
    [
      "»{found}« står ikke i den anden fil, men det gør »{key}«, og kun ét sted.",
      '"{found}" is not in the other file, but "{key}" is, and in one place alone.',
    ],
    ["Du skal ikke gøre noget, hvis det er det samme.", "There is nothing to do if it is the same."],
  ),
  "key.several": error(
    [
      "{found} kan være flere: koden og navnet peger hver sin vej, eller flere hedder sådan.",
      "{found} may be several: its code and its name lead to different ones, or several are called so.",
    ],
    ["Skriv koden alene.", "Write the code alone."],
  ),
  "capacity.no-columns": error(
    [
      "Filen har hverken kolonnerne capacity_0_3, capacity_4_6 og capacity_7_9 eller kolonnerne grades og capacity.",
      "The file has neither columns capacity_0_3, capacity_4_6 and capacity_7_9 nor columns grades and capacity.",
    ],
    ["Giv kolonnerne et af de to sæt navne.", "Give the columns one of the two sets of names."],
  ),
  "capacity.bands": error(
    [
      "Pladser skal gælde ét hold klassetrin: 0-3, 4-6 eller 7-9. Her står {found}.",
      "Places have to be of one band of grades: 0-3, 4-6 or 7-9. This says {found}.",
    ],
    ["Skriv en række for hver.", "Write a row for each of them."],
  ),
  "capacity.site-unknown": error(
    [
      "Skolen {site} findes ikke i sites.csv, eller flere hedder sådan.",
      "Site {site} is not in sites.csv, or several have that name.",
    ],
    ["Skriv skolens id fra sites.csv.", "Write the site's id from sites.csv."],
  ),
  "capacity.otherwise": error(
    [
      "{site} har {here, number} pladser her og {there, number} i sites.csv.",
      "{site} has {here, number} places here and {there, number} in sites.csv.",
    ],
    ["Ret det ene, eller slet det i sites.csv.", "Correct one of them, or delete it in sites.csv."],
  ),
  "sites.district-otherwise": error(
    [
      "{site} ligger i distriktet {drawn} på kortet, men hører til {stated} i sites.csv.",
      "{site} lies in district {drawn} on the map, but belongs to {stated} in sites.csv.",
    ],
    [
      "Ret kortet eller kolonnen district, eller slet kolonnen.",
      "Correct the map or column district, or delete the column.",
    ],
  ),
  "attendance.site": error(
    [
      "Fladen siger ikke, hvilken skole dens elever hører til, eller skolen findes ikke i sites.csv: {found}.",
      "The polygon does not say which site its pupils belong to, or the site is not in sites.csv: {found}.",
    ],
    ["Skriv skolens id i egenskaben site.", "Write the site's id in property site."],
  ),
  "attendance.grades": error(
    [
      "{site} har ikke de klassetrin, som fladen gælder for: {found}.",
      "{site} does not teach the grades that the polygon is for: {found}.",
    ],
    [
      "Ret egenskaben grades, eller klassetrinnene i sites.csv.",
      "Correct property grades, or the grades in sites.csv.",
    ],
  ),
  "attendance.overlap": warning(
    [
      "Basisområder, hvis midte ligger i flere flader for samme klassetrin: {count, number}. De hører til den første.",
      "Basic units whose centre lies in several polygons for the same grades: {count, number}. They belong to the first.",
    ],
    ["Ret fladerne, så de ikke ligger oven på hinanden.", "Correct the polygons so that they do not overlap."],
  ),
  "attendance.both": error(
    [
      "Både attendance.geojson og plans/attendance.json siger, hvem der går hvor.",
      "Both attendance.geojson and plans/attendance.json say who goes where.",
    ],
    ["Behold den ene.", "Keep one of them."],
  ),
});
