import { GRADES } from "./folkeskole.ts";
import { DANISH_PLANE } from "../../src/geo/projection.ts";
import { type Grades, parseGradeRange } from "../../src/domain/grades.ts";
import type { GeoPolygon, Municipality, Site } from "../../src/domain/municipality.ts";
import { NO_SITE, type Plan } from "../../src/domain/plan.ts";
import { metres, pupils as pupilCount } from "../../src/domain/quantities.ts";
import { buildGraph } from "../../src/travel/graph.ts";
import type { Travel } from "../../src/travel/travel.ts";
import { adjacencyOfPairs } from "../../src/geo/adjacency.ts";

/**
 * A case as a drawing: one letter a unit, the letter of its site; units of a row and of a column touch. Distances are along
 * the grid, 1,000 m a step, from unit to unit. `.` is no unit (water).
 */
export interface Drawing {
  readonly zones: readonly string[];
  /** Where each site stands, `[row, column]`, and what it teaches ("0-9" unless said). */
  readonly sites: Readonly<Record<string, DrawnSite>>;
  /** District name -> letters of its sites. */
  readonly districts: Readonly<Record<string, string>>;
  /** Pupils by grade in each unit, row by row without the water; or one number: that many in every grade. */
  readonly pupils: (unit: number) => readonly number[] | number;
  readonly schoolYear?: number;
  /** Denmark's unless said. */
  readonly grades?: Grades;
  /** Metres between unit and site where not along the grid; `Infinity` where there is no road. */
  readonly way?: (unit: number, site: number) => number;
  /** Pupils by grade at a second address in each unit, which no road reaches. */
  readonly offRoad?: (unit: number) => readonly number[];
}

export interface DrawnSite {
  readonly at: readonly [row: number, column: number];
  readonly grades?: string;
  readonly capacity?: readonly (number | undefined)[];
}

export interface DrawnCase {
  readonly municipality: Municipality;
  readonly travel: Travel;
  readonly baseline: Plan;
}

