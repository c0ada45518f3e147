import { DANISH_KRONER } from "../../src/domain/currency.ts";
import { asOfMany } from "../../src/report/coarse.ts";
import { MEASURES, BAND_COUNT, GRADES } from "../cases/folkeskole.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePlans } from "../../src/compare/comparison.ts";
import type { SavingParameter } from "../../src/cost/uncertainty.ts";
import { LANGUAGES, type Language } from "../../src/domain/language.ts";
import { fairnessOf } from "../../src/compare/fairness/fairness.ts";
import { evaluatePlan, makeBasis } from "../../src/evaluate/evaluate.ts";
import { cellOf, isFew, nearestFive } from "../../src/kernels/disclosure/shown.ts";
import { cellWord } from "../../src/report/shown-measures.ts";
import { toldFigures } from "../../src/report/told-figures.ts";
import { pupilEffects } from "../../src/report/travel-sentences.ts";
import { sum } from "../../src/kernels/sum.ts";
import { planSentences } from "../../src/report/comparison-file.ts";
import { comparisonText } from "../../src/report/comparison-text.ts";
import { measureTitle, savingApart } from "../../src/report/saving-apart.ts";
import { pairSentence, savingSentence, turningSentences } from "../../src/report/saving-sentences.ts";
import { percent, type Sentence } from "../../src/report/sentence.ts";
import { drawCase } from "../cases/drawn.ts";
import { type FairCase, randomFairCase, townCase } from "../cases/fair.ts";

/** The numbers in a text as its language writes them: "1.234,5" and "1,234.5" are both 1234.5. */
function numbersIn(text: string, language: Language): number[] {
  const [thousands, decimal] = language === "da" ? [".", ","] : [",", "."];
  return (text.match(/\d[\d.,]*\d|\d/g) ?? []).map((word) =>
    Number(word.replaceAll(thousands, "").replace(decimal, ".")),
  );
}

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** Both languages say the sentence's figures, and no other number. */
function expectFiguresInText({ text, figures }: Sentence): void {
  const values = ascending(Object.values(figures).map(({ value }) => value));
  for (const language of LANGUAGES) {
    expect(text[language]).toMatch(/^[A-ZÆØÅ»“\d].*\.$/u);
    expect(text[language]).not.toMatch(/[{}]|NaN|undefined|null/);
    expect(ascending(numbersIn(text[language], language))).toEqual(values);
  }
}

/** Pupils whose way gets longer by more than so many metres, counted one by one; nearer where negative. Of one town or all. */
function countBeyond({ basis, plan }: FairCase, metres: number, town?: string): number {
  const { walk, siteCount } = basis.travel;
  let count = 0;
  basis.pointBand.forEach((pupils, at) => {
    const [point, band] = [Math.floor(at / BAND_COUNT), at % BAND_COUNT];
    if (town !== undefined && nearestTown(basis, point) !== town) return;
    // A drawn unit is one point.
    const way = (site: number) => walk[point * siteCount + site];
    const pair = point * BAND_COUNT + band;
    const change = way(plan.assignment[pair]) - way(basis.baseline.assignment[pair]);
    if (metres > 0 ? change > metres : change < metres) count += pupils;
  });
  return count;
}

/** The town nearest to a unit of the drawing, as the crow flies: a degree of longitude is as short as it is there. The first of several. */
function nearestTown({ municipality }: FairCase["basis"], point: number): string {
  const { demand, scenery } = municipality;
  const narrow = Math.cos((demand.lat[point] * Math.PI) / 180);
  const far = scenery.places.map(
    ({ lon, lat }) => ((lon - demand.lon[point]) * narrow) ** 2 + (lat - demand.lat[point]) ** 2,
  );
  return scenery.places[far.indexOf(Math.min(...far))].name;
}

/** Up to three bands add up to a number, each to the nearest five. */
const ROUNDED = 6;

/** That so many of those who get farther live near the town that the sentence names. */
function expectLiveThere(
  drawn: FairCase,
  sign: 1 | -1,
  metres: number,
  text: string,
  said: { readonly atLeast: number } | { readonly about: number },
): void {
  const town = /near (\w+)\.$/.exec(text)?.[1];
  if (town === "Others") return;
  const exact = countBeyond(drawn, sign * metres, town);
  if ("about" in said) expect(Math.abs(said.about - exact)).toBeLessThanOrEqual(ROUNDED);
  else expect(said.atLeast).toBeLessThanOrEqual(exact);
  if (text.includes("most of them")) expect(2 * exact).toBeGreaterThan(countBeyond(drawn, sign * metres));
}

