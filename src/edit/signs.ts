/**
 * Numbers as signs that can be read aloud and written down: Crockford's base 32, digits and capital letters without I, L, O and U, which
 * are easily taken for others.
 */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LOOKALIKES: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };

/** So many signs say which data a code belongs to, and so many, at its end, whether it was read as it was written. */
const DATA_SIGNS = 4;
const CHECK_SIGNS = 3;

/**
 * A code in base 32: the first twenty bits of the data's hash, the number, and a check. One sign read wrong and two neighbours swapped
 * are always found, other misreadings but for one in 32,749.
 */
export function encodeSigns(dataHash: string, number: bigint): string {
  const body = dataSigns(dataHash) + inBase32(number, 1);
  return body + checkOf(body);
}

export function decodeSigns(signs: string, dataHash: string): bigint | "misread" | "other-data" {
  const body = signs.slice(0, -CHECK_SIGNS);
  if (body.length <= DATA_SIGNS || remainder(signs) !== 0) return "misread";
  if (body.slice(0, DATA_SIGNS) !== dataSigns(dataHash)) return "other-data";
  let number = 0n;
  for (const sign of body.slice(DATA_SIGNS)) number = number * 32n + BigInt(SIGNS.indexOf(sign));
  return number;
}

const dataSigns = (dataHash: string): string => inBase32(BigInt(`0x${dataHash.slice(0, 5)}`), DATA_SIGNS);

function inBase32(number: bigint, least: number): string {
  let [signs, rest] = ["", number];
  for (; rest > 0n; rest /= 32n) signs = SIGNS[Number(rest % 32n)] + signs;
  return signs.padStart(least, "0");
}

/** What makes the whole code, as a number in base 32 behind a 1, divisible by a prime just below 32 cubed. */
function checkOf(body: string): string {
  const rest = remainder(body + "0".repeat(CHECK_SIGNS));
  return inBase32(BigInt((PRIME - rest) % PRIME), CHECK_SIGNS);
}

const PRIME = 32_749;
const remainder = (signs: string): number =>
  Array.from(signs).reduce((sum, sign) => (sum * 32 + SIGNS.indexOf(sign)) % PRIME, 1);

/** In fours, as telephone numbers are read. */
export const spoken = (signs: string): string => signs.match(/.{1,4}/g)?.join("-") ?? "";

/** Signs as they are meant; the first that is none. */
export function readSigns(code: string): { readonly signs: string; readonly strange?: string } {
  const plain = Array.from(code.toUpperCase()).filter((sign) => !/[\s\p{Pd}.]/u.test(sign));
  const signs = plain.map((sign) => LOOKALIKES[sign] ?? sign);
  const strange = signs.find((sign) => !SIGNS.includes(sign));
  return { signs: signs.join(""), ...(strange !== undefined && { strange }) };
}
