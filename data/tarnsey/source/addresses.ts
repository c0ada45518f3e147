import type { Feature, Polygon } from "geojson";
import { diceFor } from "../../source/random.ts";
import { PLACES } from "./facts.ts";
import { inZone } from "./homes.ts";
import { alongLine, apart, gridPoint, liesIn, type Point } from "./plane.ts";
import type { Road } from "./roads.ts";
import { streetName } from "./street-names.ts";

export interface House {
  readonly street: string;
  readonly number: number;
  readonly postcode: string;
  readonly town: string;
  /** Metres of the zone. */
  readonly at: Point;
}

/** Metres from one house to the next, in a place and outside; from the road's middle to a house. */
const IN_PLACE = 55;
const OUTSIDE = 330;
const OFF_ROAD = 18;
const FIRST_POSTCODE = 2001;

const TOWNS = PLACES.map(({ name, at, people }, i) => ({
  name,
  at: gridPoint(at),
  radius: 250 + 900 * Math.sqrt(people / 2200 / Math.PI),
  postcode: String(FIRST_POSTCODE + i),
}));

/** Houses with made-up streets along the roads, numbered from one end, odd on one side; thick in the places. */
export function layHouses(roads: readonly Road[], land: readonly Feature<Polygon>[]): readonly House[] {
  const taken = new Set<string>();
  return roads
    .filter(({ kind, name }) => kind === "road" && name === undefined)
    .flatMap(({ line }) => {
      const dice = diceFor(`street ${line[0].join()} ${line[line.length - 1].join()}`);
      const town = TOWNS.reduce((best, next) => (apart(next.at, line[0]) < apart(best.at, line[0]) ? next : best));
      let street = streetName(dice);
      while (taken.has(`${street} ${town.postcode}`)) street = streetName(dice);
      taken.add(`${street} ${town.postcode}`);
      return spotsBeside(line)
        .filter((spot) => land.some((piece) => liesIn(spot, piece)))
        .map(([x, y], i) => ({
          street,
          number: i + 1,
          postcode: town.postcode,
          town: town.name,
          at: inZone({ x, y }),
        }));
    });
}

function spotsBeside(line: readonly Point[]): readonly Point[] {
  const spots: Point[] = [];
  let since = IN_PLACE / 2;
  const steps = alongLine(line, 5);
  for (let i = 1; i < steps.length; i++) {
    const [from, to] = [steps[i - 1], steps[i]];
    const length = apart(from, to);
    since += length;
    const isInPlace = TOWNS.some(({ at, radius }) => apart(at, to) < radius);
    if (length === 0 || since < (isInPlace ? IN_PLACE : OUTSIDE)) continue;
    since = 0;
    const off = (spots.length % 2 === 0 ? OFF_ROAD : -OFF_ROAD) / length;
    spots.push([to[0] - off * (to[1] - from[1]), to[1] + off * (to[0] - from[0])]);
  }
  return spots;
}
