import { type BoxSpace, boxSpaces, type Outlines, type Position } from "../../src/index.ts";
import type { UnitTable } from "../worker/messages.ts";
import type { Picture } from "./picture.ts";

/** A district's name or key where it lies inside the district, from the zoom on at which it does and hides no school's mark. */
interface Placed extends Position {
  readonly zoom: number;
}

export interface DistrictName extends Placed {
  readonly district: number;
  /** In the lines that it is written in. */
  readonly text: string;
  /** For maps on which the name has no room. */
  readonly key: Placed;
}

/** Height of the letters by zoom, pixels. */
export const NAME_SIZES = [
  [9, 11],
  [14, 18],
] as const;

/** Between lines, as a share of the letters' height. */
export const LINE_HEIGHT = 1.1;
const MOST_LINES = 3;
/** Around a name, pixels. */
const AIR = 2;
/** Of a school's mark, with some air; pixels. Where keys are asked for the map is small, and so are the marks. */
const MARK = 14;
const SMALL_MARK = 9;
/** Half of a key, a bold capital or two, with its air; pixels. */
const KEY = { across: 7, up: 8, clear: SMALL_MARK };
/** Height of letters that room is looked for with, pixels. */
const SIZE = 12;
/** Of the map of the whole earth at zoom 0, metres a pixel on the equator. */
const EARTH = 40_075_017 / 512;

/** Names and keys of the districts that any unit goes to, `districtOfUnit[unit]`. */
export function districtNames(
  outlines: Outlines,
  districtOfUnit: Int32Array,
  units: UnitTable,
  { districts, sites }: Pick<Picture, "districts" | "sites">,
): readonly DistrictName[] {
  const written = districts.map(({ name }) => waysToWrite(name));
  const shapesOf = (district: number) => [
    written[district].map((lines) => ({
      across: (SIZE * widest(lines)) / 2 + AIR,
      up: (SIZE * LINE_HEIGHT * lines.length) / 2 + AIR,
      clear: MARK,
    })),
    [KEY],
  ];
  const middle = (unit: number): Position => ({ lon: units.lon[unit], lat: units.lat[unit] });
  const spaces = boxSpaces(outlines, districtOfUnit, units, shapesOf, sites);
  const keys = new Map(spaces.flatMap((space) => (space.thing === 0 ? [] : [[space.group, space]])));
  return spaces.flatMap((space) => {
    const key = keys.get(space.group);
    if (space.thing !== 0 || !key) return [];
    const { group: district, shape, unit } = space;
    const at = middle(unit);
    return {
      district,
      ...at,
      text: written[district][shape].join("\n"),
      zoom: growingFrom(zoomOf(space, at)),
      key: { ...middle(key.unit), zoom: zoomOf(key, at) },
    };
  });
}

/** From which zoom on a box has its room. */
const zoomOf = ({ metresPerPixel }: BoxSpace, { lat }: Position): number =>
  Math.log2((EARTH * Math.cos((lat * Math.PI) / 180)) / metresPerPixel);

/** Where letters grow with the map they need a little more than at the size that room was looked for with. */
const growingFrom = (zoom: number): number => zoom + Math.max(0, Math.log2(nameSize(zoom) / SIZE));

export function nameSize(zoom: number): number {
  const [[low, small], [high, large]] = NAME_SIZES;
  const share = Math.min(1, Math.max(0, (zoom - low) / (high - low)));
  return small + share * (large - small);
}

/** In one line, and in each more the words as evenly as they go. */
export function waysToWrite(name: string): readonly (readonly string[])[] {
  const words = name.split(" ");
  return Array.from({ length: Math.min(MOST_LINES, words.length) }, (_, i) => evenly(words, i + 1));
}

function evenly(words: readonly string[], lines: number): readonly string[] {
  if (lines === 1) return [words.join(" ")];
  const ways = words.slice(0, words.length - lines + 1).map((_, i) => {
    const first = words.slice(0, i + 1).join(" ");
    return [first, ...evenly(words.slice(i + 1), lines - 1)];
  });
  return ways.reduce((best, way) => (widest(way) < widest(best) ? way : best));
}

const widest = (lines: readonly string[]): number => Math.max(...lines.map(emsOf));

/** About as wide as a line is written, as a share of its letters' height. */
const emsOf = (line: string): number => {
  let sum = 0;
  for (const letter of line) sum += widthOf(letter);
  return sum;
};

const widths = new Map<string, number>();

function widthOf(letter: string): number {
  const known = widths.get(letter) ?? WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.59;
  widths.set(letter, known);
  return known;
}

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,'’:;|!()[\] -]/, 0.32],
  [/[frt]/, 0.4],
  [/[mwMW@%ÆŒæœ]/, 0.9],
  [/\p{Lu}/u, 0.68],
];
