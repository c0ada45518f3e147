import type { Feature, Polygon } from "geojson";
import { diceFor } from "../../source/random.ts";
import type { Shore } from "./coast.ts";
import { CAUSEWAY, FERRIES, PLACES } from "./facts.ts";
import { alongLine, apart, gridPoint, lengthOf, liesIn, type Point, type Winding, wound } from "./plane.ts";
import type { Spot } from "./spots.ts";
import type { Unit } from "./units.ts";

export interface Road {
  readonly kind: "road" | "ferry";
  readonly line: readonly Point[];
  /** Of roads, km/h. */
  readonly speed?: number;
  /** Of ferries. */
  readonly minutes?: number;
  readonly name?: string;
}

/** A road between the seeds of two units, by their numbers. */
export interface Link {
  readonly one: number;
  readonly other: number;
  readonly line: readonly Point[];
}

const ROAD: Winding = { longest: 450, rough: 0.12, most: 120 };
/** Km/h in a town, between towns, and on all other roads. */
const SPEEDS = { town: 40, main: 70, small: 50 } as const;
/** A road is looked at so often on its way, metres: whether it is on land. */
const LOOK = 60;
/** Ways that a road between two seeds is drawn before it is given up. */
const TRIES = 12;

/** The roads between units. */
export const layLinks = (shores: readonly Shore[], units: readonly Unit[]): readonly Link[] =>
  shores.flatMap((shore) => linksOf(shore, units));

/** Every road of the islands, then the causeway, then the ferries. The roads of an island join all of its seeds. */
export function layRoads(shores: readonly Shore[], units: readonly Unit[], links: readonly Link[]): readonly Road[] {
  const main = mainLinks(links, units);
  const roads = links.map((link): Road => ({ kind: "road", line: link.line, speed: speedOf(link, main) }));
  const quays = new Map<string, Point>();
  const quayNear = (spot: Spot): Point => {
    const quay = coastNear(gridPoint(spot), shores);
    quays.set(quay.join(), quay);
    return quay;
  };
  const ferries = FERRIES.map(({ name, from, to, via, minutes }): Road => {
    const line = [quayNear(from), ...via.map(gridPoint), quayNear(to)];
    return { kind: "ferry", name, line, minutes };
  });
  const [west, east] = CAUSEWAY.map(quayNear);
  const causeway: Road = { kind: "road", name: "Brannay Causeway", line: [west, east], speed: SPEEDS.main };
  const down = [...quays.values()].map((quay) => roadDown(quay, shores, units));
  return [...roads, ...down, causeway, ...ferries];
}

const coastNear = (at: Point, shores: readonly Shore[]): Point =>
  shores.flatMap(({ coast }) => coast).reduce((best, corner) => (apart(corner, at) < apart(best, at) ? corner : best));

/** The shortest straight road on land from a seed to a quay. */
function roadDown(quay: Point, shores: readonly Shore[], units: readonly Unit[]): Road {
  const near = units.map(({ seed }) => seed).toSorted((a, b) => apart(a, quay) - apart(b, quay));
  const isDry = (from: Point): boolean =>
    alongLine([from, quay], LOOK)
      .slice(0, -1)
      .every((at) => shores.some(({ land }) => liesIn(at, land)));
  const from = near.find(isDry);
  if (!from) throw new Error(`No road leads to the quay at ${quay.join()}.`);
  return { kind: "road", line: [from, quay], speed: SPEEDS.small };
}

/**
 * Roads between seeds that have no third nearer to both (their relative neighbourhood graph), as far as they stay on land; then the shortest
 * ones that join what is still apart.
 */
function linksOf({ id, land }: Shore, units: readonly Unit[]): readonly Link[] {
  const here = [...units.keys()].filter((unit) => units[unit].island === id);
  const links: Link[] = [];
  const groupOf = new Map(here.map((unit) => [unit, unit]));
  const rootOf = (unit: number): number => {
    let root = unit;
    for (let up = groupOf.get(root); up !== undefined && up !== root; up = groupOf.get(root)) root = up;
    return root;
  };
  const add = ({ one, other }: Pair): void => {
    const line = onLand(units[one], units[other], land, links);
    if (!line) return;
    links.push({ one, other, line });
    groupOf.set(rootOf(one), rootOf(other));
  };
  const pairs = pairsOf(here, units);
  pairs.filter((pair) => isNeighbourly(pair, here, units)).forEach(add);
  for (const pair of pairs) if (rootOf(pair.one) !== rootOf(pair.other)) add(pair);
  if (new Set(here.map(rootOf)).size > 1) throw new Error(`The roads of ${id} do not join all units.`);
  return links;
}

