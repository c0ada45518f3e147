import { z } from "zod";
import { COST_ITEMS } from "../domain/cost-items.ts";
import { SCENARIOS } from "../domain/forecast.ts";
import { questionFileSchema } from "./question-file.ts";
import { site } from "./rules/row.ts";
import { remarkSchema } from "./word-schemas.ts";

/** More than anybody looks at, and each is a question solved. */
const MOST_SCENARIOS = 100_000;
/** Largest seed, as on the command line. */
const LARGEST_SEED = 1_000_000_000;

const seed = z
  .int()
  .min(0)
  .max(LARGEST_SEED)
  .describe("Where pupils live is drawn anew: as many of each grade in each school's area, at homes of that area.");
const growth = z
  .number()
  .min(-0.9)
  .max(9)
  .describe(
    "How many more pupils there are everywhere, as a share of today's: 0.1 is a tenth more, -0.1 a tenth fewer.",
  );
const forecast = z
  .strictObject({
    years: z.int().min(1).max(30).describe("Years ahead of the case's own school year."),
    scenario: z
      .enum([...SCENARIOS, "drawn"])
      .default("mid")
      .describe('"drawn": all that is uncertain drawn from its ranges by the seed, which must then be given.'),
  })
  .describe("Pupils as the forecast expects them in a year to come.");
const prices = z
  .partialRecord(z.enum(COST_ITEMS), z.number().gt(0).max(100))
  .describe('What figures of the cost model are multiplied by: {"class": 1.2} makes a class a fifth dearer.');
const closed = z
  .array(site)
  .describe(
    "Schools that are closed whatever is answered; their pupils go to the nearest in their district, else to the nearest of all.",
  );
/** What stays as the question says: another kind has other answers, which are not to be put beside these. */
export const FIXED_FIELDS = ["format", "version", "kind", "title"] as const;
const patch = z
  .record(z.string(), z.unknown())
  .describe("Fields that take the place of the question's own; `limits` field by field.");

/** What is another in one scenario than in the case and its question; what is left out is as it is. */
export const circumstancesSchema = z.strictObject({
  seed: seed.optional(),
  growth: growth.optional(),
  forecast: forecast.optional(),
  prices: prices.optional(),
  closed: closed.optional(),
  question: patch.optional(),
});
export type Circumstances = z.infer<typeof circumstancesSchema>;

const axesSchema = z.strictObject({
  seed: z
    .union([z.array(seed).min(1), z.strictObject({ from: seed, to: seed })])
    .optional()
    .describe("Seeds one by one, or all from one to another."),
  growth: z.array(growth).min(1).optional(),
  forecast: z
    .array(z.union([z.literal("today"), forecast]))
    .min(1)
    .optional(),
  prices: z.array(prices).min(1).optional(),
  closed: z.array(closed).min(1).optional(),
  question: z.array(patch).min(1).optional(),
});
type SweepAxes = z.infer<typeof axesSchema>;

/** One question under many circumstances. */
export const sweepFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-sweep"),
    version: z.literal(1),
    title: remarkSchema.optional(),
    question: questionFileSchema,
    axes: axesSchema.optional().describe("Every value of each axis with every value of the others is a scenario."),
    scenarios: z.array(circumstancesSchema).min(1).optional().describe("The scenarios one by one, in place of axes."),
  })
  .superRefine((file, context) => {
    const { axes, scenarios } = file;
    const refuse = (path: readonly (string | number)[], message: string): void =>
      context.addIssue({ code: "custom", path: [...path], message });
    if ((axes === undefined) === (scenarios === undefined)) refuse(["axes"], '"axes" | "scenarios"');
    refuseReversed(axes, refuse);
    const count = scenarios?.length ?? countOf(axes ?? {});
    if (count > MOST_SCENARIOS) refuse([axes ? "axes" : "scenarios"], `≤ ${MOST_SCENARIOS} (${count})`);
    for (const [path, list] of listsOf(file)) refuseTwice(path, list, refuse);
    for (const [path, each] of circumstancesOf(file)) refuseUndrawn(path, each, axes, refuse);
  })
  .describe("One question under many circumstances");

export type SweepFile = z.infer<typeof sweepFileSchema>;
type Path = readonly (string | number)[];
type Refuse = (path: Path, message: string) => void;
type Unrefined = Pick<SweepFile, "axes" | "scenarios">;

function refuseReversed(axes: SweepAxes | undefined, refuse: Refuse): void {
  const seeds = axes?.seed;
  if (seeds && !Array.isArray(seeds) && seeds.to < seeds.from) refuse(["axes", "seed", "to"], `≥ ${seeds.from}`);
}

/** The seeds of an axis one by one. */
export const seedsOf = (seeds: NonNullable<SweepAxes["seed"]>): readonly number[] =>
  Array.isArray(seeds) ? seeds : Array.from({ length: seeds.to - seeds.from + 1 }, (_, i) => seeds.from + i);

const countOf = ({ seed: seeds, ...others }: SweepAxes): number =>
  Object.values(others).reduce(
    (count, values = []) => count * Math.max(1, values.length),
    seeds === undefined ? 1 : Array.isArray(seeds) ? seeds.length : Math.max(0, seeds.to - seeds.from + 1),
  );

/** Lists of which no two entries may be the same. */
const listsOf = ({ axes, scenarios }: Unrefined): readonly (readonly [Path, readonly unknown[]])[] => [
  ...Object.entries(axes ?? {}).flatMap(([name, values]): (readonly [Path, readonly unknown[]])[] =>
    Array.isArray(values) ? [[["axes", name], values]] : [],
  ),
  ...(scenarios ? [[["scenarios"], scenarios] as const] : []),
];

function refuseTwice(path: Path, list: readonly unknown[], refuse: Refuse): void {
  const firstAt = new Map<string, number>();
  list.forEach((entry, i) => {
    const key = JSON.stringify(entry);
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, i);
    else refuse([...path, i], `≠ ${[...path, first].join(".")}`);
  });
}

const circumstancesOf = ({ axes, scenarios }: Unrefined): readonly (readonly [Path, Circumstances])[] => [
  ...(axes?.forecast ?? []).flatMap((each, i): (readonly [Path, Circumstances])[] =>
    each === "today" ? [] : [[["axes", "forecast", i], { forecast: each }]],
  ),
  ...(scenarios ?? []).map((each, i) => [["scenarios", i, "forecast"], each] as const),
];

/** A draw without a seed is another every time. */
function refuseUndrawn(path: Path, each: Circumstances, axes: SweepAxes | undefined, refuse: Refuse): void {
  if (each.forecast?.scenario === "drawn" && each.seed === undefined && axes?.seed === undefined)
    refuse([...path, "scenario"], `"seed" + "drawn" | ${SCENARIOS.map((name) => `"${name}"`).join(" | ")}`);
}

/** Fields that take the place of the question's, with where they stand in the file. */
export const patchesOf = ({
  axes,
  scenarios,
}: Unrefined): readonly (readonly [Path, Readonly<Record<string, unknown>>])[] => [
  ...(axes?.question ?? []).map((fields, i) => [["axes", "question", i], fields] as const),
  ...(scenarios ?? []).flatMap(({ question }, i) =>
    question ? [[["scenarios", i, "question"], question] as const] : [],
  ),
];

/** A question with some fields in place of its own. */
export const patched = (
  question: SweepFile["question"],
  { limits, ...fields }: Readonly<Record<string, unknown>>,
): unknown => ({
  ...question,
  ...fields,
  limits: { ...question.limits, ...(typeof limits === "object" ? limits : {}) },
});
