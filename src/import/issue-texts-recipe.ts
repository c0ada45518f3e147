import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** Issues of files that become a case by a recipe. */
export const RECIPE_ISSUES = catalogue("import.issues.recipe", {
  "recipe.unread": error(
    ["Filen kan ikke læses her ({found}).", "The file cannot be read here ({found})."],
    ["Gem den som CSV eller GeoJSON, eller lad den være ude.", "Save it as CSV or GeoJSON, or leave it out."],
  ),
  "recipe.file-missing": error(
    [
      "Opskriften bruger filen {name}, som ikke ligger i mappen.",
      "The recipe uses the file {name}, which is not in the folder.",
    ],
    [
      "Læg filen i mappen, eller ret navnet i opskriften. Et andet årstal i navnet gør ingen forskel.",
      "Put the file in the folder, or correct its name in the recipe. Another year in the name makes no difference.",
    ],
  ),
  "recipe.file-several": error(
    [
      "Opskriften bruger filen {name}, og flere i mappen kan være den: {found}.",
      "The recipe uses the file {name}, and several in the folder may be it: {found}.",
    ],
    ["Lad kun den rigtige ligge i mappen.", "Leave only the right one in the folder."],
  ),
  "recipe.other-year": warning(
    [
      "Filen er brugt i stedet for {recipe}, som opskriften nævner.",
      "The file was used in place of {recipe}, which the recipe names.",
    ],
    [
      "Gælder tallene et andet skoleår, så ret schoolYear i opskriften eller i case.json.",
      "If its figures are of another school year, correct schoolYear in the recipe or in case.json.",
    ],
  ),
  "recipe.file-extra": warning(
    ["Filen er ikke med i opskriften og bruges ikke.", "The file is not in the recipe and is not used."],
    [
      "Åbn mappen på siden, hvis den skal med, og gem opskriften igen.",
      "If it is to count, open the folder on the page and save the recipe again.",
    ],
  ),
  "recipe.no-part": error(
    ["Filen har ikke {part}. Den har: {found}.", "The file has no {part}. It has: {found}."],
    ["Vælg arket eller laget igen.", "Choose the sheet or the layer again."],
  ),
  "recipe.column-missing": error(
    ["Kolonnen {column} er der ikke. Filen har: {found}.", "There is no column {column}. The file has: {found}."],
    [
      "Vælg kolonnen igen, eller ret overskriften i filen.",
      "Choose the column again, or correct the header in the file.",
    ],
  ),
  "recipe.nothing-left": error(
    ["Ingen rækker har de værdier, der er valgt i {columns}.", "No row has the values that were chosen in {columns}."],
    ["Vælg værdierne igen.", "Choose the values again."],
  ),
  "recipe.rows-left-out": warning(
    [
      "Rækker, der er holdt ude efter valget: {count, number}. Med er {kept, number}.",
      "Rows left out as chosen: {count, number}. Rows that count: {kept, number}.",
    ],
    ["Du skal ikke gøre noget, hvis det er meningen.", "There is nothing to do if that is meant."],
  ),
  "recipe.rows-elsewhere": warning(
    [
      "Rækker, der ligger uden for kommunen eller over 1.000 m fra en vej, er holdt ude: {count, number}. Med er {kept, number}.",
      "Rows that lie outside the municipality or more than 1,000 m from a road were left out: {count, number}. Rows that count: {kept, number}.",
    ],
    ["Du skal ikke gøre noget, hvis det er meningen.", "There is nothing to do if that is meant."],
  ),
  "recipe.systems": error(
    [
      "Kort, der skal være én fil ({path}), er i flere koordinatsystemer.",
      "Maps that are to be one file ({path}) are in several coordinate systems.",
    ],
    ["Gem dem i samme koordinatsystem.", "Save them in the same coordinate system."],
  ),
  "recipe.ids-made": warning(
    [
      "Filen har ingen kolonne med skolernes nummer. Hver skole ({count, number}) har fået en kort kode lavet af sit navn.",
      "The file has no column of the schools' numbers. Each school ({count, number}) was given a short code made of its name.",
    ],
    [
      "Vælg en kolonne, hvis filen har et nummer, der er det samme hvert år.",
      "Choose a column if the file has a number that is the same every year.",
    ],
  ),
  "recipe.grades-assumed": warning(
    [
      "Filen siger ikke, hvilke klassetrin skolerne har. Alle {count, number} er sat til {grades}.",
      "The file does not say which grades the schools have. All {count, number} are taken to have {grades}.",
    ],
    [
      "Sæt en kolonne ind med klassetrin, for eksempel 0-6, hvis ikke alle har de samme.",
      "Put in a column of grades, such as 0-6, if not all have the same.",
    ],
  ),
  "recipe.district-a-school": warning(
    [
      "Filerne siger ikke, hvilke skoledistrikter der er. Hver af skolerne ({count, number}) er et for sig.",
      "The files do not say which school districts there are. Each of the schools ({count, number}) is one by itself.",
    ],
    [
      "Vælg en kolonne med distrikt, hvis flere skoler hører til ét.",
      "Choose a column of districts if several schools belong to one.",
    ],
  ),
  "recipe.districts-named": warning(
    [
      "Skoledistrikterne er de {count, number}, som skolernes fil nævner: {names}.",
      "The school districts are the {count, number} that the file of schools names: {names}.",
    ],
    ["Du skal ikke gøre noget, hvis det er meningen.", "There is nothing to do if that is meant."],
  ),
  "recipe.children": warning(
    [
      "Eleverne er anslået: {children, number} børn på {youngest} til {oldest} år er blevet til {pupils, number} elever, lige mange på hvert klassetrin.",
      "Pupils are estimated: {children, number} children aged {youngest} to {oldest} became {pupils, number} pupils, as many in each grade.",
    ],
    [
      "Brug elevernes egne adresser eller elevtal på områder, når I har dem.",
      "Use the pupils' own addresses or counts of pupils by area when you have them.",
    ],
  ),
});
