import { describe, expect, test } from "vitest";
import { diceFor } from "../../data/source/random.ts";
import type { Address } from "../../src/domain/address.ts";
import { findPlaces, type Found } from "../../src/search/find.ts";
import { indexPlaces, type NamedPlace } from "../../src/search/index-of-places.ts";
import { ADDRESSES, madeUpAddresses, WRITTEN } from "../cases/addresses.ts";

/** What a list below the field shows without scrolling. */
const SHOWN = 6;
const TRIES = 100;

const house = (street: string, number: string, postcode: string, town: string): Address => ({
  street,
  number,
  postcode,
  town,
  lon: 11.7,
  lat: 55.7,
});
const named = (kind: NamedPlace["kind"], name: string, town = ""): NamedPlace => ({
  kind,
  name,
  town,
  lon: 11.6,
  lat: 55.6,
});

const SMALL = indexPlaces(
  [
    house("Ahlgade", "12", "4300", "Holbæk"),
    house("Ahlgade", "12B", "4300", "Holbæk"),
    house("Ahlgade", "14", "4300", "Holbæk"),
    house("Ahlgade", "3", "4390", "Vipperød"),
    house("Søbakken", "7A", "4300", "Holbæk"),
    house("Gl. Skovvej", "2", "4340", "Tølløse"),
    house("Store Mørkeåsvej", "10", "4440", "Mørkøv"),
    house("10. Maj Vej", "4", "4300", "Holbæk"),
    house("Udbyvej", "1", "4300", "Holbæk"),
    house("Bygaden", "1", "4305", "Orø"),
  ],
  [
    named("place", "Udby"),
    named("school", "Udby Skole", "Udby"),
    named("place", "Ågerup"),
    named("school", "Orø Skole", "Orø"),
    named("school", "Kundby Skole", "Kundby"),
  ],
);
const firstOf = (text: string): string => {
  const [first] = findPlaces(SMALL, text, SHOWN).places;
  return first ? `${first.name}, ${first.where}` : "nothing";
};

const offered = (text: string): readonly string[] =>
  findPlaces(SMALL, text, SHOWN).places.map(({ name, where }) => `${name}, ${where}`);

