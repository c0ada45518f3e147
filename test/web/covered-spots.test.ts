import { expect, test } from "vitest";
import type { Box } from "../../web/map/card-spot.ts";
import { coveredSpots } from "../../web/map/covered-spots.ts";

const MAP = { width: 338, height: 251 };
const TOOLS: Box = { left: 290, top: 12, width: 44, height: 133 };
/** The smallest name with the air around it, pixels. */
const NAME = { width: 30, height: 12 };

const spots = coveredSpots(MAP, [TOOLS]);
const hits = ({ left, top, width, height }: Box): boolean =>
  spots.some(({ x, y }) => x >= left && x <= left + width && y >= top && y <= top + height);

/** A name's box at every place of the map and just outside it. */
function* everywhere(): Generator<Box> {
  for (let left = -NAME.width + 1; left < MAP.width; left++)
    for (let top = -NAME.height + 1; top < MAP.height; top++) yield { left, top, ...NAME };
}

const isCut = ({ left, top, width, height }: Box): boolean =>
  left <= 0 || top <= 0 || left + width >= MAP.width || top + height >= MAP.height;
const isUnder = ({ left, top, width, height }: Box, cover: Box): boolean =>
  left <= cover.left + cover.width &&
  left + width >= cover.left &&
  top <= cover.top + cover.height &&
  top + height >= cover.top;

test("no name that a map's frame would cut, or that would stand under what lies over the map, has room there; any other has", () => {
  const wrong: Box[] = [];
  for (const name of everywhere()) if (hits(name) !== (isCut(name) || isUnder(name, TOOLS))) wrong.push(name);
  expect(wrong).toEqual([]);
});

test("what covers a part beyond the map takes no room of it", () => {
  expect(coveredSpots(MAP, [{ left: MAP.width + 5, top: 0, width: 40, height: 40 }])).toEqual(coveredSpots(MAP, []));
});