const sentencesOf = ({ basis, plan }: Pick<FairCase, "basis" | "plan">) =>
  planSentences(basis, comparePlans(basis, [plan], { draws: 100, seed: 1 }), 0);

test("the closing of East in both languages, worked by hand", () => {
  const [changed, longer, shorter, same] = sentencesOf(townCase());
  expect(changed.text).toEqual({
    da: "60 elever (50 %) skifter skole.",
    en: "60 pupils (50%) change school.",
  });
  expect(longer.text).toEqual({
    da: "Ca. 40 elever får mere end 2 km længere til skole; de bor alle ved East.",
    en: "About 40 pupils have a way to school more than 2 km longer than today; all of them live near East.",
  });
  expect(shorter.text.da).toBe("Ingen elever får mere end 0,5 km kortere til skole.");
  expect(same.text.en).toBe("For about 60 pupils (50%) the way to school changes by at most 0.5 km.");
});

test("pupils beyond the places of their school are told before anything that the plan is good for, and only where there are some", () => {
  const { municipality, travel, baseline } = drawCase({
    zones: ["AAABBB"],
    sites: { A: { at: [0, 0], capacity: [20] }, B: { at: [0, 5], capacity: [60] } },
    districts: { North: "A", South: "B" },
    pupils: (unit) => [unit === 2 ? 0 : 10, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  });
  const basis = makeBasis(municipality, travel, baseline);
  const all = { ...baseline, id: "all", assignment: baseline.assignment.map((site) => (site === 1 ? 0 : site)) };
  const [first] = sentencesOf({ basis, plan: all });
  expect(first.text).toEqual({
    da: "30 elever er der ikke plads til på deres skole. Hvad det koster at skaffe plads, er ikke regnet med.",
    en: "30 pupils have no place at their school. What it costs to make room is not counted.",
  });
  expect(sentencesOf({ basis, plan: baseline }).map(({ key }) => key)).not.toContain("overflow");
});

test("every sentence says its figures and nothing else, and they are what counting pupil by pupil gives", () => {
  let [counted, towns, wholly] = [0, 0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const drawn = randomFairCase(seed);
      const { basis, plan } = drawn;
      const { totals } = evaluatePlan(basis, plan);
      const truth: Readonly<Record<string, number>> = {
        "changed-site": sum(totals.changedSite),
        "right-gained": sum(totals.rightsGained),
        "right-lost": sum(totals.rightsLost),
      };
      for (const said of sentencesOf(drawn)) {
        expectFiguresInText(said);
        const { key, figures, text } = said;
        const pupils = figures["pupils"]?.value;
        // One to four pupils are never said; zero is said in words.
        if (pupils !== undefined) expect(pupils).toBeGreaterThanOrEqual(5);
        const there = figures["there"]?.value;
        if (there !== undefined) {
          expect(there).toBeGreaterThanOrEqual(5);
          expect(there).toBeLessThanOrEqual(pupils);
          const least = text.en.includes("at least") ? { atLeast: there } : { about: there };
          expectLiveThere(drawn, key === "longer" ? 1 : -1, 1000 * figures["km"].value, text.en, least);
          towns++;
        }
        const town = /(all|most) of them live near (\w+)\.$/.exec(text.en);
        if (town && town[2] !== "Others") {
          const metres = 1000 * figures["km"].value * (key === "longer" ? 1 : -1);
          const [own, all] = [countBeyond(drawn, metres, town[2]), countBeyond(drawn, metres)];
          if (town[1] === "all") expect(own).toBe(all);
          else expect(2 * own).toBeGreaterThan(all);
          wholly++;
        }
        if (key === "longer" || key === "shorter") {
          const exact = countBeyond(drawn, 1000 * figures["km"].value * (key === "longer" ? 1 : -1));
          if (pupils === undefined) expect(exact).toBeLessThan(5);
          else expect(Math.abs(exact - pupils)).toBeLessThanOrEqual(ROUNDED);
          if (text.da.startsWith("Ingen")) expect(exact).toBe(0);
          if (text.da.startsWith("Færre")) expect(exact).toBeGreaterThan(0);
          counted++;
        }
        if (key in truth) {
          if (text.en.startsWith("About")) expect(Math.abs(truth[key] - pupils)).toBeLessThan(3);
          else if (pupils !== undefined) expect(pupils).toBe(truth[key]);
          else if (text.en.startsWith("Some")) expect(truth[key]).toBeGreaterThanOrEqual(5);
          else if (text.en.startsWith("No")) expect(truth[key]).toBe(0);
          else expect(truth[key] > 0 && truth[key] < 5).toBe(true);
        }
      }
    }),
    { numRuns: 60, seed: 3 },
  );
  expect(counted).toBeGreaterThan(100);
  expect(towns).toBeGreaterThan(10);
  expect(wholly).toBeGreaterThan(5);
});

