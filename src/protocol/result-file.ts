import { CONTIGUITY_KEYS } from "../domain/contiguity.ts";
import { z } from "zod";
import { bandKeySchema, byBandSchema } from "./band-schemas.ts";
import { moneySchema, rangeSchema } from "./money-rows.ts";
import { writtenPlanSchema, zoneSchema } from "./plan-file.ts";
import { cellSchema, saidSchema, shownValueSchema } from "./shown.ts";
import { inLanguages } from "./in-languages.ts";

/** SHA-256 in hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What every computed file carries so that anybody can compute it again: which program, on which data, asked what. The same
 * data (by hash) and the same question give the same bytes, apart from `run`, unless time ran out.
 */
export const provenanceSchema = z.strictObject({
  program: z.literal("skoledistrikt"),
  programVersion: z.string(),
  seed: z
    .int()
    .describe("Start of every random choice; groupings and evaluations make none, so it does not matter there."),
  case: z.strictObject({
    name: z.string(),
    code: z.string().optional(),
    schoolYear: z.string(),
    currency: z.string().optional().describe("What amounts are in, ISO 4217; Danish kroner where it does not stand."),
    dataHash: hashSchema.describe("SHA-256 over every file of the case's folder, and of no other."),
    synthetic: z.string().optional().describe("Set where pupils are not real."),
    rightsError: z
      .strictObject({ low: z.number(), high: z.number(), note: z.string() })
      .optional()
      .describe(
        "How far off the number with a right to transport may be because of the roads, where the case says so.",
      ),
  }),
  baseline: z.string().describe("Id of the plan that changes are counted against."),
  plans: z
    .array(z.strictObject({ id: z.string(), hash: hashSchema }))
    .optional()
    .describe(
      "Plans and proposals from outside the case's folder, by their ids here, each with the SHA-256 of its file.",
    ),
  baselineGuessed: z.string().optional().describe("Set where no plan says who goes where today."),
  assumptions: z
    .array(inLanguages(z.string()))
    .optional()
    .describe(
      "What the proposal measured takes for granted itself, beyond the case's files; today meets the same, but for costs.",
    ),
});

/** What is another from run to run; stands last, and is left out where the same question is to give the same bytes. */
export const runSchema = z
  .strictObject({ secondsUsed: z.number().nonnegative() })
  .optional()
  .describe("Of this run alone; absent with --time omit.");

const textSchema = inLanguages(z.string());

/** Whether a plan gives every pupil a school; read it before any figure. */
export const planStatusSchema = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("finished") }),
  z.strictObject({
    status: z.literal("unfinished"),
    missing: cellSchema.describe("Pupils without a school; every figure is of the others, and none says what changes."),
    missingByBand: byBandSchema(cellSchema),
    text: z.array(textSchema),
    gaps: z.array(
      z.strictObject({
        unit: z.string(),
        band: bandKeySchema,
        pupils: z.int(),
        why: z.enum(["no-site", "not-taught", "no-district"]),
        site: z.string().optional().describe("Id of the site that lacks the grades or a district."),
      }),
    ),
  }),
]);
export type PlanStatus = z.infer<typeof planStatusSchema>;

/** What a measure is: one entry for each key used in the file. */
export const measureInfoSchema = z.strictObject({
  key: z.string(),
  unit: z.enum([
    "pupils",
    "metres",
    "pupil-kilometres",
    "hours",
    "classes",
    "pupils-per-class",
    "share",
    "ratio",
    "districts",
    "sites",
    "parts",
    "kroner",
  ]),
  better: z.enum(["lower", "higher", "neither"]),
  version: z.int(),
  label: textSchema,
  explanation: textSchema,
});

const districtSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  sites: z.array(z.string()),
  pupils: cellSchema,
  contiguous: z.boolean(),
});

const byBand = byBandSchema(z.number());
const cellsByBand = byBandSchema(cellSchema);

