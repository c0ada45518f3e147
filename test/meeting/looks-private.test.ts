import { expect, test } from "vitest";
import { looksPrivate } from "../../src/meeting/looks-private.ts";

test.each([
  "Hun bor Strandvejen 12",
  "vi er på Søgade 3B og kan ikke komme over",
  "ring til 23 45 67 89",
  "+45 2345 6789",
  "23456789",
  "CPR 010203-1234",
  "skriv til anna@eksempel.dk",
  "12 Mill Road 4",
])("%s", (text) => expect(looksPrivate(text)).toBe(true));

test.each([
  "Der er 4,2 km til Udby Skole",
  "I 2016 sparede det 21 millioner",
  "Skolevejen er farlig for 120 elever",
  "0.-3. klasse har 64 elever",
  "Vejen gennem Hagested er for smal",
  "Fra 2016 til 2021 gik 1200 elever",
])("%s is nothing private", (text) => expect(looksPrivate(text)).toBe(false));
