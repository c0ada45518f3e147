import { expect, test } from "vitest";
import { isMeant, type Pressed } from "../../web/panels/use-steady-clicks.ts";

const button = (on: string, says: string): Pressed => ({ on, says });

const CLOSE = button("second", "Luk Udby Skole");

test.each<[string, number, Pressed | undefined, Pressed | undefined, boolean]>([
  ["one click, whatever was pressed before", 1, CLOSE, button("third", "Lås Udby Skole"), true],
  ["undo twice as fast as one can", 2, button("undo", "Fortryd"), button("undo", "Fortryd"), true],
  ["and a third time", 3, button("undo", "Fortryd"), button("undo", "Fortryd"), true],
  ["the same button, which would open now what it closed", 2, CLOSE, button("second", "Åbn Udby Skole"), false],
  ["another button with the same words, in a row that has moved up", 2, button("a", "×"), button("b", "×"), false],
  ["a button that came up where the map was clicked", 2, undefined, button("card", "Luk"), false],
  ["the map, drawn nearer by a double click", 2, undefined, undefined, true],
  ["a field, to mark a word in it", 2, CLOSE, undefined, true],
])("a double click does once what it hits: %s", (_, clicks, first, now, meant) => {
  expect(isMeant(clicks, first, now)).toBe(meant);
});
