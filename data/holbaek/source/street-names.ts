import type { Dice } from "../../source/random.ts";

/** Parts of made-up street names, as Danish ones are put together. */
const FIRST =
  "Ager Ahl Ahorn Al Bak Birke Bjerg Blom Bro Bryg Bøge Brønd Dal Dige Dronning Ege Elle Elver Eng Enghave Fasan Fjord Fyrre Frede Gran Grønne Gærde Hassel Have Havn Hegn Hede Hjorte Holme Humle Høj Industri Kastanje Kilde Kirke Klinte Klokke Kløver Kongs Korn Kær Lang Linde Lupin Lyng Lærke Læsse Løv Magle Mark Mejse Mose Munke Mølle Nørre Nøddebo Park Pile Poppel Præste Ravn Rosen Rug Rønne Røde Sand Skole Skov Skytte Slots Smede Solsort Sten Stations Strand Svane Sø Søndre Tjørne Torne Tranebær Tårn Tøjle Ulve Vand Vest Vibe Vinkel Vænge Æble Ærø Øster Å Åben Ål".split(
    " ",
  );
const LAST =
  "vej vej vej vej gade gade stræde vænget bakken parken allé toften krogen haven svinget skrænten lunden marken højen stien dalen engen".split(
    " ",
  );
const BEFORE = ["Gl.", "Gammel", "Ny", "Nordre", "Sdr.", "Store", "Lille", "Vestre", "Østre", "Sankt"];
const NAMED = [
  "Hans Lunds",
  "Karen Blicks",
  "N.P. Holms",
  "Marie Bangs",
  "Anton Friis",
  "C.F. Tofts",
  "Søren Aggers",
  "Åge Møllers",
];

const pick = <Value>(from: readonly Value[], dice: Dice): Value => from[Math.floor(dice() * from.length)];

/** A made-up street name: most of two parts, some with a word before them or after a person who never lived. */
export function streetName(dice: Dice): string {
  const kind = dice();
  const last = pick(LAST, dice);
  if (kind < 0.06)
    return `${pick(NAMED, dice)} ${last === "gade" || last === "allé" ? pick(["Gade", "Allé"], dice) : "Vej"}`;
  const name = pick(FIRST, dice) + last;
  return kind < 0.16 ? `${pick(BEFORE, dice)} ${name}` : name;
}

/** Different made-up names, as many as asked for. */
export function streetNames(count: number, dice: Dice): readonly string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(streetName(dice));
  return [...names];
}
