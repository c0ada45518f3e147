import { z } from "zod";
import { type DatedDemand, type Scenario, SCENARIOS } from "../domain/forecast.ts";
import { type Band, BANDS } from "../domain/grades.ts";
import {
  ASSIGNMENT_OBJECTIVES,
  type AssignmentRule,
  type GroupingRule,
  type NetworkRule,
  type RedrawRule,
} from "../domain/question.ts";

/** Sites, districts and units are named by id; bands by their grades. */
export const band = z.enum(["0-3", "4-6", "7-9"]);
export const objective = z.enum(ASSIGNMENT_OBJECTIVES);
export const site = z.string().min(1).describe("Id from sites.csv.");

export const bandNamed = (key: string): Band => BANDS.find((each) => each.key === key)?.band ?? 0;

/** The numbers of what a rule names, and what is expected in the years that it is about. */
export interface RuleNames {
  readonly site: (name: string) => number;
  readonly unit: (name: string) => number;
  readonly district: (name: string) => number;
  /** In the years from `from` to `to`, counted from the case's own, in each scenario. */
  readonly demandIn: (from: number, to: number, scenarios: readonly Scenario[]) => readonly DatedDemand[];
}

/** A kind of rule: how it is written in a file, and what it is with its names as numbers. */
const row = <Schema extends z.ZodType, Rule>(
  schema: Schema,
  read: (rule: z.infer<Schema>, names: RuleNames) => Rule,
) => ({ schema, read });

/** One that names nothing. */
const plain = <Schema extends z.ZodType>(schema: Schema) => row(schema, (rule) => rule);

/** Any row of rules, asked with the rule itself. */
interface AnyRow<Written, Rule> {
  read(rule: Written, names: RuleNames): Rule;
}

const grouped = <Kind extends "together" | "apart">(kind: Kind) =>
  row(
    z.strictObject({ kind: z.literal(kind), districts: z.array(z.string()).min(2) }),
    ({ districts }, names): GroupingRule => ({ kind, districts: districts.map(names.district) }),
  );

const GROUPING = {
  together: grouped("together"),
  apart: grouped("apart"),
  "at-most-pupils": plain(z.strictObject({ kind: z.literal("at-most-pupils"), pupils: z.int().min(1) })),
  "at-least-pupils": plain(z.strictObject({ kind: z.literal("at-least-pupils"), pupils: z.int().min(1) })),
};

const capacity = plain(z.strictObject({ kind: z.literal("capacity") }));

const longestWay = row(
  z.strictObject({ kind: z.literal("longest-way"), band, metres: z.number().positive() }),
  ({ kind, band: of, metres }) => ({ kind, band: bandNamed(of), metres }),
);

const lock = row(z.strictObject({ kind: z.literal("lock"), unit: z.string(), band, site }), (rule, names) => ({
  kind: rule.kind,
  unit: names.unit(rule.unit),
  band: bandNamed(rule.band),
  site: names.site(rule.site),
}));

const ASSIGNMENT = {
  capacity,
  "capacity-in-years": row(
    z
      .strictObject({
        kind: z.literal("capacity-in-years"),
        from: z
          .int()
          .min(0)
          .max(30)
          .default(0)
          .describe("First year that counts, in years from the case's own; 0 is today."),
        to: z.int().min(0).max(30).default(12),
        scenarios: z.array(z.enum(SCENARIOS)).min(1).default(["mid"]).describe("Every one of them must hold."),
      })
      .refine(({ from, to }) => from <= to, "from ≤ to"),
    ({ kind, from, to, scenarios }, { demandIn }) => ({ kind, demands: demandIn(from, to, [...new Set(scenarios)]) }),
  ),
  "contiguous-zones": plain(z.strictObject({ kind: z.literal("contiguous-zones") })),
  "keeps-own-unit": plain(z.strictObject({ kind: z.literal("keeps-own-unit") })),
  "nearest-open": plain(z.strictObject({ kind: z.literal("nearest-open") })),
  "one-site-for-all-bands": plain(z.strictObject({ kind: z.literal("one-site-for-all-bands") })),
  "stay-in-district": plain(z.strictObject({ kind: z.literal("stay-in-district") })),
  "most-moved": plain(z.strictObject({ kind: z.literal("most-moved"), pupils: z.int().min(0) })),
  lock,
  "longest-way": longestWay,
  feeder: row(z.strictObject({ kind: z.literal("feeder"), from: site, to: site }), ({ kind, from, to }, names) => ({
    kind,
    from: names.site(from),
    to: names.site(to),
  })),
  "at-most": plain(
    z.strictObject({
      kind: z.literal("at-most"),
      objective,
      most: z.number().min(0).describe("In the objective's own unit: metres, pupils, kroner a year, pupils per place."),
    }),
  ),
  "most-split": plain(z.strictObject({ kind: z.literal("most-split"), pairs: z.int().min(0) })),
};

