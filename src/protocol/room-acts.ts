import { MOST_GRADES } from "../domain/grades.ts";
import { z } from "zod";
import { proposalFileSchema } from "./proposal-file.ts";
import { isSmallCursor, ROOM_LIMITS } from "./room-limits.ts";
import { ROLES } from "./room-roles.ts";
import { nameSchema, remarkSchema } from "./word-schemas.ts";

/** What a meeting goes through; a room that has none of them open is for drawing without an agenda. */
export const STAGES = ["look", "priorities", "draw", "compare", "decide"] as const;
export type Stage = (typeof STAGES)[number];

/** What is said beside a proposal. */
export const TONES = ["question", "for", "against", "remark"] as const;
export type Tone = (typeof TONES)[number];

/** How a vote is counted: for or against one version; a number of dots to spread; an order of preference. */
const VOTE_METHODS = ["support", "dots", "ranked"] as const;
export type VoteMethod = (typeof VOTE_METHODS)[number];

/** What became of a proposal that was passed on to the council. */
export const COUNCIL_STATES = ["received", "hearing", "decided", "rejected", "carried-out"] as const;
export type CouncilState = (typeof COUNCIL_STATES)[number];

/** Whose cursors are seen on the map: of few people, of however many, of them on the big screen too, or nobody's. */
export const CURSOR_RULES = ["few", "all", "screen", "none"] as const;
export type CursorRule = (typeof CURSOR_RULES)[number];

const { options: MOST_OPTIONS, dots: MOST_DOTS, caseId: CASE_ID } = ROOM_LIMITS;

/** Ids are made by pages: of whatever it names there is one. */
const idSchema = z
  .string()
  .regex(/^[\w-]+$/)
  .max(ROOM_LIMITS.id);
const trimmed = (text: string): string => text.trim();
const wordsSchema = remarkSchema.overwrite(trimmed);
const titleSchema = nameSchema.overwrite(trimmed).max(ROOM_LIMITS.title);
const textSchema = nameSchema.overwrite(trimmed).max(ROOM_LIMITS.text);
const minutesSchema = z.int().min(1).max(ROOM_LIMITS.minutes);
/** A proposal as it stood after an entry of the room's. */
const versionSchema = z.strictObject({ proposal: idSchema, number: z.int().min(0) });

const lonSchema = z.number().min(-180).max(180);
const latSchema = z.number().min(-90).max(90);

const anchorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("place"), lon: lonSchema, lat: latSchema }),
  z.strictObject({ kind: z.literal("site"), site: z.string().min(1).max(CASE_ID) }),
  z.strictObject({ kind: z.literal("measure"), measure: z.string().min(1).max(CASE_ID) }),
]);
export type Anchor = z.infer<typeof anchorSchema>;

/** What may be voted for: a version of a proposal, a measure that matters, or words. */
const optionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("version"), ...versionSchema.shape }),
  z.strictObject({ kind: z.literal("measure"), measure: z.string().min(1).max(CASE_ID) }),
  z.strictObject({ kind: z.literal("text"), text: titleSchema }),
]);
export type VoteOption = z.infer<typeof optionSchema>;

/** A plan that every page of the room has: the room's own, the case's, or one by which of today's districts it joins. */
const knownPlanSchema = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("room"), proposal: idSchema }),
  z.strictObject({ from: z.literal("file"), id: z.string().min(1).max(CASE_ID) }),
  z.strictObject({ from: z.literal("joined"), id: z.string().min(1).max(CASE_ID) }),
]);
export type KnownPlan = z.infer<typeof knownPlanSchema>;

/** What is shown at a meeting: which plans it looks at, and the slide by its name. */
const slidesSchema = z.strictObject({ at: idSchema, plans: z.array(knownPlanSchema).max(6).readonly() });

/** How a plan is shown: one picture or two, the grades, what it is held against, whether changes are marked, and the slides over it. */
const showsSchema = z.strictObject({
  view: z.enum(["today", "plan", "side", "swipe"]),
  marks: z.enum(["shown", "hidden"]),
  band: z
    .int()
    .min(0)
    .max(MOST_GRADES - 1)
    .optional(),
  against: z
    .discriminatedUnion("from", [
      z.strictObject({ from: z.literal("room"), proposal: idSchema }),
      z.strictObject({ from: z.literal("file"), id: z.string().min(1).max(ROOM_LIMITS.caseId) }),
    ])
    .optional(),
  slides: slidesSchema.optional(),
});

export const viewSchema = z.strictObject({
  proposal: idSchema,
  lon: lonSchema,
  lat: latSchema,
  zoom: z.number().min(0).max(24),
  /** West, south, east and north of what is in sight: windows differ in size, so each shows at least that. */
  bounds: z.tuple([lonSchema, latSchema, lonSchema, latSchema]).readonly().optional(),
  shows: showsSchema.optional(),
});
export type RoomView = z.infer<typeof viewSchema>;

/** Where somebody points on the map of a proposal, and the id of the school that they paint to; `at` null: nowhere any more. */
export const cursorSchema = z
  .strictObject({
    proposal: idSchema,
    at: z.strictObject({ lon: lonSchema, lat: latSchema }).nullable(),
    site: z.string().min(1).optional(),
  })
  .refine(isSmallCursor);
export type RoomCursor = z.infer<typeof cursorSchema>;

/** The proposal whose cursors a page shows; null: none. */
export const watchSchema = idSchema.nullable();

/** A number for each option, or some options by their number. */
const countsSchema = z.array(z.int().min(0)).max(MOST_OPTIONS);

/** A round of an instant run-off: how many first places each option has, and which go out. */
const roundSchema = z.strictObject({ first: countsSchema, out: countsSchema });

