import { groupMiddles, nearestOf, type Outlines, type Text } from "../../../src/index.ts";
import type { Named } from "../../state/places.ts";
import type { UnitTable } from "../../worker/messages.ts";
import { noteText } from "../../i18n/notes.ts";

/** Where a block lies: the largest place in it, or else the nearest one and which way from there. */
interface Where {
  readonly place: string;
  readonly towards: (typeof TOWARDS)[number] | "in";
  /** In degrees of latitude. */
  readonly away: number;
}

const TOWARDS = ["east", "northeast", "north", "northwest", "west", "southwest", "south", "southeast"] as const;

/** Names of blocks, `[block]`, no two of them alike. `of`: the block of each unit. */
export function blockNames(
  of: Int32Array,
  units: Pick<UnitTable, "lon" | "lat">,
  outlines: Outlines,
  places: readonly Named[],
): readonly Text[] {
  const largest = largestWithin(of, units, places);
  const where = groupMiddles(outlines, of, units).map(({ group, unit }): Where => {
    const within = largest.get(group);
    return within === undefined ? besideOf(units, unit, places) : { place: within, towards: "in", away: 0 };
  });
  return where.map((own, number) => {
    // Of those that lie the same way, the nearest is the first.
    const before = where.filter(
      (other, at) =>
        other.place === own.place &&
        other.towards === own.towards &&
        (other.away < own.away || (other.away === own.away && at < number)),
    ).length;
    const { place, towards } = own;
    return noteText(before === 0 ? "block.at" : "block.atMore", { place, towards, number: before + 1 });
  });
}

/** The largest place of each block that has one. */
function largestWithin(
  of: Int32Array,
  { lon, lat }: Pick<UnitTable, "lon" | "lat">,
  places: readonly Named[],
): ReadonlyMap<number, string> {
  const middles = Array.from(lon, (east, unit) => ({ lon: east, lat: lat[unit] }));
  const largest = new Map<number, string>();
  for (const place of places.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))) {
    const unit = nearestOf(middles, place);
    if (unit !== undefined && !largest.has(of[unit])) largest.set(of[unit], place.name);
  }
  return largest;
}

function besideOf({ lon, lat }: Pick<UnitTable, "lon" | "lat">, unit: number, places: readonly Named[]): Where {
  const place = places[nearestOf(places, { lon: lon[unit], lat: lat[unit] }) ?? -1];
  if (!place) return { place: "", towards: "in", away: 0 };
  const east = (lon[unit] - place.lon) * Math.cos((lat[unit] * Math.PI) / 180);
  const north = lat[unit] - place.lat;
  const eighth = (Math.round(Math.atan2(north, east) / (Math.PI / 4)) + TOWARDS.length) % TOWARDS.length;
  return { place: place.name, towards: TOWARDS[eighth], away: Math.hypot(east, north) };
}
