import { catalogue, type Language, type Text } from "../domain/language.ts";

/** What a command works on, as the help calls it. */
export const PLACE_WORDS: Readonly<Record<"folder" | "file" | "address", Text>> = catalogue("cli.command-list.place", {
  folder: { da: "MAPPE", en: "FOLDER" },
  file: { da: "FIL", en: "FILE" },
  address: { da: "ADRESSE", en: "ADDRESS" },
});

/** A row a command: what it is given to work on, whether a file or an address stands beside the folder, and what it does in a few words. */
export const COMMANDS = catalogue("cli.command-list.commands", [
  {
    name: "new",
    place: "folder",
    help: {
      da: "læg en tom sag med vejledning i en ny mappe",
      en: "lay out an empty case with guidance in a new folder",
    },
  },
  {
    name: "check",
    place: "folder",
    help: { da: "gå alle filer igennem for fejl", en: "look through all files for errors" },
  },
  { name: "evaluate", place: "folder", help: { da: "mål en plan mod i dag", en: "measure a plan against today" } },
  {
    name: "forecast",
    place: "folder",
    help: { da: "elever, klasser og plads år for år", en: "pupils, classes and room year by year" },
  },
  {
    name: "replay",
    place: "folder",
    help: {
      da: "hvad der blev lovet og talt efter tidligere beslutninger, og om modellen ramte",
      en: "what was promised and counted after earlier decisions, and whether the model was right",
    },
  },
  {
    name: "compare",
    place: "folder",
    help: {
      da: "hvem rammes, hvor sikkert er det, hvad vender rækkefølgen",
      en: "who is hit, how sure it is, what turns the order",
    },
  },
  {
    name: "consolidate",
    place: "folder",
    help: { da: "alle måder at samle distrikterne på", en: "every way to group the districts" },
  },
  {
    name: "reassign",
    place: "folder",
    help: { da: "hvem går hvor, når skolerne er givet", en: "who goes where among the given schools" },
  },
  {
    name: "network",
    place: "folder",
    help: { da: "hvilke skoler er åbne, med hvilke klassetrin", en: "which schools are open, with which grades" },
  },
  {
    name: "redraw",
    place: "folder",
    help: {
      da: "tegn distrikter frit: sammenhængende, lige store, tætte",
      en: "draw districts freely: contiguous, of like size, compact",
    },
  },
  {
    name: "price",
    place: "folder",
    help: { da: "hvad hvert krav koster på hvert nøgletal", en: "what each rule costs on each measure" },
  },
  {
    name: "pareto",
    place: "folder",
    help: { da: "det bedste bytte mellem to eller tre mål", en: "the best trade between two or three goals" },
  },
  {
    name: "repair",
    place: "folder",
    help: { da: "gør en plan færdig, eller ret den", en: "complete or mend a plan" },
  },
  {
    name: "sweep",
    place: "folder",
    beside: "file",
    help: {
      da: "ét spørgsmål under mange omstændigheder: hvilken plan er bedst i hvor mange",
      en: "one question under many circumstances: which plan is best in how many",
    },
  },
  {
    name: "worker",
    place: "folder",
    beside: "address",
    help: {
      da: "regn scenarier for sweep, som en PostgreSQL giver ud",
      en: "compute scenarios for sweep that a PostgreSQL hands out",
    },
  },
  {
    name: "costs",
    place: "folder",
    help: {
      da: "omkostningsmodellen: hver pris med spænd, kilde og ejer; modellen på kendte sager",
      en: "the cost model: every price with range, source and owner; the model on known cases",
    },
  },
  {
    name: "buses",
    place: "folder",
    help: { da: "skolebusruter ved siden af buskort", en: "school bus routes beside travel cards" },
  },
  {
    name: "calendar",
    place: "folder",
    help: { da: "frister for at lukke eller lægge sammen", en: "time limits for closing or merging" },
  },
  {
    name: "paper",
    place: "folder",
    help: {
      da: "sagsfremstilling til byrådet: side, Word-fil eller tabel",
      en: "a paper for the council: page, Word file or table",
    },
  },
  {
    name: "verify",
    place: "folder",
    beside: "file",
    help: {
      da: "regn tallene efter i en sagsfremstilling eller et forslag til byrådet",
      en: "work out anew the figures of a council paper or a proposal for the council",
    },
  },
  {
    name: "publish",
    place: "folder",
    help: {
      da: "lav en offentlig sag: ingen grupper på 1-4 elever, ingen adresser på elever",
      en: "make a published case: no groups of 1 to 4 pupils, no addresses of pupils",
    },
  },
  {
    name: "serve",
    place: "folder",
    help: { da: "kortet i browseren (PORT vælger port)", en: "the map in the browser (PORT chooses the port)" },
  },
  {
    name: "start",
    place: "folder",
    help: { da: "hovedsvaret, derefter kortet", en: "the main answer, then the map" },
  },
  {
    name: "backup",
    place: "file",
    help: { da: "gem alle rum i én fil", en: "keep all rooms in one file" },
  },
  {
    name: "restore",
    place: "file",
    help: { da: "genskab rum fra en fil", en: "restore rooms from a file" },
  },
  {
    name: "contributions",
    place: "file",
    help: {
      da: "skriv en deltagers bidrag i rum til en fil, og slet dem",
      en: "write what a participant contributed to a file, and delete it",
    },
  },
  {
    name: "audit",
    place: "file",
    help: {
      da: "skriv, hvad der er ledet og ændret i rum, til en tabel",
      en: "write what was led and changed in rooms as a table",
    },
  },
  {
    name: "bench-instance",
    place: "file",
    help: { da: "løs en offentliggjort testopgave", en: "solve a published instance" },
  },
] as const satisfies readonly {
  readonly name: string;
  readonly place: "folder" | "file";
  readonly beside?: keyof typeof PLACE_WORDS;
  readonly help: Text;
}[]);

export type CommandName = (typeof COMMANDS)[number]["name"];
/** Those that take something beside a folder. */
export type BesideCommand = Extract<(typeof COMMANDS)[number], { readonly beside: string }>["name"];

/** All that stands after a command's name before its flags: "FIL MAPPE". */
export function placeWords(command: CommandName, language: Language): string {
  const row: (typeof COMMANDS)[number] | undefined = COMMANDS.find(({ name }) => name === command);
  const beside = row && "beside" in row ? [PLACE_WORDS[row.beside][language]] : [];
  return [...beside, PLACE_WORDS[row?.place ?? "folder"][language]].join(" ");
}