export function drawCase(drawing: Drawing): DrawnCase {
  const { grades: allGrades = GRADES } = drawing;
  const { bandCount, count: gradeCount } = allGrades;
  const cells = cellsOf(drawing.zones);
  const letters = Object.keys(drawing.sites);
  const sites = letters.map((letter): Site => {
    const {
      at,
      grades = `${allGrades.names[0]}-${allGrades.names[gradeCount - 1]}`,
      capacity = [],
    } = drawing.sites[letter];
    return {
      id: letter,
      name: letter,
      town: "",
      lon: at[1],
      lat: at[0],
      teaches: grades === "" ? 0 : parseGradeRange(allGrades, grades)!,
      capacity: allGrades.bands.map(({ band }) =>
        capacity[band] === undefined ? undefined : pupilCount(capacity[band]),
      ),
    };
  });
  const districts = Object.entries(drawing.districts).map(([name, members]) => ({
    id: name,
    name,
    sites: members
      .split("")
      .map((letter) => letters.indexOf(letter))
      .toSorted((a, b) => a - b),
  }));
  const count = cells.length;
  const addresses = drawing.offRoad ? 2 : 1;
  const pointCount = addresses * count;
  const unitOf = (point: number) => Math.floor(point / addresses);
  const isOffRoad = (point: number) => point % addresses === 1;
  const pupils = new Uint16Array(pointCount * gradeCount);
  for (let point = 0; point < pointCount; point++) {
    const given = isOffRoad(point) ? drawing.offRoad!(unitOf(point)) : drawing.pupils(unitOf(point));
    for (let grade = 0; grade < gradeCount; grade++)
      pupils[point * gradeCount + grade] = typeof given === "number" ? given : given[grade];
  }
  const way = drawing.way ?? ((unit, site) => 1000 * steps(cells[unit], drawing.sites[letters[site]].at));
  const unitWalk = Float32Array.from({ length: count * sites.length }, (_, at) =>
    way(Math.floor(at / sites.length), at % sites.length),
  );
  const walk = Float32Array.from({ length: pointCount * sites.length }, (_, at) => {
    const [point, site] = [Math.floor(at / sites.length), at % sites.length];
    return isOffRoad(point) ? Infinity : unitWalk[unitOf(point) * sites.length + site];
  });
  const roads = {
    plane: DANISH_PLANE,
    count: 0,
    start: new Uint32Array(1),
    xy: new Float64Array(),
    length: new Float64Array(),
    kind: new Uint8Array(),
    minutes: new Float64Array(),
  };
  const municipality: Municipality = {
    grades: allGrades,
    info: {
      syntheticNotice: { da: "Opdigtede", en: "Made up" },
      name: "Drawn",
      code: "0000",
      schoolYear: drawing.schoolYear ?? 2015,
      priceYear: 2015,
      sources: [],
      snapLimit: metres(1000),
    },
    sites,
    districts,
    units: {
      count,
      id: cells.map(({ row, column }) => `${row},${column}`),
      lon: Float64Array.from(cells, ({ column }) => column),
      lat: Float64Array.from(cells, ({ row }) => row),
      shape: { kind: "polygons", geometry: cells.map(square) },
      adjacency: adjacencyOfPairs(count, touchingPairs(cells)),
    },
    demand: {
      pointCount,
      firstPoint: Uint32Array.from({ length: count + 1 }, (_, unit) => addresses * unit),
      lon: Float64Array.from({ length: pointCount }, (_, point) => cells[unitOf(point)].column),
      lat: Float64Array.from({ length: pointCount }, (_, point) => cells[unitOf(point)].row),
      pupils,
    },
    roads,
    scenery: { land: [], surroundings: [], places: [], neighbours: [] },
  };
  const none = {
    first: new Uint32Array(1),
    line: new Uint32Array(),
    along: new Float64Array(),
    access: new Float64Array(),
    skippedPieces: 0,
  };
  const between = Float32Array.from({ length: sites.length ** 2 }, (_, at) => {
    const [a, b] = [Math.floor(at / sites.length), at % sites.length].map((site) => drawing.sites[letters[site]].at);
    return 1000 * steps({ row: a[0], column: a[1] }, b);
  });
  const travel: Travel = {
    siteCount: sites.length,
    walk,
    unitWalk,
    siteCar: between,
    network: {
      graph: buildGraph(roads),
      onFoot: { points: none, sites: none },
      byCar: { points: none, sites: none },
    },
  };
  const assignment = new Uint16Array(count * bandCount);
  cells.forEach(({ letter }, unit) =>
    assignment.fill(letter === "?" ? NO_SITE : letters.indexOf(letter), unit * bandCount, (unit + 1) * bandCount),
  );
  const teaching = sites.map(({ teaches }) => teaches);
  return {
    municipality,
    travel,
    baseline: { grades: allGrades, id: "today", title: "Today", districts, teaching, assignment },
  };
}

/** A degree by a degree around the unit's centre. */
const square = ({ row, column }: Cell): GeoPolygon => {
  const corner = (right: number, up: number) => [column + right - 0.5, row + up - 0.5];
  return { type: "Polygon", coordinates: [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]] };
};

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly letter: string;
}

const cellsOf = (zones: readonly string[]): readonly Cell[] =>
  zones.flatMap((line, row) =>
    line.split("").flatMap((letter, column) => (letter === "." ? [] : [{ row, column, letter }])),
  );

const steps = (a: { row: number; column: number }, [row, column]: readonly [number, number]): number =>
  Math.abs(a.row - row) + Math.abs(a.column - column);

/** Each unit with the one below it and the one to its right. */
function touchingPairs(cells: readonly Cell[]): number[] {
  const place = ({ row, column }: Pick<Cell, "row" | "column">): string => `${row} ${column}`;
  const unitAt = new Map(cells.map((cell, unit) => [place(cell), unit]));
  return cells.flatMap(({ row, column }, unit) =>
    [
      { row, column: column + 1 },
      { row: row + 1, column },
    ].flatMap((beside) => {
      const other = unitAt.get(place(beside));
      return other === undefined ? [] : [unit, other];
    }),
  );
}
