import { MEASURES } from "../cases/folkeskole.ts";
import { expect, test } from "vitest";
import { measureNamed } from "../../src/evaluate/measures/table.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { evaluationFile } from "../../src/report/evaluation-file.ts";
import { evaluationText } from "../../src/report/evaluation-text.ts";
import { hangsOnRoads, levelNote, levelRange, sourcedLevelNote } from "../../src/report/level-range.ts";
import { cellOf } from "../../src/kernels/disclosure/shown.ts";
import { TRANSPORT_LEFT_OUT } from "../../src/rules/transport-right.ts";
import { openedCase } from "../cases/opened.ts";

const RIGHT = measureNamed("transport-right")!;
const ERROR = { low: 0.8, high: 1.25, source: "Prøvet." };
const RUN = { programVersion: "0", dataHash: "0".repeat(64), secondsUsed: 0 };
const { basis } = openedCase("holbaek");
const { rightsError: _, ...exact } = basis.municipality.info;
const onExactRoads = { ...basis, municipality: { ...basis.municipality, info: exact } };

test.each([
  [1326, [1060, 1660]],
  [100, [80, 125]],
  [482, [380, 600]],
  [7, [0, 10]],
])("%i with the right may be %o, outward to the nearest five", (value, [low, high]) => {
  expect(levelRange(RIGHT, { value, cell: cellOf(value) }, ERROR)).toEqual({ low, mid: value, high });
});

test("told as it is or in fives, a number has one range", () => {
  for (let value = 5; value < 2000; value++) {
    const inFives = 5 * Math.round(value / 5);
    const [told, rounded] = [value, inFives].map((each) =>
      levelRange(RIGHT, { value: each, cell: cellOf(each) }, ERROR),
    );
    expect([told?.low, told?.high]).toEqual([rounded?.low, rounded?.high]);
    expect(told!.low).toBeLessThan(value);
    expect(told!.high).toBeGreaterThan(value);
  }
});

test("a number that is not told has no range that would tell it, nor has one that does not hang on the roads", () => {
  for (const cell of [cellOf(3), { kind: "hidden" } as const, { kind: "about", pupils: 100 } as const])
    expect(levelRange(RIGHT, { value: 103, cell }, ERROR)).toBeUndefined();
  expect(levelRange(RIGHT, { value: 103, cell: cellOf(103) }, undefined)).toBeUndefined();
  expect(levelRange(measureNamed("right-gained")!, { value: 103, cell: cellOf(103) }, ERROR)).toBeUndefined();
});

test("those with the right, in all and by grades, are what hangs on the roads in its level", () => {
  expect(MEASURES.filter(({ key }) => hangsOnRoads(key)).map(({ key }) => key)).toEqual([
    "transport-right",
    "transport-right:0-3",
    "transport-right:4-6",
    "transport-right:7-9",
  ]);
});

test("the note says how far off in words, and how it was found where there is room", () => {
  expect(levelNote({ rightsError: ERROR })?.da).toContain("op til 20 % lavere eller 25 % højere");
  expect(levelNote({ rightsError: ERROR })?.en).toContain("up to 20% lower or 25% higher");
  expect(sourcedLevelNote({ rightsError: ERROR })?.da).toMatch(/mere sikker\. Prøvet\.$/);
  expect(levelNote({})).toBeUndefined();
});

test("text and file give the range and say why; of a case that states no error neither does", () => {
  const evaluation = evaluatePlan(basis, basis.baseline);
  const text = evaluationText(basis, evaluation, "da");
  expect(text).toContain("1.326 elever (1.060 til 1.660)");
  expect(text).toContain(TRANSPORT_LEFT_OUT.text.da);
  expect(text).toContain(levelNote(basis.municipality.info)!.da);
  const file = evaluationFile(basis, evaluation, RUN);
  expect(file.measures.find(({ key }) => key === "transport-right")?.range).toEqual({
    low: 1060,
    mid: 1326,
    high: 1660,
  });
  expect(file.provenance.case.rightsError).toMatchObject({ low: 0.8, high: 1.25 });
  expect(evaluationText(onExactRoads, evaluation, "da")).not.toContain("1.060");
  const silent = evaluationFile(onExactRoads, evaluation, RUN);
  expect(silent.measures.find(({ key }) => key === "transport-right")?.range).toBeUndefined();
  expect(silent.provenance.case.rightsError).toBeUndefined();
});