/** Set in a file for the planner alone, whose name ends in `.internal.json`; it holds small groups and must not be passed on. */
export const internalSchema = z
  .string()
  .optional()
  .describe("Set in a file for the planner alone: it holds groups of fewer than five pupils.");

const siteSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  district: z.string().optional().describe("Id; absent for a site in no district."),
  grades: z.string().describe("Empty for a closed site."),
  pupilsByGrade: z.array(cellSchema).min(1).max(13),
  classesByGrade: z.array(z.int()).min(1).max(13),
  pupils: cellsByBand,
  capacity: byBand.describe("Absent where unknown."),
  overflow: cellsByBand,
});

const unitSchema = z.strictObject({
  id: z.string(),
  band: bandKeySchema,
  pupils: z.int(),
  siteBefore: z.string().optional(),
  siteAfter: z.string().optional(),
  metresBefore: z.number().optional().describe("Mean over the unit's pupils; absent where there is no way."),
  metresAfter: z.number().optional(),
});

export const unmeasuredSchema = z
  .array(
    z.strictObject({
      unit: z.string(),
      place: z.string().optional().describe("The nearest place; absent where the case names none."),
      site: z.string(),
      pupils: shownValueSchema,
      moves: z.enum(["stays", "sent", "partly sent"]).describe("Whether they go to another site than today."),
    }),
  )
  .describe("Pupils whom no road brings to the site they go to: in no distance, but counted for places and classes.");

export const evaluationFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-evaluation"),
    version: z.literal(1),
    internal: internalSchema,
    provenance: provenanceSchema,
    plan: writtenPlanSchema,
    completeness: planStatusSchema,
    measures: z.array(
      measureInfoSchema.extend({
        value: shownValueSchema.optional().describe("Absent where there is nothing to measure."),
        baseline: shownValueSchema.optional(),
        range: rangeSchema.optional().describe("Of money, and of what hangs on roads that are not exact."),
      }),
    ),
    districts: z.array(districtSchema),
    sites: z.array(siteSchema),
    unmeasured: unmeasuredSchema,
    units: z
      .array(unitSchema)
      .describe(
        "Every unit and band with at least five pupils, all with pupils in an internal file: old and new site and distance.",
      ),
    unitsLeftOut: z.strictObject({ rows: z.int(), pupils: z.int() }).optional(),
    costs: z.array(
      z.strictObject({
        key: z.string(),
        name: textSchema,
        low: z.number(),
        mid: z.number(),
        high: z.number(),
        unit: textSchema,
        priceYear: z.int().describe("Of the source; the amounts are in the case's price year."),
        kind: z.enum(["amount", "share", "quantity"]),
        category: z.string(),
        source: saidSchema,
        owner: textSchema,
        confidence: z.enum(["high", "medium", "low"]),
        evidence: textSchema.optional(),
        withoutEffect: textSchema.optional().describe("Why it moves no plan's money in this case."),
        standing: z
          .enum(["documented", "derived", "estimate"])
          .describe("Said by a source; worked out from what sources say; or nobody's figure but the model's."),
        shape: z.enum(["triangular", "uniform", "either"]).optional().describe("How likely the values between are."),
        references: z
          .array(
            z.strictObject({
              title: z.string(),
              publisher: z.string(),
              date: z.string().optional(),
              url: z.string().optional(),
              says: textSchema,
            }),
          )
          .optional()
          .describe("Where it can be looked up, and what exactly is said there."),
      }),
    ),
    money: moneySchema.optional().describe("Absent for an unfinished plan."),
    run: runSchema,
  })
  .describe("A plan measured against the baseline");

