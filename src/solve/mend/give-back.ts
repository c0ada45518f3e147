import type { Band } from "../../domain/grades.ts";
import { NO_SITE } from "../../domain/plan.ts";
import type { Basis } from "../../evaluate/basis.ts";
import { BandGround, type Moves, type Stroke } from "./band-ground.ts";
import type { Solver } from "../solver.ts";
import { passedOn } from "./passed-on.ts";
import { type ProofOptions, provenMoves } from "./proven.ts";
import { foundBy, type FoundMoves, quickMoves } from "./quick.ts";

/** A repair of one band that leaves a stroke only in part. */
export interface GivenBack extends FoundMoves {
  /** Units just drawn that go back to where they were before. */
  readonly back: readonly number[];
}

/** So often it is looked whether a map is whole with some units more left as the stroke has them. */
const MOST_LOOKS = 400;

/**
 * What is whole and leaves of a stroke as many areas as are found, where nothing whole leaves them all: the stroke taken back, or a
 * repair that may take some of it back, each with whatever need not be changed left as the stroke has it. No area, and no half, quarter
 * and so on of those in a row, can then be left alone as well, within so many looks. Undefined where even the stroke taken back is not
 * whole, as where those drawn had no school before.
 */
export function givenBack(basis: Basis, stroke: Stroke, band: Band): GivenBack | undefined {
  const { drawn } = stroke;
  if (!drawn) return undefined;
  const ground = returningGround(basis, stroke, drawn, band);
  const mine = drawnIn(ground, drawn);
  const found = [takenBack(ground, mine), foundBy(quickMoves(ground))?.moves, handedOn(basis, stroke, ground)]
    .flatMap((moves) => (moves ? [moves] : []))
    .flatMap((moves) => ORDERS.map((order) => leftAlone(ground, mine, moves, order)))
    .flatMap((moves) => (moves ? [sized(ground, mine, moves)] : []));
  return found.reduce<GivenBack | undefined>((best, each) => (best && !isLess(each, best) ? best : each), undefined);
}

/** The same with fewest areas given back and then fewest moved, as far as the time goes; one given back weighs as much as a hundred others. */
export async function fewestGivenBack(
  basis: Basis,
  stroke: Stroke,
  known: GivenBack,
  band: Band,
  solver: Solver,
  options: ProofOptions,
): Promise<{ readonly found: GivenBack; readonly proven: "optimal" | "quick" }> {
  const drawn = stroke.drawn ?? new Set();
  const ground = returningGround(basis, stroke, drawn, band);
  const answer = await provenMoves(ground, { ...known, proven: "quick" }, solver, options);
  if (!("found" in answer)) return { found: known, proven: "quick" };
  const found = sized(ground, drawnIn(ground, drawn), answer.found.moves);
  return { found, proven: answer.status === "optimal" ? "optimal" : "quick" };
}

/** What was drawn may go back and nowhere else; no school gets fuller than it was before and than its places. */
function returningGround(basis: Basis, stroke: Stroke, drawn: ReadonlySet<number>, band: Band): BandGround {
  const fixed = new Set([...stroke.fixed].filter((pair) => !drawn.has(pair)));
  const places = stroke.places === "free" ? "free" : "before";
  return new BandGround(basis, { ...stroke, fixed, returning: drawn, places }, band);
}

const drawnIn = ({ is, pairOf }: BandGround, drawn: ReadonlySet<number>): readonly number[] =>
  [...is.keys()].filter((unit) => drawn.has(pairOf(unit)));

const takenBack = ({ was, mayGo }: BandGround, mine: readonly number[]): Moves =>
  new Map(mine.flatMap((unit) => (was[unit] !== NO_SITE && mayGo(unit, was[unit]) ? [[unit, was[unit]]] : [])));

/** Joined around the stroke without regard to places; then those beyond them handed on, be it back. */
function handedOn(basis: Basis, stroke: Stroke, ground: BandGround): Moves | undefined {
  const free = foundBy(quickMoves(new BandGround(basis, { ...stroke, places: "free" }, ground.band)));
  return free && passedOn(ground, free.moves);
}

