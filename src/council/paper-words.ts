import { catalogue, type Text } from "../domain/language.ts";
import type { MeasureGroup } from "../evaluate/measures/measure.ts";
import type { FairnessTableKey } from "../compare/fairness/tables.ts";

/** Words of a council's paper. */
export const PAPER_WORDS = catalogue("council.paper.paper", {
  over: { da: "Sagsfremstilling til byrådet i {place}", en: "Paper for the council of {place}" },
  runningHead: { da: "{place}: {plan}", en: "{place}: {plan}" },
  contents: { da: "Indhold", en: "Contents" },
  made: {
    da: "Tallene gælder skoleåret {year}; beløb er i {price}-priser. Papiret er lavet {day}.",
    en: "The figures are of the school year {year}, at prices of {price}. The paper was made on {day}.",
  },
  old: {
    da: "Tallene er {years, plural, one {et år gamle} other {# år gamle}}. Før der besluttes noget, bør de regnes om på nye elevtal.",
    en: "The figures are {years, plural, one {a year old} other {# years old}}. Before anything is decided, they should be worked out anew on new numbers of pupils.",
  },
  program: {
    da: "Tal, tabeller og kort er lavet af programmet. Felter med stiplet kant skal skrives af mennesker.",
    en: "Figures, tables and maps were made by the program. Boxes with a dashed border have to be written by people.",
  },
  blank: { da: "Skrives af forvaltningen: {what}", en: "To be written by the administration: {what}" },
  about: {
    da: "Sagen handler om planen »{plan}«, holdt op mod i dag.",
    en: 'The case is about the plan "{plan}", held against today.',
  },
  besides: { da: "Ved siden af står: {list}.", en: "Beside it stand: {list}." },
  noAlternatives: {
    da: "Der er ikke valgt andre alternativer end i dag.",
    en: "No alternatives but today were chosen.",
  },
  mapOf: { da: "Kort over »{plan}«", en: 'Map of "{plan}"' },
  mapToday: { da: "Kort over i dag", en: "Map of today" },
  keyToday: {
    da: "Farver og bogstaver er distrikterne i dag, og cirklerne er skoler med deres klassetrin.",
    en: "Colours and letters are the districts of today, and the circles are schools with their grades.",
  },
  mapAlt: {
    da: "Kort. Distrikterne med deres skoler: {districts}.",
    en: "Map. The districts with their schools: {districts}.",
  },
  districtOf: { da: "{name} ({schools})", en: "{name} ({schools})" },
  noMap: {
    da: "Kortet er ikke med her. Papiret med kort laves på programmets side under »Hent og print«.",
    en: 'The map is not in here. The paper with maps is made on the program\'s page under "Save and print".',
  },
  noFigures: {
    da: "Der er ingen tal, før alle elever har en skole.",
    en: "There are no figures until every pupil has a school.",
  },
  mainCaption: { da: "De vigtigste tal", en: "The main figures" },
  allCaption: { da: "Alle tal", en: "All figures" },
  environmentCaption: { da: "Transport til skole", en: "The way to school" },
  environment: {
    da: "Tallene viser, hvor langt eleverne har, ikke hvordan de kommer i skole. Udledning af CO₂ er derfor ikke regnet ud.",
    en: "The figures show how far pupils have to go, not how they get there. Emissions of CO₂ are therefore not worked out.",
  },
  moneyCaption: { da: "Hvad besparelsen består af", en: "What the saving consists of" },
  schoolsCaption: { da: "Skole for skole: {plan}", en: "School by school: {plan}" },
  school: { da: "Skole", en: "School" },
  grades: { da: "Klassetrin", en: "Grades" },
  gradesBefore: { da: "{now} (i dag {before})", en: "{now} (today {before})" },
  district: { da: "Distrikt i planen", en: "District in the plan" },
  pupilsToday: { da: "Elever i dag", en: "Pupils today" },
  pupilsPlan: { da: "Elever i planen", en: "Pupils in the plan" },
  places: { da: "Pladser", en: "Places" },
  gains: { da: "Kommer til", en: "Come" },
  loses: { da: "Flytter fra", en: "Leave" },
  closed: { da: "lukket", en: "closed" },
  unknown: { da: "ikke oplyst", en: "not stated" },
  schoolsHow: {
    da: "Elevtal er afrundet til nærmeste fem, så rækkerne går ikke altid op. »Kommer til« og »flytter fra« er elever, der skifter skole, når planen gennemføres på én gang.",
    en: 'Numbers of pupils are rounded to the nearest five, so that rows do not always add up. "Come" and "leave" are pupils who change school when the plan is carried out at once.',
  },
  whoCaption: { da: "Længere eller kortere til skole, {by}: {plan}", en: "Farther or nearer to school, {by}: {plan}" },
  whoHow: {
    da: "Elever efter, hvor meget længere (eller kortere, med minus) de får til skole, km hver vej. Grupper på en til fire elever vises ikke, og det gør rækker heller ikke, hvor ingens vej ændres mere end en halv kilometer.",
    en: "Pupils by how much farther (or nearer, with a minus) they get to school, km each way. Groups of one to four pupils are not shown, nor are rows in which nobody's way changes by more than half a kilometre.",
  },
  withheld: {
    da: "Tabellen »{by}« vises ikke, fordi små grupper kunne regnes ud.",
    en: 'The table "{by}" is not shown, since small groups could be worked out.',
  },
  whoNobody: {
    da: "»{plan}«: alle elever har lige så langt til skole som i dag, inden for en halv kilometer.",
    en: '"{plan}": all pupils have as far to school as today, within half a kilometre.',
  },
  group: { da: "Gruppe", en: "Group" },
  wayUnknown: { da: "Vejen er ikke kendt", en: "Way not known" },
  all: { da: "Alle", en: "All" },
  pupils: { da: "Elever", en: "Pupils" },
  alternative: { da: "Alternativ: {plan}", en: "Alternative: {plan}" },
  calendarCaption: {
    da: "Kalender, hvis planen skal gælde fra august {year}",
    en: "Calendar, for the plan to hold from August {year}",
  },
  date: { da: "Dato", en: "Date" },
  step: { da: "Skridt", en: "Step" },
  what: { da: "Hvad der skal ske", en: "What is to be done" },
  paragraph: { da: "Hjemmel", en: "Law" },
  passed: { da: "{date} (passeret)", en: "{date} (passed)" },
  noCalendar: { da: "Planen kræver ingen frister.", en: "The plan asks for no dates." },
  dissent: { da: "Afvigende mening", en: "Dissenting opinion" },
  dissentPlain: {
    da: "Et medlem af byrådet, der er imod, kan få sin afvigende mening skrevet her.",
    en: "A member of the council who is against it may have a dissenting opinion written here.",
  },
  dissentHow: {
    da: "Et medlem af byrådet, der er imod, kan forlange sin afvigende mening offentliggjort sammen med forslaget.",
    en: "A member of the council who is against it may demand that a dissenting opinion is published with the proposal.",
  },
  dissentBlank: {
    da: "Skrives af medlemmet: navn og afvigende mening.",
    en: "To be written by the member: name and dissenting opinion.",
  },
  dissentPlan: {
    da: "Medlemmets alternativ er »{plan}«. Dets tal står i samme form som planens og ved siden af dem i tabellen over alle tal.",
    en: "The member's alternative is \"{plan}\". Its figures stand in the same form as the plan's, and beside them in the table of all figures.",
  },
  dissentNone: {
    da: "Der er ikke vedlagt en plan. Hvis medlemmet peger på en anden plan, kan dens tal stå her i samme form som planens.",
    en: "No plan is enclosed. If the member points to another plan, its figures can stand here in the same form as the plan's.",
  },
  pricesCaption: { da: "Priser og andele, som beløbene bygger på", en: "Prices and shares that the amounts rest on" },
  price: { da: "Pris eller andel", en: "Price or share" },
  mid: { da: "Mest sandsynligt", en: "Most likely" },
  low: { da: "Lavest", en: "Lowest" },
  high: { da: "Højest", en: "Highest" },
  unit: { da: "Enhed", en: "Unit" },
  source: { da: "Kilde", en: "Source" },
  sourcesHow: {
    da: "Bogstavet ud for hvert tal viser, hvor det kommer fra.",
    en: "The letter beside each figure shows where it comes from.",
  },
  data: { da: "Sagens oplysninger", en: "The case's data" },
  dataItem: { da: "{what}: {from}", en: "{what}: {from}" },
  checkHow: {
    da: "Filen ved siden af papiret rummer planen og alle tallene. Slip den på programmets side, eller skriv »npx skoledistrikt verify FIL MAPPE«. Så regnes hvert tal ud på ny, og det bliver sagt, om det stemmer.",
    en: 'The file beside the paper holds the plan and all figures. Drop it on the program\'s page, or type "npx skoledistrikt verify FILE FOLDER". Then every figure is worked out anew, and it is said whether it agrees.',
  },
  file: { da: "Hent planen og tallene som fil", en: "Get the plan and the figures as a file" },
  sum: { da: "Kontrolsum af filens indhold (SHA-256)", en: "Sum of the file's contents (SHA-256)" },
} as const satisfies Readonly<Record<string, Text>>);

