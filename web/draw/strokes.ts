import {
  assignPairs,
  BAND_COUNT,
  cellWord,
  type Change,
  type Draft,
  holdsIn,
  roundedCell,
  setLock,
  siteName,
  sum,
  type Text,
} from "../../src/index.ts";
import type { Drawing } from "../state/drawing.ts";
import type { Blanks } from "../i18n/say.ts";
import { unitsOf } from "./drawn.ts";
import { noteText } from "./notes.ts";
import type { Chosen } from "./ways/way.ts";

/** What a stroke over some units does with the tool in hand: an edit, or why there is none. */
type Stroked =
  | { readonly kind: "edit"; readonly changes: readonly Change[]; readonly note: Text }
  | { readonly kind: "nothing"; readonly why: Text };

const blanks = (units: number): Blanks => ({ units, text: String(units) });

export function strokeOf(draft: Draft, drawing: Drawing, units: Iterable<number>): Stroked {
  const { tool, site } = drawing;
  const pairs = pairsOf(drawing, units);
  if (tool === "paint") return site === undefined ? nothing("tool.paint.which") : painted(draft, pairs, site);
  const changes = setLock(draft, { pairs: Uint32Array.from(pairs) }, tool === "lock");
  if (changes.length === 0) return nothing(tool === "lock" ? "edit.nothingToLock" : "edit.nothingToUnlock");
  const touched = changes.flatMap((change) =>
    change.kind === "lock" && "pairs" in change.what ? [...change.what.pairs] : [],
  );
  const what = noteText("edit.areas", blanks(unitsOf(touched)));
  return { kind: "edit", changes, note: noteText(tool === "lock" ? "edit.locked" : "edit.unlocked", { what }) };
}

const pairsOf = ({ bands }: Drawing, units: Iterable<number>): number[] =>
  [...units].flatMap((unit) => bands.map((band) => unit * BAND_COUNT + band));

function painted(draft: Draft, pairs: readonly number[], site: number): Stroked {
  const { changes, locked, notTaught } = assignPairs(draft, pairs, site);
  if (changes.length > 0) {
    const moved = movedBy(changes);
    const words = { ...blanks(unitsOf(moved)), site: siteName(draft, site) };
    const held = locked > 0 ? lockedAmong(draft, pairs) : 0;
    const note = held > 0 ? noteText("edit.paintedSome", { ...words, held }) : noteText("edit.painted", words);
    return { kind: "edit", changes, note };
  }
  if (locked > 0) return nothing("edit.allLocked", blanks(lockedAmong(draft, pairs) || unitsOf(pairs)));
  return nothing(notTaught > 0 ? "edit.notTaught" : "edit.already", { site: siteName(draft, site) });
}

const movedBy = (changes: readonly Change[]): readonly number[] =>
  changes.flatMap((change) => (change.kind === "assign" ? [...change.pairs] : []));

function lockedAmong(draft: Draft, pairs: readonly number[]): number {
  const hold = holdsIn(draft);
  return unitsOf(pairs.filter((pair) => hold(pair) !== undefined));
}

/** What the words on the aim are made of. */
interface AimGround {
  /** `[unit * BAND_COUNT + band]` */
  readonly unitBand: Uint32Array;
  /** Pupils of the school that is painted to, before anything is painted. */
  readonly at: number;
}

/**
 * What would be done with the units pointed at, or what the stroke comes to so far. Pupils are rounded, since a figure that
 * grows area by area would tell who lives in each; of few it is not even told whether there are any.
 */
export function aimOf(
  draft: Draft,
  drawing: Drawing,
  { units, name, state }: Pick<Chosen, "units" | "name" | "state">,
  { unitBand, at }: AimGround,
): Text {
  const { tool, site } = drawing;
  const pairs = pairsOf(drawing, units);
  const isPainted = tool === "paint" && site !== undefined;
  const moved = isPainted ? movedBy(assignPairs(draft, pairs, site).changes) : pairs;
  const pupils = sum(moved.map((pair) => unitBand[pair]));
  const areas = noteText(name === undefined ? "aim.areas" : "aim.named", {
    ...blanks(unitsOf(isPainted ? moved : pairs)),
    name: name ?? "",
    pupils: pupilsWord(pupils),
  });
  if (!isPainted) return areas;
  const words = { areas, site: siteName(draft, site) };
  if (moved.length === 0) return noteText("aim.none", words);
  if (state === "over") return noteText("aim.paint", words);
  const places = draft.capacity[site].filter((each) => each !== undefined);
  return noteText(places.length > 0 ? "aim.places" : "aim.noPlaces", {
    ...words,
    places: sum(places),
    pupils: inBoth(roundedCell(at + pupils)),
  });
}

/** Rounded, and one word for none, one and four. */
const pupilsWord = (pupils: number): Text => {
  const about = roundedCell(pupils);
  return about.kind === "few" || pupils === 0 ? noteText("aim.few") : noteText("aim.pupils", { pupils: inBoth(about) });
};

const inBoth = (cell: Parameters<typeof cellWord>[0]): Text => ({ da: cellWord(cell, "da"), en: cellWord(cell, "en") });

const nothing = (key: Parameters<typeof noteText>[0], values: Blanks = {}): Stroked => ({
  kind: "nothing",
  why: noteText(key, values),
});
