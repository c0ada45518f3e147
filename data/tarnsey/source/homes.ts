import { definitionOf } from "../../../src/geo/coordinate-systems.ts";
import { degreesPoint, planePoint } from "../../../src/geo/projection.ts";
import { type Dice, diceFor, seeded } from "../../source/random.ts";
import { spread } from "../../source/spread.ts";
import { GRID, PLACES, SCHOOLS, ZONE } from "./facts.ts";
import { apart, gridPoint, liesIn, type Point } from "./plane.ts";
import type { Road } from "./roads.ts";
import type { Unit } from "./units.ts";

export interface Pupil {
  /** Metres of the grid. */
  readonly home: Point;
  /** The same in the zone that pupils.csv is in, whole metres. */
  readonly written: Point;
  readonly unit: number;
  readonly grade: number;
}

const GRADES = 10;
/** Of so many places that come up for a pupil, the one nearest to a road becomes the home. */
const CHOICES = 4;
/** People to the square kilometre outside places, and how far a place's people live from its middle, metres, at a thousand people. */
const OPEN_LAND = 5;
const SPREAD = 420;

/** A point of the grid in the zone of UTM that files without a word of it are in, whole metres. */
export function inZone({ x, y }: { readonly x: number; readonly y: number }): Point {
  const zone = planePoint(planeOf(ZONE), degreesPoint(planeOf(GRID), { x, y }));
  return [Math.round(zone.x), Math.round(zone.y)];
}

const inGrid = ([x, y]: Point): Point => {
  const grid = planePoint(planeOf(GRID), degreesPoint(planeOf(ZONE), { x, y }));
  return [grid.x, grid.y];
};

function planeOf(crs: typeof GRID | typeof ZONE): string {
  const definition = definitionOf(crs);
  if (definition === undefined) throw new Error(`${crs} is not known.`);
  return definition;
}

/** Pupils school area by school area and grade by grade; where they live follows from how many people live in each unit. */
export function drawPupils(
  units: readonly Unit[],
  zoneOf: readonly number[],
  roads: readonly Road[],
  seed: number,
): readonly Pupil[] {
  const people = units.map(peopleIn);
  return SCHOOLS.flatMap(({ id, pupils }, school) => {
    const here = [...units.keys()].filter((unit) => zoneOf[unit] === school);
    return spread(pupils, GRADES, seeded(`cohorts ${id}`, seed)).flatMap((count, grade) => {
      const dice = diceFor(seeded(`homes ${id} ${grade}`, seed));
      return Array.from({ length: count }, (): Pupil => {
        const unit = pick(here, people, dice);
        const choices = Array.from({ length: CHOICES }, () => placeIn(units[unit], dice));
        const roadside = choices.map(({ home }) => metresToRoad(home, roads));
        return { ...choices[roadside.indexOf(Math.min(...roadside))], unit, grade };
      });
    });
  });
}

function peopleIn({ seed, size }: Unit): number {
  const square = size / 1e6;
  const ofPlaces = PLACES.map(({ at, people }) => {
    const reach = SPREAD * Math.sqrt(people / 1000);
    return (people / (Math.PI * (reach / 1000) ** 2)) * Math.exp(-((apart(seed, gridPoint(at)) / reach) ** 2));
  });
  return square * (OPEN_LAND + ofPlaces.reduce((a, b) => a + b, 0));
}

function pick(units: readonly number[], people: readonly number[], dice: Dice): number {
  const all = units.reduce((sum, unit) => sum + people[unit], 0);
  let mark = dice() * all;
  return units.find((unit) => (mark -= people[unit]) < 0) ?? units[units.length - 1];
}

function placeIn({ id, land }: Unit, dice: Dice): Pick<Pupil, "home" | "written"> {
  const corners = (land.type === "Polygon" ? [land.coordinates] : land.coordinates).flatMap(([ring]) => ring);
  const [west, east] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [south, north] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  for (let attempt = 0; attempt < 1000; attempt++) {
    const written = inZone({ x: west + dice() * (east - west), y: south + dice() * (north - south) });
    const home = inGrid(written);
    if (liesIn(home, { type: "Feature", properties: {}, geometry: land })) return { home, written };
  }
  throw new Error(`Unit ${id} has no land to live on.`);
}

const metresToRoad = (at: Point, roads: readonly Road[]): number =>
  Math.min(
    ...roads
      .filter(({ kind, line }) => kind === "road" && apart(line[0], at) < 4000)
      .map(({ line }) => Math.min(...line.slice(1).map((to, i) => metresToSegment(at, line[i], to)))),
  );

function metresToSegment(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((at[0] - from[0]) * dx + (at[1] - from[1]) * dy) / (dx * dx + dy * dy);
  const share = Math.min(1, Math.max(0, along));
  return apart(at, [from[0] + share * dx, from[1] + share * dy]);
}
