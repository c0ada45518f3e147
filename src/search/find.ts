import type { Position } from "../domain/municipality.ts";
import type { Entry, PlaceIndex } from "./index-of-places.ts";
import { nearestNames } from "./nearest.ts";
import { COST, digitsOf, FIT, rate, type Rated } from "./rate.ts";
import { type Reading, readingsOf, wordsOf } from "./read-query.ts";

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

/** The places that somebody may mean, the likeliest first. */
export interface PlacesFound {
  readonly places: readonly Found[];
  /**
   * Of how many the name, the town and the postcode are what was typed, equally well: one is meant, of several somebody has to say which. Of
   * none (0) where something was typed otherwise: then each may be another place than the one meant, and none may be taken for it unasked.
   */
  readonly asTyped: number;
}

/** Nothing as near as this was found while a number was taken for a house's: then it may be part of a name. */
const LAST_RESORT = 2.5 * COST.step;
/** Of a list where nothing is as typed, for streets written less alike and for the town that was named. */
const KEPT_FOR_OTHERS = 3;

/** The places that somebody who typed `text` may mean, at most `most`. O(names x letters). */
export function findPlaces(index: PlaceIndex, text: string, most: number): PlacesFound {
  const readings = readingsOf(text, index);
  const ordered = [...ofPostcode(index, text), ...ratedBy(index, readings)].toSorted(
    (a, b) =>
      a.fit - b.fit || a.cost - b.cost || order(a.entry.name, b.entry.name) || order(a.entry.town, b.entry.town),
  );
  const [first] = ordered;
  if (!first || first.fit === FIT.near) return { places: nearPlaces(index, readings, ordered, most), asTyped: 0 };
  const found = ordered.slice(0, most).map(({ entry, number }) => foundOf(entry, number));
  const more = housesBegun(first, most - found.length);
  return {
    places: [...found.slice(0, 1), ...more, ...found.slice(1)].slice(0, most),
    asTyped: ordered.filter(({ fit }) => fit === first.fit).length,
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each entry once, as the reading has it that it fits best. */
function ratedBy(index: PlaceIndex, readings: readonly Reading[]): readonly Rated[] {
  const best = new Map<Entry, Rated>();
  let least = Infinity;
  for (const reading of readings) {
    if (least < (reading.likely === "first" ? COST.step : LAST_RESORT)) break;
    rate(index, reading, (rated) => {
      const before = best.get(rated.entry);
      if (before && (before.fit - rated.fit || before.cost - rated.cost) <= 0) return;
      best.set(rated.entry, rated);
      least = Math.min(least, rated.cost);
    });
  }
  return [...best.values()];
}

/** A postcode alone, or how one begins, is its town's; its streets' where no town has it. */
function ofPostcode({ keys }: PlaceIndex, text: string): readonly Rated[] {
  const digits = wordsOf(text).join(" ");
  if (!/^\d{2,4}$/.test(digits)) return [];
  const entries = [...new Set(keys.flatMap((key) => key.entries))].filter(({ postcode }) =>
    postcode.startsWith(digits),
  );
  const places = entries.filter(({ kind }) => kind === "place");
  const fit = digits.length === 4 ? FIT.whole : FIT.begun;
  return (places.length > 0 ? places : entries).map((entry) => ({ entry, fit, cost: 0 }));
}

/** Where nothing is as it was typed: what is written much alike, and what there is in the town that was named. */
function nearPlaces(
  index: PlaceIndex,
  readings: readonly Reading[],
  ordered: readonly Rated[],
  most: number,
): readonly Found[] {
  const isAny = ordered.length > 0 ? "some" : "nothing";
  const there = nearestNames(index, readings, isAny, KEPT_FOR_OTHERS).filter((entry) =>
    ordered.every((rated, i) => rated.entry !== entry || i >= most - KEPT_FOR_OTHERS),
  );
  const alike = ordered.filter(({ entry }) => !there.includes(entry)).slice(0, most - there.length);
  return [
    ...alike.map(({ entry, number }) => foundOf(entry, number)),
    ...there.map((entry) => foundOf(entry, undefined)),
  ];
}

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
