import { BAND_COUNT } from "./folkeskole.ts";
import type { Municipality } from "../../src/domain/municipality.ts";
import type { Basis } from "../../src/evaluate/basis.ts";
import { makeBasis } from "../../src/evaluate/evaluate.ts";
import type { Stroke } from "../../src/solve/mend/band-ground.ts";
import { drawCase } from "./drawn.ts";
import { diceOf } from "./random-question.ts";

export interface DrawnStroke {
  readonly basis: Basis;
  readonly stroke: Stroke;
}

/** A small case whose zones hang together, and a stroke of a few units that touch; some units and sites locked. */
export function randomStroke(seed: number): DrawnStroke {
  const dice = diceOf(80_000 + seed);
  const { whole, chance, pick } = dice;
  const [rows, columns] = [whole(2, 3), whole(4, 5)];
  const letters = ["A", "B", "C"].slice(0, whole(2, 3));
  const grid = grown(rows, columns, letters, pick);
  const at = (letter: string): readonly [number, number] => {
    const places = grid.flatMap((row, r) => [...row].flatMap((each, c) => (each === letter ? [[r, c] as const] : [])));
    return pick(places);
  };
  const count = rows * columns;
  const pupils = Array.from({ length: count }, () => (chance(0.5) ? whole(1, 4) : 0));
  const drawn = drawCase({
    zones: grid,
    sites: Object.fromEntries(
      letters.map((letter) => [letter, { at: at(letter), ...(chance(0.4) && { capacity: [whole(4, 25)] }) }]),
    ),
    districts:
      letters.length === 3 && chance(0.5)
        ? { North: "AB", South: "C" }
        : Object.fromEntries(letters.map((l) => [l, l])),
    pupils: (unit) => [pupils[unit], 0, 0, 0, 0, 0, 0, 0, 0, 0],
  });
  const basis = makeBasis(drawn.municipality, drawn.travel, drawn.baseline);
  const before = drawn.baseline.assignment;
  const to = whole(0, letters.length - 1);
  const blob = new Set([whole(0, count - 1)]);
  const size = whole(1, 4);
  while (blob.size < size) blob.add(pick([...blob].flatMap((unit) => beside(drawn.municipality, unit))));
  const assignment = before.slice();
  const painted = [...blob].filter((unit) => before[unit * BAND_COUNT] !== to);
  for (const unit of painted) assignment[unit * BAND_COUNT] = to;
  const locked = Array.from({ length: count }, (_, unit) => unit).filter(() => chance(0.15));
  const closed = new Set(chance(0.2) ? [whole(0, letters.length - 1)] : []);
  const inClosed = [...assignment.keys()].filter((pair) => closed.has(assignment[pair]));
  const fixed = new Set([...[...painted, ...locked].map((unit) => unit * BAND_COUNT), ...inClosed]);
  const after = { ...drawn.baseline, id: "drawn", assignment };
  return { basis, stroke: { before, after, fixed, closed, places: chance(0.6) ? "kept" : "free" } };
}

export const beside = ({ units }: Municipality, unit: number): readonly number[] => [
  ...units.adjacency.target.subarray(units.adjacency.start[unit], units.adjacency.start[unit + 1]),
];

/** Zones grown from one unit each until the grid is full. */
function grown(
  rows: number,
  columns: number,
  letters: readonly string[],
  pick: <Value>(from: readonly Value[]) => Value,
): readonly string[] {
  const grid: (string | undefined)[] = Array.from({ length: rows * columns });
  const free = (): number[] => [...grid.keys()].filter((cell) => grid[cell] === undefined);
  for (const letter of letters) grid[pick(free())] = letter;
  const around = (cell: number): number[] => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const steps: readonly (readonly [number, number])[] = [
      [row - 1, column],
      [row + 1, column],
      [row, column - 1],
      [row, column + 1],
    ];
    return steps.flatMap(([r, c]) => (r >= 0 && r < rows && c >= 0 && c < columns ? [r * columns + c] : []));
  };
  while (free().length > 0) {
    const cell = pick(free().filter((each) => around(each).some((next) => grid[next] !== undefined)));
    grid[cell] = grid[pick(around(cell).filter((next) => grid[next] !== undefined))];
  }
  return Array.from({ length: rows }, (_, row) => grid.slice(row * columns, (row + 1) * columns).join(""));
}

/** Whether a map of one band hangs together as before, written anew from the words: for zones and districts. */
export function hangsTogether({ basis, stroke }: DrawnStroke, owners: readonly number[]): boolean {
  const { municipality } = basis;
  const was = owners.map((_, unit) => stroke.before[unit * BAND_COUNT]);
  const groups = [...municipality.sites.keys()].map((site) => [site]);
  const regions = [...groups, ...stroke.after.districts.map(({ sites }) => [...sites])];
  return regions.every((sites) => {
    const isIn = (map: readonly number[]) => (unit: number) => sites.includes(map[unit]);
    const here = [...owners.keys()].filter(isIn(owners));
    const old = here.filter(isIn(was));
    return here.every((unit) => {
      const now = reached(municipality, unit, isIn(owners));
      if (!isIn(was)(unit))
        return (
          [...now].some((other) => old.includes(other)) || (old.length === 0 && here.every((other) => now.has(other)))
        );
      const then = reached(municipality, unit, isIn(was));
      return old.every((other) => !then.has(other) || now.has(other));
    });
  });
}

function reached(municipality: Municipality, from: number, isIn: (unit: number) => boolean): ReadonlySet<number> {
  const found = new Set([from]);
  for (const unit of found) for (const next of beside(municipality, unit)) if (isIn(next)) found.add(next);
  return found;
}

/** The smallest repair by trying every one, smaller ones first; undefined where there is none of up to so many areas. */
export function everyRepair(
  drawn: DrawnStroke,
  most: number,
): { readonly areas: number; readonly pupils: number } | undefined {
  const { basis, stroke } = drawn;
  const count = basis.municipality.units.count;
  const is = Array.from({ length: count }, (_, unit) => stroke.after.assignment[unit * BAND_COUNT]);
  const free = [...is.keys()].filter((unit) => !stroke.fixed.has(unit * BAND_COUNT));
  const open = [...basis.municipality.sites.keys()].filter((site) => !stroke.closed.has(site));
  const pupils = (unit: number): number => basis.unitBand[unit * BAND_COUNT];
  const load = (owners: readonly number[], site: number): number =>
    owners.reduce((sum, each, unit) => (each === site ? sum + pupils(unit) : sum), 0);
  const had = stroke.places === "before" ? is.map((_, unit) => stroke.before[unit * BAND_COUNT]) : is;
  const fits = (owners: readonly number[]): boolean =>
    stroke.places === "free" ||
    basis.municipality.sites.every(
      ({ capacity }, site) => load(owners, site) <= Math.max(capacity[0] ?? Infinity, load(had, site)),
    );
  const cheapest = (from: number, left: number, owners: number[], moved: number): number => {
    if (left === 0) return fits(owners) && hangsTogether(drawn, owners) ? moved : Infinity;
    let least = Infinity;
    for (let at = from; at + left <= free.length; at++) {
      const unit = free[at];
      for (const site of open) {
        if (site === is[unit]) continue;
        owners[unit] = site;
        least = Math.min(least, cheapest(at + 1, left - 1, owners, moved + pupils(unit)));
        owners[unit] = is[unit];
      }
    }
    return least;
  };
  for (let areas = 0; areas <= Math.min(most, free.length); areas++) {
    const moved = cheapest(0, areas, [...is], 0);
    if (moved < Infinity) return { areas, pupils: moved };
  }
  return undefined;
}
