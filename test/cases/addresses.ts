import { type Dice, diceFor } from "../../data/source/random.ts";
import { streetNames } from "../../data/holbaek/source/street-names.ts";
import type { Address } from "../../src/domain/address.ts";

/** Made-up postcodes and towns. */
const TOWNS = [
  ["4300", "Holmbæk"],
  ["4390", "Vipperup"],
  ["4420", "Regnstrup"],
  ["4440", "Mørkøb"],
  ["4450", "Jyderød"],
  ["4520", "Svinningelse"],
  ["4340", "Tølløv"],
  ["4350", "Uglerup"],
] as const;

export const ADDRESSES = 38_000;
const STREETS_IN_TOWN = 240;
const HOUSES = ADDRESSES / (TOWNS.length * STREETS_IN_TOWN);

const pick = <Value>(from: readonly Value[], dice: Dice): Value => from[Math.floor(dice() * from.length)];

/** 38,000 made-up addresses in eight towns; many names of streets come in several towns, some numbers have letters. */
export function madeUpAddresses(): readonly Address[] {
  const dice = diceFor("addresses to search");
  const names = streetNames(1400, dice);
  const all = TOWNS.flatMap(([postcode, town]) => {
    const streets = new Set<string>();
    while (streets.size < STREETS_IN_TOWN) streets.add(pick(names, dice));
    return [...streets].flatMap((street) => {
      let number = 0;
      return Array.from({ length: Math.ceil(HOUSES) }, (_, i): Address => {
        const hasLetter = i > 0 && dice() < 0.1;
        if (!hasLetter) number += 1 + Math.floor(dice() * 2);
        const written = hasLetter ? `${number}${"ABCDEFGHIJ"[i % 10]}` : `${number}`;
        return { street, number: written, postcode, town, lon: 11.4 + dice() / 2, lat: 55.6 + dice() / 5 };
      });
    });
  });
  return all.slice(0, ADDRESSES);
}

const LETTERS = "abcdefghijklmnoprstuvyæøå";

/** One typing error: a letter left out, put in, changed, or two swapped; never the first letter. */
function mistyped(text: string, dice: Dice): string {
  const at = 1 + Math.floor(dice() * (text.length - 2));
  const letter = pick([...LETTERS], dice);
  switch (Math.floor(dice() * 4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + letter + text.slice(at);
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1);
    default:
      return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  }
}

const withoutDanish = (text: string): string =>
  text.replaceAll(
    /[æøåÆØÅ]/g,
    (letter) => ({ æ: "ae", ø: "oe", å: "aa", Æ: "Ae", Ø: "Oe", Å: "Aa" })[letter] ?? letter,
  );

/** Ten ways in which people write the same address. */
export const WRITTEN: Readonly<Record<string, (address: Address, dice: Dice) => string>> = {
  "in full": ({ street, number, postcode, town }) => `${street} ${number}, ${postcode} ${town}`,
  "floor and door": ({ street, number, postcode }, dice) =>
    `${street} ${number} ${pick(["2. tv", "st. th.", "1.mf", "kl.", "3 tv"], dice)}, ${postcode}`,
  "no town": ({ street, number }) => `${street} ${number}`,
  "ae, oe and aa": ({ street, number, town }) => withoutDanish(`${street} ${number} ${town}`),
  "capitals, no commas": ({ street, number, postcode, town }) =>
    `${street} ${number.replace(/(?=[A-Z])/, " ")}  ${postcode} ${town}`.toUpperCase(),
  "one typing error": ({ street, number, town }, dice) => `${mistyped(street, dice)} ${number}, ${town}`,
  "two typing errors": ({ street, number, postcode, town }, dice) => {
    const [first, ...more] = mistyped(mistyped(street, dice), dice);
    return `${first}${more.join("")} ${number}, ${postcode} ${town}`;
  },
  "shortened or in full": ({ street, number, postcode }) =>
    `${street
      .replace(/^Gammel /, "Gl. ")
      .replace(/^Sdr\. /, "Søndre ")
      .replace(/^Nordre /, "Ndr. ")
      .replace(/^Sankt /, "Skt. ")
      .replace(/^Lille /, "Ll. ")} ${number} ${postcode}`,
  "town first": ({ street, number, postcode, town }) => `${postcode} ${town}, ${street} ${number}`,
  "still typing the street": ({ street }, dice) =>
    street.slice(0, Math.max(4, street.length - 1 - Math.floor(dice() * 3))),
};
