import type { Feature, Polygon } from "geojson";
import { nearestOf } from "../../../src/geo/nearest.ts";
import { DANISH_PLANE, toDegrees, toPlane } from "../../../src/geo/projection.ts";
import { liesOn } from "./land.ts";
import { diceFor } from "../../source/random.ts";
import type { Road } from "./roads.ts";
import { streetName } from "./street-names.ts";
import type { Tables } from "./tables.ts";

/** A made-up house at a real place. */
interface House {
  readonly street: string;
  readonly number: number;
  readonly postcode: string;
  readonly town: string;
  readonly lon: number;
  readonly lat: number;
}

/** Post districts, and the towns and villages of places.csv that lie in them. */
const POST: Readonly<Record<string, readonly string[]>> = {
  "4300 Holbæk": ["Holbæk", "Tuse", "Udby", "Mårsø", "Kvanløse"],
  "4305 Orø": ["Bybjerg (Orø)"],
  "4340 Tølløse": ["Tølløse", "Undløse", "Søndersted", "Soderup"],
  "4350 Ugerløse": ["Ugerløse"],
  "4360 Kirke Eskilstrup": ["Kirke Eskilstrup"],
  "4370 Store Merløse": ["Store Merløse"],
  "4390 Vipperød": ["Vipperød", "Ågerup"],
  "4420 Regstrup": ["Regstrup", "Sdr. Jernløse", "Nr. Jernløse"],
  "4440 Mørkøv": ["Mørkøv", "Knabstrup"],
  "4450 Jyderup": ["Jyderup"],
  "4520 Svinninge": ["Svinninge", "Kundby"],
  "4532 Gislinge": ["Gislinge", "Gl. Hagested"],
};

/** Metres from one house to the next along a road, in a town and outside; from the road's middle to a house. */
const IN_TOWN = 80;
const OUTSIDE = 450;
const OFF_ROAD = 20;
/** Side streets of a town: one from every so many houses of its roads, and how far their houses lie from the road. */
const SIDE_EVERY = 3;
const SIDE_HOUSES = [70, 110, 150, 190];
/** A town's radius in metres for 1,600 people to the square kilometre, and as much around it. */
const townRadius = (population: number): number => 200 + 1000 * Math.sqrt(population / 1600 / Math.PI);

/** Houses with made-up streets and numbers along the case's roads, thick in the towns; the same whatever else of the case changes. */
export function layHouses(
  roads: readonly Road[],
  { places }: Pick<Tables, "places">,
  outline: readonly Feature<Polygon>[],
): readonly House[] {
  const postOf = new Map(Object.entries(POST).flatMap(([post, names]) => names.map((name) => [name, post] as const)));
  const taken = new Set<string>();
  return roads
    .filter(({ link }) => link.kind === "road")
    .flatMap((road) => {
      const dice = diceFor(`street ${road.link.from} ${road.link.to}`);
      const spots = spotsAlong(road, places);
      return streetsOf(spots).flatMap((street) => {
        const { lon, lat } = toDegrees(DANISH_PLANE, Float64Array.from(street.flatMap(({ x, y }) => [x, y])));
        const placed = Array.from(lon, (east, i) => ({ lon: Number(east.toFixed(5)), lat: Number(lat[i].toFixed(5)) }));
        const near = places[nearestOf(places, placed[0]) ?? 0];
        const post = postOf.get(near.name);
        if (post === undefined) throw new Error(`No post district has ${near.name}.`);
        const [postcode, town] = [post.slice(0, 4), post.slice(5)];
        let name = streetName(dice);
        while (taken.has(`${name} ${postcode}`)) name = streetName(dice);
        taken.add(`${name} ${postcode}`);
        return placed
          .map((at, i) => ({ street: name, number: street[i].number, postcode, town, ...at }))
          .filter((at) => liesOn([at.lon, at.lat], outline));
      });
    });
}

/** A spot beside a road, metres (EPSG:25832), and the direction away from the road. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly across: readonly [number, number];
  readonly lies: "in a town" | "outside";
}

type Numbered = Pick<Spot, "x" | "y"> & { readonly number: number };

/** The road's own houses, odd numbers on one side, and its side streets. */
function streetsOf(spots: readonly Spot[]): readonly (readonly Numbered[])[] {
  if (spots.length === 0) return [];
  const own = spots.map(({ x, y, across: [east, north] }, i) => {
    const off = i % 2 === 0 ? OFF_ROAD : -OFF_ROAD;
    return { x: x + off * east, y: y + off * north, number: i + 1 };
  });
  const corners = spots.filter(({ lies }, i) => lies === "in a town" && i % SIDE_EVERY === 1);
  const sides = corners.map(({ x, y, across: [east, north] }, i) =>
    SIDE_HOUSES.map((metres, house) => {
      const off = i % 2 === 0 ? metres : -metres;
      return { x: x + off * east, y: y + off * north, number: house + 1 };
    }),
  );
  return [own, ...sides];
}

function spotsAlong({ points }: Road, places: Tables["places"]): readonly Spot[] {
  const xy = toPlane(
    DANISH_PLANE,
    points.map(([lon]) => lon),
    points.map(([, lat]) => lat),
  );
  const spots: Spot[] = [];
  let next = IN_TOWN / 2;
  let before = 0;
  for (let i = 1; i < points.length; i++) {
    const [dx, dy] = [xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]];
    const length = Math.hypot(dx, dy);
    while (next < before + length) {
      const along = (next - before) / length;
      const [x, y] = [xy[2 * i - 2] + along * dx, xy[2 * i - 1] + along * dy];
      const lies = isInTown(x, y, places) ? "in a town" : "outside";
      spots.push({ x, y, across: [-dy / length, dx / length], lies });
      next += lies === "in a town" ? IN_TOWN : OUTSIDE;
    }
    before += length;
  }
  return spots;
}

function isInTown(x: number, y: number, places: Tables["places"]): boolean {
  const at = toPlane(
    DANISH_PLANE,
    places.map(({ lon }) => lon),
    places.map(({ lat }) => lat),
  );
  return places.some(({ population }, i) => Math.hypot(at[2 * i] - x, at[2 * i + 1] - y) < townRadius(population));
}
