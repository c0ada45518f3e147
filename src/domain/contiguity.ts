import { catalogue, type Text } from "./language.ts";
import { metres } from "./quantities.ts";

/** When two areas count as touching each other. One row a rule; what says so on a screen or in a file reads its name here. */
export const CONTIGUITY_RULES = catalogue("domain.contiguity", {
  /** They share a border, or a bridge or a dam joins them. */
  land: { name: { da: "over land", en: "by land" } },
  /** By land, or a ferry joins them. */
  ferry: { name: { da: "over land eller med færge", en: "by land or by ferry" } },
  /** A road that cars use leads from one straight into the other. */
  road: { name: { da: "ad vej, uden færge", en: "by road, without a ferry" } },
} as const satisfies Record<string, { readonly name: Text }>);

export type ContiguityRule = keyof typeof CONTIGUITY_RULES;
export const CONTIGUITY_KEYS = ["land", "ferry", "road"] as const satisfies readonly ContiguityRule[];

/** What a plan's pieces are counted by: whoever may take the ferry to school is not cut off. */
export const PIECES_BY: ContiguityRule = "ferry";

/** Less of a common border than this, or less between two districts, and whether they touch hangs on how the map is drawn. */
export const IN_DOUBT = metres(4000);
