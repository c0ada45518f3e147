import type { CaseInfo } from "../../domain/municipality.ts";
import { unreachable } from "../../domain/outcome.ts";
import { SMALLEST_SHOWN } from "../../domain/published.ts";

export { SMALLEST_SHOWN };

/** How counts of pupils are told: as they are, but for small groups and what would tell them, or all as nearest fives. */
export type Counts = "exactly" | "in-fives";

/** How the pupils of a case are told: as they are only where it says that they are made up or were made fit to be published. */
export const countsOf = ({ syntheticNotice, published }: Pick<CaseInfo, "syntheticNotice" | "published">): Counts =>
  syntheticNotice || published ? "exactly" : "in-fives";

/**
 * **The one rule for small groups of pupils**, made up or real, in sentences, panels, tables, charts, cards and files alike:
 *
 * 1. A number of one to four pupils is never told: it is `few`, written "<5".
 * 2. A number from which such a group could be worked out together with others beside it is `about` (its nearest five, or ten where five would
 *    tell; written "~85" in files) or, where that is not enough, `hidden`; and so is money that would tell it. All other numbers of a whole plan or
 *    of a school are told as they are where pupils are made up. Real ones are told as nearest fives in every plan, today's too: a plan that
 *    differs from another by one farm, drawn here or read from a file, would tell by two exact counts how many pupils live there.
 *    Sums and means of real pupils' ways, shares and money are told in steps for the same reason (see `report/coarse.ts`), and areas in nearest fives.
 * 3. Tables that sort pupils by where they live or by how their way changes hold nearest fives throughout, so that two plans' tables,
 *    or last year's and this year's, do not tell one child by their difference.
 * 4. A place on the map tells which school belongs to it and how far that is, never who lives there; areas are listed with their
 *    pupils from five up.
 * 5. Only files for the planner alone hold all, and they say so in themselves and in their name (see `src/report/internal.ts`).
 */
export type Cell =
  | { readonly kind: "count"; readonly pupils: number }
  | { readonly kind: "few" }
  /** The nearest five, or ten. */
  | { readonly kind: "about"; readonly pupils: number; readonly to?: 10 }
  | { readonly kind: "hidden" };

export const isFew = (pupils: number): boolean => pupils > 0 && pupils < SMALLEST_SHOWN;

/** Whether a number is told as it is: no count of pupils, or one that nothing keeps from being told. */
export const isToldAsItIs = (cell: Cell | undefined): boolean => cell === undefined || cell.kind === "count";

/** A number beside which nothing stands that it could be worked out from. */
export const cellOf = (pupils: number): Cell => (isFew(pupils) ? { kind: "few" } : { kind: "count", pupils });

/** Twelve is about ten; a number from five up is never about nothing. */
export const nearestFive = (pupils: number): number => SMALLEST_SHOWN * Math.round(pupils / SMALLEST_SHOWN);

/** A count that is written by a cell of its own: few stay as they are, which nobody is told. */
export const countAt = (counts: Counts, pupils: number): number =>
  counts === "exactly" || isFew(pupils) ? pupils : nearestFive(pupils);

/** Twelve is about ten, and so are five and fourteen. */
const nearestTen = (pupils: number): number => 10 * Math.round(pupils / 10);

/** The same number told less closely. */
export function blurred(pupils: number, cell: Cell): Cell {
  if (cell.kind === "count") return { kind: "about", pupils: nearestFive(pupils) };
  return cell.kind === "about" && !cell.to ? { kind: "about", pupils: nearestTen(pupils), to: 10 } : { kind: "hidden" };
}

/** The least and the most that a number may be by what is told of it. */
export function spanOf(cell: Cell): { readonly low: number; readonly high: number } {
  switch (cell.kind) {
    case "count":
      return { low: cell.pupils, high: cell.pupils };
    case "few":
      return { low: 1, high: SMALLEST_SHOWN - 1 };
    case "about":
      return cell.to
        ? { low: Math.max(SMALLEST_SHOWN, cell.pupils - 5), high: cell.pupils + 4 }
        : { low: Math.max(SMALLEST_SHOWN, cell.pupils - 2), high: cell.pupils + 2 };
    case "hidden":
      return { low: SMALLEST_SHOWN, high: Infinity };
    default:
      return unreachable(cell);
  }
}

/**
 * Pupils of areas that are named or counted: whether nobody or a few live there is told to nobody. No areas have no pupils.
 */
export const livingThere = (areas: number, pupils: number): Cell =>
  areas > 0 && pupils < SMALLEST_SHOWN ? { kind: "few" } : roundedCell(pupils);

/** The same number, in fives told as its nearest five where it was told as it is. */
export const toldIn = (counts: Counts, cell: Cell): Cell =>
  counts === "in-fives" && cell.kind === "count" && cell.pupils > 0
    ? { kind: "about", pupils: nearestFive(cell.pupils) }
    : cell;

/** A count of a whole plan by itself. */
export const wholeCell = (counts: Counts, pupils: number): Cell =>
  counts === "in-fives" ? roundedCell(pupils) : cellOf(pupils);

/** A number in a table that is compared with other tables: the nearest five. */
export const roundedCell = (pupils: number): Cell =>
  isFew(pupils) ? { kind: "few" } : { kind: "count", pupils: nearestFive(pupils) };

/** How a number of five and more stands in a table; "nowhere" where no table has it. */
export type Written = Counts | "nowhere";

/** Whether two numbers of five and more stand in a table as the same, so that nobody tells the one from the other. */
export function isWrittenAlike(written: Written, one: number, other: number): boolean {
  switch (written) {
    case "exactly":
      return one === other;
    case "in-fives":
      return nearestFive(one) === nearestFive(other);
    case "nowhere":
      return true;
    default:
      return unreachable(written);
  }
}