describe("what people write is found", () => {
  test.each([
    ["Ahlgade 12 2. tv, 4300", "Ahlgade 12, 4300 Holbæk"],
    ["ahlgade 12 b", "Ahlgade 12B, 4300 Holbæk"],
    ["AHLGADE 12, st. th., Holbæk", "Ahlgade 12, 4300 Holbæk"],
    ["Ahlgade 3", "Ahlgade 3, 4390 Vipperød"],
    ["Ahlgade Vipperød", "Ahlgade, 4390 Vipperød"],
    ["4390 Ahlgade 3", "Ahlgade 3, 4390 Vipperød"],
    ["Holbæk, Ahlgade 14", "Ahlgade 14, 4300 Holbæk"],
    ["soebakken 7", "Søbakken 7A, 4300 Holbæk"],
    ["sobakken 7a", "Søbakken 7A, 4300 Holbæk"],
    ["SØBAKKKEN 7A", "Søbakken 7A, 4300 Holbæk"],
    ["Gammel Skovvej 2", "Gl. Skovvej 2, 4340 Tølløse"],
    ["st. moerkeaasvej 10", "Store Mørkeåsvej 10, 4440 Mørkøv"],
    ["10. maj vej 4", "10. Maj Vej 4, 4300 Holbæk"],
    ["udby", "Udby, "],
    ["Udby skole", "Udby Skole, Udby"],
    ["aagerup", "Ågerup, "],
    ["Ahlg", "Ahlgade, 4300 Holbæk"],
    ["Ahlgade 99, 4300", "Ahlgade, 4300 Holbæk"],
    ["orø", "Orø, 4305"],
    ["kundby", "Kundby, "],
    ["Ahlgade 12, 4301", "Ahlgade 12, 4300 Holbæk"],
    ["4305", "Orø, 4305"],
    ["DK-4305", "Orø, 4305"],
    ["43", "Holbæk, 4300"],
    ["Ahlgade 3, DK-4390 Vipperød, Danmark", "Ahlgade 3, 4390 Vipperød"],
  ])("%s", (text, found) => {
    expect(firstOf(text)).toBe(found);
  });

  test("nothing is found of what no name is near, and of nothing", () => {
    for (const text of ["", "  ,. ", "Kongens Nytorv 1", "zzzzzzzz", "🙂"])
      expect(findPlaces(SMALL, text, SHOWN)).toEqual({ places: [], asTyped: 0 });
  });

  test("a town that no place stands for is found before its school", () => {
    expect(findPlaces(SMALL, "orø", SHOWN).places.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "place Orø",
      "school Orø Skole",
    ]);
  });

  test.each([
    ["Ahlgade 9999", "street", "9999"],
    ["Ahlgade 99999", "street", "99999"],
    ["Ahlgade 99, 4300", "street", "99"],
    ["Ahlgade 12c, 4300", "address", "12C"],
    ["Ahlgade 12 2. tv, 4300", "address", undefined],
    ["Ahlgade 4300", "street", undefined],
  ])("a number that no house has is said to be unknown: %s", (text, kind, unknownHouse) => {
    const [first] = findPlaces(SMALL, text, SHOWN).places;
    expect([first.kind, first.unknownHouse]).toEqual([kind, unknownHouse]);
  });

  test.each([
    // The name, the town and the postcode as the list has them.
    ["Ahlgade 12, 4300 Holbæk", 1],
    ["Ahlgade 12, Udby, 4300 Holbæk, Danmark", 1],
    ["ahlgade 3 vipperoed", 1],
    ["Ahlgade 12 2. tv, 4300", 1],
    ["Ahlgade Vip", 1],
    ["Udby", 1],
    ["4305", 1],
    ["Ahlgade 99, 4300", 1],
    // Of several somebody has to say which.
    ["Ahlgade", 2],
    ["Ahlgade 99", 2],
    ["43", 4],
    // Another town or postcode, another name, letters otherwise: none may be taken for the one meant.
    ["Ahlgade 12, Vipperød", 1],
    ["Søbakken 7A, Tølløse", 0],
    ["Søbakken 7A, 4340", 0],
    ["Søbakken 7A, 4300 Vipperød", 0],
    ["Søbakken 7A, København", 0],
    ["Ahlgaden 12, Holbæk", 0],
    ["Hovedgaden 12, Tølløse", 0],
    ["Ahlgade 12, 4301", 0],
    ["Ahlgade Vipperød 3", 0],
    ["", 0],
  ])("how many are just what was typed: %s", (text, asTyped) => {
    expect(findPlaces(SMALL, text, SHOWN).asTyped).toBe(asTyped);
  });

  test("where the town that was written has no such street, its streets that are written most alike are offered, and itself", () => {
    expect(offered("Søbakken 7, Tølløse")).toEqual(["Søbakken 7A, 4300 Holbæk", "Tølløse, 4340"]);
    expect(offered("Gamle Engvej 7, Tølløse")).toEqual(["Gl. Skovvej, 4340 Tølløse", "Tølløse, 4340"]);
    expect(offered("Hovedgaden 12, 4305")).toEqual(["Bygaden, 4305 Orø", "Orø, 4305"]);
    expect(offered("Bygade 1, Tølløse")).toEqual(["Bygaden 1, 4305 Orø", "Tølløse, 4340"]);
  });

  test("a number that begins several houses offers them all, the one of just this number first", () => {
    expect(findPlaces(SMALL, "Ahlgade 1, 4300", SHOWN).places.map(({ name }) => name)).toEqual([
      "Ahlgade",
      "Ahlgade 12",
      "Ahlgade 12B",
      "Ahlgade 14",
      "Ahlgade",
    ]);
  });
});

describe("among 38,000 made-up addresses", () => {
  const addresses = madeUpAddresses();
  const index = indexPlaces(addresses, []);
  test("all are in the index", () => {
    expect([addresses.length, index.addresses]).toEqual([ADDRESSES, ADDRESSES]);
  });
  test.each(Object.entries(WRITTEN))("at least 95 of 100 are among the first six: %s", (kind, write) => {
    const dice = diceFor(kind);
    const missed: string[] = [];
    const mistaken: string[] = [];
    for (let i = 0; i < TRIES; i++) {
      const address = addresses[Math.floor(dice() * addresses.length)];
      const typed = write(address, dice);
      const { places: found, asTyped } = findPlaces(index, typed, SHOWN);
      const { street, number, postcode, town } = address;
      const isStreet = kind === "still typing the street";
      const isWanted = ({ name, where }: Found): boolean =>
        isStreet ? name === street : name === `${street} ${number}` && where === `${postcode} ${town}`;
      if (!found.some(isWanted)) missed.push(`${typed} (${town}): ${found.map(({ name }) => name).join(" | ")}`);
      if (asTyped === 1 && !isWanted(found[0])) mistaken.push(`${typed} (${town}): ${found[0].name}`);
    }
    // What is taken unasked is never another house.
    expect(mistaken).toEqual([]);
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(0.05 * TRIES);
  });
});