/** In which order areas are left alone that might be: those beside the zone they were drawn to first, or those with fewest pupils. */
const ORDERS = ["outward", "pupils"] as const;
type Order = (typeof ORDERS)[number];

/** A map with whatever can be left as the stroke has it left so, what was just drawn first; undefined where it is not whole itself. */
function leftAlone(ground: BandGround, mine: readonly number[], moves: Moves, order: Order): Moves | undefined {
  const owners = ground.is.slice();
  for (const [unit, site] of moves) owners[unit] = site;
  const load = ground.loadOf(owners);
  const isWithinCapacity = (): boolean => load.every((pupils, site) => pupils <= ground.capacity[site]);
  if (!isWithinCapacity() || ground.allCutOff(owners).length > 0) return undefined;
  const put = (unit: number, site: number): void => {
    for (const [each, sign] of [[owners[unit], -1] as const, [site, 1] as const])
      if (each !== NO_SITE) load[each] += sign * ground.pupils(unit);
    owners[unit] = site;
  };
  let looks = MOST_LOOKS;
  const isWholeWithout = (units: readonly number[]): boolean => {
    if (looks-- <= 0) return false;
    const was = units.map((unit) => owners[unit]);
    const touched = new Set(units.flatMap((unit) => [owners[unit], ground.is[unit]]));
    for (const unit of units) put(unit, ground.is[unit]);
    if (isWithinCapacity() && ground.cutOff(owners, touched, []).length === 0) return true;
    units.forEach((unit, i) => put(unit, was[i]));
    return false;
  };
  const isMoved = (unit: number): boolean => owners[unit] !== ground.is[unit];
  const isMine = new Set(mine);
  const others = [...moves.keys()].filter((unit) => !isMine.has(unit));
  for (const units of [inOrder(ground, mine, order), others, inOrder(ground, mine, order)])
    leaveAlone(units, isMoved, isWholeWithout);
  return new Map([...moves].flatMap(([unit]) => (isMoved(unit) ? [[unit, owners[unit]]] : [])));
}

/** Tries all of them, halves of them, and so on down to each alone, which is tried until none can be left alone. */
function leaveAlone(
  units: readonly number[],
  isMoved: (unit: number) => boolean,
  isWholeWithout: (units: readonly number[]) => boolean,
): void {
  let left = units.filter(isMoved);
  for (let size = left.length; size > 0 && left.length > 0;) {
    const before = left.length;
    for (let at = 0; at < left.length; at += size) isWholeWithout(left.slice(at, at + size));
    left = left.filter(isMoved);
    if (size > 1) size = Math.min(Math.ceil(size / 2), Math.max(1, left.length));
    else if (left.length === before) return;
  }
}

/** Units outward from the zone that they were drawn to, each stretch of them in a row; or those with fewest pupils of these first. */
function inOrder(ground: BandGround, mine: readonly number[], order: Order): readonly number[] {
  const isMine = new Set(mine);
  const isBeside = (unit: number): boolean =>
    ground.beside(unit).some((next) => !isMine.has(next) && ground.is[next] === ground.is[unit]);
  const rank = new Set<number>();
  for (const start of [...mine.filter(isBeside), ...mine]) {
    rank.add(start);
    for (const unit of rank) for (const next of ground.beside(unit)) if (isMine.has(next)) rank.add(next);
  }
  const outward = [...rank];
  return order === "outward" ? outward : outward.toSorted((a, b) => ground.pupils(a) - ground.pupils(b));
}

function sized(ground: BandGround, mine: readonly number[], moves: Moves): GivenBack {
  const pupils = [...moves.keys()].reduce((sum, unit) => sum + ground.pupils(unit), 0);
  return { moves, areas: moves.size, pupils, back: mine.filter((unit) => moves.has(unit)) };
}

/** Fewest drawn areas given back, then fewest areas that move at all, then fewest pupils. */
function isLess(one: GivenBack, other: GivenBack): boolean {
  const by = [one.back.length - other.back.length, one.areas - other.areas, one.pupils - other.pupils];
  return (by.find((difference) => difference !== 0) ?? 0) < 0;
}
