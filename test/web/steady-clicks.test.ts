import { expect, test } from "vitest";
import { isAgain, isMeant, type Pressed } from "../../web/panels/steady-clicks.ts";

const button = (on: string, says: string, twice: Pressed["twice"] = "does twice"): Pressed => ({ on, says, twice });

const COPY = button("copy", "Lav en kopi", "does once");
const CLOSE = button("second", "Luk Udby Skole");

test.each<[string, Pressed | undefined, Pressed | undefined, boolean]>([
  ["undo twice as fast as one can", button("undo", "Fortryd"), button("undo", "Fortryd"), true],
  ["a copy, of which the second would be one more", COPY, COPY, false],
  ["the same button, which would open now what it closed", CLOSE, button("second", "Åbn Udby Skole"), false],
  ["another button with the same words, in a row that has moved up", button("a", "×"), button("b", "×"), false],
  ["a button that came up where the map was clicked", undefined, button("card", "Luk"), false],
  ["a list of choices that came up where a button was", CLOSE, button("select", ""), false],
  ["the map, drawn nearer by a double click", undefined, undefined, true],
  ["a field, to mark a word in it", CLOSE, undefined, true],
])("a double click does once what it hits: %s", (_, first, now, meant) => {
  expect(isMeant(first, now)).toBe(meant);
});

test.each<[string, { detail: number; trusted?: boolean }, { at?: number; held?: boolean }, boolean]>([
  ["one click", { detail: 1 }, {}, false],
  ["one click right after a key", { detail: 1 }, { at: 900 }, false],
  ["the second of two clicks", { detail: 2 }, {}, true],
  ["and the third", { detail: 3 }, {}, true],
  ["Enter after a click", { detail: 0 }, {}, false],
  ["Enter twice", { detail: 0 }, { at: 900 }, true],
  ["Enter, read, and Enter", { detail: 0 }, { at: 100 }, false],
  ["Enter held down", { detail: 0 }, { at: 100, held: true }, true],
  ["a click that the page makes itself", { detail: 0, trusted: false }, { at: 900 }, false],
])("a click belongs to the one before it, by pointer as by key: %s", (_, { detail, trusted }, { at, held }, again) => {
  const click = { detail, isTrusted: trusted ?? true, timeStamp: 1000 };
  expect(isAgain(click, { at, held: held ?? false })).toBe(again);
});