export const consolidationFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-consolidation"),
    version: z.literal(1),
    internal: internalSchema,
    provenance: provenanceSchema,
    question: z.strictObject({
      kind: z.literal("consolidate"),
      districts: z.int(),
      from: z.enum(["districts", "sites"]),
      policy: z.enum(["stay", "nearest"]),
      contiguity: z.enum([...CONTIGUITY_KEYS, "ignored"]).describe("When districts touch, so that they may be merged."),
      touching: z
        .array(z.strictObject({ districts: z.tuple([z.string(), z.string()]), touch: z.enum(["yes", "no"]) }))
        .optional()
        .describe("Pairs that were said to touch or not, whatever the map shows."),
      rules: z.array(
        z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("together"), districts: z.array(z.string()) }),
          z.strictObject({ kind: z.literal("apart"), districts: z.array(z.string()) }),
          z.strictObject({ kind: z.literal("at-most-pupils"), pupils: z.number() }),
          z.strictObject({ kind: z.literal("at-least-pupils"), pupils: z.number() }),
        ]),
      ),
    }),
    status: z.enum(["optimal", "stopped", "infeasible"]),
    conflict: z
      .array(textSchema)
      .optional()
      .describe("A smallest set of rules that collide, where the question has no answer."),
    complete: z
      .boolean()
      .describe(
        "True where every grouping is listed. False where only those are that the search found: ranks and marks are then among them.",
      ),
    provenBest: z
      .array(z.string())
      .optional()
      .describe(
        "Only where not all are listed: measures by which the best one listed is proven best of all. By any other a better one may exist.",
      ),
    unmeasured: unmeasuredSchema
      .optional()
      .describe("Of the baseline; each grouping's number is its measure no-route."),
    touching: z
      .strictObject({
        pairs: z.array(z.tuple([z.string(), z.string()])),
        doubtful: z
          .array(
            z.strictObject({
              pair: z.tuple([z.string(), z.string()]),
              metres: z.number(),
              is: z.enum(["open", "said"]),
              of: z.enum(["border", "gap"]),
            }),
          )
          .describe("Pairs with a short border, or little between them, metres: whether they touch hangs on the map."),
        oneOtherwise: z
          .strictObject({ least: z.int(), most: z.int() })
          .optional()
          .describe("How many groupings there are with one doubtful pair the other way round, at least and at most."),
      })
      .optional()
      .describe("Which of what is grouped touch each other: what the number of groupings rests on."),
    existing: z
      .string()
      .describe("Ways to split today's districts into so many groups, touching or not; a whole number."),
    measures: z.array(measureInfoSchema),
    pareto: z
      .array(z.string())
      .describe("The main measures: a grouping is marked where no other is as good on all of them and better on one."),
    today: writtenPlanSchema
      .optional()
      .describe("Who goes where in every grouping, but for its districts' moves; absent where there is no grouping."),
    moves: z
      .array(z.strictObject({ joins: z.array(z.string()), zones: z.array(zoneSchema) }))
      .optional()
      .describe("By what a district of a grouping joins: who goes elsewhere in it than today; absent where all stay."),
    groupings: z.array(
      z.strictObject({
        number: z.int(),
        districts: z.array(
          z.strictObject({ id: z.string(), name: z.string(), joins: z.array(z.string()), sites: z.array(z.string()) }),
        ),
        pareto: z.boolean(),
        best: z
          .array(z.strictObject({ measure: z.string(), bound: z.number(), gap: z.number() }))
          .optional()
          .describe(
            "Objectives this grouping is the best found for, with the proven bound; only where not all are listed.",
          ),
        values: z
          .record(z.string(), shownValueSchema)
          .describe("By measure key; a measure with nothing to measure is absent."),
        ranges: z
          .record(z.string(), rangeSchema)
          .describe(
            "By measure key, of each that is not known exactly: of the same draws as its value, or of how exact the roads are.",
          ),
        ranks: z.record(z.string(), z.int()).describe("1 is best; equal values share a rank."),
      }),
    ),
    run: runSchema,
  })
  .describe("Every grouping of today's districts, measured");

export type Provenance = z.infer<typeof provenanceSchema>;
export type EvaluationFile = z.infer<typeof evaluationFileSchema>;
export type ConsolidationFile = z.infer<typeof consolidationFileSchema>;
