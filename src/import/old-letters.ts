/** Letters of files from before Unicode, and how to tell whose they are. */
export type OldEncoding = "Windows-1252" | "DOS code page 850" | "Mac";

/** What code page 850 means by the bytes from 0x80 up. For Danish letters code pages 437 and 865 agree with it. */
const DOS =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

/** What Windows means by the bytes from 0x80 to 0x9f; those above are as in Unicode. Not every decoder knows them. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Bytes as letters of code page 850. */
export const decodeDos = (bytes: Uint8Array): string =>
  inLatin(bytes).replace(/[\u0080-\u00ff]/g, (sign) => DOS[sign.charCodeAt(0) - 0x80]);

/** Bytes that are not UTF-8, as text. Windows goes first; the others must make more Danish words of the same bytes. */
export function decodeOld(bytes: Uint8Array): { readonly text: string; readonly encoding: OldEncoding } {
  const raw = inLatin(bytes);
  const windows = raw.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]);
  const readings = [
    { text: windows, encoding: "Windows-1252" },
    { text: decodeDos(bytes), encoding: "DOS code page 850" },
    { text: new TextDecoder("macintosh").decode(bytes), encoding: "Mac" },
  ] as const;
  let [best, most] = [0, likelihood(windows)];
  readings.forEach(({ text }, i) => {
    const score = likelihood(text);
    if (/[æøåÆØÅ]/.test(text) && score > most + 1) [best, most] = [i, score];
  });
  return readings[best];
}

/** Each byte as the sign with its number, in pieces that a call can take as arguments. */
function inLatin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join("");
}

/** So many letters tell whose they are. */
const ENOUGH = 5000;

/** How much the letters beyond ASCII look like those of Danish words; below zero where they look like none. */
function likelihood(text: string): number {
  let score = 0;
  let seen = 0;
  for (const { 0: letter, index } of text.matchAll(/[^\0-\u007f]/gu)) {
    score += oddsOf(letter, text[index - 1] ?? " ", text[index + letter.length] ?? " ");
    if (++seen === ENOUGH) break;
  }
  return score;
}

const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);
const isUpper = (sign: string): boolean => /\p{Lu}/u.test(sign);
const isLower = (sign: string): boolean => /\p{Ll}/u.test(sign);

function oddsOf(sign: string, before: string, after: string): number {
  if (/[\u0080-\u009f\ufffd]/.test(sign)) return -3;
  if (!isLetter(sign)) return isLetter(before) && isLetter(after) && !/[’'–-]/.test(sign) ? -2 : 0;
  // No word goes from small letters to capitals, and no letter but a few stands alone.
  if ((isUpper(sign) && isLower(before)) || (isLower(sign) && isUpper(after))) return -2;
  if (/[æøåÆØÅ]/.test(sign)) return 2;
  if (!isLetter(before) && !isLetter(after)) return -2;
  return /[éèüöäáíóúëïôÉÜÖÄ]/.test(sign) ? 1 : -1;
}
