import { NO_GROUP, type Outlines, type Plan } from "../../src/index.ts";
import { shownSite } from "../state/shown-band.ts";
import type { AssumedPlan, Bounds, CaseView, MapScenery } from "../worker/messages.ts";
import { PAPER } from "./palette.ts";
import { districtOf, pictureOf } from "./picture.ts";

/** A grid of points over some land, row by row from its north-west corner: which unit lies at each. */
interface UnitGrid {
  readonly width: number;
  readonly height: number;
  /** `[row * width + column]`; NO_GROUP where there is no unit. */
  readonly unit: Int32Array;
}

/** Pixels of a small map's longer side; it is shown at half of that, so that its lines are fine. */
const LONGEST = 144;

/** As many points on the longer side as asked for, as far apart in metres both ways. */
export function unitGrid(outlines: Outlines, [west, south, east, north]: Bounds, longest = LONGEST): UnitGrid {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const step = Math.max((east - west) * narrow, north - south) / longest;
  const width = Math.max(1, Math.round(((east - west) * narrow) / step));
  const height = Math.max(1, Math.round((north - south) / step));
  const unit = new Int32Array(width * height).fill(NO_GROUP);
  const column = (lon: number): number => ((lon - west) / (east - west)) * width - 0.5;
  const row = (lat: number): number => ((north - lat) / (north - south)) * height - 0.5;
  crossings(outlines, column, row, height).forEach((met, y) => {
    const inOrder = met.toSorted((a, b) => a.at - b.at);
    inOrder.forEach(({ at, unit: behind }, i) => {
      if (behind === NO_GROUP) return;
      const [first, end] = [at, inOrder[i + 1]?.at ?? at].map((x) => Math.min(width, Math.max(0, Math.ceil(x))));
      unit.fill(behind, y * width + first, y * width + end);
    });
  });
  return { width, height, unit };
}

/** Where each row meets outlines, and the unit that begins there going east; `[row]`. */
function crossings(
  { corners, ends, sides }: Outlines,
  column: (lon: number) => number,
  row: (lat: number) => number,
  height: number,
): readonly (readonly { readonly at: number; readonly unit: number }[])[] {
  const met = Array.from({ length: height }, (): { at: number; unit: number }[] => []);
  for (let edge = 0; edge < ends.length; edge += 2) {
    const [from, to] = [ends[edge], ends[edge + 1]];
    const [x1, y1] = [column(corners[2 * from]), row(corners[2 * from + 1])];
    const [x2, y2] = [column(corners[2 * to]), row(corners[2 * to + 1])];
    if (y1 === y2) continue;
    // Going north, what lies east is to the right.
    const east = sides[y1 > y2 ? edge + 1 : edge];
    const unit = east < NO_UNIT ? east : NO_GROUP;
    for (let y = Math.max(0, Math.ceil(Math.min(y1, y2))); y < Math.min(height, Math.max(y1, y2)); y++)
      met[y].push({ at: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), unit });
  }
  return met;
}

/** As outlines mark a side without a unit. */
const NO_UNIT = 0xffffffff;

/** What every small map of a case has: its points, and what lies over and around the districts. */
interface ThumbnailGrid extends UnitGrid {
  /** RGBA, a point after the other; see-through where districts are seen. */
  readonly cover: Uint8ClampedArray;
}

const grids = new WeakMap<CaseView, ThumbnailGrid>();

function thumbnailGrid(view: CaseView, scenery: MapScenery): ThumbnailGrid {
  const known = grids.get(view);
  if (known) return known;
  const grid = unitGrid(view.outlines, scenery.bounds);
  const made = { ...grid, cover: coverOf(scenery, grid) };
  grids.set(view, made);
  return made;
}

/** Water, and the land outside, as the large map paints them over. */
function coverOf({ bounds, outside, water }: MapScenery, { width, height }: UnitGrid): Uint8ClampedArray {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext("2d");
  if (!pen) return new Uint8ClampedArray(4 * width * height);
  const [west, south, east, north] = bounds;
  const paint = (area: MapScenery["water"], colour: string): void => {
    if (!area) return;
    pen.fillStyle = colour;
    pen.beginPath();
    for (const ring of area.type === "Polygon" ? area.coordinates : area.coordinates.flat()) {
      for (const [lon, lat] of ring)
        pen.lineTo(((lon - west) / (east - west)) * width, ((north - lat) / (north - south)) * height);
      pen.closePath();
    }
    pen.fill("evenodd");
  };
  paint(outside, PAPER.landOutside);
  paint(water, PAPER.water);
  return pen.getImageData(0, 0, width, height).data;
}

const thumbnails = new WeakMap<Plan, ImageData>();

/** A plan's small map; painted once, whoever shows it. */
export function paintedThumbnail(view: CaseView, assumed: AssumedPlan, scenery: MapScenery): ImageData {
  const { plan } = assumed;
  const known = thumbnails.get(plan);
  if (known) return known;
  const grid = thumbnailGrid(view, scenery);
  const picture = pictureOf(view, assumed);
  const district = Int32Array.from({ length: view.units.count }, (_, unit) =>
    districtOf(picture, shownSite(view.grades, plan.assignment, unit, "lowest")),
  );
  const fills = picture.districts.map(({ hue }) => hue.fill);
  const made = new ImageData(painted(grid, district, fills), grid.width, grid.height);
  thumbnails.set(plan, made);
  return made;
}

/** Points in their districts' colours, a dark line where two districts meet, and what covers them over it. */
export function painted(
  { width, height, unit, cover }: ThumbnailGrid,
  districtOfUnit: Int32Array,
  fills: readonly string[],
): Uint8ClampedArray<ArrayBuffer> {
  const at = (point: number): number => (unit[point] === NO_GROUP ? NO_GROUP : districtOfUnit[unit[point]]);
  const colours = fills.map(channels);
  const [land, border] = [channels(PAPER.land), channels(PAPER.border)];
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let point = 0; point < unit.length; point++) {
    const own = at(point);
    const isAtLine = (other: number, isThere: boolean): boolean =>
      isThere && own !== at(other) && own !== NO_GROUP && at(other) !== NO_GROUP;
    const meets = isAtLine(point + 1, (point + 1) % width > 0) || isAtLine(point + width, point + width < unit.length);
    const colour = meets ? border : (colours[own] ?? land);
    const seen = 1 - cover[4 * point + 3] / 255;
    for (let channel = 0; channel < 3; channel++)
      rgba[4 * point + channel] = colour[channel] * seen + cover[4 * point + channel] * (1 - seen);
    rgba[4 * point + 3] = 255;
  }
  return rgba;
}

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
