import { SMALLEST_SHOWN } from "../../kernels/disclosure/shown.ts";
import { catalogue, inBoth, type Text } from "../../domain/language.ts";
import type { Basis } from "../../evaluate/basis.ts";
import type { PupilChanges } from "./pupil-changes.ts";

/** The rows of a table, as few as it takes for each to have enough pupils to be shown. */
export interface MergedRows {
  readonly names: readonly Text[];
  /** Row of each entry. */
  readonly rowOf: Uint32Array;
}

export const OTHERS: Text = catalogue("compare.fairness.merged-rows", { da: "Øvrige", en: "Others" });

/** By {@link PupilChanges.place}. */
export const placeNames = ({ municipality }: Basis): readonly Text[] => {
  const { places } = municipality.scenery;
  return places.length > 0 ? places.map(({ name }) => inBoth(() => name)) : [OTHERS];
};

/**
 * Rows with one to four pupils go into one called others, with the smallest of the rest where it is still too small, and with rows that have
 * entries and no pupils.
 */
export function mergeRows(
  { pupils, count }: Pick<PupilChanges, "pupils" | "count">,
  kind: ArrayLike<number>,
  names: readonly Text[],
): MergedRows {
  const totals = names.map((_, row) => ({ row, pupils: 0 }));
  for (let i = 0; i < count; i++) totals[kind[i]].pupils += pupils[i];
  const present = totals.filter((total) => total.pupils > 0).toSorted((a, b) => a.pupils - b.pupils);
  let inOthers = present.filter((total) => total.pupils < SMALLEST_SHOWN).length;
  const othersTotal = (): number => present.slice(0, inOthers).reduce((sum, total) => sum + total.pupils, 0);
  while (inOthers > 0 && inOthers < present.length && othersTotal() < SMALLEST_SHOWN) inOthers++;
  const kept = present
    .slice(inOthers)
    .map(({ row }) => row)
    .toSorted((a, b) => a - b);
  const rowOf = Uint32Array.from({ length: count }, (_, i) => {
    const row = kept.indexOf(kind[i]);
    return row < 0 ? kept.length : row;
  });
  const hasOthers = rowOf.includes(kept.length);
  return { names: [...kept.map((row) => names[row]), ...(hasOthers ? [OTHERS] : [])], rowOf };
}
