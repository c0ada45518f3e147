import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** Issues of files that come in another format than the case's own: workbooks and the files of map programs. */
export const FORMAT_ISSUES = catalogue("import.issues.formats", {
  "format.broken": error(
    [
      "Filen er ikke en hel og gyldig fil af slagsen {format}.",
      "The file is not a whole and valid file of the kind {format}.",
    ],
    [
      "Hent eller gem den igen. Er den hel, så gem den i et andet format.",
      "Download or save it again. If it is whole, save it in another format.",
    ],
  ),
  "format.old-excel": error(
    [
      "Filen er fra Excel 97-2003 eller beskyttet med en adgangskode.",
      "The file is from Excel 97-2003 or protected by a password.",
    ],
    [
      "Åbn den i et regnearksprogram, og gem den som .xlsx uden adgangskode.",
      "Open it in a spreadsheet program and save it as .xlsx without a password.",
    ],
  ),
  "format.otherwise-named": warning(
    [
      "Efter navnet er filen {named}, men den er {found} og er læst sådan.",
      "By its name the file is {named}, but it is {found} and was read as such.",
    ],
    ["Ret navnet, så andre programmer også kan læse den.", "Correct the name so that other programs can read it too."],
  ),
  "format.two-files": error(
    ["Flere filer er til det samme: {files}.", "Several files are for the same thing: {files}."],
    [
      "Behold den, der gælder, og flyt de andre ud af mappen.",
      "Keep the one that counts and move the others out of the folder.",
    ],
  ),
  "format.too-large": error(
    [
      "Filen {name} i arkivet fylder mere end {most, number} MB, når den pakkes ud.",
      "File {name} in the archive takes more than {most, number} MB when it is unpacked.",
    ],
    ["Skær filen til den del, der skal bruges.", "Cut the file down to the part that is needed."],
  ),
  "format.no-layer": error(
    [
      "Filen har intet ark eller lag med {wanted}. Den har: {found}.",
      "The file has no sheet or layer with {wanted}. It has: {found}.",
    ],
    ["Kontrollér, at det er den rigtige fil.", "Check that this is the right file."],
  ),
  "format.which-layer": error(
    [
      "Flere ark eller lag i filen kan være ment: {found}.",
      "Several sheets or layers of the file may be meant: {found}.",
    ],
    [
      "Skriv i case.json under files, {role}, layer, hvad det rigtige hedder.",
      "Write in case.json under files, {role}, layer, what the right one is called.",
    ],
  ),
  "format.layer-unknown": error(
    [
      "Filen har intet ark eller lag, der hedder {wanted}. Den har: {found}.",
      "The file has no sheet or layer called {wanted}. It has: {found}.",
    ],
    ["Ret navnet i case.json under files, {role}, layer.", "Correct the name in case.json under files, {role}, layer."],
  ),
  "format.layer-chosen": warning(
    [
      "Af filens ark eller lag er {chosen} læst; ikke læst er {others}.",
      "Of the file’s sheets or layers {chosen} was read; not read were {others}.",
    ],
    [
      "Er det et andet, så skriv dets navn i case.json under files, {role}, layer.",
      "If it is another one, write its name in case.json under files, {role}, layer.",
    ],
  ),
  "format.encoding-asked": error(
    [
      "Filen siger ikke, hvilke tegn dens bogstaver er skrevet i (ingen .cpg, og dBASE-filen tier).",
      "The file does not say what its letters are written in (no .cpg, and the dBASE file is silent).",
    ],
    [
      "Skriv i case.json under files, {role}, encoding, hvad det er: UTF-8 eller windows-1252.",
      "Write in case.json under files, {role}, encoding, what it is: UTF-8 or windows-1252.",
    ],
  ),
  "format.encoding-unknown": error(
    ["Tegnsættet {found} kendes ikke.", "The encoding {found} is not known."],
    [
      "Skriv i case.json under files, {role}, encoding, hvad det er: UTF-8 eller windows-1252.",
      "Write in case.json under files, {role}, encoding, what it is: UTF-8 or windows-1252.",
    ],
  ),
  "format.encoding-wrong": error(
    ["Bogstaverne er ikke skrevet i {encoding}: {found}.", "The letters are not written in {encoding}: {found}."],
    [
      "Skriv i case.json under files, {role}, encoding, hvad de er skrevet i.",
      "Write in case.json under files, {role}, encoding, what they are written in.",
    ],
  ),
  "format.crs-asked": error(
    ["Filen siger ikke, hvilket koordinatsystem den er i.", "The file does not say which coordinate system it is in."],
    [
      "Læg dens .prj ved, eller skriv i case.json under files, {role}, crs, hvad det er, for eksempel EPSG:25832.",
      "Add its .prj, or write in case.json under files, {role}, crs, what it is, such as EPSG:25832.",
    ],
  ),
  "format.crs-unknown": error(
    ["Koordinatsystemet {found} kendes ikke.", "The coordinate system {found} is not known."],
    [
      "Gem laget i EPSG:4326 (grader) eller EPSG:25832, eller skriv i case.json under files, {role}, crs, hvad det er.",
      "Save the layer in EPSG:4326 (degrees) or EPSG:25832, or write in case.json under files, {role}, crs, what it is.",
    ],
  ),
  "format.part-missing": error(
    ["Til en shapefil hører flere filer; {missing} mangler.", "A shapefile is several files; {missing} is missing."],
    [
      "Læg alle shapefilens filer ved, eller pak dem sammen til en zip-fil.",
      "Add all the files of the shapefile, or pack them into one zip file.",
    ],
  ),
  "format.packed-twice": error(
    ["Zip-filen holder kun andre zip-filer: {found}.", "The zip file holds nothing but other zip files: {found}."],
    ["Pak den ud, og læg den zip-fil her, der skal bruges.", "Unpack it and put the zip file here that is needed."],
  ),
  "format.count-differs": error(
    [
      "Filen siger selv, at den har {stated, number} objekter, men {read, number} kan læses.",
      "The file itself says that it has {stated, number} features, but {read, number} can be read.",
    ],
    ["Hent eller gem filen igen.", "Download or save the file again."],
  ),
  "format.deleted": warning(
    [
      "Objekter, der er markeret som slettet i filen, er ikke læst: {count, number}.",
      "Features marked as deleted in the file were not read: {count, number}.",
    ],
    [
      "Gem filen igen i kortprogrammet, hvis de skal med.",
      "Save the file again in the map program if they are meant to count.",
    ],
  ),
  "format.linked": warning(
    [
      "Filen henviser til data, der ikke ligger i den, og som ikke er læst: {links}.",
      "The file refers to data that are not in it and were not read: {links}.",
    ],
    ["Gem dem som en fil for sig, hvis de skal med.", "Save them as a file of their own if they are meant to count."],
  ),
  "format.geometry": error(
    ["Objektets geometri kan ikke læses.", "The feature’s geometry cannot be read."],
    ["Ret geometrien i kortprogrammet, og gem igen.", "Repair the geometry in the map program and save again."],
  ),
  "format.not-points": error(
    [
      "Objektet er {found}; i denne tabel skal hvert objekt være et punkt.",
      "The feature is {found}; in this table each feature has to be a point.",
    ],
    ["Gem laget som punkter.", "Save the layer as points."],
  ),
  "format.hidden-sheet": warning(
    [
      "Det eneste ark med noget i er skjult. Det er læst: {chosen}.",
      "The only sheet that holds anything is hidden. It was read: {chosen}.",
    ],
    [
      "Vis arket i regnearket, eller skriv dets navn i case.json under files, {role}, layer, hvis det er meningen.",
      "Unhide the sheet, or write its name in case.json under files, {role}, layer, if it is meant.",
    ],
  ),
  "format.hidden-columns": warning(
    ["Skjulte kolonner er læst som de andre: {columns}.", "Hidden columns were read like the others: {columns}."],
    ["Slet dem, hvis de ikke skal med.", "Delete them if they are not meant to count."],
  ),
  "format.hidden-rows": warning(
    ["Skjulte rækker er læst som de andre: {rows}.", "Hidden rows were read like the others: {rows}."],
    ["Slet dem, hvis de ikke skal med.", "Delete them if they are not meant to count."],
  ),
  "format.merged": warning(
    [
      "Sammenflettede celler: teksten gælder for alle rækker i dem: {cells}.",
      "Merged cells: the text holds for all rows in them: {cells}.",
    ],
    ["Kontrollér, at det er meningen.", "Check that this is meant."],
  ),
  "cell.error": error(
    ["I cellen står fejlen {found}.", "The cell holds the error {found}."],
    ["Ret formlen eller skriv værdien.", "Correct the formula or write the value."],
  ),
  "cell.no-value": error(
    ["Cellen har en formel uden gemt resultat: {found}.", "The cell has a formula without a saved result: {found}."],
    [
      "Åbn filen i et regnearksprogram, så den bliver regnet ud, og gem den igen.",
      "Open the file in a spreadsheet program so that it is worked out, and save it again.",
    ],
  ),
  "cell.merged-number": error(
    [
      "Tallet {found} står i celler, der er flettet sammen over flere rækker, så det ikke kan ses, hvilken række det hører til.",
      "The number {found} stands in cells merged over several rows, so it cannot be seen which row it belongs to.",
    ],
    ["Ophæv fletningen, og skriv et tal i hver række.", "Undo the merge and write a number in each row."],
  ),
  "cell.merged-across": error(
    [
      "Tallet {found} står i celler, der er flettet sammen over flere kolonner, så det ikke kan ses, hvilken kolonne det hører til.",
      "The number {found} stands in cells merged over several columns, so it cannot be seen which column it belongs to.",
    ],
    ["Ophæv fletningen, og skriv et tal i hver kolonne.", "Undo the merge and write a number in each column."],
  ),
  "osm.cut": warning(
    [
      "Linjer i udtrækket, der går gennem punkter, som ikke er med: {lines, number} (punkter: {places, number}). De er delt der.",
      "Lines of the extract that go through points which it does not hold: {lines, number} (points: {places, number}). They are parted there.",
    ],
    [
      "Lav udtrækket et stykke større end kommunen, med hele linjer (osmium extract gør det af sig selv).",
      "Make the extract somewhat larger than the municipality, with complete lines (as osmium extract does by itself).",
    ],
  ),
});