const voteResultSchema = z.strictObject({
  ballots: z.int().min(0),
  /** Indices of options: one, several where they are equal, none where nobody voted or too few to say. */
  first: countsSchema,
  /** Ballots without names in an order that tells nothing, so that anybody can count again; left out below five. */
  cast: z.array(countsSchema).max(ROOM_LIMITS.ballots).optional(),
  /** By option; left out below five ballots. */
  points: countsSchema.optional(),
  rounds: z.array(roundSchema).max(MOST_OPTIONS).optional(),
});
export type VoteResult = z.infer<typeof voteResultSchema>;

/** What somebody wrote: a comment; or a title, a name or a note, those of an edit or of an act other than a comment, by its id. */
const hidableSchema = z.union([
  z.strictObject({ comment: idSchema }),
  z.strictObject({ entry: z.string().min(1).max(ROOM_LIMITS.id) }),
]);

/** What is done in a room beside drawing; what each needs of whoever does it stands in `meeting/may.ts`. */
export const actSchema = z.discriminatedUnion("kind", [
  /** A proposal to draw on, with all that it starts with; `from`: the room's own that it goes on from; `joins`: another that is joined with that one in it. */
  z.strictObject({
    kind: z.literal("proposal"),
    proposal: idSchema,
    file: proposalFileSchema,
    from: versionSchema.optional(),
    joins: versionSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal("stage"),
    stage: z.enum(STAGES).nullable(),
    minutes: minutesSchema.nullable(),
  }),
  /** How long it is until the bell, from now; null: no bell. */
  z.strictObject({ kind: z.literal("clock"), minutes: minutesSchema.nullable() }),
  z.strictObject({ kind: z.literal("pause"), on: z.boolean() }),
  /** Whoever alone draws, beside those who lead; null: everybody. */
  z.strictObject({ kind: z.literal("pen"), seat: idSchema.nullable() }),
  /** Shows everybody a proposal and a place. */
  z.strictObject({ kind: z.literal("bring"), ...viewSchema.shape }),
  /** Everybody's map goes along with whoever does this, until it is off. */
  z.strictObject({ kind: z.literal("follow"), on: z.boolean() }),
  z.strictObject({ kind: z.literal("cursors"), rule: z.enum(CURSOR_RULES) }),
  z.strictObject({ kind: z.literal("role"), seat: idSchema, role: z.enum(ROLES) }),
  z.strictObject({ kind: z.literal("out"), seat: idSchema }),
  /** Whoever was sent out may come back to the seat. */
  z.strictObject({ kind: z.literal("back"), seat: idSchema }),
  /** The link of a role was withdrawn, or a new one made in its place; the secret goes to whoever asked alone. */
  z.strictObject({ kind: z.literal("link"), role: z.enum(ROLES), isOpen: z.boolean() }),
  z.strictObject({ kind: z.literal("table"), table: idSchema, name: titleSchema, proposal: idSchema }),
  /** `seat`: whom whoever leads seats; else oneself. */
  z.strictObject({ kind: z.literal("sit"), table: idSchema.nullable(), seat: idSchema.optional() }),
  z.strictObject({
    kind: z.literal("comment"),
    comment: idSchema,
    proposal: idSchema,
    tone: z.enum(TONES),
    on: anchorSchema.optional(),
    /** The comment that it answers. */
    to: idSchema.optional(),
    text: textSchema,
  }),
  /** What was written is deleted; that there was something stays, with why it went. */
  z.strictObject({ kind: z.literal("hide"), what: hidableSchema, reason: wordsSchema.max(ROOM_LIMITS.reason) }),
  /** A seat's name and all that it wrote are deleted; what it drew stays. */
  z.strictObject({ kind: z.literal("forget"), seat: idSchema }),
  /** A name for a proposal as it stands. */
  z.strictObject({ kind: z.literal("version"), proposal: idSchema, name: titleSchema }),
  z.strictObject({
    kind: z.literal("vote"),
    vote: idSchema,
    title: titleSchema,
    method: z.enum(VOTE_METHODS),
    options: z.array(optionSchema).min(1).max(MOST_OPTIONS),
    dots: z.int().min(1).max(MOST_DOTS).optional(),
  }),
  /** `result` is counted by whoever numbers the log, whatever stands there before. */
  z.strictObject({ kind: z.literal("close"), vote: idSchema, result: voteResultSchema.optional() }),
  /** A version that is passed on to the council, with what those say who are against it. */
  z.strictObject({ kind: z.literal("freeze"), proposal: idSchema, dissent: wordsSchema.max(ROOM_LIMITS.text) }),
  z.strictObject({
    kind: z.literal("council"),
    proposal: idSchema,
    state: z.enum(COUNCIL_STATES),
    text: wordsSchema.max(ROOM_LIMITS.text),
  }),
]);
export type Act = z.infer<typeof actSchema>;

/** What logs and pages hold that were written before one act hid whatever was written: each of two said what by a key of its own. */
const hidSchema = z.union([
  z.strictObject({ kind: z.literal("hide"), comment: z.string(), reason: z.string() }),
  z.strictObject({ kind: z.literal("hide-words"), entry: z.string(), reason: z.string() }),
]);

function asNow(act: unknown): unknown {
  const { data } = hidSchema.safeParse(act);
  if (!data) return act;
  const { kind: _, reason, ...what } = data;
  return { kind: "hide", what, reason };
}

/** An act as it was written by this program or an earlier one. */
export const writtenActSchema = z.preprocess(asNow, actSchema);

/** What somebody votes: for (1) or against (0) a version; dots by option; options in order, the best first. */
export const ballotSchema = z.array(z.int().min(0).max(MOST_DOTS)).max(MOST_OPTIONS);
export type Ballot = z.infer<typeof ballotSchema>;
