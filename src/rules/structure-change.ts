import type { BandSet } from "../domain/grades.ts";
import { catalogue, type Text } from "../domain/language.ts";

/** A site of a school, both by name. */
interface SiteOfSchool {
  readonly site: string;
  readonly school: string;
}

/**
 * What a plan does to a municipality's schools, by the names people know. A school is a district with open sites: one board, one
 * leader. Which school goes on where several could is an assumption ({@link CONTINUES}).
 */
export interface StructureChange {
  /** Schools that become one, `continues` among them; what it is called then. */
  readonly merged: readonly {
    readonly schools: readonly string[];
    readonly into: string;
    readonly continues: string;
  }[];
  /** A school that becomes several; which of them goes on in its place, where one does. */
  readonly split: readonly { readonly school: string; readonly into: readonly string[]; readonly continues?: string }[];
  /** Schools of which no site stays open. */
  readonly closed: readonly string[];
  /** Schools with no site that is open today. */
  readonly opened: readonly string[];
  /** Sites that come from one school to another, both of which go on. */
  readonly moved: readonly { readonly site: string; readonly from: string; readonly to: string }[];
  /** Sites that close or open within a school that goes on, alone or merged. */
  readonly sitesClosed: readonly SiteOfSchool[];
  readonly sitesOpened: readonly SiteOfSchool[];
  /** Sites with other grades. */
  readonly grades: readonly { readonly site: string; readonly from: BandSet; readonly to: BandSet }[];
  /** Schools of today between which areas move without a site closing or losing the grades. */
  readonly borders: readonly string[];
  /** Schools of today within which areas move from site to site in the same way. */
  readonly within: readonly string[];
  /** Schools that count as closed by the law ({@link SCHOOL_CLOSED}): merged into another, shared out, or closed. */
  readonly ceasing: readonly string[];
  /** Schools of today whose boards are asked: all that are touched by any of this. */
  readonly boards: readonly string[];
}

/** How it is settled which school goes on; the law leaves it to the council. */
export const CONTINUES: Text = catalogue("rules.structure-change", {
  da: "Hvilken skole der fortsætter, bestemmer byrådet. Her er det antaget, at det er den, der beholder sit navn, og ellers den, hvor flest af eleverne går i dag.",
  en: "Which school goes on is for the council to decide. Here it is assumed to be the one that keeps its name, and otherwise the one that most of the pupils attend today.",
});

/** What of the law's time limits is no other where another school goes on. */
export const SAME_LIMITS: Text = catalogue("rules.structure-change.same-limits", {
  da: "Fristerne er de samme, hvis byrådet vælger en anden.",
  en: "The time limits are the same if the council chooses another.",
});

/** What the law asks: the procedure of a closing, the boards' opinion alone, or nothing, as nothing changes. */
export type Procedure = "closing" | "boards" | "none";

/** A split is treated as a closing, as Holbæk did in 2021 when its four schools became eleven. */
export function procedureFor({ ceasing, split, boards, opened }: StructureChange): Procedure {
  if (ceasing.length + split.length > 0) return "closing";
  return boards.length + opened.length > 0 ? "boards" : "none";
}
