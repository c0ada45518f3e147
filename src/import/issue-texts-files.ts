import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** Issues of files as such: their text, tables, JSON. */
export const FILE_ISSUES = catalogue("import.issues.files", {
  "file.missing": error(
    ["Filen mangler i mappen.", "The file is missing from the folder."],
    ["Læg filen i mappen under netop dette navn.", "Put the file in the folder under exactly this name."],
  ),
  "file.missing-beside": error(
    [
      "Filen mangler i mappen. Der ligger en, der hedder {beside}.",
      "The file is missing from the folder. There is one called {beside}.",
    ],
    [
      "Gem den under netop det rigtige navn; et regneark gemmes som CSV (UTF-8).",
      "Save it under exactly the right name; save a spreadsheet as CSV (UTF-8).",
    ],
  ),
  "file.empty": error(
    ["Filen er tom.", "The file is empty."],
    ["Eksportér filen igen fra det program, den kommer fra.", "Export the file again from the program it comes from."],
  ),
  "file.not-text": error(
    ["Filen er ikke en tekstfil ({found}).", "The file is not a text file ({found})."],
    ["Gem den som CSV (UTF-8) henholdsvis GeoJSON.", "Save it as CSV (UTF-8) or as GeoJSON."],
  ),
  "file.unused": warning(
    [
      "Filen bruges ikke: navnet er ikke et af dem, en sag består af.",
      "The file is not used: a case has no file of this name.",
    ],
    ["Ret navnet, hvis filen skulle have været med: {names}.", "Correct the name if it was meant to count: {names}."],
  ),
  "file.old-letters": warning(
    [
      "Bogstaverne er læst som {encoding}, for eksempel i {found}.",
      "The letters were read as {encoding}, for instance in {found}.",
    ],
    [
      "Kontrollér navnene; gem filen som UTF-8, hvis de er forkerte.",
      "Check the names; save the file as UTF-8 if they are wrong.",
    ],
  ),
  "file.garbled": warning(
    ["Nogle bogstaver er gået tabt, for eksempel i {found}.", "Some letters were lost, for instance in {found}."],
    ["Hent filen igen fra kilden, og gem den som UTF-8.", "Fetch the file again from its source and save it as UTF-8."],
  ),
  "file.same-name": error(
    ["To filer har navne, der ser ens ud.", "Two files have names that look the same."],
    ["Slet den ene, eller giv den et andet navn.", "Delete one of them or give it another name."],
  ),
  "table.columns-unknown": warning(
    ["Kolonner, der ikke kendes og ikke bruges: {columns}.", "Columns that are not known and not used: {columns}."],
    ["Ret navnet på dem, der skulle have været med.", "Correct the names of those that were meant to count."],
  ),
  "table.title": warning(
    ["Linjen over overskriften er sprunget over: {found}.", "The line above the header was skipped: {found}."],
    ["Du skal ikke gøre noget, hvis det er tabellens navn.", "There is nothing to do if it is the table's name."],
  ),
  "table.note": warning(
    ["Linjen under tabellen er sprunget over: {found}.", "The line below the table was skipped: {found}."],
    [
      "Du skal ikke gøre noget, hvis det er en note eller en kilde.",
      "There is nothing to do if it is a note or a source.",
    ],
  ),
  "table.sum": warning(
    [
      "Rækken er en sum af andre ({found}) og er ikke talt med.",
      "The row is a sum of others ({found}) and was not counted.",
    ],
    ["Du skal ikke gøre noget, hvis det er som ventet.", "There is nothing to do if that is as expected."],
  ),
  "table.sum-column": warning(
    [
      "Kolonner, der er summer af andre, er ikke talt med: {columns}.",
      "Columns that are sums of others were not counted: {columns}.",
    ],
    ["Du skal ikke gøre noget, hvis det er som ventet.", "There is nothing to do if that is as expected."],
  ),
  "table.held-down": warning(
    [
      "Tomme felter til venstre i tabellen er læst som feltet over dem: {count, number}.",
      "Empty fields to the left in the table were read as the field above them: {count, number}.",
    ],
    [
      "Du skal ikke gøre noget, hvis navnet kun står ved den første af flere rækker.",
      "There is nothing to do if a name stands only at the first of several rows.",
    ],
  ),
  "table.sum-differs": warning(
    [
      "Tabellens egen sum i kolonnen {column} er {stated, number}, men rækkerne giver {summed, number}.",
      "The table's own sum in column {column} is {stated, number}, but its rows come to {summed, number}.",
    ],
    [
      "Find de rækker eller tal, der mangler: skjulte små tal er ikke nul.",
      "Find the rows or numbers that are missing: small numbers that are hidden are not nought.",
    ],
  ),
  "table.header-again": error(
    ["Overskriften står her en gang til.", "The header stands here once more."],
    [
      "Slet linjen, og kontrollér, om rækkerne under den er med to gange.",
      "Delete the line, and check whether the rows below it are there twice.",
    ],
  ),
  "table.pasted-twice": error(
    [
      "Tabellen står mere end én gang i filen: fra denne linje gentages de første {count, number} rækker.",
      "The table is in the file more than once: from this line on the first {count, number} rows come again.",
    ],
    ["Slet gentagelserne.", "Delete the repetitions."],
  ),
  "table.row-again": warning(
    ["Rækken er magen til linje {first}; begge er regnet med.", "The row is the same as line {first}; both count."],
    ["Slet den ene, hvis den er indsat ved en fejl.", "Delete one of them if it was put in by mistake."],
  ),
  "table.no-rows": error(
    ["Tabellen har ingen rækker under overskriften.", "The table has no rows below its header."],
    ["Kontrollér, at hele tabellen kom med i eksporten.", "Check that the whole table was exported."],
  ),
  "table.column-missing": error(
    ["Kolonnen {column} mangler. Filens kolonner: {found}.", "Column {column} is missing. The file has: {found}."],
    [
      "Tilføj kolonnen, eller kald den et af disse navne: {names}.",
      "Add the column, or give it one of these names: {names}.",
    ],
  ),
  "table.column-twice": error(
    ["Kolonnerne {first} og {second} betyder det samme.", "Columns {first} and {second} mean the same."],
    ["Slet den ene, eller giv den et andet navn.", "Delete one of them or give it another name."],
  ),
  "table.row-long": error(
    ["Felter i rækken: {cells}; i overskriften: {columns}.", "Fields in the row: {cells}; in the header: {columns}."],
    [
      "Se efter et skilletegn inde i et felt; sæt feltet i anførselstegn.",
      "Look for a delimiter inside a field; put the field in quotes.",
    ],
  ),
  "table.row-short": warning(
    [
      "Felter i rækken: {cells}; i overskriften: {columns}. De manglende er læst som tomme.",
      "Fields in the row: {cells}; in the header: {columns}. Those missing were read as empty.",
    ],
    [
      "Kontrollér rækken, hvis felterne ikke skal være tomme.",
      "Check the row if the fields are not meant to be empty.",
    ],
  ),
  "table.quote-open": error(
    ["Et anførselstegn, der åbnes her, lukkes aldrig.", "A quotation mark opened here is never closed."],
    ["Tilføj det manglende anførselstegn.", "Add the missing quotation mark."],
  ),
  "table.quote-inside": error(
    ["Der står tekst efter et lukket anførselstegn.", "There is text after a closing quotation mark."],
    [
      "Skriv anførselstegn inde i et felt som to anførselstegn.",
      "Write a quotation mark inside a field as two of them.",
    ],
  ),
  "value.missing": error(
    ["Feltet er tomt.", "The field is empty."],
    ["Udfyld feltet, eller slet rækken.", "Fill in the field or delete the row."],
  ),
  "value.twice": error(
    ["{value} findes allerede i linje {first}.", "{value} is already in line {first}."],
    ["Giv hver række sit eget nummer, eller slet den ene.", "Give each row its own id, or delete one of them."],
  ),
  "value.alike": warning(
    [
      "{value} er som {other} i linje {first} på nær store bogstaver; de læses som to forskellige.",
      "{value} is like {other} in line {first} but for capitals; they are read as two.",
    ],
    [
      "Er det den samme, så skriv den ens begge steder; er det to, så giv dem id'er, der ikke kan forveksles.",
      "If it is one and the same, write it alike in both places; if there are two, give them ids that cannot be mistaken for each other.",
    ],
  ),
  "number.unreadable": error(
    ["{found} er ikke et tal.", "{found} is not a number."],
    ["Skriv tallet med cifre og højst ét decimaltegn.", "Write the number in digits with at most one decimal sign."],
  ),
  "number.ambiguous": error(
    [
      "{found} kan læses på to måder: som decimaltal eller med tusindtalsskilletegn.",
      "{found} can be read in two ways: with decimals or with a thousands separator.",
    ],
    ["Skriv tallet uden skilletegn.", "Write the number without separators."],
  ),
  "number.negative": error(
    ["{found} er negativt.", "{found} is negative."],
    ["Skriv et tal fra 0 og op.", "Write a number from 0 up."],
  ),
  "number.fraction": error(
    ["{found} er ikke et helt tal.", "{found} is not a whole number."],
    ["Skriv et helt tal.", "Write a whole number."],
  ),
  "number.withheld": error(
    [
      "{found} betyder, at tallet ikke er oplyst. Det er ikke det samme som nul.",
      "{found} means that the number is withheld. That is not zero.",
    ],
    ["Skriv tallet eller et skøn over det.", "Write the number or an estimate of it."],
  ),
  "number.too-large": error(
    [
      "{found} er for stort; højst {most, number} kan læses.",
      "{found} is too large; {most, number} is the most that can be read.",
    ],
    ["Kontrollér tallet.", "Check the number."],
  ),
  "json.too-deep": error(
    [
      "Lister og objekter ligger {found, number} lag inde i hinanden; højst {most, number} kan læses.",
      "Lists and objects lie {found, number} deep within each other; {most, number} is the most that can be read.",
    ],
    [
      "Kontrollér, at det er den rigtige fil, og eksportér den igen.",
      "Check that this is the right file, and export it again.",
    ],
  ),
  "json.syntax": error(
    [
      "Filen er ikke gyldig JSON: noget er galt ved {found}.",
      "The file is not valid JSON: something is wrong at {found}.",
    ],
    ["Ret tegnet eller det lige før.", "Correct this character or the one just before it."],
  ),
  "json.cut-short": error(
    ["Filen er tom, eller den holder op, før den er færdig.", "The file is empty, or it ends before it is complete."],
    ["Hent eller gem filen igen.", "Download or save the file again."],
  ),
  "json.file-wrong": error(
    [
      "Filen er ikke af den slags, der skal bruges. I den står {found}.",
      "The file is not of the kind that is needed. It holds {found}.",
    ],
    [
      "Vælg den rigtige fil, eller gem den igen, hvor den kom fra.",
      "Choose the right file, or save it again where it came from.",
    ],
  ),
  "json.kind-wrong": error(
    [
      "Filen er ikke af den slags, der skal bruges: {expected}.",
      "The file is not of the kind that is needed: {expected}.",
    ],
    [
      "Vælg den rigtige fil, eller gem den igen, hvor den kom fra.",
      "Choose the right file, or save it again where it came from.",
    ],
  ),
  "json.newer": error(
    [
      "Filen er lavet af et nyere program: den er version {found, number}, og her kan læses til og med {newest, number}.",
      "The file was made by a newer program: it is version {found, number}, and up to {newest, number} can be read here.",
    ],
    [
      "Åbn den i det nyere program, eller opdater det her.",
      "Open it in the newer program, or bring this one up to date.",
    ],
  ),
  "json.field-missing": error(
    ["Feltet {field} mangler.", "Field {field} is missing."],
    ["Tilføj feltet: {expected}.", "Add the field: {expected}."],
  ),
  "json.field-unknown": error(
    ["Feltet {field} kendes ikke.", "Field {field} is not known."],
    ["Ret stavningen, eller slet feltet.", "Correct the spelling or delete the field."],
  ),
  "json.field-near": error(
    ["Feltet {field} kendes ikke. Det ligner {near}.", "Field {field} is not known. It looks like {near}."],
    ["Ret det til {near}, eller slet feltet.", "Correct it to {near}, or delete the field."],
  ),
  "json.field-twice": error(
    ["Feltet {field} står to gange i det samme objekt.", "Field {field} stands twice in the same object."],
    ["Behold det ene, og slet det andet.", "Keep one and delete the other."],
  ),
  "json.field-wrong": error(
    ["Feltet {field} kan ikke være {found}.", "Field {field} cannot be {found}."],
    ["Der skal stå: {expected}.", "It should be: {expected}."],
  ),
});