const million = (value: number) => value * 1_000_000;
const spread = (p5: number, p50: number, p95: number) => ({
  mean: million(p50),
  p5: million(p5),
  p50: million(p50),
  p95: million(p95),
});

test.each([
  [[0, 0, 0], "Planen hverken sparer eller koster noget i det, der er regnet på."],
  [
    [2.5, 7.54, 10],
    "Planen sparer efter bedste bud 7,5 mio. kr. om året. I ni ud af ti beregninger sparer den mellem 2,5 og 10,0 mio. kr.",
  ],
  [
    [-4.9, -3.2, -2.1],
    "Planen koster efter bedste bud 3,2 mio. kr. mere om året. I ni ud af ti beregninger koster den mellem 2,1 og 4,9 mio. kr. mere.",
  ],
  [
    [-1, 2, 5],
    "Planen sparer efter bedste bud 2,0 mio. kr. om året. Ni ud af ti beregninger går fra 1,0 mio. kr. i merudgift til 5,0 mio. kr. sparet.",
  ],
  [
    [-5, -2, 1],
    "Planen koster efter bedste bud 2,0 mio. kr. mere om året. Ni ud af ti beregninger går fra 5,0 mio. kr. i merudgift til 1,0 mio. kr. sparet.",
  ],
  // What rounds to nothing is on no side.
  [
    [-0.04, 1, 2],
    "Planen sparer efter bedste bud 1,0 mio. kr. om året. I ni ud af ti beregninger sparer den mellem 0,0 og 2,0 mio. kr.",
  ],
  [
    [-2, 0.04, 2],
    "Planen hverken sparer eller koster efter bedste bud noget. Ni ud af ti beregninger går fra 2,0 mio. kr. i merudgift til 2,0 mio. kr. sparet.",
  ],
  [
    [-0.02, 0.3, 0.02],
    "Planen sparer efter bedste bud 0,3 mio. kr. om året. I ni ud af ti beregninger er det under 0,1 mio. kr.",
  ],
])("a saving with its range in millions: %o", ([low, mid, high], danish) => {
  const said = savingSentence(
    { low: million(low), mid: million(mid), high: million(high) },
    savingApart(undefined),
    DANISH_KRONER,
  );
  expectFiguresInText(said);
  expect(said.text.da).toBe(danish);
});

test.each([
  [0.97, 0, "»A« sparer mere end »B« i 97 af 100 beregninger."],
  [0.93, 0, "Om »A« eller »B« sparer mest, kan ikke afgøres: »A« gør det i 93 af 100 beregninger."],
  [0.9999, 0, "»A« sparer mere end »B« i over 99 af 100 beregninger."],
  [1, 0, "»A« sparer mere end »B« i over 99 af 100 beregninger."],
  [0, 1, "»A« og »B« sparer det samme."],
])("winning in a share of %f with ties in %f", (wins, ties, danish) => {
  const pair = { a: 0, b: 1, difference: spread(0, 1, 2), wins, ties, losses: 1 - wins - ties };
  expect(pairSentence(pair, ["A", "B"], savingApart(undefined)).text.da).toBe(danish);
});