const NETWORK = {
  capacity,
  "most-closures": plain(z.strictObject({ kind: z.literal("most-closures"), sites: z.int().min(0) })),
  "fewest-pupils": plain(z.strictObject({ kind: z.literal("fewest-pupils"), pupils: z.int().min(0) })),
  "most-pupils": plain(z.strictObject({ kind: z.literal("most-pupils"), pupils: z.int().min(1) })),
  "longest-way": longestWay,
  lock,
};

/** Pupils in every new district, or in the one that a site comes into. */
const districtPupils = <Kind extends "at-least-pupils" | "at-most-pupils">(kind: Kind, fewest: number) =>
  row(
    z.strictObject({
      kind: z.literal(kind),
      pupils: z.int().min(fewest),
      site: site
        .optional()
        .describe("Left out, it holds for every district; else for the one that the site comes into."),
    }),
    ({ pupils, site: of }, names): RedrawRule => ({ kind, pupils, ...(of !== undefined && { site: names.site(of) }) }),
  );

const REDRAW = {
  farthest: plain(
    z.strictObject({
      kind: z.literal("farthest"),
      metres: z
        .number()
        .positive()
        .describe("In a straight line from the middle unit of a district to one with pupils."),
    }),
  ),
  "at-least-pupils": districtPupils("at-least-pupils", 0),
  "at-most-pupils": districtPupils("at-most-pupils", 1),
  lock,
  "held-site": row(z.strictObject({ kind: z.literal("held-site"), site }), ({ kind, site: of }, names) => ({
    kind,
    site: names.site(of),
  })),
  "held-district": row(
    z.strictObject({
      kind: z.literal("held-district"),
      district: z.string().min(1).describe("Id from districts.csv."),
    }),
    ({ kind, district }, names) => ({ kind, district: names.district(district) }),
  ),
};

export const redrawRule = z.discriminatedUnion("kind", [
  REDRAW.farthest.schema,
  REDRAW["at-least-pupils"].schema,
  REDRAW["at-most-pupils"].schema,
  REDRAW.lock.schema,
  REDRAW["held-site"].schema,
  REDRAW["held-district"].schema,
]);

export const groupingRule = z.discriminatedUnion("kind", [
  GROUPING.together.schema,
  GROUPING.apart.schema,
  GROUPING["at-most-pupils"].schema,
  GROUPING["at-least-pupils"].schema,
]);

export const assignmentRule = z.discriminatedUnion("kind", [
  ASSIGNMENT.capacity.schema,
  ASSIGNMENT["capacity-in-years"].schema,
  ASSIGNMENT["contiguous-zones"].schema,
  ASSIGNMENT["keeps-own-unit"].schema,
  ASSIGNMENT["nearest-open"].schema,
  ASSIGNMENT["one-site-for-all-bands"].schema,
  ASSIGNMENT["stay-in-district"].schema,
  ASSIGNMENT["most-moved"].schema,
  ASSIGNMENT.lock.schema,
  ASSIGNMENT["longest-way"].schema,
  ASSIGNMENT.feeder.schema,
  ASSIGNMENT["at-most"].schema,
  ASSIGNMENT["most-split"].schema,
]);

export const networkRule = z.discriminatedUnion("kind", [
  NETWORK.capacity.schema,
  NETWORK["most-closures"].schema,
  NETWORK["fewest-pupils"].schema,
  NETWORK["most-pupils"].schema,
  NETWORK["longest-way"].schema,
  NETWORK.lock.schema,
]);

const reader =
  <Kind extends string, Written extends { readonly kind: Kind }, Rule>(
    rows: Readonly<Record<Kind, AnyRow<Written, Rule>>>,
  ) =>
  (rule: Written, names: RuleNames): Rule =>
    rows[rule.kind].read(rule, names);

type WrittenGrouping = z.infer<typeof groupingRule>;
type WrittenAssignment = z.infer<typeof assignmentRule>;
type WrittenNetwork = z.infer<typeof networkRule>;
type WrittenRedraw = z.infer<typeof redrawRule>;

/** A rule of a question as it was written, with its names as numbers. */
export const readGroupingRule = reader<WrittenGrouping["kind"], WrittenGrouping, GroupingRule>(GROUPING);
export const readAssignmentRule = reader<WrittenAssignment["kind"], WrittenAssignment, AssignmentRule>(ASSIGNMENT);
export const readNetworkRule = reader<WrittenNetwork["kind"], WrittenNetwork, NetworkRule>(NETWORK);
export const readRedrawRule = reader<WrittenRedraw["kind"], WrittenRedraw, RedrawRule>(REDRAW);
