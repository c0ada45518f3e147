import type { Entry, PlaceIndex } from "./index-of-places.ts";
import { isNumber, type Reading } from "./read-query.ts";
import { aligned, lackedBy, lettersOf, stepsAllowed } from "./steps.ts";

/** What a text may be off and still be meant; only their order counts. */
export const COST = {
  step: 10,
  unfinished: 3,
  townStep: 4,
  // Somebody who writes a town knows it better than how a street is spelt: two letters weigh less.
  otherTown: 22,
  otherPostcode: 22,
  postcodeStep: 6,
  noHouse: 13,
  otherLetter: 4,
};

/** Of entries equally near, a town goes before a school, and that before a street. */
const KIND_COST: Readonly<Record<Entry["kind"], number>> = { place: 0, school: 0.2, street: 0.4 };

/** How far an entry is what was typed, the best first; `near`: some part of it was typed otherwise, and it may be another place. */
export const FIT = { whole: 0, otherLetter: 1, noHouse: 2, begun: 3, near: 4 } as const;

export type Fit = (typeof FIT)[keyof typeof FIT];

export interface Rated {
  readonly entry: Entry;
  readonly fit: Fit;
  readonly cost: number;
  readonly number?: string;
}

/** How a name that was typed lies along an entry's, and what of the text is left for the town. */
interface Along {
  readonly steps: number;
  /** What is due for letters that are still to come, or for a number that is read as nothing; 0 for a whole name. */
  readonly besides: number;
  readonly town: readonly string[];
}

/** Each entry that a reading may mean, as often as it may. O(names x letters). */
export function rate(index: PlaceIndex, reading: Reading, offer: (rated: Rated) => void): void {
  const { number } = reading;
  const name = reading.words.join("");
  const limit = stepsAllowed(name.length);
  const letters = lettersOf(name);
  const townCost = townCosts(index);
  const wordEnds = endsOf(reading.words);
  for (const { text: key, letters: inKey, entries } of index.keys) {
    const isNear = lackedBy(letters, inKey) <= limit;
    const mayLead = number === undefined && key.length < name.length + limit && lackedBy(inKey, letters) <= limit;
    if (!isNear && !mayLead) continue;
    const along = aligned(name, key, limit);
    if (!along) continue;
    const allowed = Math.min(limit, stepsAllowed(key.length));
    for (const entry of entries) {
      const house = houseFit(number, entry);
      const postcode = postcodeCost(reading.postcode, entry);
      const isInPostcode = reading.postcode !== undefined && reading.postcode === entry.postcode;
      const offered = ({ steps, besides, town }: Along, whole: Fit = house.fit): void => {
        const elsewhere = postcode + townCost(town, entry, isInPostcode);
        const cost = KIND_COST[entry.kind] + house.cost + COST.step * steps + besides + elsewhere;
        offer({ entry, fit: steps + elsewhere > 0 ? FIT.near : whole, cost, ...(number !== undefined && { number }) });
      };
      if (along.whole <= limit) offered({ steps: along.whole, besides: 0, town: reading.town });
      if (along.begun <= limit) {
        const missing = Math.min(1, Math.max(0, key.length - name.length) / 10);
        const besides = COST.unfinished * (1 + missing);
        offered({ steps: along.begun, besides, town: reading.town }, house.fit === FIT.noHouse ? FIT.near : FIT.begun);
      }
      if (number !== undefined) continue;
      // What follows a name begins with a word of its own.
      wordEnds.forEach((length, words) => {
        const steps = along.led[length] ?? Infinity;
        if (steps > allowed) return;
        const town = reading.words.slice(words + 1);
        if (town.some(isNumber)) offered({ steps, besides: COST.noHouse, town }, FIT.near);
        else offered({ steps, besides: 0, town });
      });
    }
  }
}

/** After how many letters each word but the last ends. */
function endsOf(words: readonly string[]): readonly number[] {
  let length = 0;
  return words.slice(0, -1).map((word) => (length += word.length));
}

/** Worked out once for each rest of a text and each town. */
function townCosts(index: PlaceIndex): (typed: readonly string[], entry: Entry, isInPostcode: boolean) => number {
  const known = new Map<string, number>();
  return (typed, entry, isInPostcode) => {
    if (typed.length === 0) return 0;
    const key = `${typed.join(" ")} ${entry.kind} ${entry.townKey} ${isInPostcode}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const cost = townCostOf(index, typed, entry, isInPostcode);
    known.set(key, cost);
    return cost;
  };
}

/** "Udby, 4300 Holbæk, Danmark": the town stands among other words; another town beside it is not nothing. */
function townCostOf(
  { towns, postTowns }: PlaceIndex,
  typed: readonly string[],
  { townKey, kind }: Entry,
  isInPostcode: boolean,
): number {
  const runs = runsOf(typed);
  if (townKey === "") {
    const isUnknown = kind === "street" ? postTowns.size > 0 : !runs.some((run) => towns.has(run));
    return isUnknown ? COST.otherTown : 0;
  }
  const isAlsoElsewhere = runs.some((run) => postTowns.has(run) && !townKey.includes(run));
  const all = typed.join("");
  const isBegun =
    townKey.startsWith(all) || runs.some((run) => run.length > 2 && all.endsWith(run) && townKey.startsWith(run));
  if (isBegun || runs.includes(townKey)) return isAlsoElsewhere ? COST.townStep : 0;
  if (isInPostcode && !isAlsoElsewhere) return 0;
  const limit = stepsAllowed(all.length);
  const begun = aligned(all, townKey, limit)?.begun ?? Infinity;
  return begun <= limit ? COST.townStep * begun : COST.otherTown;
}

/** Words of the longest town's name. */
const MOST_WORDS = 3;

/** Neighbouring words, closed. */
export const runsOf = (words: readonly string[]): readonly string[] =>
  words.flatMap((_, from) =>
    Array.from({ length: Math.min(MOST_WORDS, words.length - from) }, (_more, more) =>
      words.slice(from, from + more + 1).join(""),
    ),
  );

/** Nothing where the file has none. */
function postcodeCost(typed: string | undefined, { postcode }: Entry): number {
  if (typed === undefined || postcode === "" || typed === postcode) return 0;
  return (aligned(typed, postcode, 1)?.whole ?? Infinity) <= 1 ? COST.postcodeStep : COST.otherPostcode;
}

function houseFit(number: string | undefined, { houses }: Entry): { readonly fit: Fit; readonly cost: number } {
  if (number === undefined || houses.has(number)) return { fit: FIT.whole, cost: 0 };
  return houses.has(digitsOf(number)) || houses.has(`${number}a`)
    ? { fit: FIT.otherLetter, cost: COST.otherLetter }
    : { fit: FIT.noHouse, cost: COST.noHouse };
}

export const digitsOf = (number: string): string => number.replace(/[a-z]+$/, "");
