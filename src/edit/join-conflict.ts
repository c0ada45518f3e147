import type { Band } from "../domain/grades.ts";

/** Something that two proposals want differently; `keeps`: whose of it the joined plan has. */
export type JoinConflict =
  /** One opens or closes a school for some grades, and the other sends pupils there or away; `pupils`: of the other's that lose by it. */
  | {
      readonly kind: "school";
      readonly site: string;
      readonly band: Band;
      readonly keeps: Whose;
      readonly isOpen: boolean;
    }
  /** Areas that both move, each to a school of its own. */
  | {
      readonly kind: "areas";
      readonly band: Band;
      readonly areas: number;
      readonly pupils: number;
      readonly keeps: Whose;
    }
  /** Places, the district or the position of a school, or the name of a district: the first's unless the second's is chosen. */
  | { readonly kind: "places" | "district" | "position"; readonly site: string; readonly keeps: Whose }
  | { readonly kind: "name"; readonly district: string; readonly keeps: Whose };

export type Whose = "first" | "second";

/** Whose of a conflict is to be kept, by its key, where that is chosen; all else is kept as it keeps most of both. */
export type JoinChoices = ReadonlyMap<string, Whose>;

/** Names a conflict, whatever is kept of it. */
export function conflictKey(conflict: JoinConflict): string {
  switch (conflict.kind) {
    case "school":
      return `school ${conflict.band} ${conflict.site}`;
    case "areas":
      return `areas ${conflict.band}`;
    case "places":
    case "district":
    case "position":
      return `${conflict.kind} ${conflict.site}`;
    case "name":
      return `name ${conflict.district}`;
    default:
      return conflict satisfies never;
  }
}
