/** Texts of what is saved and printed of the plan in view; they come with it. */
export const daHandOut = {
  "handOut.paper": "Sagsfremstilling til byrådet",
  "handOut.paperText":
    "Planen, der ses, holdt op mod i dag, den plan, der er valgt under »Sammenlign med«, og de planer, I har fastgjort: kort, tal, skole for skole, by for by og økonomi{dates, select, some { samt frister for det år, der er valgt under »Lovens frister«} other {}}. Det, som mennesker skal skrive, står som tomme felter.",
  "handOut.dissent": "Er et medlem imod? Sæt kryds ved den plan, medlemmet hellere vil have:",
  "handOut.dissentNone":
    "Vil et medlem, der er imod, hellere have en anden plan, så fastgør den først. Dens tal kan så stå under »Afvigende mening«.",
  "handOut.page": "Side til at læse og printe (HTML)",
  "handOut.word": "Word-fil (DOCX)",
  "handOut.figures": "Alle tal som tabel (CSV)",
  "handOut.check": "Fil til at efterregne tallene (JSON)",
  "handOut.checkText":
    "Filen følger papiret: slip den på siden, eller brug kommandoen verify, så regnes hvert tal ud på ny.",
  "handOut.other": "Kort og tabeller",
  "handOut.otherText": "Planen, som den ses nu. Tal under fem elever er skjult.",
  "handOut.tables": "Til regneark og andre kortprogrammer",
  "handOut.tablesText":
    "Planen, der ses, ved siden af i dag og, i regnearket, de planer, den holdes op mod, så længe ingen af dem forudsætter noget selv. Tal under fem elever er skjult.",
  "handOut.workbook": "Regneark med alle tabeller (XLSX)",
  "handOut.geopackage": "Kort til QGIS med lag og farver (GeoPackage)",
  "handOut.layers": "Kortets lag hver for sig (GeoJSON i ZIP)",
  "handOut.workbookName": "tabeller",
  "handOut.geopackageName": "kort",
  "handOut.layersName": "lag",
  "handOut.print": "Print siden, som den ses",
  "handOut.working": "Laver filen …",
  "handOut.doing.figures": "Regner tallene …",
  "handOut.doing.map": "Tegner kort {at} af {count} …",
  "handOut.doing.file": "Skriver filen …",
  "handOut.stop": "Stop",
  "handOut.done": "Filen er gemt.",
  "handOut.stopped": "Stoppet. Der er ikke gemt nogen fil.",
  "handOut.notOpen": "Sagen er ved at blive åbnet. Prøv igen om lidt.",
  "handOut.published": "Sag, der må gives videre",
  "handOut.publishedText":
    "Sagens områder lægges sammen, og elevtal afrundes, så intet område har en til fire elever på et klassetrin. Elevers adresser er ikke med, og filen siger, hvor meget hver plans tal afviger. Pak den ud: mappen kan vises på nettet, bruges i grupperum og åbnes her.",
  "handOut.publish": "Gem en offentlig sag (ZIP)",
  "handOut.publishedName": "offentlig",
  "handOut.publishedIs":
    "Filen er gemt: {from} basisområder blev til {areas}, og {kept} af {of} elevtal efter plan, skole og trin er som før.",
  "handOut.fileName": "sagsfremstilling",
  "handOut.checkName": "tal",
} as const;

type HandOutKey = keyof typeof daHandOut;

export const enHandOut: Readonly<Record<HandOutKey, string>> = {
  "handOut.paper": "Paper for the council",
  "handOut.paperText":
    "The plan in view against today, the plan chosen under Compare with, and the plans that you pinned: maps, figures, school by school, town by town and money{dates, select, some {, with the dates for the year chosen under Legal deadlines} other {}}. What people have to write stands as empty boxes.",
  "handOut.dissent": "Is a member against it? Tick the plan that the member would rather have:",
  "handOut.dissentNone":
    "If a member who is against it would rather have another plan, pin that first. Its figures can then stand under Dissenting opinion.",
  "handOut.page": "Page to read and print (HTML)",
  "handOut.word": "Word file (DOCX)",
  "handOut.figures": "All figures as a table (CSV)",
  "handOut.check": "File to work the figures out anew (JSON)",
  "handOut.checkText":
    "The file goes with the paper: drop it on the page, or use the command verify, and every figure is worked out anew.",
  "handOut.other": "Maps and tables",
  "handOut.otherText": "The plan as it is in view now. Figures under five pupils are hidden.",
  "handOut.tables": "For spreadsheets and other map programs",
  "handOut.tablesText":
    "The plan in view beside today and, in the workbook, the plans that it is held against, as long as none of them takes anything for granted itself. Figures under five pupils are hidden.",
  "handOut.workbook": "Workbook of all tables (XLSX)",
  "handOut.geopackage": "Map for QGIS with layers and colours (GeoPackage)",
  "handOut.layers": "The map's layers, a file each (GeoJSON in a ZIP)",
  "handOut.workbookName": "tables",
  "handOut.geopackageName": "map",
  "handOut.layersName": "layers",
  "handOut.print": "Print the page as it is in view",
  "handOut.working": "Making the file …",
  "handOut.doing.figures": "Working out the figures …",
  "handOut.doing.map": "Drawing map {at} of {count} …",
  "handOut.doing.file": "Writing the file …",
  "handOut.stop": "Stop",
  "handOut.done": "The file is saved.",
  "handOut.stopped": "Stopped. No file was saved.",
  "handOut.notOpen": "The case is being opened. Try again in a moment.",
  "handOut.published": "A case that may be passed on",
  "handOut.publishedText":
    "The case's areas are put together and pupils rounded until no area has one to four pupils in a grade. No pupil's address is part of it, and the file says how far each plan's figures are off. Unpacked, the folder can be shown on the web, used in rooms and opened here.",
  "handOut.publish": "Save a published case (ZIP)",
  "handOut.publishedName": "published",
  "handOut.publishedIs":
    "The file is saved: {from} basic units became {areas}, and {kept} of {of} numbers of pupils by plan, school and grade band are as before.",
  "handOut.fileName": "council-paper",
  "handOut.checkName": "figures",
};
