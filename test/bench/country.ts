import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { answerHere } from "../../src/cli/sweep/answer-here.ts";
import { readCaseAsItIs } from "../../src/cli/sweep/case-as-it-is.ts";
import { evaluatePlan } from "../../src/evaluate/evaluate.ts";
import { forecastFor } from "../../src/forecast/forecast.ts";
import { evaluateYears } from "../../src/evaluate/years.ts";
import { sum } from "../../src/kernels/sum.ts";
import { sweepFileSchema } from "../../src/protocol/sweep-file.ts";
import type { CaseAsItIs } from "../../src/sweep/case-under.ts";
import { scenariosOf } from "../../src/sweep/scenarios.ts";
import { sweepOf } from "../cases/sweeps.ts";
import { writeLargeCase } from "./import.ts";
import { type Group, processorClock, type Result } from "./measure.ts";

/** What is worked out for all of them from what is measured of a few made-up cases: how much there is of each country. */
const COUNTRIES = [
  // Public-school pupils of grades 0-9 in 2019/20: 78.5 % of 659,965 (uvm.dk, "Elevtal i grundskolen").
  { name: "Denmark's municipalities", cases: 98, pupils: 518_000 },
  // Regular school districts in 2016-17 (NCES, Digest of Education Statistics, table 214.30); pupils of public schools in 2005-06 (NCES, CCD Quick Facts).
  { name: "regular school districts of the US", cases: 13_598, pupils: 49_100_000 },
] as const;

const SIZES = [2000, 6500, 20_000] as const;
const ROADS_A_PUPIL = 2.5;
const PUPILS_A_SCHOOL = 330;
const SCENARIOS = 1000;
/** Of so many scenarios a thousand are worked out. */
const TRIED = 12;

interface Measured {
  readonly pupils: number;
  /** Bytes of the case's files, and packed. */
  readonly bytes: number;
  readonly packed: number;
  /** Processor seconds: files to an opened case; today measured and followed for twelve years; one scenario. */
  readonly opening: number;
  readonly measuring: number;
  readonly scenario: number;
  /** Bytes that a scenario's answer is kept in. */
  readonly answer: number;
}

/** What every municipality of a country would take: files, answers and hours of a core, from how these grow with a case. */
export const countryGroup: Group = {
  name: "country",
  asked: "by name alone",
  run: async () => {
    const measured: Measured[] = [];
    for (const pupils of SIZES) measured.push(await measure(pupils));
    return [...measured.flatMap(rowsOf), ...COUNTRIES.flatMap((country) => countryRows(country, measured))];
  },
};

async function measure(pupils: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "skoledistrikt-country-"));
  try {
    const schools = Math.round(pupils / PUPILS_A_SCHOOL);
    const bytes = writeLargeCase(folder, { pupils, roads: ROADS_A_PUPIL * pupils, schools, seed: 1 });
    const packed = sum(readdirSync(folder).map((name) => gzipSync(readFileSync(join(folder, name))).length));
    const worked = processorClock();
    const { value, issues } = await readCaseAsItIs({ folder });
    if (!value) throw new Error(JSON.stringify(issues));
    const opening = worked() / 1000;
    const { basis } = value.opened;
    evaluatePlan(basis, basis.baseline);
    evaluateYears(basis, basis.baseline, forecastFor(basis, "mid"));
    const measuring = worked() / 1000 - opening;
    const { scenario, answer } = await scenarios(value);
    return { pupils, bytes, packed, opening, measuring, scenario, answer };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Other homes and fewer pupils, and who goes where then. */
async function scenarios(asItIs: CaseAsItIs): Promise<Pick<Measured, "scenario" | "answer">> {
  const axes = { seed: { from: 1, to: TRIED / 2 }, growth: [0, -0.1] };
  const file = sweepFileSchema.parse(sweepOf({ kind: "reassign" }, { axes }));
  const worked = processorClock();
  let bytes = 0;
  for (const each of scenariosOf(file)) bytes += JSON.stringify(await answerHere(asItIs, each)).length;
  return { scenario: worked() / 1000 / TRIED, answer: bytes / TRIED };
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

function rowsOf({ pupils, bytes, packed, opening, measuring, scenario, answer }: Measured): readonly Result[] {
  const on = `made-up case, ${pupils} pupils, ${ROADS_A_PUPIL * pupils} roads, seed 1`;
  return [
    { what: "country: files of a case (packed)", on, value: `${megabytes(bytes)} (${megabytes(packed)})`, target: "" },
    { what: "country: files to an opened case, of processor", on, value: `${opening.toFixed(2)} s`, target: "" },
    { what: "country: today measured and followed twelve years", on, value: `${measuring.toFixed(2)} s`, target: "" },
    {
      what: "country: a scenario of who goes where (what is kept of it)",
      on: `${on}, ${TRIED} scenarios`,
      value: `${scenario.toFixed(2)} s (${Math.round(answer)} bytes)`,
      target: "",
    },
  ];
}

const hours = (seconds: number): string => `${rounded(seconds / 3600)} core hours`;
const gigabytes = (bytes: number): string => `${rounded(bytes / 2 ** 30)} GB`;
/** To two digits. */
const rounded = (value: number): string => String(Number(value.toPrecision(2)));
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** What each case takes by itself and each pupil on top, by least squares. */
function growth(measured: readonly Measured[], valueOf: (each: Measured) => number) {
  const [x, y] = [mean(measured.map(({ pupils }) => pupils)), mean(measured.map(valueOf))];
  const slope =
    sum(measured.map((each) => (each.pupils - x) * (valueOf(each) - y))) /
    sum(measured.map((each) => (each.pupils - x) ** 2));
  return { pupil: slope, own: Math.max(0, y - slope * x) };
}

function countryRows(
  { name, cases, pupils }: (typeof COUNTRIES)[number],
  measured: readonly Measured[],
): readonly Result[] {
  const all = (valueOf: (each: Measured) => number): number => {
    const { pupil, own } = growth(measured, valueOf);
    return cases * own + pupils * pupil;
  };
  const on = `${cases} ${name}, ${pupils} pupils, worked out`;
  return [
    {
      what: "country: files of all cases (packed)",
      on,
      value: `${gigabytes(all(({ bytes }) => bytes))} (${gigabytes(all(({ packed }) => packed))})`,
      target: "",
    },
    {
      what: "country: every case opened, measured and followed twelve years, once",
      on,
      value: hours(all(({ opening, measuring }) => opening + measuring)),
      target: "",
    },
    {
      what: `country: a sweep of ${SCENARIOS} scenarios of who goes where in each`,
      on,
      value: hours(SCENARIOS * all(({ scenario }) => scenario)),
      target: "",
    },
    {
      what: `country: what is kept of those ${SCENARIOS} answers`,
      on,
      value: gigabytes(cases * SCENARIOS * Math.max(...measured.map(({ answer }) => answer))),
      target: "",
    },
  ];
}
