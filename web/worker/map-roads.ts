import { type Municipality, ROAD_KINDS, type RoadKind, roadBlocks, toDegrees } from "../../src/index.ts";
import { unitOutlines } from "./effects.ts";
import { BLOCK_SIZES, type BlockSize, type CaseView, type MapScenery, type RoadRank } from "./messages.ts";

/** Roads driven at least this fast are main roads, km/h. */
const MAIN_SPEED = 75;
/** Faster than this is faster than within towns, km/h. */
const TOWN_SPEED = 52;
/** So many lines are drawn of the whole municipality at once; of a denser network the smaller roads come when one looks nearer. */
const DRAWN_FROM_FAR = 60_000;
/** Drawn from far the more readily the earlier. */
const RANKS = ["ferry", "main", "country", "small"] as const satisfies readonly RoadRank[];
/** Parts of a degree that a road is drawn to: a decimetre. */
const FINENESS = 1e6;
/** Lines to a piece of text. */
const TEXT_LINES = 4096;

/**
 * The roads as the map's own thread reads them, one feature a rank: text and not values, since half a million lines would hold up the
 * page's thread for seconds on their way through it.
 */
export function mapRoads(roads: Municipality["roads"]): MapScenery["roads"] {
  const ranked = linesByRank(roads);
  let lines = 0;
  const isFar = (rank: RoadRank): boolean => (lines += ranked[rank].length) <= DRAWN_FROM_FAR || rank === "main";
  const far = RANKS.filter(isFar);
  const near = RANKS.filter((rank) => !far.includes(rank));
  const { lon, lat } = toDegrees(roads.plane, roads.xy);
  const write = (ranks: readonly RoadRank[]): Blob =>
    new Blob([...geoJson(ranks, ranked, roads.start, lon, lat)], { type: "application/geo+json" });
  return {
    far: write(far.toReversed()),
    ...(near.length > 0 && { near: write(near.toReversed()) }),
    hasFerries: ranked.ferry.length > 0,
  };
}

const fine = (degrees: number): number => Math.round(degrees * FINENESS) / FINENESS;

function* geoJson(
  ranks: readonly RoadRank[],
  ranked: Readonly<Record<RoadRank, readonly number[]>>,
  start: Uint32Array,
  lon: Float64Array,
  lat: Float64Array,
): Generator<string> {
  yield '{"type":"FeatureCollection","features":[';
  for (const [number, rank] of ranks.entries()) {
    yield `${number === 0 ? "" : ","}{"type":"Feature","properties":{"rank":"${rank}"},"geometry":{"type":"MultiLineString","coordinates":[`;
    let text: string[] = [];
    for (const [at, line] of ranked[rank].entries()) {
      const positions: string[] = [];
      for (let i = start[line]; i < start[line + 1]; i++) positions.push(`[${fine(lon[i])},${fine(lat[i])}]`);
      text.push(`${at === 0 ? "" : ","}[${positions.join(",")}]`);
      if (text.length < TEXT_LINES) continue;
      yield text.join("");
      text = [];
    }
    yield `${text.join("")}]}}`;
  }
  yield "]}";
}

/** The roads around a block. */
const AROUND: Readonly<Record<BlockSize, readonly RoadRank[]>> = {
  small: ["main", "country"],
  large: ["main"],
};

/** Less is no place of its own, square kilometres: two cells of the usual size, a junction, the middle of a broad road. */
const LEAST = 0.25;

/** Blocks of units between the larger roads, of each size that parts the units, see {@link roadBlocks}. */
export function blocksBetween({ units, roads }: Pick<Municipality, "units" | "roads">): CaseView["blocks"] {
  const ranked = linesByRank(roads);
  const { plane, start, xy } = roads;
  const outlines = unitOutlines(units);
  const of = (size: BlockSize): Int32Array => {
    const lines = AROUND[size]
      .flatMap((rank) => ranked[rank])
      .map((line) => {
        const { lon, lat } = toDegrees(plane, xy.subarray(2 * start[line], 2 * start[line + 1]));
        return Array.from(lon, (each, i) => [each, lat[i]]);
      });
    return roadBlocks(units, outlines, lines, LEAST);
  };
  const blocks = BLOCK_SIZES.map((size) => [size, of(size)] as const);
  return Object.fromEntries(blocks.filter(([, block]) => block.some((number) => number > 0)));
}

function linesByRank({ count, kind, length, minutes }: Municipality["roads"]): Readonly<Record<RoadRank, number[]>> {
  const lines: Record<RoadRank, number[]> = { main: [], country: [], small: [], ferry: [] };
  for (let line = 0; line < count; line++)
    lines[rankOf(ROAD_KINDS[kind[line]], (length[line] / minutes[line]) * 0.06)].push(line);
  return lines;
}

/** `speed`: km/h. */
function rankOf(kind: RoadKind, speed: number): RoadRank {
  if (kind === "ferry") return "ferry";
  if (kind === "motorway") return "main";
  if (kind === "path" || speed <= TOWN_SPEED) return "small";
  return speed < MAIN_SPEED ? "country" : "main";
}
