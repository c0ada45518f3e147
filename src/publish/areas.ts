import type { Adjacency } from "../domain/municipality.ts";
import { SMALLEST_SHOWN } from "../kernels/disclosure/shown.ts";

/** What areas are made of. */
export interface AreaGround {
  readonly bandCount: number;
  /** Which units touch by land: no area reaches over water. */
  readonly adjacency: Adjacency;
  /** Units of one class have the same school in every band by every plan of the case, `[unit]`. */
  readonly classOf: ArrayLike<number>;
  /** Pupils, `[unit * bandCount + band]`. */
  readonly unitBand: ArrayLike<number>;
  /** Middles of the units in metres of a plane, `[unit * 2]`: east, north. */
  readonly middles: ArrayLike<number>;
}

/** Units that have been put together so far. */
interface Group {
  readonly units: number[];
  pupils: number;
  /** Where its pupils live in the mean, metres of the plane. */
  x: number;
  y: number;
  readonly beside: Set<number>;
}

/**
 * No area has fewer pupils than this, as far as the piece of its class has so many. Measured on Holbæk: areas that each have five in every band
 * (189 of them) put the ninth tenth of ways 6 % off and the rights to transport 4 %; areas of ten whose bands are then rounded (400) 1 % and 1 %.
 */
export const LEAST_PUPILS = 2 * SMALLEST_SHOWN;

/**
 * Merges units into connected areas of one class each until each has at least {@link LEAST_PUPILS}; what one has in a band or a grade is
 * then rounded (see `rounded.ts`). The area of each unit, `[unit]`, numbered by first units.
 *
 * Method: units where nobody lives go to the nearest lived-in ones around them; then, beginning with the smallest, each group that has too
 * few is joined to the neighbour that spreads the pupils least (Ward 1963). O(units * log units + merges * groups).
 */
export function areasOf(ground: AreaGround): Int32Array {
  const group = livedInGroups(ground);
  const groups = new Map<number, Group>();
  group.forEach((number, unit) => {
    const known = groups.get(number) ?? emptyGroup();
    groups.set(number, known);
    addUnit(known, unit, ground);
  });
  const { start, target } = ground.adjacency;
  group.forEach((number, unit) => {
    for (let edge = start[unit]; edge < start[unit + 1]; edge++) {
      const other = group[target[edge]];
      if (other !== number && ground.classOf[target[edge]] === ground.classOf[unit])
        groups.get(number)?.beside.add(other);
    }
  });
  mergeSmall(groups);
  return numbered(groups, group.length);
}

const emptyGroup = (): Group => ({
  units: [],
  pupils: 0,
  x: 0,
  y: 0,
  beside: new Set(),
});

function pupilsIn(unit: number, { unitBand, bandCount }: Pick<AreaGround, "unitBand" | "bandCount">): number {
  let pupils = 0;
  for (let band = 0; band < bandCount; band++) pupils += unitBand[unit * bandCount + band];
  return pupils;
}

function addUnit(group: Group, unit: number, ground: AreaGround): void {
  const { middles } = ground;
  const pupils = pupilsIn(unit, ground);
  group.units.push(unit);
  moveMiddle(group, { pupils, x: middles[2 * unit], y: middles[2 * unit + 1] });
}

/** A group without pupils lies where its first unit does. */
function moveMiddle(group: Group, { pupils, x, y }: Pick<Group, "pupils" | "x" | "y">): void {
  const all = group.pupils + pupils;
  const share = all === 0 ? (group.units.length === 1 ? 1 : 0) : pupils / all;
  group.x += share * (x - group.x);
  group.y += share * (y - group.y);
  group.pupils = all;
}

/** Every lived-in unit a group of its own, and with it the empty ones of its class that are nearer to it than to others by land. */
function livedInGroups(ground: AreaGround): Int32Array {
  const {
    adjacency: { start, target },
    classOf,
  } = ground;
  const group = new Int32Array(classOf.length).fill(-1);
  const queue: number[] = [];
  const reach = (): void => {
    for (let head = 0; head < queue.length; head++)
      for (let edge = start[queue[head]]; edge < start[queue[head] + 1]; edge++) {
        const other = target[edge];
        if (group[other] >= 0 || classOf[other] !== classOf[queue[head]]) continue;
        group[other] = group[queue[head]];
        queue.push(other);
      }
  };
  for (let unit = 0; unit < group.length; unit++)
    if (pupilsIn(unit, ground) > 0) {
      group[unit] = unit;
      queue.push(unit);
    }
  reach();
  // Pieces where nobody lives at all are one area each.
  for (let unit = 0; unit < group.length; unit++)
    if (group[unit] < 0) {
      group[unit] = unit;
      queue.length = 0;
      queue.push(unit);
      reach();
    }
  return group;
}

/** A group that has no neighbour left is as large as its piece. */
function mergeSmall(groups: Map<number, Group>): void {
  const isSmall = ({ pupils, beside }: Group): boolean => pupils < LEAST_PUPILS && beside.size > 0;
  const waiting = new Set([...groups].flatMap(([number, group]) => (isSmall(group) ? [number] : [])));
  while (waiting.size > 0) {
    const number = smallest(waiting, groups);
    const group = groups.get(number);
    const partner = group && nearest(group, groups);
    waiting.delete(number);
    if (!group || partner === undefined) continue;
    join(number, partner, groups);
    waiting.delete(partner);
    if (isSmall(group)) waiting.add(number);
  }
}

function smallest(waiting: ReadonlySet<number>, groups: ReadonlyMap<number, Group>): number {
  let [best, least] = [-1, Infinity];
  for (const number of waiting) {
    const pupils = groups.get(number)?.pupils ?? Infinity;
    if (pupils < least || (pupils === least && number < best)) [best, least] = [number, pupils];
  }
  return best;
}

/** The neighbour with which the pupils are spread least about their common middle, squared metres. */
function nearest(group: Group, groups: ReadonlyMap<number, Group>): number | undefined {
  let [best, least]: [number | undefined, number] = [undefined, Infinity];
  for (const number of group.beside) {
    const other = groups.get(number);
    if (!other) continue;
    const weight = (group.pupils * other.pupils) / Math.max(1, group.pupils + other.pupils);
    const spread = weight * ((group.x - other.x) ** 2 + (group.y - other.y) ** 2);
    if (spread < least || (spread === least && number < (best ?? Infinity))) [best, least] = [number, spread];
  }
  return best;
}

function join(number: number, partner: number, groups: Map<number, Group>): void {
  const [group, other] = [groups.get(number), groups.get(partner)];
  if (!group || !other) return;
  group.units.push(...other.units);
  moveMiddle(group, other);
  for (const each of other.beside) {
    const beside = groups.get(each)?.beside;
    beside?.delete(partner);
    if (each === number) continue;
    beside?.add(number);
    group.beside.add(each);
  }
  group.beside.delete(partner);
  groups.delete(partner);
}

function numbered(groups: ReadonlyMap<number, Group>, units: number): Int32Array {
  const areas = [...groups.values()].map((group) => group.units.toSorted((a, b) => a - b));
  const area = new Int32Array(units);
  areas.toSorted(([a], [b]) => a - b).forEach((members, number) => members.forEach((unit) => (area[unit] = number)));
  return area;
}
