import { sum } from "../../kernels/sum.ts";
import { NOTHING, pairFloor } from "./floors.ts";
import { pairsWithin, sizesWithin } from "./gates.ts";
import type { BeforeMerging, GroupingObjective } from "./objective.ts";

/** Those that hang on which districts are joined alone, whoever goes where. */
export function structureObjectives(before: BeforeMerging): readonly GroupingObjective[] {
  const { singles, districts } = before;
  const pupils = singles.map((tally) => sum(tally.pupils));
  const all = sum(pupils);
  const sizeOf = (joined: readonly number[]): number => sum(joined.map((each) => pupils[each]));
  return [
    {
      kind: "worst",
      measures: ["pupils-most"],
      of: (tally) => sum(tally.pupils),
      within: (most) => sizesWithin(pupils, { least: 0, most }, districts),
      levelOf: sizeOf,
      least: Math.max(Math.ceil(all / districts), ...pupils),
    },
    {
      kind: "worst",
      measures: ["pupils-least"],
      of: (tally) => -sum(tally.pupils),
      within: (least) => sizesWithin(pupils, { least: -least, most: Infinity }, districts),
      levelOf: (joined) => -sizeOf(joined),
      least: -Math.floor(all / districts),
    },
    { kind: "evenness", measures: ["pupils-ratio"], pupils },
    ...distanceObjectives(before),
    { kind: "sum", measures: ["extra-pieces"], of: ({ extraPieces }) => extraPieces, floor: NOTHING },
  ];
}

/** Between the open sites of a merged district; none where no road joins two of them. */
function distanceObjectives({ basis, atoms, singles, districts }: BeforeMerging): readonly GroupingObjective[] {
  const { siteCar, siteCount } = basis.travel;
  const count = atoms.length;
  const open = atoms.map(({ sites }) => sites.filter((site) => basis.baseline.teaching[site] !== 0));
  const [sums, pairs, most] = [0, 1, 2].map(() => new Float64Array(count * count));
  open.forEach((here, one) =>
    open.forEach((there, other) => {
      for (const [at, a] of here.entries())
        for (const b of one === other ? here.slice(at + 1) : there) {
          const metres = Math.max(siteCar[a * siteCount + b], siteCar[b * siteCount + a]);
          const cell = one * count + other;
          sums[cell] += metres;
          pairs[cell]++;
          most[cell] = Math.max(most[cell], metres);
        }
    }),
  );
  if (sums.includes(Infinity)) return [];
  const own = singles.reduce((all, { siteDistances }) => all + siteDistances.pairs, 0);
  const isOpen = open.every((sites) => sites.length > 0);
  return [
    {
      kind: "worst",
      measures: ["site-distance-worst"],
      of: ({ siteDistances }) => siteDistances.worst,
      within: (level) => pairsWithin(most, count, level),
      levelOf: (joined) =>
        joined.reduce(
          (worst, one) => joined.reduce((all, other) => Math.max(all, most[one * count + other]), worst),
          0,
        ),
      least: singles.reduce((worst, { siteDistances }) => Math.max(worst, siteDistances.worst), 0),
    },
    {
      kind: "ratio",
      measures: ["site-distance-mean"],
      top: ({ siteDistances }) => siteDistances.sum,
      bottom: ({ siteDistances }) => siteDistances.pairs,
      floorAt: (rate) =>
        pairFloor(
          sums.map((metres, cell) => metres - rate * pairs[cell]),
          count,
        ),
      // Joining so many into so few takes a pair at least for each that is joined to another.
      leastBottom: Math.max(1, own + (isOpen ? count - districts : 0)),
    },
  ];
}
