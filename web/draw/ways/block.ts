import type { Text } from "../../../src/index.ts";
import { placesOf } from "../../state/places.ts";
import type { BlockSize, CaseView } from "../../worker/messages.ts";
import { blockNames } from "./block-names.ts";
import { groupSelector } from "./groups.ts";
import type { GroupSource, UnitGroups, Way } from "./way.ts";

/** All that lies between the same roads: what can be reached without crossing any of them. */
export const block: Way = {
  shape: "cross",
  begin: groupSelector,
  groups: ({ view, scenery, drawing }) => {
    const blocks = blocksOf(view, scenery);
    return blocks[drawing.blocks] ?? blocks.small;
  },
};

type Blocks = Readonly<Partial<Record<BlockSize, UnitGroups>>>;

const known = new WeakMap<CaseView, Blocks>();

/** Blocks of each size that a case has roads for: more than one of each, and large ones only where they are larger. */
export function blocksOf(view: CaseView, scenery: GroupSource["scenery"]): Blocks {
  const kept = known.get(view);
  if (kept) return kept;
  const [small, large] = [named(view, scenery, "small"), named(view, scenery, "large")];
  const isLarger = large && small && large.names.length < small.names.length;
  const blocks: Blocks = { ...(small && { small }), ...(isLarger && { large }) };
  known.set(view, blocks);
  return blocks;
}

function named(
  { units, outlines, blocks }: CaseView,
  scenery: GroupSource["scenery"],
  size: BlockSize,
): UnitGroups | undefined {
  const of = blocks[size];
  if (!of) return undefined;
  const names = blockNames(of, units, outlines, placesOf(scenery));
  return byName(of, names);
}

function byName(of: Int32Array, names: readonly Text[]): UnitGroups {
  const order = [...names.keys()].toSorted((a, b) => names[a].da.localeCompare(names[b].da, "da"));
  const place = new Map(order.map((number, at) => [number, at]));
  return { of: of.map((number) => place.get(number) ?? -1), names: order.map((number) => names[number]) };
}
