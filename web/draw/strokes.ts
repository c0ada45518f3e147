import {
  type Assigning,
  assignPairs,
  type Change,
  type Draft,
  gradesText,
  roundedCell,
  setLock,
  siteHolds,
  siteName,
  sum,
  type Text,
  gradesInWords,
} from "../../src/index.ts";
import type { HeldBack } from "../state/app-state.ts";
import type { Drawing } from "../state/drawing.ts";
import { movedPairs, unitsOf } from "./drawn.ts";
import { heldBands, holdNames, holdsAmong } from "./locks.ts";
import { inBothTexts, noteText } from "../i18n/notes.ts";
import { heldBack, unlockingAll } from "./held-back.ts";
import { cellText, fullestOf } from "./places.ts";
import type { Chosen } from "./ways/way.ts";

/** What a stroke over some units does with the tool in hand: an edit, or why there is none. */
type Stroked =
  | { readonly kind: "edit"; readonly changes: readonly Change[]; readonly note: Text; readonly held?: HeldBack }
  | { readonly kind: "nothing"; readonly why: Text; readonly held?: HeldBack };

const blanks = (units: number): Readonly<Record<string, number | Text>> => ({
  units,
  text: inBothTexts(units),
});

/** `from`: the unit that the stroke began in; none where areas were chosen from a list, which no stroke limits. */
export function strokeOf(draft: Draft, drawing: Drawing, units: Iterable<number>, from?: number): Stroked {
  const { tool, site } = drawing;
  const pairs = pairsOf(draft, drawing, units, from);
  if (tool === "paint") return site === undefined ? nothing("tool.paint.which") : painted(draft, pairs, site);
  const changes = setLock(draft, { pairs: Uint32Array.from(pairs) }, tool === "lock");
  if (changes.length === 0) return tool === "lock" ? nothing("edit.nothingToLock") : nothingToUnlock(draft, pairs);
  const touched = changes.flatMap((change) =>
    change.kind === "lock" && "pairs" in change.what ? [...change.what.pairs] : [],
  );
  const what = noteText("edit.areas", blanks(unitsOf(draft.municipality.grades, touched)));
  return { kind: "edit", changes, note: noteText(tool === "lock" ? "edit.locked" : "edit.unlocked", { what }) };
}

/** Whether a stroke leaves other schools' areas alone; a school area is one school's already. */
const isHeld = ({ within, way }: Drawing, from: number | undefined): from is number =>
  within === "start" && way !== "zone" && from !== undefined;

/** The chosen grades of the units; where the stroke is held to it, those alone that go to the same school as where it began. */
export function pairsOf({ plan }: Draft, drawing: Drawing, units: Iterable<number>, from?: number): number[] {
  const { assignment } = plan;
  const pairs: number[] = [];
  for (const unit of units)
    for (const band of drawing.bands) {
      const pair = unit * plan.grades.bandCount + band;
      if (!isHeld(drawing, from) || assignment[pair] === assignment[from * plan.grades.bandCount + band])
        pairs.push(pair);
    }
  return pairs;
}

/** The units that a stroke touches and does not leave alone for where it began. */
export function unitsWithin(
  draft: Draft,
  drawing: Drawing,
  { units, from }: Pick<Chosen, "units" | "from">,
): ReadonlySet<number> {
  if (!isHeld(drawing, from)) return units;
  return new Set(
    pairsOf(draft, drawing, units, from).map((pair) => Math.floor(pair / draft.municipality.grades.bandCount)),
  );
}

function painted(draft: Draft, pairs: readonly number[], site: number): Stroked {
  const assigning = assignPairs(draft, pairs, site);
  const told = paintedWords(draft, pairs, site, assigning);
  const held = assigning.locked > 0 && heldBack(draft, pairs, site);
  return { ...told, ...(held && { held }) };
}