test("where a council spares teaching, each sentence with a figure of the saving says that it is without", () => {
  const apart = savingApart({ teaching: "untouched" });
  const said = savingSentence({ low: million(1), mid: million(2.7), high: million(4) }, apart, DANISH_KRONER);
  expect(said.text.da).toContain("Planen sparer efter bedste bud 2,7 mio. kr. om året, uden undervisning.");
  expect(said.text.en).toContain("the plan saves 2.7 million DKK a year, without teaching.");
  const pair = { a: 0, b: 1, difference: spread(0, 1, 2), wins: 1, ties: 0, losses: 0 };
  expect(pairSentence(pair, ["A", "B"], apart).text.da).toMatch(/100 beregninger, uden undervisning\.$/);
  const titles = MEASURES.map((measure) => measureTitle(measure, apart).da).filter((title) =>
    title.includes("undervisning"),
  );
  expect(titles).toEqual(["Besparelse pr. år, uden undervisning"]);
});

const merger: SavingParameter = {
  key: "ownOrganisation",
  name: { da: "En sammenlægning", en: "A merger" },
  low: 1_250_000,
  mid: 2_500_000,
  high: 2_500_000,
  unit: { da: "kr.", en: "DKK" },
  source: "",
  confidence: "medium",
};

test("what turns the order is said with the value at which it turns, the one used and its range", () => {
  const row = { parameter: merger, atLow: -1e6, atHigh: 1e6, breakEven: 1_900_000, within: "range" as const };
  const [turns, main] = turningSentences({ a: 0, b: 1, atMiddle: 1e6, rows: [{ ...row, first: 0.8, total: 0.9 }] }, [
    "A",
    "B",
  ]);
  expect(turns.text.da).toBe(
    "»B« sparer mest, hvis denne forudsætning er under 1.900.000: En sammenlægning (kr.; regnet med 2.500.000, fra 1.250.000 til 2.500.000).",
  );
  expect(main.text.en).toContain("A merger (80% of it)");
  [turns, main].forEach(expectFiguresInText);
  const [none] = turningSentences(
    { a: 0, b: 1, atMiddle: -1e6, rows: [{ parameter: merger, atLow: -2e6, atHigh: -1e6, within: "nowhere" }] },
    ["A", "B"],
  );
  // B saves more at the middle, so it is A that no assumption lets win.
  expect(none.text.en).toBe("No assumption by itself, within its range, makes “A” save more than “B”.");
});

test("a hidden cell is shown as a word in the whole text, and no table line says one to four", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { basis, plan } = randomFairCase(seed);
    const text = comparisonText(basis, comparePlans(basis, [plan], { draws: 100, seed: 1 }), "da");
    const start = text.indexOf("Hvem får længere");
    const table = text.slice(start, text.indexOf("<5: færre")).split("\n").slice(2);
    for (const line of table)
      for (const word of line
        .trim()
        .split(/\s{2,}/)
        .slice(1))
        expect(word).not.toMatch(/^[1-4]$/);
  }
});

test("of a plan that is being drawn every sentence tells about the nearest five, and hides or tells just as the figures beside it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
      const { basis, plan } = randomFairCase(seed);
      const [evaluation, fairness] = [evaluatePlan(basis, plan), fairnessOf(basis, plan)];
      const drawn = pupilEffects(basis, evaluation, fairness, "in-fives");
      const figures = toldFigures(GRADES, asOfMany(DANISH_KRONER), evaluatePlan(basis, basis.baseline).values, (key) =>
        evaluation.values.get(key),
      );
      const pairs = [
        ["changed-site", drawn.changedSite],
        ["right-gained", drawn.rightsGained],
        ["right-lost", drawn.rightsLost],
      ] as const;
      for (const [key, said] of pairs) {
        const pupils = evaluation.values.get(key) ?? 0;
        expect(said).toEqual(
          isFew(pupils) || pupils === 0 ? cellOf(pupils) : { kind: "about", pupils: nearestFive(pupils) },
        );
        expect(cellWord(figures.cell(key)!, "da"), key).toBe(cellWord(said, "da").replace("ca. ", ""));
      }
    }),
    { seed: 1, numRuns: 25 },
  );
});

test.each([
  [0, 0],
  [0.00001, 0.1],
  [0.0015, 0.2],
  [0.0049, 0.5],
  [0.005, 1],
  [0.5, 50],
  [0.9999, 99],
  [1, 100],
])(
  "a share of %d is written as %d percent: somebody is never nobody, nor are nearly all of them all",
  (share, written) => {
    expect(percent(share).value).toBe(written);
  },
);
