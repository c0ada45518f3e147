import { expect, test } from "vitest";
import { jsonShape } from "../../src/import/json-shape.ts";

test.each([
  ['{"a": 1, "b": {"a": 2}, "c": [{"a": 1}, {"a": 2}]}', undefined],
  ['{"a": ["x", "x"], "b": "a", "c": "{\\"a\\": 1"}', undefined],
  ['{"constructor": 1, "toString": 2}', undefined],
  ['{"a": 1, "b": 2, "a": 3}', { field: "a", offset: 17 }],
  ['[{"a": {"b": [1, {}], "c": "b", "b": 2}}]', { field: "b", offset: 32 }],
  [String.raw`{"\"": 1, "\\": 2, "\u0022": 3}`, { field: '"', offset: 19 }],
])("a field given twice in one object of %s", (text, expected) => {
  expect(jsonShape(text).again).toEqual(expected);
});
