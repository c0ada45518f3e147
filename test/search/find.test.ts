import { describe, expect, test } from "vitest";
import { diceFor } from "../../data/holbaek/source/random.ts";
import type { Address } from "../../src/domain/address.ts";
import { findPlaces } from "../../src/search/find.ts";
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
  const [first] = findPlaces(SMALL, text, SHOWN);
  return first ? `${first.name}, ${first.where}` : "nothing";
};

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
  ])("%s", (text, found) => {
    expect(firstOf(text)).toBe(found);
  });

  test("nothing is found of what no name is near, and of nothing", () => {
    for (const text of ["", "  ,. ", "Kongens Nytorv 1", "zzzzzzzz", "🙂"])
      expect(findPlaces(SMALL, text, SHOWN)).toEqual([]);
  });

  test("a town that no place stands for is found before its school", () => {
    expect(findPlaces(SMALL, "orø", SHOWN).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
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
    const [first] = findPlaces(SMALL, text, SHOWN);
    expect([first.kind, first.unknownHouse]).toEqual([kind, unknownHouse]);
  });

  test("a number that begins several houses offers them all, the one of just this number first", () => {
    expect(findPlaces(SMALL, "Ahlgade 1, 4300", SHOWN).map(({ name }) => name)).toEqual([
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
    for (let i = 0; i < TRIES; i++) {
      const address = addresses[Math.floor(dice() * addresses.length)];
      const typed = write(address, dice);
      const found = findPlaces(index, typed, SHOWN);
      const { street, number, postcode, town } = address;
      const wanted = kind === "still typing the street" ? street : `${street} ${number}`;
      const isFound = found.some(
        ({ name, where }) => name === wanted && (where === `${postcode} ${town}` || kind === "still typing the street"),
      );
      if (!isFound) missed.push(`${typed} (${wanted}, ${town}): ${found.map(({ name }) => name).join(" | ")}`);
    }
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(0.05 * TRIES);
  });
});