/** What stands for the letter of transport where the case has a plain rule set. */
export const PLAIN_TRANSPORT_SOURCE: Text = catalogue("council.paper.plainTransportSource", {
  da: "Som A, holdt op mod sagens egne regler for befordring og sagens farlige veje.",
  en: "As A, held against the case's own rules of transport, and the case's dangerous roads.",
});

/** Where the figures of each group come from: the letter beside them, and what it stands for. */
export const FIGURE_SOURCES: Readonly<Record<MeasureGroup, { readonly letter: string; readonly text: Text }>> =
  catalogue("council.paper.figureSources", {
    travel: {
      letter: "A",
      text: {
        da: "Korteste vej ad sagens veje fra hvert sted, elever bor, til deres skole.",
        en: "Shortest way along the case's roads from each place where pupils live to their school.",
      },
    },
    transport: {
      letter: "B",
      text: {
        da: "Som A, holdt op mod folkeskolelovens § 26 om gratis befordring og sagens farlige veje.",
        en: "As A, held against § 26 of the Folkeskole Act on free transport, and the case's dangerous roads.",
      },
    },
    classes: {
      letter: "C",
      text: {
        da: "Elever på hver skole og hvert klassetrin, delt efter den største klasse, som reglerne tillader.",
        en: "Pupils at each school and grade, divided by the largest class that the rules allow.",
      },
    },
    capacity: {
      letter: "D",
      text: {
        da: "Elever holdt op mod de pladser, der står i sagens filer eller i planen.",
        en: "Pupils held against the places stated in the case's files or in the plan.",
      },
    },
    structure: {
      letter: "E",
      text: { da: "Planen selv: dens distrikter og skoler.", en: "The plan itself: its districts and schools." },
    },
    money: {
      letter: "F",
      text: {
        da: "Omkostningsmodellen: antal fra planen gange priser, regnet mange gange med priser trukket inden for hver sit spænd. Beløbet er gennemsnittet; spændet ved siden af er det, som ni af ti beregninger ligger imellem. Hver pris står med spænd og kilde i tabellen over priser.",
        en: "The cost model: counts from the plan times prices, computed many times with each price drawn from its own range. The amount is the mean; the range beside it is what nine of ten computations lie between. Each price stands with range and source in the table of prices.",
      },
    },
  });

/** By what pupils are sorted. */
export const WHO_NAMES: Readonly<Record<FairnessTableKey, Text>> = catalogue("council.paper.whoNames", {
  "grade-band": { da: "efter klassetrin", en: "by grades" },
  town: { da: "efter nærmeste by", en: "by nearest town" },
  parish: { da: "efter nærmeste sognemidte", en: "by nearest parish centre" },
  district: { da: "efter distrikt i dag", en: "by district today" },
});

export const STANDING_NAMES: Readonly<Record<"documented" | "derived" | "estimate", Text>> = catalogue(
  "council.paper.standingNames",
  {
    documented: { da: "dokumenteret", en: "documented" },
    derived: { da: "udledt", en: "derived" },
    estimate: { da: "skøn", en: "estimate" },
  },
);