function paintedWords(
  draft: Draft,
  pairs: readonly number[],
  site: number,
  { changes, locked, notTaught }: Assigning,
): Stroked {
  const held = locked > 0 ? holdsAmong(draft, pairs) : [];
  const areas = unitsOf(
    draft.municipality.grades,
    held.map(({ pair }) => pair),
  );
  const holds = [siteHolds(draft)[site], ...held.map(({ hold }) => hold)].filter((hold) => hold !== undefined);
  const what = holdNames(draft, holds);
  if (changes.length > 0) {
    const words = {
      ...blanks(unitsOf(draft.municipality.grades, movedPairs(changes))),
      site: siteName(draft, site),
      held: areas,
    };
    if (areas === 0) return { kind: "edit", changes, note: noteText("edit.painted", words) };
    const bands = heldBands(draft.municipality.grades, holds);
    if (bands) return { kind: "edit", changes, note: noteText("edit.paintedHeldBands", { ...words, what: bands }) };
    const note = what ? noteText("edit.paintedHeld", { ...words, what }) : noteText("edit.paintedSome", words);
    return { kind: "edit", changes, note };
  }
  if (locked > 0) return what ? nothing("edit.heldBy", { what }) : nothing("edit.allLocked", blanks(areas));
  const words = { site: siteName(draft, site) };
  if (notTaught === 0) return nothing("edit.already", words);
  const isThere = (pair: number): boolean => draft.plan.assignment[pair] === site;
  const lacking = pairs
    .filter((pair) => !isThere(pair))
    .map((pair) => draft.municipality.grades.bands[pair % draft.municipality.grades.bandCount].band);
  if (lacking.length === pairs.length) return nothing("edit.notTaught", words);
  const grades = gradesText(
    draft.municipality.grades,
    [...new Set(lacking)].toSorted((a, b) => a - b),
  );
  return nothing("edit.alreadyNotTaught", { ...words, grades });
}

/** What is locked by more than itself is unlocked as a whole, and only on a yes. */
function nothingToUnlock(draft: Draft, pairs: readonly number[]): Stroked {
  const holds = holdsAmong(draft, pairs).map(({ hold }) => hold);
  const what = holdNames(draft, holds);
  if (!what) return nothing("edit.nothingToUnlock");
  return { ...nothing("edit.unlockInList", { what }), held: unlockingAll(draft, holds) };
}

/** What the words on the aim are made of. */
interface AimGround {
  /** `[unit * BAND_COUNT + band]` */
  readonly unitBand: Uint32Array;
  /** Pupils of the school that is painted to, `[band]`, with what is painted. */
  readonly filled: ArrayLike<number>;
  /** The (unit, band) pairs that would be locked, unlocked or moved: of those that are painted over, the ones that may go. */
  readonly pairs: readonly number[];
}

/**
 * What would be done with the units pointed at, or what the stroke comes to so far. Pupils are rounded, since a figure that
 * grows area by area would tell who lives in each; of few it is not even told whether there are any.
 */
export function aimOf(
  draft: Draft,
  drawing: Drawing,
  { name, state }: Pick<Chosen, "name" | "state">,
  { unitBand, filled, pairs }: AimGround,
): Text {
  const { tool, site } = drawing;
  const isPainted = tool === "paint" && site !== undefined;
  const pupils = sum(pairs.map((pair) => unitBand[pair]));
  const areas = noteText(name === undefined ? "aim.areas" : "aim.named", {
    ...blanks(unitsOf(draft.municipality.grades, pairs)),
    name: name === undefined ? "" : drawing.way === "block" ? noteText("aim.block", { name }) : name,
    pupils: pupilsWord(pupils),
  });
  if (!isPainted) return areas;
  const words = { areas, site: siteName(draft, site) };
  if (pairs.length === 0) return noteText("aim.none", words);
  if (state === "over") return noteText("aim.paint", words);
  const bands = new Set(
    pairs.map((pair) => draft.municipality.grades.bands[pair % draft.municipality.grades.bandCount].band),
  );
  const fullest = fullestOf(draft.capacity[site], filled, bands);
  if (!fullest) return noteText("aim.noPlaces", { ...words, pupils: cellText(roundedCell(sum(Array.from(filled)))) });
  return noteText("aim.places", {
    ...words,
    places: inBothTexts(fullest.places),
    pupils: cellText(roundedCell(filled[fullest.band])),
    grades: gradesInWords(draft.municipality.grades.bands[fullest.band].key),
  });
}

/** Rounded, and one word for none, one and four. */
export const pupilsWord = (pupils: number): Text => {
  const about = roundedCell(pupils);
  return about.kind === "few" || pupils === 0
    ? noteText("aim.few")
    : noteText("aim.pupils", { pupils: cellText(about) });
};

const nothing = (
  key: Parameters<typeof noteText>[0],
  values: Parameters<typeof noteText>[1] = {},
): Extract<Stroked, { kind: "nothing" }> => ({
  kind: "nothing",
  why: noteText(key, values),
});
