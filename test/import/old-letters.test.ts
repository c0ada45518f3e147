import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/import/text.ts";

/** The letters that Danish names have beyond ASCII, by the number they had before Unicode. */
const BYTES = {
  "Windows-1252": { æ: 0xe6, ø: 0xf8, å: 0xe5, Æ: 0xc6, Ø: 0xd8, Å: 0xc5, é: 0xe9, ü: 0xfc },
  "DOS code page 850": { æ: 0x91, ø: 0x9b, å: 0x86, Æ: 0x92, Ø: 0x9d, Å: 0x8f, é: 0x82, ü: 0x81 },
  Mac: { æ: 0xbe, ø: 0xbf, å: 0x8c, Æ: 0xae, Ø: 0xaf, Å: 0x81, é: 0x8e, ü: 0x9f },
} as const;
type Old = keyof typeof BYTES;

const written = (text: string, encoding: Old): Uint8Array =>
  Uint8Array.from(
    text,
    (letter) => (BYTES[encoding] as Readonly<Record<string, number>>)[letter] ?? letter.charCodeAt(0),
  );

const NAMES = [
  "Tølløse Skole",
  "Ågerup",
  "Mørkøv",
  "Tuse Næs",
  "Søndersø",
  "Ærøskøbing",
  "Vipperød",
  "Udby på Tuse Næs",
  "Ørslev",
  "Sankt André Skole på Ærø",
  "Blåbærvej 3",
  "ÅDALSSKOLEN",
  "Østre Skole, Thurø",
  "Knud Rasmussen-skolen på Møn",
  "Å",
  "Skolen i Ø",
  "Grundtvigs Højskole",
  "Müllers Skole på Fanø",
];

describe.each(Object.keys(BYTES) as Old[])("a file in letters of %s", (encoding) => {
  test.each(NAMES)("that says %s is read as it was written", (name) => {
    expect(decodeText(written(name, encoding))).toEqual({ text: name, encoding });
  });

  test("is read so however long it is", () => {
    const text = `${"x".repeat(8191)}ø\n${NAMES.join("\n").repeat(400)}`;
    expect(decodeText(written(text, encoding))).toEqual({ text, encoding });
  });
});

const utf16 = (text: string, order: "LE" | "BE"): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(order === "LE" ? bytes : bytes.swap16());
};

describe("UTF-16 without a mark", () => {
  test.each(["LE", "BE"] as const)("is told by its zeros: %s", (order) => {
    expect(decodeText(utf16("id;navn\n1;Tølløse", order))).toEqual({
      text: "id;navn\n1;Tølløse",
      encoding: `UTF-16${order}`,
    });
    expect(decodeText(utf16("abcd", order))).toEqual({ text: "abcd", encoding: `UTF-16${order}` });
  });

  test("takes eight bytes to tell, and an even number of them", () => {
    expect(decodeText(utf16("abc", "LE"))).toMatchObject({ notText: { en: "bytes that are no letters" } });
    expect(decodeText(utf16("abcde", "LE").subarray(0, 9))).toMatchObject({
      notText: { en: "bytes that are no letters" },
    });
  });
});
