import { catalogue, type Language, type Text } from "../domain/language.ts";
import { fillText } from "./format.ts";
import { documentOf, escaped } from "./html.ts";

/** What a sheet of paper starts from: districts with their schools, by name. */
interface SheetStart {
  readonly place: string;
  /** What the plan is called. */
  readonly plan: string;
  readonly districts: readonly {
    /** By which the sheet's map tells it. */
    readonly letter: string;
    readonly name: string;
    readonly schools: readonly string[];
  }[];
}

const WORDS = catalogue("report.paper-sheet", {
  title: { da: "Jeres forslag på papir", en: "Your proposal on paper" },
  start: { da: "{place}. Arket begynder fra »{plan}«.", en: '{place}. The sheet begins from "{plan}".' },
  name: { da: "Forslagets navn", en: "Name of the proposal" },
  table: { da: "Bord", en: "Table" },
  how: {
    da: "Sæt ét kryds ved hver skole, der skal lukke, og ét ved det distrikt, en skole skal flytte til. Skoler uden kryds bliver, som de er.",
    en: "Make one cross at each school that is to close, and one at the district that a school is to move to. Schools without a cross stay as they are.",
  },
  map: { da: "Kort over distrikterne, som de er nu", en: "Map of the districts as they are now" },
  school: { da: "Skole", en: "School" },
  now: { da: "Nu i", en: "Now in" },
  closes: { da: "Lukker", en: "Closes" },
  to: { da: "Flytter til distrikt", en: "Moves to district" },
  districts: { da: "Distrikter", en: "Districts" },
  more: {
    da: "Arket kan ikke rumme nye skoler, andre klassetrin, pladser eller enkelte områder. Skriv det her, så tegnes det ved en skærm:",
    en: "The sheet cannot hold new schools, other grades, places or single areas. Write it here, and it will be drawn at a screen:",
  },
  why: { da: "Hvorfor?", en: "Why?" },
  code: {
    da: "Kort kode, når arket er tastet ind:",
    en: "Short code, once the sheet has been typed in:",
  },
} as const satisfies Readonly<Record<string, Text>>);

const LINE = "_".repeat(64);
const BOX = "\u2610";

/** A sheet to print, on which a table without a screen says which schools close and which change district. `map`: a picture as the address of its own data. */
export function paperSheet(start: SheetStart, language: Language, map: string | undefined): string {
  const say = (key: keyof typeof WORDS, blanks: Parameters<typeof fillText>[2] = {}): string =>
    escaped(fillText(WORDS[key], language, blanks));
  const letters = start.districts.map(({ letter }) => escaped(letter));
  const rows = start.districts.flatMap(({ schools }, own) =>
    schools.map((school) => {
      const others = letters.flatMap((letter, number) => (number === own ? [] : [`${BOX} ${letter}`]));
      const cells = [letters[own], BOX, others.join(" &nbsp; ")];
      return `<tr><th scope="row">${escaped(school)}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    }),
  );
  const heads = [say("school"), say("now"), say("closes"), say("to")];
  const body = [
    `<h1>${say("title")}</h1><p>${say("start", { place: start.place, plan: start.plan })}</p>`,
    `<p>${say("name")}: ${LINE.slice(0, 30)} &nbsp; ${say("table")}: ${LINE.slice(0, 12)}</p>`,
    ...(map === undefined ? [] : [`<figure><img src="${escaped(map)}" alt="${say("map")}"></figure>`]),
    `<p>${say("districts")}: ${start.districts.map(({ name }, number) => `<strong>${letters[number]}</strong> ${escaped(name)}`).join(", ")}</p>`,
    `<p>${say("how")}</p>`,
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`,
    `<p>${say("more")}</p><p>${LINE}</p><p>${LINE}</p>`,
    `<p>${say("why")}</p><p>${LINE}</p><p>${LINE}</p>`,
    `<p>${say("code")} ${LINE.slice(0, 30)}</p>`,
  ];
  return documentOf(fillText(WORDS.title, language), language, `<div class="sheet">${body.join("\n")}</div>`);
}
