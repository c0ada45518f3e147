import type { Feature, Polygon } from "geojson";
import { cellAt, cellBoundary } from "../../../src/geo/cells.ts";
import { liesOn } from "./land.ts";
import { type Dice, diceFor, seeded } from "../../source/random.ts";
import type { LonLat } from "./tables.ts";

/** A synthetic pupil. */
export interface Pupil {
  readonly home: LonLat;
  readonly grade: number;
}

/** Where the pupils of one zone may live. */
export interface Neighbourhood {
  /** Name of the zone; the dice follow from it. */
  readonly zone: string;
  /** H3 cells of the zone and how many children live in each. */
  readonly cells: readonly { readonly id: string; readonly children: number }[];
  /** Pupils to place, `[grade]`. */
  readonly pupils: readonly number[];
}

/** Of so many places that come up for a pupil, the one nearest to a road becomes the home. */
const CHOICES = 2;
const DECIMALS = 5;

/**
 * Draws the pupils of every zone, zone by zone and grade by grade. A home lies in the cell that was drawn and inside the
 * outline, both after rounding. `roadMetres` says how far places are from a road.
 */
export function drawPupils(
  neighbourhoods: readonly Neighbourhood[],
  outline: readonly Feature<Polygon>[],
  resolution: number,
  roadMetres: (places: readonly LonLat[]) => Float64Array,
  seed: number,
): readonly Pupil[] {
  const drawn = neighbourhoods.flatMap(({ zone, cells, pupils }) =>
    pupils.flatMap((count, grade) => {
      const dice = diceFor(seeded(`homes ${zone} ${grade}`, seed));
      const pick = picker(cells);
      return Array.from({ length: count }, () => {
        const cell = pick(dice);
        return { grade, choices: Array.from({ length: CHOICES }, () => placeIn(cell, outline, resolution, dice)) };
      });
    }),
  );
  const metres = roadMetres(drawn.flatMap(({ choices }) => choices));
  return drawn.map(({ grade, choices }, pupil) => {
    const away = metres.subarray(pupil * CHOICES, (pupil + 1) * CHOICES);
    return { grade, home: choices[away.indexOf(Math.min(...away))] };
  });
}

/** Draws a cell with the chance of its children among all. */
function picker(cells: Neighbourhood["cells"]): (dice: Dice) => string {
  let sum = 0;
  const upTo = cells.map(({ children }) => (sum += children));
  return (dice) => {
    const mark = dice() * sum;
    return cells[upTo.findIndex((edge) => mark < edge)].id;
  };
}

function placeIn(cell: string, outline: readonly Feature<Polygon>[], resolution: number, dice: Dice): LonLat {
  const [ring] = cellBoundary(cell).coordinates;
  const [west, east] = [Math.min(...ring.map(([lon]) => lon)), Math.max(...ring.map(([lon]) => lon))];
  const [south, north] = [Math.min(...ring.map(([, lat]) => lat)), Math.max(...ring.map(([, lat]) => lat))];
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const lon = Number((west + dice() * (east - west)).toFixed(DECIMALS));
    const lat = Number((south + dice() * (north - south)).toFixed(DECIMALS));
    if (cellAt({ lon, lat }, resolution) !== cell) continue;
    if (liesOn([lon, lat], outline)) return [lon, lat];
  }
  throw new Error(`Cell ${cell} has no land to live on.`);
}
