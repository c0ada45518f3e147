import type { Address } from "../domain/address.ts";
import type { Position } from "../domain/municipality.ts";
import { closed, folded, formsOf } from "./fold.ts";
import { lettersOf } from "./steps.ts";

/** A town, village or school that can be searched for. */
export interface NamedPlace extends Position {
  readonly kind: "place" | "school";
  readonly name: string;
  /** "" where it is one itself. */
  readonly town: string;
}

/** What one line of a search's answer can be: a street with its houses, or a place with a name. */
export interface Entry extends Position {
  readonly kind: "street" | NamedPlace["kind"];
  readonly name: string;
  readonly town: string;
  readonly postcode: string;
  /** Folded and closed. */
  readonly townKey: string;
  /** By number as {@link numberKey} writes it, in the order of the street; none for a place. */
  readonly houses: ReadonlyMap<string, Address>;
}

/** A way of writing the names of some entries. */
export interface Key {
  readonly text: string;
  readonly letters: number;
  readonly entries: readonly Entry[];
}

export interface PlaceIndex {
  readonly keys: readonly Key[];
  /** Folded and closed. */
  readonly towns: ReadonlySet<string>;
  /** Those of addresses: a house is in one of them alone. */
  readonly postTowns: ReadonlySet<string>;
  readonly postcodes: ReadonlySet<string>;
  readonly addresses: number;
}

const numberKey = (number: string): string => closed(folded(number));

/** O(addresses). Streets of one name in two towns are two entries. */
export function indexPlaces(addresses: readonly Address[], named: readonly NamedPlace[]): PlaceIndex {
  const streets = new Map<string, Address[]>();
  for (const address of addresses) {
    const key = `${address.street}\n${address.postcode}\n${address.town}`;
    const known = streets.get(key);
    if (known) known.push(address);
    else streets.set(key, [address]);
  }
  const postcodeOf = postcodesByTown(addresses);
  const entries = [
    ...named.map((place) => ({
      ...placeEntry(place),
      postcode: place.kind === "place" ? (postcodeOf.get(closed(folded(place.name))) ?? "") : "",
    })),
    ...townEntries(addresses, named, postcodeOf),
    ...[...streets.values()].map(streetEntry),
  ];
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const form of formsOf(entry.name)) {
      const known = byKey.get(form);
      if (known) known.push(entry);
      else byKey.set(form, [entry]);
    }
  return {
    keys: [...byKey].map(([text, under]) => ({ text, letters: lettersOf(text), entries: under })),
    towns: new Set(entries.map(({ townKey }) => townKey).filter((town) => town !== "")),
    postTowns: new Set(addresses.flatMap(({ town }) => (town === "" ? [] : [closed(folded(town))]))),
    postcodes: new Set(addresses.flatMap(({ postcode }) => (postcode === "" ? [] : [postcode]))),
    addresses: addresses.length,
  };
}

const NO_HOUSES: ReadonlyMap<string, Address> = new Map();

const placeEntry = ({ kind, name, town, lon, lat }: NamedPlace): Entry => ({
  kind,
  name,
  town,
  postcode: "",
  townKey: closed(folded(town)),
  houses: NO_HOUSES,
  lon,
  lat,
});

/** Towns that addresses or schools name and that are no place of their own: an island, a post town. */
function townEntries(
  addresses: readonly Address[],
  named: readonly NamedPlace[],
  postcodeOf: ReadonlyMap<string, string>,
): readonly Entry[] {
  const known = new Set(named.flatMap(({ kind, name }) => (kind === "place" ? [closed(folded(name))] : [])));
  // Where houses are known a school does not move the middle of its town.
  return [byTown<InTown>(addresses), byTown<InTown>(named)].flatMap((towns) =>
    [...towns].flatMap(([town, within]): Entry[] => {
      const key = closed(folded(town));
      if (key === "" || known.has(key)) return [];
      known.add(key);
      const place = placeEntry({ kind: "place", name: town, town: "", ...middleOf(within) });
      return [{ ...place, postcode: postcodeOf.get(key) ?? "" }];
    }),
  );
}

/** Of towns all of whose addresses have the same; by town, folded and closed. */
function postcodesByTown(addresses: readonly Address[]): ReadonlyMap<string, string> {
  return new Map(
    [...byTown(addresses)].flatMap(([town, within]) => {
      const [postcode, ...others] = new Set(within.map((address) => address.postcode));
      return others.length === 0 ? [[closed(folded(town)), postcode] as const] : [];
    }),
  );
}

interface InTown extends Position {
  readonly town: string;
}

function byTown<Place extends InTown>(all: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const towns = new Map<string, Place[]>();
  for (const each of all) {
    const known = towns.get(each.town);
    if (known) known.push(each);
    else towns.set(each.town, [each]);
  }
  return towns;
}

/** The one that is nearest to the middle of all, for the middle itself may lie in a lake. */
function middleOf(positions: readonly Position[]): Position {
  const mean = (of: (position: Position) => number): number =>
    positions.reduce((sum, position) => sum + of(position), 0) / positions.length;
  const [midLon, midLat] = [mean(({ lon }) => lon), mean(({ lat }) => lat)];
  const off = ({ lon, lat }: Position): number =>
    ((lon - midLon) * Math.cos((midLat * Math.PI) / 180)) ** 2 + (lat - midLat) ** 2;
  const { lon, lat } = positions.reduce((nearest, each) => (off(each) < off(nearest) ? each : nearest));
  return { lon, lat };
}

function streetEntry(houses: readonly Address[]): Entry {
  const ordered = houses.toSorted(byNumber);
  const { street, town, postcode } = ordered[0];
  // A house of the street, for a middle of all of them may lie in a lake.
  const { lon, lat } = ordered[Math.floor(ordered.length / 2)];
  return {
    kind: "street",
    name: street,
    town,
    postcode,
    townKey: closed(folded(town)),
    houses: new Map(ordered.map((house) => [numberKey(house.number), house])),
    lon,
    lat,
  };
}

const byNumber = (a: Address, b: Address): number =>
  Number.parseInt(a.number, 10) - Number.parseInt(b.number, 10) || (a.number < b.number ? -1 : 1);
