import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** Issues of what the case says: sites, districts, pupils, plans. */
export const CASE_ISSUES = catalogue("import.issues.case", {
  "case.school-year": error(
    [
      "Skoleåret {found} går ikke fra ét år til det næste.",
      "School year {found} does not run from one year to the next.",
    ],
    ['Skriv det som "2015/16".', 'Write it as "2015/16".'],
  ),
  "case.code": error(
    ["Kommunekoden kan ikke være {found}.", "The municipal code cannot be {found}."],
    [
      'Skriv kommunens fire cifre i anførselstegn, for eksempel "0316", eller slet linjen, hvor der ingen er.',
      'Write the four digits of the municipality in quotes, such as "0316", or delete the line where there is none.',
    ],
  ),
  "case.crs": error(
    ["Koordinatsystemet {found} kendes ikke.", "Coordinate system {found} is not known."],
    [
      "Skriv EPSG-koden for et nordisk eller europæisk net eller en UTM-zone, for eksempel EPSG:25832; grader er EPSG:4326.",
      "Write the EPSG code of a Nordic or European grid or of a UTM zone, such as EPSG:25832; degrees are EPSG:4326.",
    ],
  ),
  "case.currency": error(
    ["Valutaen {found} kendes ikke.", "The currency {found} is not known."],
    [
      "Skriv valutaens tre bogstaver efter ISO 4217, f.eks. EUR, eller lad currency ude: så er beløb i danske kroner.",
      "Write its three letters by ISO 4217, such as EUR, or leave currency out: amounts are then Danish kroner.",
    ],
  ),
  "case.currency-worth": error(
    [
      "Det mangler, hvad 1 {found} er værd i danske kroner. Priser, som sagen ikke selv angiver, er danske og skal regnes om.",
      "What 1 {found} is worth in Danish kroner is missing. Prices that the case does not state itself are Danish and have to be converted.",
    ],
    [
      "Skriv i case.json, i stedet for valutaen alene, dens navn (code) og kursen i prisåret (kroner).",
      "In case.json, instead of the currency alone, write its name (code) and the rate of the price year (kroner).",
    ],
  ),
  "case.language": warning(
    ["Programmet taler ikke sproget {found}.", "The program does not speak the language {found}."],
    [
      "Skriv et af dem, det taler ({known}), eller lad language ude.",
      "Write one that it speaks ({known}), or leave language out.",
    ],
  ),
  "published.few": error(
    [
      "case.json siger, at sagen er offentlig (published), men pupils.csv har steder med en til fire elever på et klassetrin: {count} i alt, det første ved {first}.",
      "case.json says that the case is published, but pupils.csv has places with one to four pupils in a grade: {count} of them, the first at {first}.",
    ],
    [
      "Lav den offentlige sag med skoledistrikt publish af kommunens egen, eller tag published ud af case.json.",
      "Make the published case of the municipality's own with skoledistrikt publish, or take published out of case.json.",
    ],
  ),
  "case.school-year-form": error(
    ["Skoleåret kan ikke være {found}.", "The school year cannot be {found}."],
    ['Skriv to år i træk, for eksempel "2015/16".', 'Write two years in a row, such as "2015/16".'],
  ),
  "case.baseline": error(
    ["Planen i kraft i dag, {plan}, findes ikke.", "The plan in force today, {plan}, does not exist."],
    [
      "Læg plans/{plan}.json i mappen, eller ret baseline.",
      "Put plans/{plan}.json in the folder, or correct baseline.",
    ],
  ),
  "case.promise-plan": error(
    ["Et løfte nævner planen {plan}, som ikke findes.", "A promise names the plan {plan}, which does not exist."],
    [
      "Læg plans/{plan}.json i mappen, eller ret løftet.",
      "Put plans/{plan}.json in the folder, or correct the promise.",
    ],
  ),
  "sites.grades": error(
    ["{found} kan ikke læses som hele trin.", "{found} cannot be read as whole bands."],
    [
      "Skriv de klassetrin, skolen har, som de hedder i sagen: 0-3, 0-6, 0-9, 4-9 eller 7-9. Deler en plan et trin, som ingen skole i sites.csv deler, så nævn klassetrinnet under cuts i rules i case.json. Har Excel lavet det om til en dato, så formatér kolonnen som tekst.",
      "Write the grades it teaches as the case names them: 0-3, 0-6, 0-9, 4-9 or 7-9. Where a plan divides a band that no school in sites.csv divides, name the grade under cuts in rules in case.json. If Excel has made it a date, format the column as text.",
    ],
  ),
  "sites.bands-cut": warning(
    [
      "Skoler har kun en del af et trin; trinnene er derfor {bands}.",
      "Schools teach a part of a band; the bands are therefore {bands}.",
    ],
    [
      "Du skal ikke gøre noget, hvis skolerne har de klassetrin; ellers ret grades i sites.csv.",
      "There is nothing to do if the schools teach those grades; otherwise correct grades in sites.csv.",
    ],
  ),
  "sites.capacity-shared": warning(
    [
      "Pladser for flere trin under ét er delt ud på trinnene efter, hvor mange klassetrin de har.",
      "Places stated for several bands together were shared out by how many grades each has.",
    ],
    ["Giv pladserne trin for trin, hvis du kender dem.", "State places band by band where you know them."],
  ),
  "sites.capacity-grades": error(
    [
      "{found} pladser er for klassetrin, som ikke er hele trin i sagen.",
      "{found} places are for grades that are not whole bands of the case.",
    ],
    ["Giv pladserne for hele trin.", "State places for whole bands."],
  ),
  "sites.bell-time": error(
    ["{found} er ikke et klokkeslæt, en skole begynder på.", "{found} is no time at which a school begins."],
    [
      "Skriv timer og minutter, for eksempel 08:00, mellem {from} og {to}. Lad feltet stå tomt, hvis det ikke vides.",
      "Write hours and minutes, such as 08:00, between {from} and {to}. Leave the cell empty if it is not known.",
    ],
  ),
  "case.grades": error(
    ["{found} er ikke klassetrin i rules.", "{found} are no grades of the rules."],
    [
      "Brug navnene under grades i rules, hvert én gang: K-5, 6, 7-12.",
      "Use the names under grades in rules, each once: K-5, 6, 7-12.",
    ],
  ),
  "case.no-class": error(
    ["Uden klasseloft: {grades}.", "Without a largest class: {grades}."],
    ["Giv hvert klassetrin et most under classes.", "Give each grade a most under classes."],
  ),
  "sites.grade-ten": warning(
    ["Klassetrin {found}: 10. klasse er udeladt.", "Grades {found}: grade 10 was left out."],
    [
      "Du skal ikke gøre noget: der planlægges for 0. til 9. klasse.",
      "There is nothing to do: plans are made for grades 0 to 9.",
    ],
  ),
  "sites.district-unknown": error(
    ["Distriktet {district} findes ikke i districts.csv.", "District {district} is not in districts.csv."],
    ["Ret distriktets id, eller tilføj distriktet.", "Correct the district id, or add the district."],
  ),
  "sites.no-district": warning(
    ["Åbne skoler uden distrikt: {count, number} ({sites}).", "Open sites in no district: {count, number} ({sites})."],
    ["Udfyld district, hvis de hører til et distrikt.", "Fill in district if they belong to one."],
  ),
  "sites.no-capacity": warning(
    [
      "Åbne skoler uden oplyst kapacitet på trin, de har: {count, number} ({sites}).",
      "Open sites without a stated capacity for grades they teach: {count, number} ({sites}).",
    ],
    [
      "Udfyld en kolonne for hvert trin: capacity_0_3, capacity_4_6 og capacity_7_9, eller som sagens trin hedder.",
      "Fill in a column for each band: capacity_0_3, capacity_4_6 and capacity_7_9, or as the case's bands are called.",
    ],
  ),
  "sites.no-places": warning(
    [
      "Skoler med 0 pladser på trin, de har: {count, number} ({sites}). Ingen elev kan gå der.",
      "Sites with 0 places in grades they teach: {count, number} ({sites}). No pupil can go there.",
    ],
    [
      "Lad feltet stå tomt, hvis antallet af pladser ikke kendes; har skolen ikke trinnet, så ret klassetrin.",
      "Leave the field empty if the number of places is not known; if the site does not teach the band, correct its grades.",
    ],
  ),
  "sites.capacity-columns": warning(
    [
      "Kolonner med tal, som ikke kendes, og som kan være kapaciteten: {columns}.",
      "Columns of numbers that are not known and may be the capacity: {columns}.",
    ],
    [
      "Kald dem capacity_0_3, capacity_4_6 og capacity_7_9, hvis de er det.",
      "Call them capacity_0_3, capacity_4_6 and capacity_7_9 if they are.",
    ],
  ),
  "sites.head-only": warning(
    [
      "Hovedskoler uden egne elever er udeladt; deres afdelinger er skolerne: {count, number} ({sites}).",
      "Head schools without pupils of their own were left out; their departments are the sites: {count, number} ({sites}).",
    ],
    [
      "Ret enhedsart til Afdeling, hvis der går elever i bygningen.",
      "Change enhedsart to Afdeling if pupils go to school in the building.",
    ],
  ),
  "sites.registered-partly": warning(
    [
      "Elevtallet mangler på nogle klassetrin; skolens elevtal bruges ikke.",
      "The number of pupils is missing for some grades; the figures of this site are not used.",
    ],
    [
      "Udfyld alle fra pupils_0 til pupils_9; skriv 0, hvor der ingen er.",
      "Fill in all of pupils_0 to pupils_9; write 0 where there are none.",
    ],
  ),
  "sites.none-open": error(
    ["Ingen skole har klassetrin.", "No site teaches any grades."],
    ["Udfyld kolonnen grades.", "Fill in column grades."],
  ),
  "sites.outside-outline": warning(
    [
      "Åbne skoler uden for kommunens område: {count, number} ({sites}).",
      "Open sites outside the outline: {count, number} ({sites}).",
    ],
    ["Kontrollér koordinater og outline.geojson.", "Check the coordinates and outline.geojson."],
  ),
  "districts.name-twice": warning(
    [
      "Flere distrikter hedder {name}: {ids}. De kan kun nævnes ved deres id.",
      "Several districts are called {name}: {ids}. They can only be told apart by id.",
    ],
    ["Giv hvert distrikt sit eget navn.", "Give each district a name of its own."],
  ),
  "sites.name-twice": warning(
    [
      "Flere skoler hedder {name}: {ids}. De kan kun nævnes ved deres id.",
      "Several sites are called {name}: {ids}. They can only be told apart by id.",
    ],
    ["Giv hver skole sit eget navn.", "Give each site a name of its own."],
  ),
  "districts.no-site": error(
    [
      "Ingen skole i sites.csv hører til distriktet {district}.",
      "No site in sites.csv belongs to district {district}.",
    ],
    [
      "Ret kolonnen district i sites.csv, eller slet distriktet.",
      "Correct column district in sites.csv, or delete the district.",
    ],
  ),
  "districts.none-open": warning(
    ["Distriktet {district} har kun lukkede skoler.", "District {district} has closed sites only."],
    ["Kontrollér klassetrin i sites.csv.", "Check the grades in sites.csv."],
  ),
  "plan.id": error(
    ["Planens id er {found}, men filen hedder {name}.", "The plan has id {found}, but the file is called {name}."],
    ["Giv dem samme navn.", "Give them the same name."],
  ),
  "plan.site-unknown": error(
    ["Skolen {site} findes ikke i sites.csv.", "Site {site} is not in sites.csv."],
    ["Ret skolens id.", "Correct the site id."],
  ),
  "plan.site-twice": error(
    ["Skolen {site} er også i distriktet {district}.", "Site {site} is also in district {district}."],
    ["Lad skolen stå i ét distrikt.", "Leave the site in one district."],
  ),
  "plan.district-twice": error(
    ["To distrikter har id {district}.", "Two districts have id {district}."],
    ["Giv hvert distrikt sit eget id.", "Give each district an id of its own."],
  ),
  "plan.unit-unknown": error(
    ["Basisområdet {unit} findes ikke i sagen.", "Unit {unit} is not in the case."],
    ["Ret id'et, eller kontrollér opløsningen i case.json.", "Correct the id, or check the resolution in case.json."],
  ),
  "plan.unit-twice": error(
    [
      "Basisområdet {unit} er i {grades} allerede givet til {site}.",
      "Unit {unit} is already given to {site} for {grades}.",
    ],
    ["Lad området stå hos én skole for hvert trin.", "Leave the unit with one site for each band."],
  ),
  "plan.not-taught": error(
    [
      "{site} får elever i {grades}, som den ikke har i planen.",
      "{site} is given {grades}, which it does not teach in the plan.",
    ],
    ["Ret bands eller teaching.", "Correct bands or teaching."],
  ),
  "plan.same-as-unknown": error(
    ["Planen {plan} findes ikke.", "Plan {plan} does not exist."],
    ["Ret navnet, eller læg plans/{plan}.json i mappen.", "Correct the name, or put plans/{plan}.json in the folder."],
  ),
  "costs.unknown-item": error(
    ["{found} er ikke en post i omkostningsmodellen.", "{found} is not an item of the cost model."],
    ["Brug en af: {items}.", "Use one of: {items}."],
  ),
  "costs.unknown-site": error(
    ["Skolen {found} findes ikke i sites.csv.", "Site {found} is not in sites.csv."],
    ["Skriv skolens id, eller lad feltet stå tomt.", "Write the site's id, or leave the field empty."],
  ),
  "costs.twice": error(
    ["{item} står allerede i linje {first}.", "{item} is already in line {first}."],
    ["Slet den ene række, eller ret den.", "Delete one of the rows or correct it."],
  ),
  "costs.order": error(
    [
      "Lav, værdi og høj står ikke i rækkefølge: {low, number}, {mid, number}, {high, number}.",
      "Low, value and high are not in order: {low, number}, {mid, number}, {high, number}.",
    ],
    ["Ret tallene, så lav ≤ værdi ≤ høj.", "Correct them so that low ≤ value ≤ high."],
  ),
  "costs.share": error(
    [
      "{item} kan ikke være {found, number}: det er en andel af det hele.",
      "{item} cannot be {found, number}: it is a share of a whole.",
    ],
    ["Skriv en andel fra 0 til 1, for eksempel 0,3.", "Write a share from 0 to 1, such as 0.3."],
  ),
  "costs.zero": error(
    [
      "{item} kan ikke være {found, number}: der divideres med tallet.",
      "{item} cannot be {found, number}: something is divided by it.",
    ],
    ["Skriv et tal over 0.", "Write a number above 0."],
  ),
  "costs.price-year": error(
    ["{found} er ikke et prisår.", "{found} is not a price year."],
    ["Skriv året med fire cifre, for eksempel 2015.", "Write the year in four digits, such as 2015."],
  ),
  "price-index.zero": error(
    ["Et prisindeks kan ikke være 0.", "A price index cannot be 0."],
    ["Skriv årets indeks, eller slet rækken.", "Write the year's index, or delete the row."],
  ),
  "price-index.gap": error(
    ["Prisindekset springer fra {before} til {after}.", "The price index goes from {before} to {after}."],
    ["Tilføj årene imellem, så ingen mangler.", "Add the years between, so that none is missing."],
  ),
  "plan.same-as-circle": error(
    ["Planen henviser i ring til sig selv: {plans}.", "The plan refers back to itself: {plans}."],
    ["Lad en af planerne sige selv, hvem der går hvor.", "Let one of the plans say itself who goes where."],
  ),
});
