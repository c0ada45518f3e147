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
  const entries = [...named.map(placeEntry), ...[...streets.values()].map(streetEntry)];
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
