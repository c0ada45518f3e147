import type { Position } from "../domain/municipality.ts";
import type { Entry, PlaceIndex } from "./index-of-places.ts";
import { type Reading, readingsOf } from "./read-query.ts";
import { aligned, lackedBy, lettersOf, stepsAllowed } from "./steps.ts";

/** A place that may be the one meant. */
export interface Found extends Position {
  /** A street stands for itself where no house of it was named that the file has. */
  readonly kind: "address" | Entry["kind"];
  /** "Ahlgade 12B", "Udby". */
  readonly name: string;
  /** "4300 Holbæk"; "" where nothing more is known. */
  readonly where: string;
  /** The house number that was typed and that is not known there: "9999", "12C". */
  readonly unknownHouse?: string;
}

/** What a text may be off and still be meant; only their order counts. */
const COST = {
  step: 10,
  unfinished: 3,
  townStep: 4,
  otherTown: 14,
  otherPostcode: 12,
  postcodeStep: 6,
  noHouse: 13,
  otherLetter: 4,
};
/** Nothing as near as this was found while a number was taken for a house's: then it may be part of a name. */
const LAST_RESORT = 2.5 * COST.step;
/** Of entries equally near, a town goes before a school, and that before a street. */
const KIND_COST: Readonly<Record<Entry["kind"], number>> = { place: 0, school: 0.2, street: 0.4 };

interface Rated {
  readonly entry: Entry;
  readonly cost: number;
  readonly number?: string;
}

/** The places that somebody who typed `text` may mean, the likeliest first, at most `most`. O(names x letters). */
export function findPlaces(index: PlaceIndex, text: string, most: number): readonly Found[] {
  const best = new Map<Entry, Rated>();
  let least = Infinity;
  for (const reading of readingsOf(text, index)) {
    if (least < (reading.likely === "first" ? COST.step : LAST_RESORT)) break;
    rate(index, reading, (rated) => {
      if (rated.cost >= (best.get(rated.entry)?.cost ?? Infinity)) return;
      best.set(rated.entry, rated);
      least = Math.min(least, rated.cost);
    });
  }
  const ordered = [...best.values()].toSorted(
    (a, b) => a.cost - b.cost || order(a.entry.name, b.entry.name) || order(a.entry.town, b.entry.town),
  );
  const found = ordered.slice(0, most).map(({ entry, number }) => foundOf(entry, number));
  const [first] = ordered;
  const more = first ? housesBegun(first, most - found.length) : [];
  return [...found.slice(0, 1), ...more, ...found.slice(1)].slice(0, most);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rate({ keys }: PlaceIndex, reading: Reading, offer: (rated: Rated) => void): void {
  const { name, number } = reading;
  const limit = stepsAllowed(name.length);
  const letters = lettersOf(name);
  const townCost = townCosts();
  for (const { text: key, letters: inKey, entries } of keys) {
    const isNear = lackedBy(letters, inKey) <= limit;
    const mayLead = number === undefined && key.length < name.length + limit && lackedBy(inKey, letters) <= limit;
    if (!isNear && !mayLead) continue;
    const along = aligned(name, key, limit);
    if (!along) continue;
    const allowed = Math.min(limit, stepsAllowed(key.length));
    for (const entry of entries) {
      const base = KIND_COST[entry.kind] + postcodeCost(reading.postcode, entry) + houseCost(number, entry);
      const offered = (cost: number): void =>
        offer({ entry, cost: base + cost, ...(number !== undefined && { number }) });
      if (along.whole <= limit) offered(COST.step * along.whole + townCost(reading.town, entry));
      if (along.begun <= limit) {
        const missing = Math.min(1, Math.max(0, key.length - name.length) / 10);
        offered(COST.step * along.begun + COST.unfinished * (1 + missing) + townCost(reading.town, entry));
      }
      if (number === undefined)
        along.led.forEach((steps, length) => {
          if (steps > allowed || length === name.length) return;
          offered(COST.step * steps + townCost(name.slice(length), entry));
        });
    }
  }
}

/** Worked out once for each rest of a text and each town. */
function townCosts(): typeof townCostOf {
  const known = new Map<string, number>();
  return (typed, entry) => {
    if (typed === "") return 0;
    const key = `${typed} ${entry.townKey}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const cost = townCostOf(typed, entry);
    known.set(key, cost);
    return cost;
  };
}

function townCostOf(typed: string, { townKey }: Entry): number {
  if (townKey.startsWith(typed)) return 0;
  const limit = stepsAllowed(typed.length);
  const begun = aligned(typed, townKey, limit)?.begun ?? Infinity;
  return begun <= limit ? COST.townStep * begun : COST.otherTown;
}

function postcodeCost(typed: string | undefined, { postcode }: Entry): number {
  if (typed === undefined || typed === postcode) return 0;
  return (aligned(typed, postcode, 1)?.whole ?? Infinity) <= 1 ? COST.postcodeStep : COST.otherPostcode;
}

function houseCost(number: string | undefined, { houses }: Entry): number {
  if (number === undefined || houses.has(number)) return 0;
  return houses.has(digitsOf(number)) || houses.has(`${number}a`) ? COST.otherLetter : COST.noHouse;
}

const digitsOf = (number: string): string => number.replace(/[a-z]+$/, "");

function foundOf(entry: Entry, number: string | undefined): Found {
  const exact = number === undefined ? undefined : entry.houses.get(number);
  const house =
    exact ??
    (number === undefined ? undefined : (entry.houses.get(digitsOf(number)) ?? entry.houses.get(`${number}a`)));
  const where = `${entry.postcode} ${entry.town}`.trim();
  const unknown = number !== undefined && !exact && { unknownHouse: number.toUpperCase() };
  return house
    ? { kind: "address", name: `${entry.name} ${house.number}`, where, lon: house.lon, lat: house.lat, ...unknown }
    : { kind: entry.kind, name: entry.name, where, lon: entry.lon, lat: entry.lat, ...unknown };
}

/** Further houses of a street whose number begins as typed: "Ahlgade 1" may go on to be 12. */
function housesBegun({ entry, number }: Rated, most: number): readonly Found[] {
  if (number === undefined) return [];
  const shown = foundOf(entry, number).name;
  return [...entry.houses.keys()]
    .filter((key) => key.startsWith(number))
    .map((key) => foundOf(entry, key))
    .filter(({ name }) => name !== shown)
    .slice(0, Math.max(0, most));
}
