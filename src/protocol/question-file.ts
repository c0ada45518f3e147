import { z } from "zod";
import { assignmentRule, groupingRule, networkRule, redrawRule } from "./question-rules.ts";
import { CONTIGUITY_KEYS } from "../domain/contiguity.ts";
import { band, objective, site } from "./rules/row.ts";
import { remarkSchema } from "./word-schemas.ts";

const limits = z
  .strictObject({
    seed: z.int().min(0).default(1).describe("Start of every random choice."),
    seconds: z.number().positive().optional().describe("Longest time to look; left out, until proven."),
  })
  .default({ seed: 1 });

const head = {
  format: z.literal("skoledistrikt-question"),
  version: z.literal(1),
  title: remarkSchema.optional(),
};

/** What is least already cannot be made less: an objective that comes twice is a slip, said in signs where the second stands. */
function refuseTwice(stages: readonly (readonly { readonly objective: string }[])[], context: z.RefinementCtx): void {
  const firstAt = new Map<string, string>();
  stages.forEach((stage, i) =>
    stage.forEach((part, j) => {
      const first = firstAt.get(part.objective);
      if (first === undefined) firstAt.set(part.objective, `stages.${i}.${j}.objective`);
      else context.addIssue({ code: "custom", path: [i, j, "objective"], message: `≠ ${first}` });
    }),
  );
}

/** A question to the optimiser, as it is saved, shared and asked again. */
export const questionFileSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      ...head,
      kind: z.literal("consolidate"),
      districts: z.int().min(1),
      from: z
        .enum(["districts", "sites"])
        .default("districts")
        .describe("What is grouped: today's districts, or single sites."),
      policy: z.enum(["stay", "nearest"]).default("stay"),
      contiguity: z
        .enum([...CONTIGUITY_KEYS, "ignored", "required"])
        .default("ferry")
        .describe('When districts touch, so that they may be merged. "required", as older files say, is "ferry".'),
      touching: z
        .array(z.strictObject({ districts: z.tuple([z.string(), z.string()]), touch: z.enum(["yes", "no"]) }))
        .optional()
        .describe("Pairs that touch or do not, whatever the map shows."),
      rules: z.array(groupingRule).default([]),
      sort: z
        .string()
        .min(1)
        .optional()
        .describe("Key of the measure by which the ways are put in order, the best first; left out, the saving."),
      wanted: z
        .enum(["list", "prices"])
        .optional()
        .describe("Whether the page is asked as well what each rule costs; left out, the list alone."),
      limits,
    }),
    z.strictObject({
      ...head,
      kind: z.literal("reassign"),
      plan: z.string().optional().describe("Id of the plan whose sites are open; left out, today's."),
      stages: z
        .array(z.array(z.strictObject({ objective, weight: z.number().positive().default(1) })).min(1))
        .min(1)
        .superRefine(refuseTwice)
        .default([[{ objective: "overflow", weight: 1 }], [{ objective: "pupil-metres", weight: 1 }]])
        .describe("Lexicographic: a later stage may not worsen an earlier one. Weights within a stage carry units."),
      rules: z.array(assignmentRule).default([]),
      wanted: z
        .enum(["plan", "repair", "prices", "pareto"])
        .optional()
        .describe(
          "What the page is asked for: the best plan, as it is where this is left out; the plan in view changed as little as the rules let it; what each rule costs; or the plans between two objectives, a stage each. A command does what its flags say.",
        ),
      limits,
    }),
    z.strictObject({
      ...head,
      kind: z.literal("network"),
      sites: z
        .array(
          z.strictObject({ site, teaches: z.array(z.string()).min(1).describe('"0-6", "0-9" …; "" closes the site.') }),
        )
        .optional()
        .describe(
          "What each of these sites may teach; those that are not named stay as they are today. Left out: every site open today may close or stay as it is.",
        ),
      rules: z.array(networkRule).default([{ kind: "capacity" }]),
      costs: z
        .strictObject({
          site: z
            .number()
            .min(0)
            .optional()
            .describe("An amount a year, in the case's currency, for an open site; as usual unless stated."),
          band: z.number().min(0).default(0).describe("An amount a year for each band it teaches."),
          pupil: z
            .union([z.number(), z.record(z.string(), z.number())])
            .default(0)
            .describe("An amount a year for a pupil; by site id where they differ."),
          pupilKilometre: z
            .number()
            .min(0)
            .optional()
            .describe("An amount a year for each pupil-kilometre a day; as usual unless stated."),
        })
        .optional(),
      list: z
        .strictObject({ networks: z.int().min(1).default(1), apart: z.int().min(1).default(1) })
        .default({ networks: 1, apart: 1 }),
      limits,
    }),
    z.strictObject({
      ...head,
      kind: z.literal("redraw"),
      districts: z.int().min(1),
      tolerance: z.number().min(0).max(1).default(0.05),
      balance: z.union([z.literal("pupils"), band]).default("pupils"),
      objective: z.enum(["inertia", "pupil-metres"]).default("inertia"),
      sites: z
        .enum(["in-every-district", "ignored"])
        .default("in-every-district")
        .describe("Whether every district must hold a site that is open today."),
      seats: z
        .array(site)
        .min(1)
        .optional()
        .describe(
          "Sites that districts are drawn around, one each; of more than there are districts the best are taken, of fewer each has one and the other middles are found.",
        ),
      rules: z.array(redrawRule).optional(),
      limits,
    }),
  ])
  .describe("A question to the optimiser");

export type QuestionFile = z.infer<typeof questionFileSchema>;
