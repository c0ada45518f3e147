import { roadBlocks, type Text } from "../../../src/index.ts";
import type { Drawing } from "../../state/drawing.ts";
import { placesOf } from "../../state/places.ts";
import type { CaseView, RoadRank } from "../../worker/messages.ts";
import { blockNames } from "./block-names.ts";
import { groupSelector } from "./groups.ts";
import type { GroupSource, UnitGroups, Way } from "./way.ts";

type Size = Drawing["blocks"];

/** All that lies between the same roads: what can be reached without crossing any of them. */
export const block: Way = {
  shape: "cross",
  begin: groupSelector,
  groups: ({ view, scenery, drawing }) => {
    const blocks = blocksOf(view, scenery);
    return blocks[drawing.blocks] ?? blocks.small;
  },
};

/** The roads around a block. */
const ROADS: Readonly<Record<Size, readonly RoadRank[]>> = { small: ["main", "country"], large: ["main"] };

/** Less is no place of its own, square kilometres: two cells of the usual size, a junction, the middle of a broad road. */
const LEAST = 0.25;

type Blocks = Readonly<Partial<Record<Size, UnitGroups>>>;

const known = new WeakMap<CaseView, Blocks>();

/** Blocks of each size that a case has roads for: more than one of each, and large ones only where they are larger. */
export function blocksOf(view: CaseView, scenery: GroupSource["scenery"]): Blocks {
  const kept = known.get(view);
  if (kept) return kept;
  const [small, large] = [blocksAmong(view, scenery, "small"), blocksAmong(view, scenery, "large")];
  const isLarger = large && small && large.names.length < small.names.length;
  const blocks: Blocks = { ...(small && { small }), ...(isLarger && { large }) };
  known.set(view, blocks);
  return blocks;
}

function blocksAmong(
  { units, outlines }: Pick<CaseView, "units" | "outlines">,
  scenery: GroupSource["scenery"],
  size: Size,
): UnitGroups | undefined {
  const lines = scenery.roads.features
    .filter(({ properties: { rank } }) => ROADS[size].includes(rank))
    .flatMap(({ geometry }) => geometry.coordinates);
  const of = roadBlocks(units, outlines, lines, LEAST);
  const names = blockNames(of, units, outlines, placesOf(scenery));
  return names.length < 2 ? undefined : byName(of, names);
}

function byName(of: Int32Array, names: readonly Text[]): UnitGroups {
  const order = [...names.keys()].toSorted((a, b) => names[a].da.localeCompare(names[b].da, "da"));
  const place = new Map(order.map((number, at) => [number, at]));
  return { of: of.map((number) => place.get(number) ?? -1), names: order.map((number) => names[number]) };
}
