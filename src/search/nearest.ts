import type { Entry, PlaceIndex } from "./index-of-places.ts";
import { closed, folded } from "./fold.ts";
import type { Reading } from "./read-query.ts";
import { runsOf } from "./rate.ts";
import { aligned } from "./steps.ts";

/** Where somebody said that what they look for is. */
interface Written {
  /** Folded and closed: what was written before it. */
  readonly name: string;
  /** Steps that a street's name may be off, of all its letters. */
  readonly off: number;
  readonly isIn: (entry: Entry) => boolean;
  readonly is: (entry: Entry) => boolean;
}

/**
 * What may be meant where nothing is called so: in the town or postcode that was written the streets that are written most alike, up to half
 * of the letters otherwise, and the town itself last; where no place was written that is known, such streets anywhere if nothing else was
 * `found`, a little more alike. O(names x letters).
 */
export function nearestNames(
  index: PlaceIndex,
  readings: readonly Reading[],
  found: "nothing" | "some",
  most: number,
): readonly Entry[] {
  const [written] = [
    ...readings.flatMap((reading) => whereWritten(index, reading)),
    ...(found === "nothing" ? readings.slice(0, 1).map(anywhere) : []),
  ];
  if (!written) return [];
  const { name, off: share, isIn, is } = written;
  const limit = Math.ceil(share * name.length);
  const steps = new Map<Entry, number>();
  for (const { text, entries } of index.keys) {
    const inside = entries.filter((entry) => entry.kind === "street" && isIn(entry));
    if (inside.length === 0) continue;
    const off = aligned(name, text, limit)?.whole ?? Infinity;
    if (off > limit) continue;
    for (const entry of inside) steps.set(entry, Math.min(off, steps.get(entry) ?? Infinity));
  }
  const streets = [...steps].toSorted((a, b) => a[1] - b[1] || (a[0].name < b[0].name ? -1 : 1));
  const towns = new Set(
    index.keys.flatMap(({ entries }) => entries.filter((entry) => entry.kind === "place" && is(entry))),
  );
  const places = [...towns].slice(0, 1);
  return [...streets.slice(0, most - places.length).map(([entry]) => entry), ...places];
}

const anywhere = ({ words }: Reading): Written => ({
  name: words.join(""),
  off: 0.4,
  isIn: () => true,
  is: () => false,
});

/** By the postcode where it is known, else by a town's name after a number or after one word at least. */
function whereWritten({ towns, postcodes }: PlaceIndex, { words, town, postcode }: Reading): readonly Written[] {
  if (postcode !== undefined && postcodes.has(postcode)) {
    const isIn = (entry: Entry): boolean => entry.postcode === postcode;
    return [{ name: words.join(""), off: 0.5, isIn, is: isIn }];
  }
  const splits = [
    { name: words.join(""), rest: town },
    ...words.slice(1).map((_, i) => ({ name: words.slice(0, i + 1).join(""), rest: words.slice(i + 1) })),
  ];
  return splits.flatMap(({ name, rest }): Written[] => {
    const known = runsOf(rest).find((run) => towns.has(run));
    if (known === undefined) return [];
    return [
      {
        name,
        off: 0.5,
        isIn: ({ townKey }) => townKey === known,
        is: ({ name: own }) => closed(folded(own)) === known,
      },
    ];
  });
}