interface Pair {
  readonly one: number;
  readonly other: number;
  readonly metres: number;
}

const pairsOf = (here: readonly number[], units: readonly Unit[]): readonly Pair[] =>
  here
    .flatMap((one, i) =>
      here.slice(i + 1).map((other) => ({ one, other, metres: apart(units[one].seed, units[other].seed) })),
    )
    .toSorted((a, b) => a.metres - b.metres || a.one - b.one || a.other - b.other);

const isNeighbourly = ({ one, other, metres }: Pair, here: readonly number[], units: readonly Unit[]): boolean =>
  here.every(
    (third) =>
      third === one ||
      third === other ||
      apart(units[third].seed, units[one].seed) >= metres ||
      apart(units[third].seed, units[other].seed) >= metres,
  );

/** A line on land that meets no other road but at its ends; `undefined` where none was found. */
function onLand(from: Unit, to: Unit, land: Feature<Polygon>, others: readonly Link[]): readonly Point[] | undefined {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const dice = diceFor(`road ${from.id} ${to.id} ${attempt}`);
    const line = [...wound(from.seed, to.seed, ROAD, dice), to.seed];
    if (!alongLine(line, LOOK).every((point) => liesIn(point, land))) continue;
    if (!others.some((other) => cross(line, other.line))) return line;
  }
  return undefined;
}

const cross = (one: readonly Point[], other: readonly Point[]): boolean =>
  one.slice(1).some((b, i) => other.slice(1).some((d, j) => segmentsCross(one[i], b, other[j], d)));

/** On which side of the line from `p` to `q` a point lies. */
const side = (p: Point, q: Point, r: Point): number =>
  Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));

/** Whether two segments meet elsewhere than where an end of both is. */
function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const isEnd = [c, d].some((end) => apart(a, end) === 0 || apart(b, end) === 0);
  return !isEnd && side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** Roads on the shortest ways from each place to the two that are nearest by road. */
function mainLinks(links: readonly Link[], units: readonly Unit[]): ReadonlySet<Link> {
  const places = PLACES.map(({ at }) => {
    const here = gridPoint(at);
    return units.reduce((best, { seed }, unit) => (apart(seed, here) < apart(units[best].seed, here) ? unit : best), 0);
  });
  const main = new Set<Link>();
  for (const start of places) {
    const { metres, by } = shortest(links, units.length, new Map([[start, 0]]));
    const near = places.filter((place) => place !== start && metres[place] < Infinity);
    for (const place of near.toSorted((a, b) => metres[a] - metres[b]).slice(0, 2)) {
      let unit = place;
      for (let link = by[unit]; link; link = by[unit]) {
        main.add(link);
        unit = link.one === unit ? link.other : link.one;
      }
    }
  }
  return main;
}

function speedOf(link: Link, main: ReadonlySet<Link>): number {
  if (apart(link.line[0], link.line[link.line.length - 1]) < 600) return SPEEDS.town;
  return main.has(link) ? SPEEDS.main : SPEEDS.small;
}

/** Metres along the roads from the nearest of some units to start from, each with metres to begin with, and the last road of the way. */
export function shortest(
  links: readonly Link[],
  count: number,
  starts: ReadonlyMap<number, number>,
): { readonly metres: Float64Array; readonly by: readonly (Link | undefined)[]; readonly from: Int32Array } {
  const metres = new Float64Array(count).fill(Infinity);
  const from = new Int32Array(count).fill(-1);
  const by: (Link | undefined)[] = Array.from({ length: count });
  for (const [unit, before] of starts) [metres[unit], from[unit]] = [before, unit];
  // A few hundred units: going through all roads until nothing changes is quick enough.
  for (let changed = true; changed;) {
    changed = false;
    for (const link of links)
      for (const [a, b] of [[link.one, link.other] as const, [link.other, link.one] as const]) {
        const sum = metres[a] + lengthOf(link.line);
        if (sum >= metres[b]) continue;
        [metres[b], from[b], by[b], changed] = [sum, from[a], link, true];
      }
  }
  return { metres, by, from };
}
