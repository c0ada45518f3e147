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

/** What a stroke over some units does with the tool in hand: an edit, or why there is none. */
type Stroked =
  | { readonly kind: "edit"; readonly changes: readonly Change[]; readonly note: Text }
  | { readonly kind: "nothing"; readonly why: Text };

const blanks = (units: number): Blanks => ({ units, text: String(units) });

export function strokeOf(draft: Draft, { tool, site, bands }: Drawing, units: Iterable<number>): Stroked {
  const pairs = [...units].flatMap((unit) => bands.map((band) => unit * BAND_COUNT + band));
  if (tool === "paint") return site === undefined ? nothing("tool.paint.which") : painted(draft, pairs, site);
  const changes = setLock(draft, { pairs: Uint32Array.from(pairs) }, tool === "lock");
  if (changes.length === 0) return nothing("edit.nothingToLock");
  const touched = changes.flatMap((change) =>
    change.kind === "lock" && "pairs" in change.what ? [...change.what.pairs] : [],
  );
  const what = noteText("edit.areas", blanks(unitsOf(touched)));
  return { kind: "edit", changes, note: noteText(tool === "lock" ? "edit.locked" : "edit.unlocked", { what }) };
}

function painted(draft: Draft, pairs: readonly number[], site: number): Stroked {
  const { changes, locked, notTaught } = assignPairs(draft, pairs, site);
  if (changes.length > 0) {
    const moved = changes.flatMap((change) => (change.kind === "assign" ? [...change.pairs] : []));
    const words = { ...blanks(unitsOf(moved)), site: siteName(draft, site) };
    const held = locked > 0 ? lockedAmong(draft, pairs) : 0;
    const note = held > 0 ? noteText("edit.paintedSome", { ...words, held }) : noteText("edit.painted", words);
    return { kind: "edit", changes, note };
  }
  if (locked > 0) return nothing("edit.allLocked", blanks(lockedAmong(draft, pairs) || unitsOf(pairs)));
  return nothing(notTaught > 0 ? "edit.notTaught" : "edit.already", { site: siteName(draft, site) });
}

function lockedAmong(draft: Draft, pairs: readonly number[]): number {
  const hold = holdsIn(draft);
  return unitsOf(pairs.filter((pair) => hold(pair) !== undefined));
}

/**
 * What a stroke comes to while it is drawn: how many areas, and roughly how many pupils the school would have. Rounded, since a
 * figure that grows area by area would tell who lives in each.
 */
export function strokeSoFar(
  draft: Draft,
  { tool, site, bands }: Drawing,
  units: ReadonlySet<number>,
  { unitBand, at }: { readonly unitBand: Uint32Array; readonly at: number },
): Text {
  const count = { count: units.size, text: String(units.size) };
  if (tool !== "paint" || site === undefined) return noteText("edit.areas", blanks(units.size));
  let pupils = at;
  for (const unit of units)
    for (const band of bands) {
      const pair = unit * BAND_COUNT + band;
      if (draft.plan.assignment[pair] !== site) pupils += unitBand[pair];
    }
  const about = roundedCell(pupils);
  const places = draft.capacity[site].filter((each) => each !== undefined);
  return noteText(places.length > 0 ? "paint.now" : "paint.now.open", {
    ...count,
    site: siteName(draft, site),
    places: sum(places),
    pupils: { da: cellWord(about, "da"), en: cellWord(about, "en") },
  });
}

const nothing = (key: Parameters<typeof noteText>[0], values: Blanks = {}): Stroked => ({
  kind: "nothing",
  why: noteText(key, values),
});
