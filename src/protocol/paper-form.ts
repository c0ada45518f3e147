import { z } from "zod";
import { saidSchema } from "./shown.ts";

/** What the program can fill into a council's paper by itself, in the order of the usual one. */
const PARTS = [
  "summary",
  "map",
  "changes",
  "figures",
  "problems",
  "schools",
  "towns",
  "alternatives",
  "money",
  "environment",
  "law",
  "calendar",
  "dissent",
  "assumptions",
  "all-figures",
  "prices",
  "sources",
  "check",
] as const;
export type PaperPart = (typeof PARTS)[number];

const WHAT: Readonly<Record<PaperPart, string>> = {
  summary: "What the plan does to the schools, in sentences, and of which year the figures are.",
  map: "The plan's map, where one was drawn.",
  changes: "All that is other than today, school by school, and the districts with their schools.",
  figures: "The main figures beside today and the alternatives.",
  problems: "What is wrong with the plan all the same.",
  schools: "What it means for each school: grades, district, pupils, places.",
  towns: "How many get a longer or a shorter way to school, by grades, town and district.",
  alternatives: "The alternatives, and what each means for schools and towns.",
  money: "What the saving consists of, with ranges.",
  environment: "Kilometres to school and who has a right to transport.",
  law: "What the law asks, and whose boards are heard.",
  calendar: "The dates, for the year asked for.",
  dissent: "Room for a member's dissenting opinion, with the figures of their alternative in the same form.",
  assumptions: "What the plan takes for granted beyond the case's files.",
  "all-figures": "Every figure beside today and the alternatives.",
  prices: "Every price and share that the money rests on, with range and source.",
  sources: "Where the figures come from.",
  check: "How anybody works the figures out anew.",
};

const partSchema = z.enum(PARTS).describe(PARTS.map((part) => `${part}: ${WHAT[part]}`).join(" "));

const sectionSchema = z.strictObject({
  title: saidSchema,
  holds: z.array(
    z.union([
      partSchema,
      z.strictObject({ text: saidSchema.describe("Words of the municipality's own that stand in every paper.") }),
      z.strictObject({ blank: saidSchema.describe("What people have to write there.") }),
    ]),
  ),
});

/** A municipality's council paper: which sections it has, in which order, what they are called and hold. */
export const paperFormSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-paper-form"),
    version: z.literal(1),
    sections: z.array(sectionSchema).min(1),
  })
  .describe("The form of a council paper");

export type PaperForm = z.infer<typeof paperFormSchema>;
